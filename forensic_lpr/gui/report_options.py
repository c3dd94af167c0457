"""What goes into a report: language, plates and readings, data beside it, signature."""

from importlib.util import find_spec

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.core.caseview import CaseView, RecordedPlate
from forensic_lpr.gui.chooser import Chooser
from forensic_lpr.gui.form_dialog import PathField
from forensic_lpr.gui.language import spoken
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.report_jobs import Chosen
from forensic_lpr.gui.theme import Look

_NUMBER = Qt.ItemDataRole.UserRole
_LANGUAGES = (("en", "English"), ("pt-BR", "Português (Brasil)"))


class Selection(QTreeWidget):
    """The plates of a case and their readings, each with its tick."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Plates and readings in the report"))
        self.setUniformRowHeights(True)
        self.setIndentation(look.px("loose"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row, self._most = look.px("slot_row"), look.px("plates_height")
        self._case = ""
        self._off: set[int] = set()
        self._ticked: dict[int, bool] = {}
        self.itemChanged.connect(self._on_item_changed)
        self.hide()

    def show_case(self, view: CaseView) -> None:
        """Show what there is; what the examiner ticked or not stays so while it is the same case."""
        if view.case.identity != self._case:
            self._case = view.case.identity
            self._off.clear()
            self._ticked.clear()
        self.blockSignals(True)
        self.clear()
        for plate in view.plates:
            self._add(plate)
        self.blockSignals(False)
        self.setVisible(bool(view.plates))
        rows = len(view.plates) + len(view.readings)
        self.setFixedHeight(min(max(1, rows) * self._row, self._most))

    def forget(self) -> None:
        """Show nothing; the ticks come back with the case."""
        self.clear()
        self.hide()

    def plates(self) -> tuple[int, ...] | None:
        """Numbers of the plates that are ticked, ``None`` for all."""
        tops = [item for k in range(self.topLevelItemCount()) if (item := self.topLevelItem(k)) is not None]
        return tuple(_number(item) for item in tops if _is_on(item)) if self._off else None

    def readings(self) -> tuple[int, ...] | None:
        """Numbers of the readings that are ticked, ``None`` where the ticks are those that a report has by itself."""
        found = []
        for k in range(self.topLevelItemCount()):
            top = self.topLevelItem(k)
            rows = [top.child(n) for n in range(top.childCount())] if top is not None else []
            found += [_number(row) for row in rows if row is not None and _is_on(row)]
        return tuple(found) if self._ticked else None

    def _add(self, plate: RecordedPlate) -> None:
        last = {reading.act.what: reading.act.reading for reading in plate.readings}.values()
        conclusion = plate.conclusion.text if plate.conclusion is not None else self.tr("no conclusion")
        words = self.tr("Plate {n}, exhibit {exhibit}: {conclusion}")
        text = words.format(n=plate.number, exhibit=plate.place.exhibit, conclusion=conclusion)
        top = QTreeWidgetItem(self, [text])
        self._make_tickable(top, plate.number, plate.number not in self._off)
        for reading in plate.readings:
            number = reading.act.reading
            kind = self.tr("of a frame") if reading.act.what == "frame" else self.tr("of a track")
            words = self.tr("Reading {n}, {kind}: {plate}")
            row = QTreeWidgetItem(
                top, [words.format(n=number, kind=kind, plate=reading.act.likeliest or "–")]
            )
            self._make_tickable(row, number, self._ticked.get(number, number in last))
        top.setExpanded(True)

    def _make_tickable(self, item: QTreeWidgetItem, number: int, on: bool) -> None:
        item.setSizeHint(0, QSize(0, self._row))
        item.setData(0, _NUMBER, number)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        item.setToolTip(0, item.text(0))

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        number, on = _number(item), _is_on(item)
        if item.parent() is not None:
            self._ticked[number] = on
        elif on:
            self._off.discard(number)
        else:
            self._off.add(number)
        self.changed.emit()


def _number(item: QTreeWidgetItem) -> int:
    return int(item.data(0, _NUMBER))


def _is_on(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


class ReportOptions(QWidget):
    """Chooses; :attr:`chosen` is what a job captures."""

    changed = Signal()
    """Something that is seen on the pages."""

    def __init__(self, look: Look, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.language = Chooser(look)
        self.language.setAccessibleName(self.tr("Language of the report"))
        for name, words in _LANGUAGES:
            self.language.addItem(words, name)
        self.language.setCurrentIndex(
            max(0, self.language.findData(preferences.text("report/language") or spoken()))
        )
        self.selection = Selection(look)
        self.twin = QCheckBox(self.tr("Write the &JSON with the same content beside it"))
        self.twin.setChecked(preferences.text("report/twin", "yes") == "yes")
        self.sign = QCheckBox(self.tr("&Sign it with a key (PAdES)"))
        kinds = self.tr("Keys (*.p12 *.pfx);;All files (*)")
        self.key = PathField(look, self.tr("Key"), kinds, preferences.text("report/key"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(self.tr("Passphrase of the key; it is not kept"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.can_sign = find_spec("pyhanko") is not None
        missing = QLabel(self.tr('Signing needs pyHanko: pip install "forensic-lpr[sign]".'))
        missing.setProperty("kind", "muted")
        missing.setWordWrap(True)
        missing.setVisible(not self.can_sign)
        self.sign.setEnabled(self.can_sign)
        language = QFormLayout()
        language.addRow(self.tr("Lan&guage"), self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px("space"))
        column.addLayout(language)
        column.addWidget(self.selection)
        for widget in (self.twin, self.sign, self.key, self.passphrase, missing):
            column.addWidget(widget)
        self._on_sign_toggled(False)
        self.language.activated.connect(self._on_language_chosen)
        self.selection.changed.connect(self.changed)
        self.sign.toggled.connect(self._on_sign_toggled)

    @property
    def chosen(self) -> Chosen:
        """What is chosen now; the key only where it is to sign."""
        signs = self.sign.isChecked()
        return Chosen(
            self.language.currentData(),
            self.selection.plates(),
            self.selection.readings(),
            self.key.path if signs else None,
            self.passphrase.text() if signs else "",
        )

    @property
    def problem(self) -> str:
        """What is missing for an export, one sentence; empty when nothing is."""
        if self.sign.isChecked() and self.key.path is None:
            return self.tr("Choose the key to sign with.")
        return ""

    def keep(self) -> None:
        """Remember what is chosen for the next report, but for the passphrase."""
        self._preferences.set_text("report/twin", "yes" if self.twin.isChecked() else "no")
        if self.sign.isChecked():
            self._preferences.set_text("report/key", self.key.field.text())

    def _on_language_chosen(self, row: int) -> None:
        self._preferences.set_text("report/language", self.language.itemData(row))
        self.changed.emit()

    def _on_sign_toggled(self, on: bool) -> None:
        self.key.setVisible(on)
        self.passphrase.setVisible(on)
