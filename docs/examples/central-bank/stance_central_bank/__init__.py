"""The rule pack ``bank.policy``: ``pack.yaml`` and the files beside it."""
