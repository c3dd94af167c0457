"""What the actions of the Train workspace do: ask for files, start and go on, compare, activate, hand out."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from forensic_lpr import paths
from forensic_lpr.gui.training.curves import Curves
from forensic_lpr.gui.training.dialogs import AnywayDialog, TwoModelsDialog
from forensic_lpr.gui.training.jobs import ReadCurves
from forensic_lpr.gui.training.trainer import Trainer
from forensic_lpr.operations.trainwork import RecognizerOrder, TrainDgm, TrainRecognizer

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow
    from forensic_lpr.gui.training.workspace import TrainWorkspace

LANE = "machine"
_PICTURES = "*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp"


class TrainVerbs(QObject):
    """The verbs of the workspace."""

    def __init__(self, window: "MainWindow", workspace: "TrainWorkspace") -> None:
        super().__init__(workspace)
        self._window, self._workspace = window, workspace

    def by_action(self) -> dict[str, Callable[[], object]]:
        """What the actions of the workspace do."""
        return {
            "train-set": self.ask_for_set,
            "train-label": self.ask_for_pictures,
            "train-pairs": self.ask_for_pairs,
            "train-resample": self._workspace.material.show_others,
            "train-start": self.start,
            "train-pause": lambda: self._workspace.current.pause(),
            "train-stop": lambda: self._workspace.current.stop(),
            "train-resume": self.resume_chosen,
            "train-gate": self.judge,
            "train-recalibrate": self.recalibrate,
            "train-two": self.read_with_two,
            "train-activate": self.activate,
            "train-back": self._workspace.models.take_back,
            "train-export": self.ask_for_export,
            "train-import": self.ask_for_import,
            "train-delete": self._workspace.models.delete,
            "label-plate": self._workspace.evidence.label_plate,
            "label-track": self._workspace.evidence.label_track,
            "take-pairs": self._workspace.evidence.take_pairs,
        }

    def ask_for_set(self) -> None:
        """Ask for a folder of labelled plates."""
        folder = QFileDialog.getExistingDirectory(
            self._workspace, self.tr("Folder of labelled plates"), self._window.preferences.text("train/set")
        )
        if folder:
            self._workspace.show_tab("data")
            self._workspace.material.choose(Path(folder))

    def ask_for_pictures(self) -> None:
        """Ask for pictures of plates to be labelled."""
        names, _ = QFileDialog.getOpenFileNames(
            self._workspace,
            self.tr("Pictures that show a plate and nothing else"),
            self._window.preferences.text("train/pictures"),
            self.tr("Pictures ({kinds})").format(kinds=_PICTURES),
        )
        if names:
            self._window.preferences.set_text("train/pictures", str(Path(names[0]).parent))
            self._workspace.show_tab("data")
            self._workspace.material.open_pictures([Path(name) for name in names])

    def ask_for_pairs(self) -> None:
        """Ask for a folder of pair sets."""
        folder = QFileDialog.getExistingDirectory(
            self._workspace,
            self.tr("A pair set, or a folder of them"),
            self._window.preferences.text("train/pairs"),
        )
        if folder:
            self._workspace.show_tab("dgm")
            self._workspace.pairs.choose(Path(folder))

    def start(self) -> None:
        """Train with the settings of the tab shown."""
        if self._workspace.current is self._workspace.dgm_trainer:
            folder = self._new_folder("dgm")
            self._workspace.dgm_trainer.start(TrainDgm(folder, self._workspace.pages.dgm.order()), folder)
            return
        self._workspace.show_tab("recognizer")
        order = self.order()
        named = (
            self._workspace.material.folder.name
            if order.set_folder is not None and self._workspace.material.folder
            else "drawn"
        )
        folder = self._new_folder(named)
        device = self._workspace.pages.recognizer.form.device.currentData() or "auto"
        self._workspace.message.post("info", "")
        self._workspace.trainer.start(TrainRecognizer(folder, order, device), folder)

    def order(self) -> RecognizerOrder:
        """The training of a recognizer as it is set."""
        form, material = self._workspace.pages.recognizer.form, self._workspace.material
        return RecognizerOrder(
            material.folder if material.view is not None or material.problem else None,
            form.preset.current,
            form.parent_weights.currentData() or "default",
            form.network.currentText(),
            material.shares,
            material.dgm,
            material.drawn,
            form.settings(),
            material.pair_sets if material.pair_plates else None,
        )

    def _new_folder(self, name: str) -> Path:
        plain = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-") or "run"
        return paths.runs() / f"{plain[:40]}-{datetime.now():%Y%m%d-%H%M%S}"

    def resume_chosen(self) -> None:
        """Go on with the run chosen among the earlier ones."""
        folder, trainer = self._workspace.earlier_run, self._workspace.current
        if folder is not None:
            self.resume(trainer, folder, trainer.name)

    def resume(self, trainer: Trainer, folder: Path, tab: str) -> None:
        """Go on with a run, with the curves it had."""
        self._workspace.show_tab(tab)
        task = self._window.runner.start(ReadCurves(folder), LANE)
        task.succeeded.connect(_Resumed(self, trainer, folder))

    def resumed(self, trainer: Trainer, folder: Path, curves: Curves) -> None:
        """Its curves are there; begin."""
        device = self._workspace.pages.recognizer.form.device.currentData() or "auto"
        work = (
            TrainDgm(folder, None)
            if trainer is self._workspace.dgm_trainer
            else TrainRecognizer(folder, None, device)
        )
        self._workspace.message.post("info", "")
        trainer.start(work, folder, curves)

    def judge_model(self, name: str) -> None:
        """Compare a model by name with the one in use."""
        self._workspace.pages.models.list.choose(name)
        self.judge()

    def judge(self) -> None:
        """Compare the chosen model with the one in use, on held plates."""
        self._workspace.show_tab("models")
        if self._workspace.material.folder is None:
            self._workspace.message.post(
                "warning",
                self.tr("Choose labelled plates in Data first: held ones decide whether a model is better."),
            )
        else:
            self._workspace.models.judge(self._workspace.material.folder)

    def recalibrate(self) -> None:
        """Fit the probabilities of the chosen model, on the set of the Data tab where it learnt that one."""
        view = self._workspace.material.view
        self._workspace.models.recalibrate(view.labelled if view is not None else None)

    def activate(self) -> None:
        """Read with the chosen model; ask first where it was not shown to be better."""
        model = self._workspace.models.chosen
        if model is None:
            return
        if model.shipped or (model.gate is not None and model.gate.judgement == "better"):
            self._workspace.models.activate()
            return
        dialog = AnywayDialog(self._window.look, model, self._workspace)
        dialog.confirmed.connect(self._on_anyway)
        dialog.open()

    def _on_anyway(self) -> None:
        self._workspace.models.activate(anyway=True)

    def read_with_two(self) -> None:
        """Read the plate marked in Examine with the chosen model and the one in use."""
        session, window = self._window.session, self._window
        quad = session.marking.quad
        if session.frame is None or quad is None:
            self._workspace.message.post(
                "warning", self.tr("Mark a plate in Examine first; then two models can read it here.")
            )
        elif window.casework.masked:
            self._workspace.message.post(
                "warning",
                self.tr(
                    "Seal your own reading of the marked plate first; no machine's reading is shown before."
                ),
            )
        elif self._workspace.models.chosen is not None:
            names = (self._workspace.models.active or "default", self._workspace.models.chosen.name)
            TwoModelsDialog(window, session.frame.image, quad, names, self._workspace).open()

    def ask_for_export(self) -> None:
        """Ask where the chosen model goes."""
        if self._workspace.models.chosen is None:
            return
        name = f"{self._workspace.models.chosen.name}.safetensors"
        chosen, _ = QFileDialog.getSaveFileName(
            self._workspace,
            self.tr("Export model"),
            str(Path.home() / name),
            self.tr("Weights (*.safetensors)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is written over
        )
        if chosen:
            path = Path(chosen)
            self._workspace.models.export(path if path.suffix else path.with_suffix(Path(name).suffix))

    def ask_for_import(self) -> None:
        """Ask for a model's file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._workspace, self.tr("Import model"), str(Path.home()), self.tr("Weights (*.safetensors)")
        )
        if chosen:
            self._workspace.show_tab("models")
            self._workspace.models.take_in(Path(chosen))


class Judge:
    """Compares a model that was just kept."""

    def __init__(self, verbs: TrainVerbs, name: str) -> None:
        self._verbs, self._name = verbs, name

    def __call__(self) -> None:
        """Do it."""
        self._verbs.judge_model(self._name)


class UseDgm:
    """Lets a DGM that was just kept make far plates for the recognizer's training."""

    def __init__(self, workspace: "TrainWorkspace", name: str) -> None:
        self._workspace, self._name = workspace, name

    def __call__(self) -> None:
        """Do it."""
        self._workspace.show_tab("data")
        self._workspace.material.set_dgm(self._name)


class Resume:
    """Goes on with a run."""

    def __init__(self, verbs: TrainVerbs, trainer: Trainer, folder: Path, tab: str) -> None:
        self._verbs, self._trainer, self._folder, self._tab = verbs, trainer, folder, tab

    def __call__(self) -> None:
        """Do it."""
        self._verbs.resume(self._trainer, self._folder, self._tab)


class _Resumed:
    """Begins when the curves of a run were read."""

    def __init__(self, verbs: TrainVerbs, trainer: Trainer, folder: Path) -> None:
        self._verbs, self._trainer, self._folder = verbs, trainer, folder

    def __call__(self, curves: object) -> None:
        assert isinstance(curves, Curves)
        self._verbs.resumed(self._trainer, self._folder, curves)
