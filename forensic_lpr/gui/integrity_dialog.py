"""The integrity of a clip: everything that the full decode pass remarked, with the frames to go to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.evidence import FrameTable
from forensic_lpr.core.integrity import Remark, Stretch, place_text
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.time_text import time_text
from forensic_lpr.gui.transport import Transport

_MOST_ROWS = 500
_FIRST_FRAME = Qt.ItemDataRole.UserRole


class IntegrityDialog(QDialog):
    """A table with one line per stretch; stays open while the examiner looks at the frames."""

    def __init__(self, look: Look, session: Session, transport: Transport, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._session, self._transport = look, session, transport
        self.setWindowTitle(self.tr("Integrity of the clip"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        # Where there is no remark, it has the whole dialog.
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Kind"), self.tr("Where"), self.tr("Time"), self.tr("What was found")]
        )
        self.table.setAccessibleName(self.tr("Remarks"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setMinimumSectionSize(look.px("button"))
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.table.itemActivated.connect(self._on_go)
        self.go = QPushButton(self.tr("Go to frame"))
        self.go.setProperty("primary", True)
        self.go.clicked.connect(self._on_go)
        self.copy = QPushButton(self.tr("Copy as text"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._on_copy)
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px("space"))
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        self.resize(look.px("dialog") * 3 // 2, look.px("dialog") * 4 // 5)
        session.table_changed.connect(self._fill)
        look.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        current = self._session.current
        table = current.table if current is not None else None
        remarks = table.remarks if table is not None else ()
        self.summary.setText(self._summary(table))
        lines = [(remark, stretch) for remark in remarks for stretch in (remark.stretches or (None,))][
            :_MOST_ROWS
        ]
        self.table.setRowCount(len(lines))
        for row, (remark, stretch) in enumerate(lines):
            self._fill_row(row, remark, stretch, table)
        # A cell that has the keys is framed, which its size hint does not know of.
        self.table.setColumnWidth(0, self.table.sizeHintForColumn(0) + self._look.px("wide"))
        self.table.setVisible(bool(lines))
        self.copy.setEnabled(bool(remarks))
        self._on_selection_changed()
        self.table.resizeRowsToContents()

    def _fill_row(self, row: int, remark: Remark, stretch: Stretch | None, table: FrameTable | None) -> None:
        where, time, first = self.tr("whole clip"), "", None
        if stretch is not None and table is not None:
            where, first = place_text((stretch,)), stretch.first
            time = time_text(table.rows[first].ref.seconds)
        for column, text in enumerate((self._kind(remark), where, time, in_words(remark.sentence))):
            item = QTableWidgetItem(text)
            item.setData(_FIRST_FRAME, first)
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            if column == 0:
                grave = remark.doubtful_pixels
                item.setIcon(icon(self._look, *(("failure",) * 2 if grave else ("warning",) * 2)))
            elif column == 2:
                item.setFont(self._look.font("figures"))
            self.table.setItem(row, column, item)

    def _kind(self, remark: Remark) -> str:
        """What kind of thing a remark is about, in a word or two."""
        return {
            "packets": self.tr("Damaged packets"),
            "frames": self.tr("Damaged frames"),
            "decoder": self.tr("Decoder message"),
            "reading": self.tr("Reading the file"),
            "unrepeatable": self.tr("Not repeatable"),
            "gap": self.tr("Missing frames"),
            "backward": self.tr("Time goes back"),
            "end": self.tr("Missing end"),
            "stamps": self.tr("Time stamps"),
            "size": self.tr("Picture size"),
        }[remark.kind]

    def _summary(self, table: FrameTable | None) -> str:
        if table is None:
            return self.tr("What is damaged or missing will stand here once the frames of a clip are listed.")
        if not table.remarks:
            return self.tr(
                "The whole clip was decoded ({n} frames); nothing is missing or damaged as far as can be told."
            ).format(n=len(table.rows))
        doubtful = sum(1 for remark in table.remarks if remark.doubtful_pixels)
        told = self.tr("The whole clip was decoded ({n} frames); remarks: {m}.").format(
            n=len(table.rows), m=len(table.remarks)
        )
        if not doubtful:
            return told + " " + self.tr("None of them puts the pixels of a frame in doubt.")
        grave = self.tr(
            "Those with an eight-sided sign put pixels in doubt: frames up to the next key frame can be wrong."
        )
        return f"{told} {grave}"

    def _chosen(self) -> int | None:
        items = self.table.selectedItems()
        frame = items[0].data(_FIRST_FRAME) if items else None
        return frame if isinstance(frame, int) else None

    def _on_selection_changed(self) -> None:
        self.go.setEnabled(self._chosen() is not None)

    def _on_go(self) -> None:
        frame = self._chosen()
        if frame is not None:
            self._transport.pause()
            self._transport.go(frame)

    def _on_copy(self) -> None:
        current = self._session.current
        if current is not None and current.table is not None:
            QGuiApplication.clipboard().setText(
                "\n".join(in_words(remark.text) for remark in current.table.remarks)
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew."""
        super().resizeEvent(event)
        self.table.resizeRowsToContents()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the columns have their widths."""
        super().showEvent(event)
        self.table.resizeRowsToContents()
