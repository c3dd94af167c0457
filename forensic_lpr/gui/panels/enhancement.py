"""The enhancement panel: the steps of the exhibit, the parameters of the chosen one, and what is read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.catalogue import PURPOSES, of_purpose
from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.enhancement import Enhancement
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.panels.step_editor import StepEditor
from forensic_lpr.gui.panels.step_list import StepList
from forensic_lpr.gui.recipe_verbs import RecipeVerbs
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look

_MORE = (
    "step-up",
    "step-down",
    "switch-step",
    "remove-step",
    "",
    "load-recipe",
    "save-recipe",
    "copy-recipe",
    "reset-recipe",
)


class EnhancementPanel(Panel):
    """Shows the current exhibit's recipe and lets it be changed."""

    def __init__(
        self,
        look: Look,
        session: Session,
        enhancement: Enhancement,
        verbs: RecipeVerbs,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, self.tr("Enhancement"), "enhancement-panel", parent)
        self._session, self._enhancement, self._verbs, self._actions = session, enhancement, verbs, actions
        self.operations = QMenu(self)
        self.operations.setToolTipsVisible(True)
        self._fill_operations()
        self.steps = StepList(look)
        self.editor = StepEditor(look)
        self.read = QCheckBox(self.tr("Read the enhanced picture"))
        self.read.setToolTip(actions["read-enhanced"].toolTip())
        self.state = QLabel()
        self.state.setFont(look.font("small"))
        self.state.setProperty("kind", "muted")
        self.state.setWordWrap(True)
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop computing the enhanced picture"))
        self._more = QToolButton()
        self._lay_out()
        self._connect()
        self._on_look_changed()
        self._on_changed()

    def _fill_operations(self) -> None:
        for purpose, title in PURPOSES.items():
            menu = self.operations.addMenu(in_words(title))
            menu.setToolTipsVisible(True)
            for operation in of_purpose(purpose):
                action = menu.addAction(in_words(operation.title))
                action.setData(operation.name)
                action.setToolTip(f"{in_words(operation.does)}\n{in_words(operation.cannot)}")
                action.triggered.connect(self._on_operation_triggered)

    def _lay_out(self) -> None:
        px = self.look.px
        for name in ("compare", "original", "add-step"):
            self.add_button(self._actions[name])
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setToolTip(self.tr("More on the steps"))
        self._more.setAccessibleName(self.tr("More on the steps"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more = QMenu(self._more)
        for name in _MORE:
            more.addAction(self._actions[name]) if name else more.addSeparator()
        self._more.setMenu(more)
        self.head.addWidget(self._more)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.editor)
        self.editor.setAutoFillBackground(False)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(px("tight"))
        split.addWidget(self.steps)
        split.addWidget(scroll)
        split.setStretchFactor(1, 1)
        split.setSizes([4 * px("step_row"), px("editor_height")])
        foot = QHBoxLayout()
        foot.setContentsMargins(px("wide"), px("tight"), px("wide"), 0)
        foot.addWidget(self.read)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, px("space"))
        column.setSpacing(px("tight"))
        column.addWidget(split, 1)
        column.addLayout(foot)
        line = QHBoxLayout()
        line.setContentsMargins(px("wide"), 0, px("wide"), 0)
        line.addWidget(self.state, 1)
        line.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self.empty.offer(self._actions["add-step"])

    def _connect(self) -> None:
        verbs = self._verbs
        self.steps.chosen.connect(verbs.choose)
        self.steps.switched.connect(verbs.switch)
        self.steps.moved.connect(verbs.move)
        self.steps.removed.connect(verbs.remove)
        self.editor.edited.connect(verbs.set_value)
        self.editor.defaults_asked.connect(verbs.set_defaults)
        self.read.clicked.connect(verbs.read_enhanced)
        verbs.row_changed.connect(self._on_changed)
        self._enhancement.treatment_changed.connect(self._on_changed)
        self._session.frame_changed.connect(self._on_changed)
        self.look.changed.connect(self._on_look_changed)

    def ask_for_step(self) -> None:
        """Offer the operations, by mouse and keys."""
        self.operations.popup(self.mapToGlobal(self.rect().topRight()))
        self.operations.setActiveAction(self.operations.actions()[0])

    def say(self, words: str, computing: bool) -> None:
        """Tell how far the enhanced picture is, or what is wrong with it; what is computed can be cancelled."""
        self.state.setText(words)
        self.cancel.setVisible(computing)

    def _on_changed(self) -> None:
        recipe, row = self._enhancement.recipe, self._verbs.row
        self.show_content(bool(recipe.steps))
        self.steps.show_recipe(recipe, row)
        self.editor.show_step(self._verbs.step)
        self.read.setChecked(self._enhancement.treatment.read)
        if self._session.frame is None:
            self.empty.say(
                self.tr("Steps that make visible what is there will stand here once a picture is open.")
            )
        else:
            self.empty.say(
                self.tr(
                    "No step yet: the original is shown. Steps never change the file, and each is recorded."
                )
            )

    def _on_operation_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._verbs.add(action.data())
        self.steps.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look_changed(self) -> None:
        self._more.setIcon(icon(self.look, "more"))
