"""The Train workspace: its four tabs, its message, and which verb goes where."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forensic_lpr import paths
from forensic_lpr.core.acts import ModelActivated, ModelTrained
from forensic_lpr.gui.message_bar import MessageBar
from forensic_lpr.gui.training.controls import Alternatives
from forensic_lpr.gui.training.evidence import EvidenceForTraining
from forensic_lpr.gui.training.jobs import LookAtMachine, MachineFacts
from forensic_lpr.gui.training.material import Material
from forensic_lpr.gui.training.models import Models
from forensic_lpr.gui.training.pages import TrainPages
from forensic_lpr.gui.training.pairs import Pairs
from forensic_lpr.gui.training.trainer import Trainer
from forensic_lpr.gui.training.verbs import LANE, Judge, Resume, TrainVerbs, UseDgm
from forensic_lpr.operations.modelwork import Kept

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow


class TrainWorkspace(QWidget):
    """Built when it is first shown; what it shows is looked up then."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        look, actions, runner = window.look, window.actions_, window.runner
        formats = window.session.formats
        self.material = Material(runner, window.preferences, formats, self)
        self.trainer = Trainer(runner, window.preferences, "recognizer", self)
        self.dgm_trainer = Trainer(runner, window.preferences, "dgm", self)
        self.models = Models(runner, self)
        self.pairs = Pairs(runner, window.preferences, formats, self.dgm_trainer, self)
        self.evidence = EvidenceForTraining(window, self.material, self.pairs, self)
        tr = self.tr
        self.verbs = TrainVerbs(window, self)
        self.tabs = Alternatives(
            look,
            tr("Parts of the training"),
            (
                ("data", tr("Data"), tr("Where training pictures come from, and what the network will see")),
                ("recognizer", tr("Recognizer"), tr("Train what reads plates")),
                ("dgm", tr("DGM"), tr("Train what makes far plates of near ones")),
                ("models", tr("Models"), tr("Keep, compare, activate and hand out models")),
            ),
            "tab",
        )
        trainers = self.trainer, self.dgm_trainer
        self.pages = TrainPages(look, actions, self.material, trainers, self.pairs, self.models)
        self.message = MessageBar(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("tight")] * 4))
        column.setSpacing(look.px("tight"))
        column.addWidget(self.tabs)
        column.addWidget(self.message)
        column.addWidget(self.pages, 1)
        self._looked = False
        self._facts = MachineFacts((), ())
        self._connect()
        self._enable()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.pages.built.connect(self._on_built)
        for trainer in (self.trainer, self.dgm_trainer):
            trainer.state_changed.connect(self._enable)
            trainer.finished.connect(self._on_ended)
            trainer.stopped.connect(self._on_ended)
            trainer.failed.connect(self._on_failed)
        self.material.set_changed.connect(self._on_material)
        self.material.mixture_changed.connect(self._on_material)
        self.pairs.changed.connect(self._on_pairs)
        for teller in (self.material, self.models):
            teller.message_posted.connect(self.message.post)
        self.models.changed.connect(self._on_models)
        self.models.choice_changed.connect(self._enable)
        self.models.working_changed.connect(self._enable)
        self.models.activated.connect(self._on_activated)
        self.models.replaced.connect(self._on_replaced)
        self.models.kept.connect(self._on_kept)
        self.message.action.clicked.connect(self._on_offer)
        self._offer: Callable[[], None] | None = None

    # --- what is shown

    def show_tab(self, name: str) -> None:
        """Show one of the four tabs."""
        self.tabs.choose(name)
        self.pages.show_page(name)
        self._enable()

    @property
    def current(self) -> Trainer:
        """The trainer that start, pause and stop are about: that of the tab shown, else the one at work."""
        if self.tabs.current == "dgm" or (self.dgm_trainer.busy and self.tabs.current != "recognizer"):
            return self.dgm_trainer
        return self.trainer

    @property
    def earlier_run(self) -> Path | None:
        """The run chosen among the earlier ones of the current trainer."""
        pages = self.pages
        if self.current is self.dgm_trainer:
            return pages.dgm.runs.chosen if pages.has("dgm") else None
        return pages.recognizer.runs.chosen if pages.has("recognizer") else None

    def look_around(self) -> None:
        """Find out what there is: set, pairs, models, devices, runs."""
        if self._looked:
            return
        self._looked = True
        self.show_tab(self.tabs.current)
        # The rest after it: while one thread loads torch, the window would wait for every other one to begin.
        self._look_at_machine()

    def offer_unfinished(self) -> None:
        """After an end in the middle of a training, offer to go on."""
        for trainer, tab in ((self.trainer, "recognizer"), (self.dgm_trainer, "dgm")):
            folder = trainer.unfinished
            if folder is not None and not trainer.busy:
                self.message.post(
                    "info",
                    self.tr(
                        "The training {name} was under way when the program ended. Its state is saved."
                    ).format(name=folder.name),
                )
                self._offer_to(self.tr("Go on"), Resume(self.verbs, trainer, folder, tab))
                self._window.session.message_posted.emit(
                    "info",
                    self.tr("The training {name} was interrupted; go on with it in Train.").format(
                        name=folder.name
                    ),
                )
                return

    def _offer_to(self, words: str, verb: Callable[[], None]) -> None:
        self._offer = verb
        self.message.offer(words)

    def _on_offer(self) -> None:
        verb, self._offer = self._offer, None
        self.message.post("info", "")
        if verb is not None:
            verb()

    # --- what is told

    def _on_built(self, name: str) -> None:
        """Tell a tab that is new what there is."""
        if name == "data":
            self.pages.data.sources.show_dgms(self.models.names("dgm"))
        elif name == "recognizer":
            self.pages.recognizer.form.changed.connect(self._enable)
            self.pages.recognizer.form.changed.connect(self._on_settings)
            self._on_material()
            self._show_choices()
        elif name == "dgm":
            self._show_choices()

    def _enable(self) -> None:
        enable, current, models = self._window.actions_.enable, self.current, self.models
        other = self.trainer.busy or self.dgm_trainer.busy
        enable(("train-start",), not other)
        enable(("train-pause",), current.state in ("starting", "running", "paused"))
        pause = self._window.actions_["train-pause"]
        pause.setText(self.tr("&Go on") if current.state == "paused" else self.tr("&Pause"))
        enable(("train-stop",), current.busy and current.state != "stopping")
        enable(("train-resume",), not other and self.earlier_run is not None)
        model = models.chosen
        recognizer = model is not None and model.kind == "recognizer"
        own = model is not None and not model.shipped
        free = models.working == ""
        enable(("train-gate", "train-recalibrate"), recognizer and own and free)
        enable(("train-activate",), recognizer and model is not None and not model.active)
        enable(("train-two",), recognizer and model is not None and not model.active)
        enable(("train-export",), model is not None)
        enable(("train-delete",), own and model is not None and not model.active and free)
        enable(("train-back",), models.active not in ("", "default"))

    def _on_material(self) -> None:
        if not self.pages.has("recognizer"):
            return
        view, tr = self.material.view, self.tr
        own = self.material.folder is not None and (view is not None or bool(self.material.problem))
        if view is not None and view.split is not None:
            told = (
                tr("{n} pictures of {name} to train on, beside drawn plates; shares as set in Data.")
                if not self.material.pair_plates
                else tr(
                    "{n} pictures of {name} and {pairs} of pair sets to train on, beside drawn plates; shares "
                    "as set in Data."
                )
            )
            words = told.format(
                n=len(view.split.numbers("train")),
                name=view.labelled.name,
                pairs=len(self.material.pair_plates),
            )
        elif own:
            words = self.material.problem or (view.problem if view is not None else "")
        else:
            words = tr(
                "Drawn plates only. Choose or label plates of your own in Data to teach it your camera."
            )
        self.pages.recognizer.show_data(words, own)

    def _on_settings(self) -> None:
        fields = self.pages.recognizer.form.fields
        self.material.follow_settings(round(fields["seed"].value()), fields["narrow"].value())

    def _on_pairs(self) -> None:
        view = self.pairs.view
        self.material.set_pairs(self.pairs.folder, view.plates if view is not None else ())

    def _on_models(self) -> None:
        if self.pages.has("data"):
            self.pages.data.sources.show_dgms(self.models.names("dgm"))
        self._show_choices()
        self._window.reading.show_weights(self.models.names("recognizer"))
        self._enable()

    def _look_at_machine(self) -> None:
        task = self._window.runner.start(LookAtMachine(paths.runs()), LANE)
        task.succeeded.connect(self._on_facts)

    def _on_facts(self, facts: MachineFacts) -> None:
        first, self._facts = not self._facts.devices, facts
        if first:
            self.material.restore()
            self.pairs.restore()
            self.models.refresh()
        self._show_choices()
        self._enable()

    def _show_choices(self) -> None:
        pages, models = self.pages, self.models
        if pages.has("recognizer"):
            names = models.names("recognizer")
            pages.recognizer.form.show_choices(names, models.active, self._facts.devices)
            pages.recognizer.show_runs(self._runs("recognizer"))
        if pages.has("dgm"):
            pages.dgm.show_choices(models.names("dgm"), self._runs("dgm"))

    def _runs(self, kind: str) -> tuple[tuple[str, str], ...]:
        words = self.tr("{share:.0f} %   {name}")
        return tuple(
            (str(folder), words.format(name=folder.name, share=100 * samples / total))
            for network, folder, samples, total in self._facts.runs
            if samples < total and (network == "dgm") == (kind == "dgm")
        )

    def _on_ended(self, folder: Path) -> None:
        self._look_at_machine()
        trainer = self.sender()
        if isinstance(trainer, Trainer) and trainer.status is not None and trainer.status.samples > 0:
            self.models.keep(folder)
            self.message.post(
                "info",
                self.tr("The training {name} ended; its model is being kept.").format(name=folder.name),
            )

    def _on_kept(self, model: Kept) -> None:
        self._note(ModelTrained(model.name, model.sha256))
        if model.kind == "dgm":
            self.message.post(
                "success",
                self.tr(
                    "The DGM {name} is kept. It can make far plates for the recognizer's training."
                ).format(name=model.name),
            )
            self._offer_to(self.tr("Use it in Data"), UseDgm(self, model.name))
            return
        self.message.post(
            "success",
            self.tr("The model {name} is kept. Compare it before it reads.").format(name=model.name),
        )
        self._offer_to(self.tr("Compare with the one in use"), Judge(self.verbs, model.name))

    def _on_failed(self, sentence: str) -> None:
        self._look_at_machine()
        self.message.post("failure", sentence)

    def _on_replaced(self, name: str) -> None:
        self._window.reader.forget_weights(name)

    def _on_activated(self, name: str, sha256: str) -> None:
        self._note(ModelActivated(name, sha256))
        self._window.session.request_weights(name)

    def _note(self, act: ModelActivated | ModelTrained) -> None:
        """Record in the case that is open; training alone begins none."""
        if self._window.casework.view is not None:
            self._window.casework.note(act)

    def close_work(self) -> bool:
        """Before the window closes: tell trainings to end and save; whether there were any."""
        busy = [trainer for trainer in (self.trainer, self.dgm_trainer) if trainer.busy]
        for trainer in busy:
            trainer.stop()
        return bool(busy)
