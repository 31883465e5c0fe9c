"""The rule language: reader, schema, errors with positions, writer, compiler."""

from stance.rules.compiler import CompiledRules, compile_rules
from stance.rules.errors import Problem, RuleError
from stance.rules.reader import load_packs, parse_pack, read_pack, shipped
from stance.rules.ruleset import RuleSet, pack_hash
from stance.rules.writer import dump_pack

__all__ = [
    "CompiledRules",
    "Problem",
    "RuleError",
    "RuleSet",
    "compile_rules",
    "dump_pack",
    "load_packs",
    "pack_hash",
    "parse_pack",
    "read_pack",
    "shipped",
]
