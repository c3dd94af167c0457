"""The pages of a report one below the other: scrolled by wheel and keys, fitted to the width or enlarged."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from forensic_lpr.core.progress import Progress
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.tasks import Task, TaskRunner
from forensic_lpr.gui.theme import Look

ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
"""Of the size at which pages were typeset for the screen."""
_KEPT = 6
_LANE = "unpacking"


@dataclass(frozen=True)
class Unpack:
    """A page as a picture of some width; a page takes longer than a window may wait."""

    number: int
    page: bytes
    width: int

    def __call__(self, progress: Progress) -> QImage:
        """Raises Cancelled."""
        from forensic_lpr.imaging.png import from_png
        from forensic_lpr.imaging.resample import to_width

        return to_picture(to_width(from_png(self.page), self.width))


class PagesView(QAbstractScrollArea):
    """Shows PNG pages; those that are seen are unpacked behind the window, one after the other."""

    page_changed = Signal(int, int)
    """Number of the page that is seen most, from 1, and number of all; 0 of 0 without pages."""

    def __init__(self, look: Look, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._runner = look, runner
        self._pages: tuple[bytes, ...] = ()
        self._sizes: list[tuple[int, int]] = []
        self._unpacked: dict[int, QPixmap] = {}
        self._stale: set[int] = set()
        self._unpacking: Task | None = None
        self._zoom: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of the report"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._pages)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show other pages, at the place where the old ones were."""
        self._pages = pages
        # What is seen stays until what takes its place is unpacked; without pages nothing stays.
        self._unpacked = {number: kept for number, kept in self._unpacked.items() if number < len(pages)}
        self._stale = set(self._unpacked)
        self._sizes = []
        for page in pages:
            width, height = int.from_bytes(page[16:20], "big"), int.from_bytes(page[20:24], "big")
            self._sizes.append((width, height))  # as a PNG's header has them
        self._lay_out()
        self.viewport().update()
        self._on_scrolled()

    # --- zoom

    @property
    def fits(self) -> bool:
        """Whether a page is as wide as the view has room, and no larger than it was typeset."""
        return self._zoom is None

    def fit(self) -> None:
        """Make a page as wide as the view."""
        self._set_zoom(None)

    def zoom(self, steps: int) -> None:
        """Enlarge, or reduce where ``steps`` is negative."""
        now = self._scale()
        if steps > 0:
            self._set_zoom(next((z for z in ZOOMS if z > now + 0.01), ZOOMS[-1]))
        else:
            self._set_zoom(next((z for z in reversed(ZOOMS) if z < now - 0.01), ZOOMS[0]))

    def _set_zoom(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(place * bar.maximum()))
        self.viewport().update()

    def _scale(self) -> float:
        if self._zoom is not None:
            return self._zoom
        widest = max((width for width, _ in self._sizes), default=1)
        return min(1.0, max(0.1, (self.viewport().width() - 2 * self._look.px("page_gap")) / widest))

    # --- pages

    def page(self) -> int:
        """Number, from 0, of the page that is seen most."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        tops = [rect.top() for rect in self._rectangles()]
        return max(0, sum(top <= middle for top in tops) - 1)

    def go_to(self, page: int) -> None:
        """Scroll a page to the top."""
        rectangles = self._rectangles()
        if rectangles:
            page = min(max(page, 0), len(rectangles) - 1)
            self.verticalScrollBar().setValue(rectangles[page].top() - self._look.px("page_gap"))

    def _rectangles(self) -> list[QRect]:
        """Where the pages lie, before scrolling."""
        gap, scale = self._look.px("page_gap"), self._scale()
        top, found = gap, []
        for width, height in self._sizes:
            wide, high = round(width * scale), round(height * scale)
            left = max(gap, (self.viewport().width() - wide) // 2)
            found.append(QRect(left, top, wide, high))
            top += high + gap
        return found

    def _lay_out(self) -> None:
        rectangles, gap = self._rectangles(), self._look.px("page_gap")
        bottom = rectangles[-1].bottom() + gap if rectangles else 0
        right = max((rect.right() for rect in rectangles), default=0) + gap
        seen = self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), bottom, seen.height()),
            (self.horizontalScrollBar(), right, seen.width()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(self._look.px("dialog") // 8)

    def _seen(self) -> list[tuple[int, QRect]]:
        """The pages that are seen, each with its place in the view."""
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        places = [rect.translated(-left, -top) for rect in self._rectangles()]
        return [(n, place) for n, place in enumerate(places) if place.intersects(self.viewport().rect())]

    def _wide(self, number: int) -> int:
        """Width of a page in physical pixels."""
        return max(1, round(round(self._sizes[number][0] * self._scale()) * self.devicePixelRatioF()))

    def _lacking(self) -> int | None:
        """The next page to be unpacked: one that is seen, else one beside those; ``None`` when all are there."""
        seen = [number for number, _ in self._seen()]
        beside = [seen[-1] + 1, seen[0] - 1] if seen else []
        for number in (*seen, *beside):
            kept = self._unpacked.get(number)
            if 0 <= number < len(self._pages) and (
                kept is None or number in self._stale or kept.width() != self._wide(number)
            ):
                return number
        return None

    def _unpack(self) -> None:
        """Unpack what is lacking, one page at a time."""
        number = self._lacking()
        if self._unpacking is None and number is not None:
            job = Unpack(number, self._pages[number], self._wide(number))
            self._unpacking = self._runner.start(job, _LANE)
            self._unpacking.succeeded.connect(self._on_unpacked)
            self._unpacking.cancelled.connect(self._on_given_up)
            self._unpacking.failed.connect(self._on_given_up)

    # --- slots and events

    def _on_unpacked(self, picture: QImage) -> None:
        task, self._unpacking = self._unpacking, None
        assert task is not None and isinstance(task.job, Unpack)
        number = task.job.number
        if number < len(self._pages) and self._pages[number] is task.job.page:
            kept = QPixmap.fromImage(picture)
            kept.setDevicePixelRatio(self.devicePixelRatioF())
            self._unpacked[number] = kept
            self._stale.discard(number)
            most = max(_KEPT, len(self._seen()) + 2)
            while len(self._unpacked) > most:
                del self._unpacked[max(self._unpacked, key=lambda one: abs(one - self.page()))]
            self.viewport().update()
        self._unpack()

    def _on_given_up(self) -> None:
        self._unpacking = None

    def _on_scrolled(self) -> None:
        self.page_changed.emit(self.page() + 1 if self._pages else 0, len(self._pages))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that are seen, as far as they are unpacked."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("canvas"))
        for number, place in self._seen():
            kept = self._unpacked.get(number)
            if kept is None:
                painter.fillRect(place, Qt.GlobalColor.white)  # a sheet of paper, until it is unpacked
            else:
                painter.drawPixmap(place, kept)
        self._unpack()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place while the pages change their size."""
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        super().resizeEvent(event)
        self._lay_out()
        bar.setValue(round(place * bar.maximum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl enlarge or reduce."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that move through pages are no shortcuts of the window here."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _MOVES
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down, first, last; plus, minus and F for the size."""
        key = event.key()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.go_to(self.page() + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.count - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key in (Qt.Key.Key_F, Qt.Key.Key_0):
            self.fit()
        else:
            super().keyPressEvent(event)


_MOVES = (
    Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Plus, Qt.Key.Key_Equal,
    Qt.Key.Key_Minus, Qt.Key.Key_F, Qt.Key.Key_0,
)  # fmt: skip
