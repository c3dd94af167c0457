"""The list of exhibits: a small picture, the name, the digest, the state."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.exhibits import Exhibit
from forensic_lpr.gui.icons import pixmap
from forensic_lpr.gui.panels.panel import Panel
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
ExhibitRole = Qt.ItemDataRole.UserRole


class ExhibitModel(QAbstractListModel):
    """The session's exhibits as Qt's views want them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._shown: tuple[Exhibit, ...] = ()
        session.exhibits_changed.connect(self._on_exhibits_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Number of exhibits."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, exhibit and words of a row."""
        exhibit = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return exhibit.path.name
        if role == ExhibitRole:
            return exhibit
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [str(exhibit.path), self.words(exhibit)]
            if exhibit.item is not None:
                lines += [f"SHA-256 {exhibit.item.digests.sha256}", f"MD5 {exhibit.item.digests.md5}"]
                lines += [f"{name}: {value}" for name, value in exhibit.item.media.facts]
            return "\n".join(lines)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{exhibit.path.name}, {self.words(exhibit)}, SHA-256 {exhibit.short_digest}"
        return None

    def words(self, exhibit: Exhibit, short: bool = False) -> str:
        """The state of an exhibit in a few words; in short a clip's without the size of its frames."""
        if exhibit.state == "failed":
            return self.tr("cannot be read")
        if exhibit.item is None:
            return self.tr("acquiring…")
        media = exhibit.item.media
        size = f"{media.width} × {media.height}"
        if media.kind == "still":
            return f"{media.container}  {size}"
        count = len(exhibit.table.rows) if exhibit.table is not None else media.frame_count
        stream = self.tr("   stream {n}").format(n=media.stream).strip() if len(media.streams) > 1 else ""
        if media.separated:
            words = (
                self.tr("{n} fields, top first")
                if media.field_order == "top"
                else self.tr("{n} fields, bottom first")
            )
            return (stream + "   " + words.format(n=count)).strip()
        frames = self.tr("   {n} frames").format(n=count) if count else ""
        return frames.strip() if short and frames and not stream else (stream or size) + frames

    def row_of(self, number: int) -> int:
        """Row of an exhibit, -1 when it is not there."""
        return next((row for row, exhibit in enumerate(self._shown) if exhibit.number == number), -1)

    def _on_exhibits_changed(self) -> None:
        new = self._session.exhibits
        if [e.number for e in new] != [e.number for e in self._shown]:
            self.beginResetModel()
            self._shown = new
            self.endResetModel()
        else:
            self._shown = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))


class ExhibitDelegate(QStyledItemDelegate):
    """Draws one exhibit."""

    def __init__(self, look: Look, model: ExhibitModel) -> None:
        super().__init__(model)
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the small picture."""
        return QSize(0, self._look.px("thumbnail_height") + 2 * self._look.px("space"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Small picture at the left, three lines at the right."""
        exhibit: Exhibit = index.data(ExhibitRole)
        look, rect = self._look, QRect(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.colour("raised"))
            painter.fillRect(
                QRect(rect.left(), rect.top(), look.px("bar"), rect.height()), look.colour("accent")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(look.colour("focus"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        space = look.px("space")
        box = QRect(
            rect.left() + look.px("wide"),
            rect.top() + space,
            look.px("thumbnail_width"),
            look.px("thumbnail_height"),
        )
        self._paint_picture(painter, exhibit, box)
        text = QRect(box.right() + look.px("wide"), box.top(), 0, 0)
        text.setRight(rect.right() - space)
        strong, small = look.font("strong"), look.font("small")
        of_small, room = QFontMetrics(small), text.width()
        words = _fitting(of_small, room, self._model.words(exhibit), self._model.words(exhibit, short=True))
        digest = exhibit.short_digest if exhibit.item else ""
        words_colour = "failure" if exhibit.state == "failed" else "muted"
        lines = (
            (exhibit.path.name, strong, "text", Qt.TextElideMode.ElideMiddle),
            (words, small, words_colour, Qt.TextElideMode.ElideRight),
            (
                _fitting(of_small, room, f"SHA-256 {digest}", digest) if digest else "",
                small,
                "muted",
                Qt.TextElideMode.ElideRight,
            ),
        )
        for line, font, colour, elide in lines:
            metrics = QFontMetrics(font)
            text.setHeight(metrics.height())
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            shown = metrics.elidedText(line, elide, text.width())
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            text.translate(0, text.height())
        painter.restore()

    def _paint_picture(self, painter: QPainter, exhibit: Exhibit, box: QRect) -> None:
        look = self._look
        painter.fillRect(box, look.colour("canvas"))
        if exhibit.thumbnail is not None:
            size = exhibit.thumbnail.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(box.topLeft(), size)
            target.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, exhibit.thumbnail)
        else:
            drawing, colour = ("failure", "failure") if exhibit.state == "failed" else ("still", "muted")
            mark = pixmap(look, drawing, colour, scale=2)
            side = look.px("icon")
            painter.drawPixmap(box.center().x() - side // 2, box.center().y() - side // 2, mark)
        if exhibit.is_clip:
            side = look.px("icon")
            corner = QRect(box.right() - side + 1, box.bottom() - side + 1, side, side)
            painter.fillRect(corner, look.colour("shade"))
            painter.drawPixmap(corner.topLeft(), pixmap(look, "video", "canvas_text", scale=2))


def _fitting(metrics: QFontMetrics, room: int, text: str, short: str) -> str:
    """A text, or in short where it does not fit with a pixel to spare: eliding rounds fractions of one up."""
    return text if metrics.horizontalAdvance(text) < room else short


class ExhibitsPanel(Panel):
    """The exhibits of the session, and what is being acquired."""

    chosen = Signal(int)
    """Number of the exhibit to be shown."""

    def __init__(self, look: Look, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(look, self.tr("Exhibits"), "still", parent)
        self._session = session
        self._following = False
        self.model = ExhibitModel(session)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ExhibitDelegate(look, self.model))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Exhibits"))
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress_text = QLabel()
        self._progress_text.setProperty("kind", "muted")
        self._progress_text.setFont(look.font("small"))
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop acquiring"))
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(look.px("wide"), look.px("tight"), look.px("wide"), look.px("space"))
        work.setSpacing(look.px("tight"))
        work.addWidget(self._progress_text)
        work.addWidget(self._progress)
        work.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignRight)
        self._work.hide()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self._work)
        self.add_button(actions["remove"])
        self.add_button(actions["open"])
        self.empty.say(self.tr("The stills and clips that you open will stand here."))
        self.empty.offer(actions["open"])
        self.setMinimumWidth(look.px("side_minimum") - look.px("wide"))
        session.exhibits_changed.connect(self._on_exhibits_changed)
        session.exhibit_selected.connect(self._on_exhibit_selected)
        look.changed.connect(self.view.viewport().update)

    def whole_height(self) -> int:
        """The height at which every exhibit is seen."""
        rows = self.model.rowCount() * self.view.sizeHintForRow(0)
        return self.look.px("title") + 2 * (self.frameWidth() + self.view.frameWidth()) + rows

    def show_progress(self, done: int, total: int | None, text: str) -> None:
        """Show how far hashing is."""
        self._work.show()
        self._progress_text.setText(self.tr("Hashing {name}").format(name=text))
        self._progress.setRange(0, 1000 if total else 0)
        self._progress.setValue(1000 * done // total if total else 0)

    def end_progress(self) -> None:
        """Nothing is being acquired any more."""
        self._work.hide()

    def _on_exhibits_changed(self) -> None:
        self.show_content(bool(self._session.exhibits))
        self._on_exhibit_selected(self._session.current)

    def _on_exhibit_selected(self, exhibit: Exhibit | None) -> None:
        row = self.model.row_of(exhibit.number) if exhibit is not None else -1
        index = self.model.index(row)
        # Not the current index: a list that takes the focus makes its first row current without selecting it.
        if row >= 0 and not self.view.selectionModel().isSelected(index):
            self._following = True  # the list follows the session here; the examiner chose nothing
            self.view.setCurrentIndex(index)
            self._following = False

    def _on_current_changed(self, new: QModelIndex, old: QModelIndex) -> None:
        exhibit = new.data(ExhibitRole) if new.isValid() else None
        if self._following or not isinstance(exhibit, Exhibit):
            return
        if exhibit.state == "failed":
            self._session.message_posted.emit("failure", exhibit.problem)
        else:
            self.chosen.emit(exhibit.number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a lower panel, too, the chosen exhibit is seen."""
        super().resizeEvent(event)
        self.view.scrollTo(self.view.currentIndex())
