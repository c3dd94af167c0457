"""Recorded English texts with their Portuguese: whole ones, and sentences by their form."""

TEXTS: dict[str, str] = {}
SENTENCES: tuple[tuple[str, str], ...] = ()
