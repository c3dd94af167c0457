"""The verbs: one per button and per command."""
