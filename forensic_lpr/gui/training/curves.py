"""What a training told so far, as the lines of its plots. Knows no widget."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensic_lpr.training.status import DgmStatus, TrainingStatus

Points = list[tuple[float, float]]
_MOST = 4000
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
