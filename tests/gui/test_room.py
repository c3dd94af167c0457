"""Every text has the room that it needs, in every language, and the window fits a small screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui_dialogs import dialog_makers
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, mark_and_read, open_file, wait_for_reading
from gui_language import spoken_in
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from train_hands import LONG, plate_texts, write_set

from forensic_lpr.core.catalogue import OPERATIONS
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.flow import Scrolling, WrappedLabel
from forensic_lpr.gui.form_dialog import FormDialog
from forensic_lpr.gui.language import LANGUAGES
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.panels.plates_list import RANK
from forensic_lpr.gui.panels.slot_table import SHOWN

QUAD = plate_scene()[1]
pytestmark = pytest.mark.usefixtures("own_folder")
SMALL = (960, 520)
"""What a screen of 1920 x 1080 pixels has at a scale of 200 %, less the desktop's own bars."""


@pytest.fixture(autouse=True, params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The window is built in each language."""
    with spoken_in(qapp, request.param):
        yield request.param


@pytest.fixture
def shortened(monkeypatch: pytest.MonkeyPatch) -> Callable[[QWidget], list[str]]:
    """What is painted of a widget with an ellipsis at its end; names of files lose their middle instead."""
    lost: list[str] = []
    elided = QFontMetrics.elidedText

    def recording(self: QFontMetrics, text: str, mode: Qt.TextElideMode, width: int, flags: int = 0) -> str:
        shown = elided(self, text, mode, width, flags)
        if shown != text and mode == Qt.TextElideMode.ElideRight:
            lost.append(f"{text!r} as {shown!r}")
        return shown

    monkeypatch.setattr(QFontMetrics, "elidedText", recording)

    def of(root: QWidget) -> list[str]:
        lost.clear()
        root.grab()
        return sorted(set(lost))

    return of


def cut(root: QWidget) -> list[str]:
    """Labels and buttons whose text is wider or higher than they are, and what reaches out of what holds it."""
    return [
        f"{type(widget).__name__} {widget.property('text')!r} in {type(widget.parent()).__name__}: {wrong}"
        for widget in root.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible() and widget.property("text")
        if (wrong := _what_is_cut(widget))
    ]


def _what_is_cut(widget: QLabel | QAbstractButton) -> str:
    want, have = widget.sizeHint(), widget.size()
    if isinstance(widget, QLabel) and widget.wordWrap():
        high = widget.heightForWidth(have.width())
        if high > have.height():
            return f"{have.height()} high, wants {high}"
    elif want.width() > have.width():
        return f"{have.width()} wide, wants {want.width()}"
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent.parentWidget(), QAbstractScrollArea):
        place = widget.rect().translated(widget.mapTo(parent, widget.rect().topLeft()))
        if not parent.rect().contains(place):
            return f"reaches out of {type(parent).__name__}"
        parent = parent.parentWidget() if not parent.isWindow() else None
    return ""


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Let everything be laid out and every job end."""
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=LONG)
    settle_layout()


def settle_layout() -> None:
    """Let everything be laid out."""
    for _ in range(5):
        QApplication.processEvents()


def fits(window: MainWindow) -> None:
    """The window may be made as small as a small screen is."""
    least = window.minimumSizeHint()
    assert least.width() <= SMALL[0] and least.height() <= SMALL[1], (least.width(), least.height())


def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    narrow, low, whole = (
        QLabel("far too much for this", root),
        QLabel("many words " * 20, root),
        QLabel("yes", root),
    )
    narrow.setFixedWidth(20)
    low.setWordWrap(True)
    low.setGeometry(0, 30, 80, 20)
    whole.move(0, 60)
    root.resize(300, 200)
    root.show()
    found = cut(root)
    assert len(found) == 2 and "wide, wants" in found[0] and "high, wants" in found[1]


def test_wrapped_words_give_back_the_lines_that_they_need_no_more(qtbot: QtBot) -> None:
    label = WrappedLabel()
    qtbot.addWidget(label)
    label.tell("many words " * 20)
    label.resize(2000, 20)
    label.show()
    one = label.minimumHeight()
    label.resize(200, 20)
    assert label.minimumHeight() > 3 * one
    label.resize(2000, 20)
    assert label.minimumHeight() == one


def test_the_start(qtbot: QtBot, desk: Desk, shortened: Callable[[QWidget], list[str]]) -> None:
    settle(qtbot, desk)
    assert desk.window.size().width() == 1280 and desk.window.size().height() == 800
    assert cut(desk.window) == [] and shortened(desk.window) == []
    fits(desk.window)


def test_examine(
    qtbot: QtBot, desk: Desk, short_clip: Path, shortened: Callable[[QWidget], list[str]]
) -> None:
    window = desk.window
    open_file(qtbot, desk, short_clip)
    settle(qtbot, desk)
    assert cut(window) == [] and shortened(window) == []
    mark(qtbot, window, QUAD.points())
    settle(qtbot, desk)
    assert cut(window) == [] and shortened(window) == []
    fits(window)
    window.casework.seal_cannot_read()
    wait_for_reading(qtbot, window)
    window.tracker.follow()
    qtbot.waitUntil(lambda: window.tracker.track is not None and not window.tracker.working, timeout=3 * WAIT)
    window.session.message_posted.emit(
        "warning", "A sentence of the length that the program's own have. " * 2
    )
    window.tour.go_on()
    settle(qtbot, desk)
    assert window.size().width() == 1280 and window.size().height() == 800
    assert cut(window) == [] and shortened(window) == []
    window.tour.leave()
    fits(window)


def test_a_small_window_tells_the_track_whole(
    qtbot: QtBot, desk: Desk, short_clip: Path, shortened: Callable[[QWidget], list[str]]
) -> None:
    window = desk.window
    open_file(qtbot, desk, short_clip)
    window.resize(*SMALL)
    settle(qtbot, desk)
    assert cut(window.track) == [] and shortened(window.track) == []
    mark_and_read(qtbot, window, QUAD.points())
    settle(qtbot, desk)
    assert window.track.below.isVisible() and window.track.below.text() == window.track.words
    assert cut(window.track) == [] and shortened(window.track) == []
    window.tracker.follow()
    window.tracker.progressed.emit(100, 1000, "following", 100.0)
    assert window.track.below.text() == window.track.words and "100" in window.track.words
    settle_layout()
    assert cut(window.track) == []
    qtbot.waitUntil(lambda: window.tracker.track is not None and not window.tracker.working, timeout=3 * WAIT)
    settle(qtbot, desk)
    assert window.size().width() == SMALL[0]
    assert cut(window.track) == [] and shortened(window.track) == []
    window.resize(1280, 800)
    settle(qtbot, desk)
    assert not window.track.below.isVisible() and window.track.summary.text() == window.track.words
    assert cut(window.track) == [] and shortened(window.track) == []


def test_a_small_window_tells_how_many_frames_a_clip_has(
    qtbot: QtBot, desk: Desk, clip: Path, tmp_path: Path, shortened: Callable[[QWidget], list[str]]
) -> None:
    window, stills = desk.window, [tmp_path / f"{number}.png" for number in range(4)]
    open_file(qtbot, desk, clip)
    for number, path in enumerate(stills):
        Image.new("RGB", (64, 48), (number, 0, 0)).save(path)
    window.loader.open(stills)
    qtbot.waitUntil(lambda: len(window.session.exhibits) == 5, timeout=WAIT)
    window.resize(*SMALL)
    window.panes.main.setSizes([1, 1000, 1])
    window.session.select(window.session.exhibits[0].number)
    settle(qtbot, desk)
    assert window.exhibits.view.verticalScrollBar().isVisible()
    assert shortened(window.exhibits) == []


def test_the_frame_of_the_tour_goes_round_what_is_seen(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    window.resize(*SMALL)
    window.tour.go_on()
    window.tour.go_on()
    settle(qtbot, desk)
    assert window.tour.spot.isVisible()
    assert not window.tour.spot.geometry().intersects(window.status_line.geometry())
    window.tour.leave()


def test_two_ways_to_mark_again_fit(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, short_clip)
    mark(qtbot, window, QUAD.points())
    window.actions_["clear"].trigger()
    settle(qtbot, desk)
    offers = [button for button in window.plate.empty.findChildren(QPushButton) if button.isVisible()]
    assert len(offers) == 2
    fits(window)
    window.resize(*SMALL)
    settle(qtbot, desk)
    assert window.size().width() == SMALL[0]
    assert cut(window.plate) == []


def test_plates_beside_an_enhanced_reading(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    mark_and_read(qtbot, window, QUAD.points())
    panel = window.reading
    assert panel.slots_table.rivals == SHOWN - 1
    window.enhancing.verbs.put(Recipe((Step.of("gamma", gamma=0.8),)), "pictures")
    window.enhancing.verbs.read_enhanced(True)
    wait_for_reading(qtbot, window)
    panel.warnings.show_sentences(["A sentence of the length that the program's own have. " * 2] * 2)
    settle(qtbot, desk)
    assert window.size().height() == 800
    assert panel.plates.viewport().height() >= 2 * panel.plates.rowHeight(0)
    scrolled = [area for area in panel.findChildren(Scrolling) if area.verticalScrollBar().isVisible()]
    assert scrolled == []
    assert 2 <= panel.slots_table.rivals < SHOWN - 1
    header = panel.plates.horizontalHeader()
    for column in range(header.count()):
        assert header.sectionSize(column) >= header.sectionSizeHint(column) or column == RANK


def test_names_of_steps_and_cautions(
    qtbot: QtBot, desk: Desk, still: Path, shortened: Callable[[QWidget], list[str]]
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    titles = sorted(OPERATIONS, key=lambda operation: len(operation.title))
    window.enhancing.verbs.put(
        Recipe(tuple(Step.of(operation.name) for operation in titles[-3:])), "pictures"
    )
    settle(qtbot, desk)
    steps = window.enhancing.panel.steps
    assert shortened(steps) == []
    assert steps.visualItemRect(steps.item(2)).height() > steps.fontMetrics().height() * 2
    mark_and_read(qtbot, window, QUAD.points())
    window.reading.warnings.show_sentences(["A sentence of the length that the program's own have. " * 2] * 2)
    window.resize(*SMALL)
    settle(qtbot, desk)
    assert cut(window.reading.warnings) == []
    assert window.reading.rect().contains(window.reading.warnings.geometry())


def test_report_and_train(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path, shortened: Callable[[QWidget], list[str]]
) -> None:
    window, train = desk.window, desk.window.train
    open_file(qtbot, desk, still)
    mark_and_read(qtbot, window, QUAD.points())
    window.workspaces.show("report")
    settle(qtbot, desk)
    assert cut(window) == [] and shortened(window) == []
    ticks = window.report.options.selection
    top = ticks.topLevelItem(0)
    assert top is not None and ticks.visualItemRect(top).height() == window.look.px("slot_row")
    window.workspaces.show("train")
    for tab in ("data", "recognizer", "dgm", "models"):
        train.show_tab(tab)
        settle(qtbot, desk)
        assert cut(window) == [] and shortened(window) == [], tab
    train.show_tab("data")
    train.material.choose(write_set(tmp_path / "set", plate_texts(14)))
    qtbot.waitUntil(lambda: not train.material.reading, timeout=LONG)
    settle(qtbot, desk)
    assert cut(window) == [] and shortened(window) == []
    fits(window)


def test_dialogs(qtbot: QtBot, desk: Desk, short_clip: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, short_clip)
    mark_and_read(qtbot, window, QUAD.points())
    window.casework.flush()
    for make in dialog_makers(window).values():
        dialog = make()
        with qtbot.waitExposed(dialog):
            dialog.show()
        settle(qtbot, desk)
        assert cut(dialog) == [], type(dialog).__name__
        if isinstance(dialog, FormDialog):  # the screen of the tests is high enough for every form
            bars = [area.verticalScrollBar().maximum() for area in dialog.findChildren(Scrolling)]
            assert not any(bars), type(dialog).__name__
        assert dialog.minimumSizeHint().width() <= SMALL[0] and dialog.minimumSizeHint().height() <= SMALL[1]
        dialog.close()
