"""How much of a fine-tuning comes from which source, and the usual choices: ``quick``, ``long``, ``scratch``.

Public here: :class:`Shares`, :data:`USUAL`, :class:`Preset`, :data:`PRESETS`, :data:`Optimizer`,
:data:`USUAL_OPTIMIZER`, :data:`NARROW`. Nothing here needs torch.
"""

from dataclasses import dataclass, fields
from typing import Literal

from forensic_lpr.errors import RunInvalid

Optimizer = Literal["adamw", "muon"]
"""See :mod:`forensic_lpr.training.optimizers`."""
USUAL_OPTIMIZER: Optimizer = "adamw"
"""Of a training on drawn plates alone."""
NARROW = 0.5
"""Share of the drawn plates of a fine-tuning that are 28 to 66 pixels wide: where a reader is in doubt it changes its
mind first."""
SOURCES = ("own", "permuted", "dgm", "matched", "synthetic")
"""Sources of a mixture in their order: attribute names of :class:`Shares`."""


@dataclass(frozen=True)
class Shares:
    """Weights of the sources of a training; they need not sum to one.

    A source that has nothing to give (no legible plates, no DGM, too few plates to tell the camera) gives its share to
    the others.

    Attributes:
        own: Own labelled crops, with fresh corner jitter and light photometric noise each time.
        permuted: Own legible plates with exchanged characters.
        dgm: Own legible plates and permuted ones, made far by the DGM.
        matched: Drawn plates as the own camera would have recorded them, as far as the own plates tell its doings.
        synthetic: Drawn plates, so that nothing is forgotten.
    """

    own: float = 0.12
    permuted: float = 0.1
    dgm: float = 0.12
    matched: float = 0.36
    synthetic: float = 0.3

    def __post_init__(self) -> None:
        values = self.values()
        if any(not 0 <= value <= 1000 for value in values) or sum(values) <= 0:
            raise RunInvalid("The shares of a training must be numbers from 0 on, and not all be 0.")

    def values(self) -> tuple[float, ...]:
        """The weights in the order of :data:`SOURCES`."""
        return tuple(float(getattr(self, field.name)) for field in fields(self))


USUAL = Shares()
"""What is taken where nothing else is asked for."""


@dataclass(frozen=True)
class Preset:
    """A usual choice of settings.

    Attributes:
        name: Its name on the command line.
        samples: Samples at most.
        minutes: Time limit, 0 for none; the learning rate has died out when it is reached.
        batch: Samples per step.
        learning_rate: Peak of the schedule.
        warm_up: Samples over which the rate rises.
        settled: Whether the statistics of batch normalisation and dropout stay as in reading.
        from_weights: Whether it starts from weights.
        optimizer: How its steps follow from gradients.
        mixing: Share of what was learnt in the weights that are kept; the rest are those it started from.
        averaging: Decay per step of the moving average of the weights, which is what was learnt.
        evaluate_every: Samples between two evaluations; never more than a quarter of them all.
    """

    name: str
    samples: int
    minutes: float
    batch: int
    learning_rate: float
    warm_up: int
    settled: bool
    from_weights: bool
    optimizer: Optimizer
    mixing: float
    averaging: float
    evaluate_every: int


PRESETS: dict[str, Preset] = {
    "quick": Preset("quick", 300_000, 20.0, 64, 4e-4, 2_000, True, True, "muon", 0.75, 0.998, 12_800),
    "long": Preset(
        "long", 1_000_000, 180.0, 64, 8e-4, 6_000, True, True, USUAL_OPTIMIZER, 0.75, 0.998, 12_800
    ),
    "scratch": Preset(
        "scratch", 2_000_000, 0.0, 128, 2e-3, 20_000, False, False, USUAL_OPTIMIZER, 1.0, 0.999, 51_200
    ),
}
