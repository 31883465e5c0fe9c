"""Writing packs: what is written is read back as the same pack."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from stance.rules.reader import parse_pack
from stance.rules.schema import Pack
from stance.rules.writer import dump_pack
from tests.strategies import packs

SETTINGS = settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@SETTINGS
@given(packs())
def test_what_is_written_is_read_back_as_the_same_pack(pack: Pack) -> None:
    assert parse_pack(dump_pack(pack)) == pack
