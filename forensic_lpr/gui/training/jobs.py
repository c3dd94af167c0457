"""What the Train workspace asks of the workers: frozen callables that captured their inputs.

The heavy libraries are imported inside the calls, on the worker.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.gate import GateResult
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.lineage import OwnRecord
from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.jobs import Recognizers
from forensic_lpr.gui.preload import preload_network_libraries
from forensic_lpr.gui.tasks import Teller
from forensic_lpr.gui.training.curves import Curves
from forensic_lpr.training.control import TrainingControl


@dataclass(frozen=True)
class RunApart:
    """Follow work that is done in a process of its own.

    Attributes:
        work: The work.
        control: Pauses and stops it.
        start_grace_s: Seconds that it may take to end while it has told nothing, ``None`` for as long as later.
    """

    work: Any
    control: TrainingControl
    start_grace_s: float | None = None

    def __call__(self, teller: Teller) -> Any:
        """What the work gives; raises what it raises."""
        from forensic_lpr.operations.apart import run_apart
        from forensic_lpr.operations.modelwork import HowFar

        def tell(event: object) -> None:
            if isinstance(event, HowFar):
                teller(event.done, event.total, event.text)
            else:
                teller.tell(event)

        return run_apart(
            self.work, tell, self.control, lambda: teller(0, None), start_grace_s=self.start_grace_s
        )


@dataclass(frozen=True)
class ModelView:
    """A model as the window shows it.

    Attributes:
        name: Its name.
        kind: ``recognizer`` or ``dgm``.
        network: Its network.
        sha256: Digest of its file.
        shipped: Whether it came with the program.
        active: Whether readings use it unless told otherwise.
        parents: Where it came from, the nearest first: name (empty where it is not here) and digest.
        own: Own plates it learnt.
        training_data: What it was trained on, in words.
        samples: Samples seen.
        trained_at: Date.
        program_version: Version that trained it.
        calibration: What its probabilities were fitted on, empty where they were not.
        results: Measured figures.
        gate: How it did against other weights, ``None`` where it was not judged.
    """

    name: str
    kind: str
    network: str
    sha256: str
    shipped: bool
    active: bool
    parents: tuple[tuple[str, str], ...]
    own: tuple[OwnRecord, ...]
    training_data: str
    samples: int
    trained_at: str
    program_version: str
    calibration: str
    results: tuple[tuple[str, str], ...]
    gate: GateResult | None


@dataclass(frozen=True)
class ListModels:
    """All models with their cards."""

    def __call__(self, progress: Progress) -> tuple[ModelView, ...]:
        """Raises ModelRefused where the list of choices is damaged."""
        preload_network_libraries()
        from forensic_lpr.operations.models import list_models

        models = list_models()
        names = {model.sha256: model.name for model in models}
        found = []
        for model in models:
            card = model.card
            calibration = getattr(card, "calibration", None)
            found.append(
                ModelView(
                    model.name,
                    model.kind,
                    card.network,
                    model.sha256,
                    model.shipped,
                    model.active,
                    tuple((names.get(digest, ""), digest) for digest in card.parents),
                    getattr(card, "own", ()),
                    card.training_data,
                    card.samples,
                    card.trained_at,
                    card.program_version,
                    "" if calibration is None else calibration.fitted_on,
                    card.results,
                    getattr(card, "gate", None),
                )
            )
        return tuple(found)


@dataclass(frozen=True)
class DeviceView:
    """A device that can train: its name, what it is, its cores and its memory in GiB, 0 where that is unknown."""

    name: str
    title: str
    cores: int
    memory: float


@dataclass(frozen=True)
class MachineFacts:
    """Devices and earlier runs (network, folder, samples, total)."""

    devices: tuple[DeviceView, ...]
    runs: tuple[tuple[str, Path, int, int], ...]


@dataclass(frozen=True)
class LookAtMachine:
    """What there is to train on, and which runs can go on."""

    runs: Path

    def __call__(self, progress: Progress) -> MachineFacts:
        """Nothing can go wrong."""
        preload_network_libraries()
        from forensic_lpr.operations.train import list_runs
        from forensic_lpr.recognition.device import devices_here

        devices = tuple(
            DeviceView(device.name, device.title, device.cores, device.memory / 2**30)
            for device in devices_here()
        )
        runs = tuple((run.network, run.folder, run.samples, run.total) for run in list_runs(self.runs))
        return MachineFacts(devices, runs)


@dataclass(frozen=True)
class ReadCurves:
    """The curves of a run as far as its log has them."""

    folder: Path

    def __call__(self, progress: Progress) -> Curves:
        """Nothing can go wrong; a run without a log has no curves."""
        from forensic_lpr.operations.train import read_log

        return Curves.of_log(read_log(self.folder))


@dataclass(frozen=True)
class ChangeModels:
    """Activate, take back, export, import or delete: one verb on the models.

    Attributes:
        verb: ``activate``, ``back``, ``export``, ``import`` or ``delete``.
        name: The model.
        path: File to export to or to import.
        anyway: Activate also what was not shown to be better.
    """

    verb: str
    name: str = ""
    path: Path | None = None
    anyway: bool = False

    def __call__(self, progress: Progress) -> str:
        """Name of the model to look at then, for the verbs on activation that of the active one.

        Raises:
            ModelRefused: it cannot be done.
            WeightsInvalid: there is no such model, or the file is damaged.
        """
        from forensic_lpr.operations import models

        if self.verb == "activate":
            return models.activate(self.name, self.anyway).name
        if self.verb == "back":
            models.deactivate()
            return models.active_weights()
        if self.verb == "export":
            assert self.path is not None
            return models.export_model(self.name, self.path).name
        if self.verb == "import":
            assert self.path is not None
            return models.import_model(self.path).name
        models.remove_model(self.name)
        return ""


@dataclass(frozen=True)
class FindActive:
    """Which weights readings use unless told otherwise."""

    def __call__(self, progress: Progress) -> str:
        """Their name. Raises ModelRefused where they are gone or have changed."""
        from forensic_lpr.operations.models import active_weights

        return active_weights()


@dataclass(frozen=True)
class TwoReadings:
    """A plate as two models read it: the likeliest plates with their probabilities, of each."""

    names: tuple[str, str]
    plates: tuple[tuple[tuple[str, float], ...], ...]


@dataclass(frozen=True)
class ReadWithTwo:
    """Read the marked plate with two models."""

    recognizers: Recognizers
    image: NDArray[np.uint8]
    quad: Quad
    names: tuple[str, str]
    formats: tuple[PlateFormat, ...]
    format_name: str

    def __call__(self, progress: Progress) -> TwoReadings:
        """Raises WeightsInvalid, FormatInvalid or QuadInvalid."""
        from forensic_lpr.operations.gate import compare_on_plate

        first, second = (self.recognizers.get(name) for name in self.names)
        found = compare_on_plate(self.image, self.quad, first, second, self.formats, self.format_name)
        return TwoReadings(
            self.names,
            tuple(tuple((plate.text, plate.probability) for plate in plates) for plates in found.plates),
        )
