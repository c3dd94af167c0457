"""The first minute: the welcome page, the recent cases with their pictures, the tour, the settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import WAIT, mark, open_file
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_lpr import paths
from forensic_lpr.gui.about_dialog import AboutDialog
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.settings_dialog import SettingsDialog
from forensic_lpr.gui.tour import SEEN, beside

QUAD = plate_scene()[1]


@pytest.fixture(autouse=True)
def own_folders(own_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unsaved cases and small pictures of this test alone."""
    monkeypatch.setattr("forensic_lpr.paths.cache", lambda: tmp_path / "cache")


def test_the_sample_case_is_one_click_away(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    sample = next(way for way in window.welcome.ways if "sample" in way.text())
    qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    assert not window.welcome.isVisible()
    assert window.canvas.hasFocus()
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_a_recent_case_is_shown_with_its_picture_and_opened(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    window.caseflow.save_to(tmp_path / "gate 12.flpr")
    qtbot.waitUntil(
        lambda: [p.name for p in window.preferences.recent_cases][:1] == ["gate 12.flpr"], timeout=WAIT
    )
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    window.loader.remove(window.session.exhibits[0].number)
    assert window.welcome.isVisible()
    recent = window.welcome.recent
    model = recent.model()
    assert model.rowCount() == 1
    words = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("gate 12, changed 20")
    assert not window.pictures.picture(tmp_path / "gate 12.flpr").isNull()
    assert window.pictures.picture(tmp_path / "other.flpr").isNull()
    window.casework.close()
    recent.setFocus()
    QTest.keyClick(recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_pictures_of_forgotten_cases_are_removed(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    folder = paths.cache() / "recent"
    folder.mkdir(parents=True)
    (folder / "old.png").write_bytes(b"")
    open_file(qtbot, desk, still)
    assert len(list(folder.glob("*.png"))) == 1
    assert not (folder / "old.png").exists()


def test_the_tour_begins_by_itself_once(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    window.start([])
    assert window.tour.running
    assert window.tour.card.isVisible()
    window.actions_["tour-leave"].trigger()
    assert not window.tour.card.isVisible()
    assert desk.preferences.text(SEEN)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_every_stop_points_at_a_control_that_is_seen(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, clip)
    tour, seen = window.tour, []
    window.actions_["tour"].trigger()
    while tour.running:
        stop = tour.stop
        assert stop is not None
        target = stop.target()
        assert target.isVisible(), stop.title
        around = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        assert tour.spot.geometry().intersects(around)
        assert window.rect().contains(tour.card.geometry())
        seen.append(stop.title)
        window.actions_["tour"].trigger()
    assert len(seen) == len(set(seen)) == 8


def test_the_tour_goes_back_and_is_left_by_escape(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    window.actions_["tour"].trigger()
    assert not window.actions_["tour-back"].isEnabled()
    window.actions_["tour"].trigger()
    window.actions_["tour-back"].trigger()
    assert window.tour.number == 0
    window.tour.card.on.setFocus()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert not window.tour.running
    assert not window.actions_["tour-leave"].isEnabled()
    window.actions_["tour"].trigger()
    assert window.tour.number == 0


def test_the_tour_is_out_of_the_way_in_other_workspaces(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    window.actions_["tour"].trigger()
    assert window.tour.card.isVisible()
    window.workspaces.show("train")
    qtbot.waitUntil(lambda: not window.tour.card.isVisible(), timeout=WAIT)
    assert not window.tour.spot.isVisible() and window.tour.running
    window.actions_["tour"].trigger()
    assert window.workspaces.shown == "examine" and window.tour.number == 1
    qtbot.waitUntil(window.tour.card.isVisible, timeout=WAIT)


def test_the_tour_keeps_up_with_what_is_done(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    window.tour.go_on()
    mark(qtbot, window, QUAD.points())
    assert window.tour.number == 2
    window.tour.back()
    QTest.keyClick(window.canvas, Qt.Key.Key_Right)  # a corner is nudged: nothing new
    assert window.tour.number == 1
    window.tour.go_on()
    window.casework.seal_cannot_read()
    assert window.tour.number == 4
    window.actions_["clear"].trigger()
    mark(qtbot, window, QUAD.points())
    assert window.tour.number == 4  # what asks for it lies behind
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def test_the_card_follows_when_the_window_changes(qtbot: QtBot, desk: Desk) -> None:
    window = desk.window
    for _ in range(7):
        window.tour.go_on()
    before = window.tour.card.pos()
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: window.tour.card.pos() != before, timeout=WAIT)
    assert window.rect().contains(window.tour.card.geometry())


@pytest.mark.parametrize(
    "target",
    [QRect(0, 0, 200, 800), QRect(900, 400, 380, 400), QRect(0, 0, 1280, 30), QRect(300, 0, 700, 600)],
)
def test_the_card_stands_beside_its_target(target: QRect) -> None:
    room = QRect(0, 0, 1280, 800)
    card = QRect(beside(target, 320, 180, room), target.size())
    card.setSize(QRect(0, 0, 320, 180).size())
    assert room.contains(card)
    assert not card.intersects(target)


def test_the_card_lies_over_a_target_that_fills_the_window() -> None:
    room = QRect(0, 0, 1280, 800)
    assert room.contains(QRect(beside(room, 320, 180, room), QRect(0, 0, 320, 180).size()))


@pytest.fixture
def settings(desk: Desk) -> Callable[[], SettingsDialog]:
    def open_() -> SettingsDialog:
        desk.window.actions_["settings"].trigger()
        dialog = desk.window.findChild(SettingsDialog)
        assert dialog is not None
        return dialog

    return open_


def test_settings_are_kept(
    qtbot: QtBot, desk: Desk, settings: Callable[[], SettingsDialog], tmp_path: Path
) -> None:
    dialog = settings()
    dialog.theme.setCurrentIndex(dialog.theme.findData("light"))
    dialog.size_.setCurrentIndex(dialog.size_.findData(150))
    dialog.laboratory.setText("Laboratory")
    dialog.cases.setText(str(tmp_path))
    assert desk.look.theme.name == "dark"
    QTest.keyClick(dialog.laboratory, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert desk.look.theme.name == "light"
    kept = desk.preferences
    assert (kept.text("theme"), kept.scale, kept.text("report/laboratory")) == ("light", 150, "Laboratory")
    assert kept.text("case/folder") == str(tmp_path)


def test_settings_refuse_a_folder_that_is_not_there(
    qtbot: QtBot, desk: Desk, settings: Callable[[], SettingsDialog], tmp_path: Path
) -> None:
    dialog = settings()
    dialog.reports.setText(str(tmp_path / "nowhere"))
    QTest.keyClick(dialog.reports, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "nowhere" in dialog.problem.text()
    QTest.keyClick(dialog.reports, Qt.Key.Key_Escape)
    assert desk.preferences.text("report/folder") == ""


@pytest.mark.parametrize("written", ["", "90", "abc", "-150", "1000"])
def test_a_size_that_cannot_be_chosen_is_the_plain_one(desk: Desk, written: str) -> None:
    desk.preferences.set_text("look/scale", written)
    assert desk.preferences.scale == 100


def test_about_shows_the_shipped_licences_and_copies_details(qtbot: QtBot, desk: Desk) -> None:
    desk.window.actions_["about"].trigger()
    dialog = desk.window.findChild(AboutDialog)
    assert dialog is not None
    shown = dialog.licences.toPlainText()
    for name in ("PyAV", "libx264", "LGPL", "Open Font License", "torch"):
        assert name in shown
    dialog._on_copy()
    copied = QApplication.clipboard().text()
    assert "torch" in copied and str(paths.logs()) in copied
    dialog.reject()


def test_about_says_when_the_licences_are_missing(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forensic_lpr.paths.documents", lambda: tmp_path)
    dialog = AboutDialog(desk.look, desk.window)
    assert "install the program again" in dialog.licences.toPlainText()
    dialog.close()
