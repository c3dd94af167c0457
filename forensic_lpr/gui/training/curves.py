"""What a training told so far, as the lines of its plots. Knows no widget."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensic_lpr.training.status import DgmStatus, TrainingStatus

Points = list[tuple[float, float]]
_MOST = 1200
"""Points kept of a line that grows with every step; then every second one is given up."""


@dataclass
class Curves:
    """Grows with every status.

    Attributes:
        loss: Moving mean of the loss by samples seen.
        rate: Learning rate by samples seen.
        scores: Share of plates read whole by samples seen, per width in pixels.
        own: The same of the examiner's own plates of the validation part.
        held_out: Energy score on held-out pairs.
        own_held_out: The same on own pairs that were kept back.
        bicubic: What plain reduction scores on them.
    """

    loss: Points = field(default_factory=list)
    rate: Points = field(default_factory=list)
    scores: dict[int, Points] = field(default_factory=dict)
    own: Points = field(default_factory=list)
    held_out: Points = field(default_factory=list)
    own_held_out: Points = field(default_factory=list)
    bicubic: Points = field(default_factory=list)
    _evaluations: int = 0

    @classmethod
    def of_log(cls, entries: Iterable[Mapping[str, object]]) -> "Curves":
        """What the log of a run has of them: its evaluations. Entries that are not as they should be are left out."""
        found = cls()
        for entry in entries:
            samples, widths = _number(entry.get("samples")), entry.get("widths")
            if samples is None:
                continue
            for line, value in (
                (found.loss, entry.get("loss")),
                (found.held_out, entry.get("held_out")),
                (found.own_held_out, entry.get("own_held_out")),
                (found.bicubic, entry.get("bicubic")),
            ):
                number = _number(value)
                if number is not None:
                    line.append((samples, number))
            if isinstance(widths, Mapping):
                for width, share in widths.items():
                    number = _number(share)
                    if str(width).isdigit() and number is not None:
                        found.scores.setdefault(int(width), []).append((samples, number))
            own = entry.get("own")
            if isinstance(own, list) and len(own) == 2 and _number(own[1]):
                found.own.append((samples, float(own[0]) / float(own[1])))
        return found

    def add(self, status: "TrainingStatus") -> None:
        """Take what a recognizer's training told."""
        self._add_step(status.samples, status.loss, status.learning_rate)
        if status.evaluations == self._evaluations:
            return
        self._evaluations = status.evaluations
        for score in status.scores:
            self.scores.setdefault(score.width, []).append((status.samples, score.exact / score.n))
        if status.own is not None:
            self.own.append((status.samples, status.own.value))

    def add_dgm(self, status: "DgmStatus") -> None:
        """Take what a DGM's training told."""
        self._add_step(status.samples, status.loss, status.learning_rate)
        for line, value in (
            (self.held_out, status.held_out),
            (self.own_held_out, status.own_held_out),
            (self.bicubic, status.bicubic),
        ):
            if value is not None and (not line or line[-1][1] != value):
                line.append((status.samples, value))

    def _add_step(self, samples: int, loss: float, rate: float) -> None:
        for line, value in ((self.loss, loss), (self.rate, rate)):
            line.append((samples, value))
            if len(line) > _MOST:
                del line[1::2]


def _number(value: object) -> float | None:
    """A finite number, or nothing."""
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    return None
