"""The About box: version, what computes, folders, and the licences of everything that is shipped."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr import __version__, paths
from forensic_lpr.gui.manual import language_of_window
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.welcome import emblem
from forensic_lpr.operations.environment import environment

LICENCES = {"en": "LICENCES.md", "pt_BR": "LICENCES.pt_BR.md"}
"""The shipped document in each language of the window; all name the same licences."""


class AboutDialog(QDialog):
    """Reads the licences from the shipped document in the language of the window."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Forensic LPR"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        picture.setPixmap(emblem(look))
        name = QLabel(f"Forensic LPR {__version__}")
        name.setFont(look.font("display"))
        words = QLabel(
            self.tr(
                "Reads licence plates from poor pictures and documents how. It works offline. Unless a reading says "
                "otherwise its probabilities are the network's own; a reading is a lead, not a proof."
            )
        )
        words.setWordWrap(True)
        words.setProperty("kind", "muted")
        titles = QVBoxLayout()
        titles.setSpacing(look.px("tight"))
        titles.addWidget(name)
        titles.addWidget(words)
        head = QHBoxLayout()
        head.setSpacing(look.px("loose"))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(titles, 1)
        self.facts = QLabel(self._facts())
        self.facts.setWordWrap(True)
        self.facts.setFont(look.font("small_figures"))
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.facts.setAccessibleName(self.tr("Version, packages and folders"))
        self.licences = QTextBrowser()
        self.licences.setAccessibleName(self.tr("Licences"))
        self.licences.setOpenLinks(False)
        self.licences.setMinimumHeight(look.px("plates_height"))
        self._show_licences()
        self.licences.document().setDocumentMargin(look.px("space"))
        copy = QPushButton(self.tr("Copy details"))
        copy.clicked.connect(self._on_copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*([look.px("loose")] * 4))
        column.setSpacing(look.px("wide"))
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.licences, 1)
        column.addWidget(buttons)
        self.setMinimumWidth(look.px("dialog") * 4 // 3)
        self.resize(self.minimumWidth(), look.px("dialog") * 5 // 4)

    def _facts(self) -> str:
        kind = self.tr("frozen program") if paths.frozen() else self.tr("from source")
        rows = [(self.tr("Version"), f"{__version__}, {kind}"), *environment()]
        rows.append((self.tr("Log"), str(paths.logs())))
        rows.append((self.tr("Cases"), str(paths.cases())))
        return "\n".join(f"{in_words(name)}: {text}" for name, text in rows)

    def _show_licences(self) -> None:
        path = paths.documents() / LICENCES[language_of_window()]
        try:
            self.licences.setMarkdown(path.read_text("utf-8"))
        except OSError:
            self.licences.setPlainText(
                self.tr("{path} is missing; install the program again.").format(path=path)
            )

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.facts.text())
