"""One page of the manual: a chapter as the window shows it, with pictures that fit, and words found in it."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.manual import shown
from forensic_lpr.gui.theme import Look

_LINE_HEIGHT = 138
"""Of a line of text, in percent of what the face asks for."""
_PICTURE = "\ufffc"
"""What stands for a picture in the text of a block."""


class ManualPage(QTextBrowser):
    """Shows chapters from files of the program's own, never anything from elsewhere."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._actions = look, actions
        self.setAccessibleName(self.tr("Page of the manual"))
        self.setOpenLinks(False)
        self.document().setDefaultFont(look.font("page"))
        self.document().setDocumentMargin(look.px("loose"))
        self._typing = QTextCharFormat()
        self._typing.setFont(look.font("page_typed"))
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(look.px("manual_width") + 2 * look.px("loose"))
        self.setMinimumWidth(look.px("manual_width") + 4 * look.px("loose"))
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.sourceChanged.connect(self._on_source_changed)
        look.changed.connect(self.reload)

    def find_on(self, words: str, backward: bool = False) -> bool:
        """Select the next place of some words on this page, from the cursor on; whether there is one."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        return self.find(words, flags)

    def put_cursor(self, last: bool) -> None:
        """Put the cursor to the beginning or the end of the page, from where a search goes on."""
        self.moveCursor(QTextCursor.MoveOperation.End if last else QTextCursor.MoveOperation.Start)

    def _on_anchor_clicked(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        if target.isLocalFile():
            self.setSource(target)

    def _on_source_changed(self, source: QUrl) -> None:
        """Give the lines air and what is typed a face of this window, which Markdown cannot ask for."""
        block = self.document().begin()
        while block.isValid():
            air = block.blockFormat()
            if _PICTURE in block.text():  # its line is as high as the picture
                air.setBottomMargin(self._look.px("wide"))
            else:
                if air.headingLevel() > 1:
                    air.setTopMargin(self._look.px("loose"))
                air.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).setBlockFormat(air)
            for start, length in _typed(block):
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(self._typing)
            block = block.next()

    def _picture(self, file: str) -> QImage:
        """A picture no wider than a line, as sharp as the screen."""
        picture, scale = QImage(file), self.devicePixelRatioF()
        room = round(self._look.px("manual_width") * scale)
        if picture.width() > room:
            picture = picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            picture.setDevicePixelRatio(scale)
        return picture

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A chapter with the actions' own words, a picture that fits; nothing that is no file of the manual."""
        url = self.source().resolved(QUrl(name))
        if not url.isLocalFile():
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(url.toLocalFile())
        found = super().loadResource(kind, url)
        return shown(bytes(found).decode("utf-8"), self._actions) if found else None


def _typed(block: QTextBlock) -> list[tuple[int, int]]:
    """Where in a block stands what Markdown sets in a fixed pitch, as position and length."""
    found = []
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if fragment.charFormat().fontFixedPitch():
            found.append((fragment.position(), fragment.length()))
        place += 1
    return found
