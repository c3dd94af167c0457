"""How long work tells where it is, and how it is cancelled."""

from typing import Protocol


class Progress(Protocol):
    """Callback for long work.

    Called with units done, units in all (``None`` when unknown) and a short text.
    To cancel, the callback raises :class:`forensic_lpr.errors.Cancelled`.
    """

    def __call__(self, done: int, total: int | None, text: str = "") -> None:
        """Tell where the work is."""


def silent(done: int, total: int | None, text: str = "") -> None:
    """Progress that is shown to nobody."""
