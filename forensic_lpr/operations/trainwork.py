"""Trainings as work that is done apart: what the examiner asks for, and how often the process tells.

Nothing here imports torch before the work begins, so that the window may name what it wants.
"""

import time
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensic_lpr.operations.apart import Tell
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.shares import Shares
from forensic_lpr.training.status import DgmStatus, TrainingStatus

if TYPE_CHECKING:
    from forensic_lpr.training.config import DgmConfig, TrainingConfig

DEFAULT_DGM = "dgm"
"""Name of the shipped DGM."""
_EVERY_S = 0.4
"""Each status makes the window draw its plots anew."""
Setting = tuple[str, int | float | str]


@dataclass(frozen=True)
class RecognizerOrder:
    """A training as the examiner asks for it.

    Attributes:
        set_folder: Own labelled plates, ``None`` for drawn plates only.
        preset: Name of a preset.
        parent: Weights to start from, by name or path; not used by a preset that starts from scratch.
        network: Network of a start from scratch.
        shares: How much of each batch comes from where.
        dgm: Weights of a DGM by name or path, empty for none.
        formats: Names of the plate formats to draw.
        settings: Settings by name that differ from what follows from the preset, see
            :class:`forensic_lpr.training.config.TrainingConfig`.
        pairs: A pair set or a folder of them, whose plates are learnt as own ones; ``None`` for none.
    """

    set_folder: Path | None
    preset: str
    parent: str
    network: str
    shares: Shares
    dgm: str
    formats: tuple[str, ...]
    settings: tuple[Setting, ...] = ()
    pairs: Path | None = None

    def config(self) -> "TrainingConfig":
        """The settings, frozen with the digests of all that goes into the training.

        Raises:
            RunInvalid: the settings make no training.
            SetInvalid: the set cannot be read, or holds too little.
            WeightsInvalid: the weights to start from, or the DGM, cannot be used.
        """
        from forensic_lpr.operations.train import RecognizerPlan, plan_recognizer

        asked: dict[str, Any] = dict(self.settings)
        planned = {field.name for field in fields(RecognizerPlan)}
        plan = RecognizerPlan(
            set_folder=self.set_folder,
            preset=self.preset,
            parent=self.parent,
            network=self.network,
            shares=self.shares,
            dgm=self.dgm,
            pairs=self.pairs,
            **{name: value for name, value in asked.items() if name in planned},
        )
        rest = {name: value for name, value in asked.items() if name not in planned}
        return replace(plan_recognizer(plan), formats=self.formats, **rest)


@dataclass(frozen=True)
class TrainRecognizer:
    """Begin a run of a recognizer (with an order) or go on with one (without).

    Attributes:
        folder: Folder of the run.
        order: What is asked for, ``None`` to go on.
        device: Where to train.
        threads: Threads for the network, ``None`` for all cores but one.
    """

    folder: Path
    order: RecognizerOrder | None
    device: str = "auto"
    threads: int | None = None

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        """Raises what :func:`forensic_lpr.operations.train.train_recognizer` raises."""
        from forensic_lpr.operations.train import train_recognizer

        config = None if self.order is None else self.order.config()
        train_recognizer(self.folder, config, _Seldom(tell), 1, self.threads, self.device, control)


@dataclass(frozen=True)
class DgmOrder:
    """A training of the DGM as the examiner asks for it.

    Attributes:
        pairs: A pair set or a folder of them, ``None`` for drawn clips only.
        parent: Weights of a DGM to start from, empty for a start from scratch.
        samples: Pairs at most.
        minutes: Time limit, 0 for none.
        share: Share of own pairs in a batch.
        seed: Seed of the training.
    """

    pairs: Path | None
    parent: str = DEFAULT_DGM
    samples: int = 120_000
    minutes: float = 0.0
    share: float = 0.6
    seed: int = 1

    def config(self) -> "DgmConfig":
        """The settings; raises PairsInvalid, WeightsInvalid or RunInvalid."""
        from forensic_lpr.operations.train import plan_dgm

        return plan_dgm(self.pairs, self.minutes, self.samples, self.share, self.seed, self.parent)


@dataclass(frozen=True)
class TrainDgm:
    """Begin a run of a DGM (with an order) or go on with one (without)."""

    folder: Path
    order: DgmOrder | None
    device: str = "auto"
    threads: int | None = None

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        """Raises what :func:`forensic_lpr.operations.train.train_dgm` raises."""
        from forensic_lpr.operations.train import train_dgm

        config = None if self.order is None else self.order.config()
        train_dgm(self.folder, config, _Seldom(tell), 1, self.threads, self.device, control)


class _Seldom:
    """Tells twice or thrice a second at most, but every evaluation and the end."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last = 0.0
        self._seen: tuple[object, ...] = ()

    def __call__(self, status: TrainingStatus | DgmStatus) -> None:
        seen: tuple[object, ...] = (
            (status.evaluations,)
            if isinstance(status, TrainingStatus)
            else (status.held_out, status.snapshots)
        )
        now = time.monotonic()
        if seen != self._seen or now - self._last >= _EVERY_S or status.samples >= status.total:
            self._last, self._seen = now, seen
            self._tell(status)
