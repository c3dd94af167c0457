"""The manual in a window of its own: contents at the left, the page, back and forward, words to be found."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.icons import icon
from forensic_lpr.gui.manual import chapters, folder, language_of_window
from forensic_lpr.gui.manual_page import ManualPage
from forensic_lpr.gui.theme import Look

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow


class ManualWindow(QWidget):
    """Stays beside the window while one works; all of it is on this machine.

    Args:
        look: The look in use.
        actions: The window's actions, which the chapters name.
        language: Code of the language of the chapters.
        parent: The window to which it belongs.
    """

    def __init__(self, look: Look, actions: Actions, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Manual of Forensic LPR"))
        self._look = look
        self._chapters = chapters(language)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("Chapters"))
        self.contents.addItems([chapter.title for chapter in self._chapters])
        self.contents.setSpacing(look.px("tight"))
        self.page = ManualPage(look, actions)
        self.back = self._button("back", self.tr("Back"), "Alt+Left", self.page.backward)
        self.forward = self._button("forward", self.tr("Forward"), "Alt+Right", self.page.forward)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the manual"))
        self.words.setAccessibleName(self.tr("Find in the manual"))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(look.px("side_width"))
        self.previous = self._button("step-up", self.tr("Previous place"), "Shift+F3", self.find_previous)
        self.next = self._button("step-down", self.tr("Next place"), "F3", self.find_next)
        self.told = QLabel()
        self.told.setProperty("kind", "muted")
        self._lay_out()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find_asked)
        QShortcut(QKeySequence("Escape"), self, self.close)
        self.contents.currentRowChanged.connect(self._on_row_changed)
        self.page.sourceChanged.connect(self._on_source_changed)
        self.page.backwardAvailable.connect(self.back.setEnabled)
        self.page.forwardAvailable.connect(self.forward.setEnabled)
        self.words.returnPressed.connect(self.find_next)
        self.words.textEdited.connect(self._on_words_edited)
        look.changed.connect(self._on_look_changed)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        self._on_look_changed()
        if self._chapters:
            self.contents.setCurrentRow(0)
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            words = self.tr("{path} is missing; install the program again.")
            self.page.setPlainText(words.format(path=folder(language)))

    def _button(self, drawing: str, words: str, keys: str, verb: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(drawing)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.setShortcut(QKeySequence(keys))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(verb)
        return button

    def _lay_out(self) -> None:
        px = self._look.px
        bar = QHBoxLayout()
        bar.setContentsMargins(px("space"), px("space"), px("space"), 0)
        bar.setSpacing(px("tight"))
        for widget in (self.back, self.forward):
            bar.addWidget(widget)
        bar.addWidget(self.told, 1, Qt.AlignmentFlag.AlignRight)
        for part in (self.words, self.previous, self.next):
            bar.addWidget(part)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.setHandleWidth(px("tight"))
        split.addWidget(self.contents)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        split.setSizes([px("side_width"), px("manual_width")])
        column = QVBoxLayout(self)
        column.setContentsMargins(*([px("tight")] * 4))
        column.setSpacing(px("tight"))
        column.addLayout(bar)
        column.addWidget(split, 1)
        self.resize(px("side_width") + px("manual_width") + 5 * px("loose"), px("manual_height"))

    # --- pages

    def show_chapter(self, row: int) -> None:
        """Show a chapter by number."""
        self.page.setSource(QUrl.fromLocalFile(str(self._chapters[row].file)))

    def _on_row_changed(self, row: int) -> None:
        if row >= 0 and self._chapters[row].file != Path(self.page.source().toLocalFile()):
            self.show_chapter(row)

    def _on_source_changed(self, source: QUrl) -> None:
        """Choose the chapter in the contents; the page itself does not know its source yet."""
        file = Path(source.toLocalFile())
        row = next((k for k, chapter in enumerate(self._chapters) if chapter.file == file), -1)
        with QSignalBlocker(self.contents):
            self.contents.setCurrentRow(row)
        self.told.clear()

    # --- finding

    def find_next(self) -> None:
        """Go to the next place of the words, through all chapters and round."""
        self._find(1)

    def find_previous(self) -> None:
        """Go to the place before."""
        self._find(-1)

    def _find(self, step: int) -> None:
        words, count = self.words.text().strip(), len(self._chapters)
        if not words or not count:
            self._on_find_asked()
            return
        if self.page.find_on(words, step < 0):
            self.told.clear()
            return
        here = max(0, self.contents.currentRow())
        for way in range(1, count + 1):
            row = (here + step * way) % count
            if not self._chapters[row].holds(words):
                continue
            if row != here:
                self.show_chapter(row)
            self.page.put_cursor(step < 0)
            if self.page.find_on(words, step < 0):
                return
        self.told.setText(self.tr("“{words}” is nowhere in the manual.").format(words=words))

    def _on_find_asked(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _on_words_edited(self, words: str) -> None:
        self.told.clear()

    def _on_look_changed(self) -> None:
        for button in (self.back, self.forward, self.previous, self.next):
            button.setIcon(icon(self._look, button.objectName()))


def open_manual(window: "MainWindow") -> None:
    """Open the manual beside the window, or bring it to the front."""
    manual = window.findChild(ManualWindow)
    if manual is None:
        manual = ManualWindow(window.look, window.actions_, language_of_window(), window)
    manual.show()
    manual.raise_()
    manual.activateWindow()
