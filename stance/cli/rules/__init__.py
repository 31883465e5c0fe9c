"""``stance rules``: one module a command, or a few that belong together; each only prints what authoring gives."""
