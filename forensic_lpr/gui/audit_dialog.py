"""The audit log in a table: filter, look at a row, export."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.actrows import KINDS
from forensic_lpr.core.audit import Event
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.report.casewire import events_csv, events_json

Index = QModelIndex | QPersistentModelIndex


class AuditModel(QAbstractTableModel):
    """Rows of the log, the latest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.events: tuple[Event, ...] = ()
        self._heads = (
            self.tr("Row"),
            self.tr("When"),
            self.tr("Who"),
            self.tr("What"),
            self.tr("Parameters"),
        )

    def show_events(self, events: tuple[Event, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.events = events
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Number of rows."""
        return 0 if parent.isValid() else len(self.events)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Number of columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; the tool-tip is the row's hash."""
        event = self.events[-1 - index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cells = (str(event.sequence), event.local_time, event.who, in_words(event.kind), event.parameters)
            return cells[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"SHA-256 {event.hash}"
        return None


class AuditDialog(QDialog):
    """Stays open beside the window and follows the record."""

    def __init__(self, look: Look, casework: Casework, parent: QWidget) -> None:
        super().__init__(parent)
        self._casework = casework
        self.setWindowTitle(self.tr("Audit log"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind = Chooser(look)
        self.kind.setFixedWidth(look.px("side_width"))
        self.kind.addItem(self.tr("All kinds"), "")
        for kind in KINDS:
            self.kind.addItem(in_words(kind), kind)
        self.kind.setAccessibleName(self.tr("Kind of act"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Show rows that hold this text"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.model = AuditModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setAccessibleName(self.tr("Rows of the audit log"))
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.whole = QPlainTextEdit()
        self.whole.setReadOnly(True)
        self.whole.setPlaceholderText(self.tr("The chosen row stands here whole."))
        self.whole.setFixedHeight(look.px("native_height") * 2)
        self.whole.setAccessibleName(self.tr("The chosen row"))
        self.head = QLabel()
        self.head.setProperty("kind", "muted")
        self.head.setFont(look.font("small_figures"))
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem = QLabel()
        self.problem.setProperty("kind", "failure")
        self.csv = QPushButton(self.tr("Export CSV…"))
        self.csv.clicked.connect(self._on_csv)
        self.json = QPushButton(self.tr("Export JSON…"))
        self.json.clicked.connect(self._on_json)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        top = QHBoxLayout()
        top.setSpacing(look.px("space"))
        top.addWidget(self.kind)
        top.addWidget(self.filter, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(look.px("space"))
        bottom.addWidget(self.problem, 1)
        for button in (self.csv, self.json, close):
            button.setAutoDefault(False)
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("space"))
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.whole)
        column.addWidget(self.head)
        column.addLayout(bottom)
        self.resize(look.px("dialog") * 2, look.px("dialog") * 6 // 5)
        casework.record_changed.connect(self._on_record_changed)
        self.kind.activated.connect(self._on_record_changed)
        self.filter.textChanged.connect(self._on_record_changed)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self._on_record_changed()
        self.table.resizeColumnsToContents()

    def _on_record_changed(self) -> None:
        view = self._casework.view
        kind, words = self.kind.currentData(), self.filter.text().casefold()
        events = view.events if view is not None else ()
        shown = tuple(
            event
            for event in events
            if (not kind or event.kind == kind)
            and words in f"{event.who} {event.kind} {in_words(event.kind)} {event.parameters}".casefold()
        )
        self.model.show_events(shown)
        if view is not None:
            self.head.setText(
                self.tr("{shown} of {rows} rows; head {hash}").format(
                    shown=len(shown), rows=view.head.rows, hash=view.head.hash
                )
            )

    def _on_row_chosen(self, current: QModelIndex, before: QModelIndex) -> None:
        if not current.isValid():
            self.whole.clear()
            return
        event = self.model.events[-1 - current.row()]
        parameters = json.dumps(json.loads(event.parameters), indent=2, ensure_ascii=False)
        self.whole.setPlainText(f"{in_words(event.kind)}\n{parameters}\nSHA-256 {event.hash}")

    def _on_csv(self) -> None:
        self._export("csv", events_csv(self.model.events))

    def _on_json(self) -> None:
        self._export("json", events_json(self.model.events))

    def _export(self, ending: str, text: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the rows shown"), f"audit-log.{ending}", f"*.{ending}"
        )
        if not chosen:
            return
        try:
            Path(chosen).write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            self.problem.setText(
                self.tr("The log cannot be written: {reason}.").format(reason=error.strerror or error)
            )
            return
        self.problem.clear()
