"""The Models tab: cards at the left; at the right all that is known of the chosen one, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import FlowLayout, Scrolling
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.language import number
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.training.card_rates import gate_rows, measured_rows, other_results
from forensic_lpr.gui.training.controls import ActionButton, Facts, heading, note
from forensic_lpr.gui.training.jobs import ModelView
from forensic_lpr.gui.training.model_list import ModelList, verdict
from forensic_lpr.gui.training.models import Models
from forensic_lpr.gui.training.rates_view import RatesView


class ModelsTab(QWidget):
    """Keep, compare, activate, hand out."""

    def __init__(self, look: Look, models: Models, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._models = look, models
        self.list = ModelList(look)
        self.list.chosen.connect(self._on_chosen)
        self.buttons: dict[str, ActionButton] = {}
        self.name = QLabel()
        self.name.setFont(look.font("heading"))
        self.sign = QLabel()
        self.state = QLabel()
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.gate = RatesView(look, self.tr("Before and after"))
        self.measured = RatesView(look, self.tr("Measured"))
        self.facts = Facts(look)
        self.results = Facts(look)
        self.results_title = heading(look, self.tr("Measured"))
        self.compare_title = heading(look, self.tr("Before and after"))
        self.working = QWidget()
        self.work_words = note(look)
        self.work_bar = QProgressBar()
        self.work_bar.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop this work; the model stays as it is"))
        self.cancel.clicked.connect(models.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px("tight"))
        row.addWidget(self._cards(look, actions))
        row.addWidget(self._details(look, actions), 1)
        models.changed.connect(self._on_changed)
        models.working_changed.connect(self._on_working)
        models.progressed.connect(self._on_progressed)
        look.changed.connect(self._on_chosen)
        self._on_working()
        self._on_changed()

    def _cards(self, look: Look, actions: Actions) -> QWidget:
        panel = Panel(look, self.tr("Models"), "network")
        panel.add_button(actions["train-import"])
        column = QVBoxLayout(panel.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        panel.empty.say(self.tr("The shipped models and your own will stand here."))
        panel.setFixedWidth(look.px("form_width"))
        self._panel = panel
        return panel

    def _details(self, look: Look, actions: Actions) -> QWidget:
        panel = Panel(look, self.tr("Model card"), "network")
        state = QHBoxLayout()
        state.setSpacing(look.px("tight"))
        state.addWidget(self.sign)
        state.addWidget(self.state, 1)
        words = QVBoxLayout()
        words.setSpacing(look.px("line"))
        words.addWidget(self.name)
        words.addLayout(state)
        buttons = FlowLayout(look.px("space"))
        for name, text, primary in (
            ("train-gate", self.tr("Compare"), False),
            ("train-activate", "", True),
            ("train-back", self.tr("Take back"), False),
            ("train-recalibrate", "", False),
            ("train-two", self.tr("On one plate"), False),
            ("train-export", self.tr("Export"), False),
            ("train-delete", self.tr("Delete"), False),
        ):
            self.buttons[name] = ActionButton(actions, name, primary, text)
            buttons.addWidget(self.buttons[name])
        work = QHBoxLayout(self.working)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(look.px("space"))
        work.addWidget(self.work_words)
        work.addWidget(self.work_bar, 1)
        work.addWidget(self.cancel)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        shown: tuple[QWidget, ...] = (self.compare_title, self.sentence, self.gate)
        for widget in (*shown, self.results_title, self.measured, self.results):
            column.addWidget(widget)
        column.addWidget(heading(look, self.tr("Card")))
        column.addWidget(self.facts)
        column.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(look.px("loose"), look.px("wide"), look.px("loose"), 0)
        head.setSpacing(look.px("wide"))
        head.addLayout(words)
        head.addLayout(buttons)
        head.addWidget(self.working)
        holder = QVBoxLayout(panel.content)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addLayout(head)
        holder.addWidget(Scrolling(body), 1)
        panel.empty.say(self.tr("The card of the chosen model will stand here."))
        self._card = panel
        return panel

    # --- what is told

    def _on_changed(self) -> None:
        models = self._models
        self._panel.show_content(bool(models.all))
        self.list.show_models(models.all, models.wanted)

    def _on_chosen(self) -> None:
        model = self.list.current
        self._models.choose(model)
        self._card.show_content(model is not None)
        if model is None:
            return
        drawing, colour, words = verdict(model, self.list.tr)
        self.name.setText(model.name)
        self.sign.setPixmap(pixmap(self._look, drawing, colour, "cell", 2))
        in_use = self.tr("in use, ") if model.active and model.kind == "recognizer" else ""
        self.state.setText(in_use + words)
        gate = model.gate
        series = (self.tr("before"), self.tr("after"))
        self.gate.show_rates(series, gate_rows(gate, self.tr) if gate is not None else ())
        self.buttons["train-gate"].make_primary(gate is None and not model.shipped)
        self.buttons["train-activate"].make_primary(
            model.shipped or (gate is not None and gate.judgement == "better")
        )
        judged = model.kind == "recognizer" and not model.shipped
        self.compare_title.setVisible(judged)
        self.sentence.setVisible(judged)
        if gate is not None:
            left_out = (
                self.tr(" {n} pictures were left out because their plates were learnt.").format(
                    n=gate.left_out
                )
                if gate.left_out
                else ""
            )
            self.sentence.setText(in_words(gate.sentence) + left_out)
        else:
            self.sentence.setText(
                self.tr(
                    "Not compared yet. Compare it with the model in use on held plates before it reads: a model that "
                    "is not shown to be better should not replace one that is known."
                )
            )
        self.measured.show_rates(*measured_rows(model.results, in_words))
        others = other_results(model.results, in_words)
        self.results.show_rows(others)
        self.results.setVisible(bool(others))
        self.results_title.setVisible(bool(model.results))
        self.facts.show_rows(self._rows(model))

    def _rows(self, model: ModelView) -> list[tuple[str, str]]:
        tr = self.tr
        rows = [(tr("Network"), model.network), (tr("SHA-256"), model.sha256)]
        for place, (name, digest) in enumerate(model.parents):
            title = tr("Began with") if place == 0 else tr("and that with")
            rows.append((title, f"{name}  {digest}" if name else digest))
        for record in model.own:
            rows.append(
                (
                    tr("Own plates"),
                    tr("{n} pictures of the set {name}, SHA-256 {digest}").format(
                        n=record.pictures, name=record.set_name, digest=record.set_digest
                    ),
                )
            )
        rows += [
            (tr("Training data"), in_words(model.training_data)),
            (tr("Samples seen"), number(model.samples, ",d")),
            (
                tr("Trained"),
                tr("{day}, program version {version}").format(
                    day=model.trained_at, version=model.program_version
                ),
            ),
        ]
        if model.kind == "recognizer":
            rows.append(
                (tr("Calibration"), in_words(model.calibration) or tr("none: recalibrate before it reads"))
            )
        return rows

    def _on_working(self) -> None:
        self.working.setVisible(self._models.working != "")
        self.work_words.setText(self._models.working)
        self.work_bar.setRange(0, 0)

    def _on_progressed(self, done: int, total: int | None, text: str) -> None:
        self.work_bar.setRange(0, 1000 if total else 0)
        self.work_bar.setValue(1000 * done // total if total else 0)
