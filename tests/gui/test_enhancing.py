"""Enhancement by hand: steps, parameters, before and after, what is read, undo."""

import json
from pathlib import Path

import numpy as np
import pytest
from gui_evidence import FakeRecognizer, FakeRecognizers, plate_scene
from gui_hands import LEFT, NO_KEY, WAIT, go_to, mark_and_reveal, open_file, wait_for_reading
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step, load_recipe
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.enhancement import Preview
from forensic_lpr.gui.main_window import MainWindow
from forensic_lpr.gui.panels.step_editor import NumberRow
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.imaging.pipeline import apply
from forensic_lpr.operations.acquire import acquire, load_frame
from forensic_lpr.operations.read import capture, compute

QUAD = plate_scene()[1]
GAMMA = Recipe((Step.of("gamma", gamma=3.0),))
HEAVY = Recipe((Step.of("gamma", gamma=1.5), Step.of("lucy-defocus", radius=1.5, iterations=3)))
FREE_SPOT = (40.0, 40.0)
"""Image point beside the plate."""


def wait_for_preview(qtbot: QtBot, window: MainWindow) -> Preview:
    state = window.enhancing.state
    qtbot.waitUntil(lambda: state.is_newest and not window.enhancing.previewer.busy, timeout=WAIT)
    assert state.preview is not None
    return state.preview


def wait_for_quiet(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)


def put(qtbot: QtBot, window: MainWindow, recipe: Recipe) -> Preview:
    window.enhancing.verbs.put(recipe, "test")
    return wait_for_preview(qtbot, window)


def shown(window: MainWindow, point: tuple[float, float]) -> QColor:
    """Colour on the canvas at an image point."""
    x, y = window.canvas.view.to_screen(point)
    return window.canvas.grab().toImage().pixelColor(round(x), round(y))


def add(qtbot: QtBot, window: MainWindow, purpose: int, operation: int) -> None:
    """Add a step as an examiner does: the key A, then the menu by keys."""
    qtbot.keyClick(window.canvas, Qt.Key.Key_A)
    menu = window.enhancing.panel.operations
    qtbot.waitUntil(menu.isVisible, timeout=WAIT)
    for _ in range(purpose):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    inner = menu.actions()[purpose].menu()
    qtbot.waitUntil(inner.isVisible, timeout=WAIT)
    for _ in range(operation):
        qtbot.keyClick(inner, Qt.Key.Key_Down)
    qtbot.keyClick(inner, Qt.Key.Key_Return)


def names(window: MainWindow) -> list[str]:
    return [step.operation for step in window.enhancing.state.recipe.steps]


def row(window: MainWindow, name: str) -> NumberRow:
    found = window.enhancing.panel.editor.rows[name]
    assert isinstance(found, NumberRow)
    return found


def test_a_step_is_added_by_keys_and_the_canvas_shows_what_it_does(
    qtbot: QtBot, desk: Desk, still: Path
) -> None:
    window = desk.window
    assert not window.actions_["add-step"].isEnabled()
    open_file(qtbot, desk, still)
    assert not window.enhancing.panel.shows_content
    add(qtbot, window, 0, 1)
    assert names(window) == ["gamma"]
    assert window.enhancing.panel.shows_content
    before = shown(window, FREE_SPOT)
    row(window, "gamma").box.setValue(3.0)
    preview = wait_for_preview(qtbot, window)
    frame = window.session.frame
    assert frame is not None
    truth = apply(GAMMA, frame.image)
    assert (preview.image == truth).all()
    after = shown(window, FREE_SPOT)
    assert after.red() == truth[40, 40, 0] and after.red() > before.red() + 40
    # The frame and its picture stay the original.
    assert window.session.picture is not None
    assert window.session.picture.pixelColor(40, 40).red() == frame.image[40, 40, 0]


def test_a_step_is_switched_off_and_on_by_a_click(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, GAMMA)
    steps = window.enhancing.panel.steps
    qtbot.mouseClick(steps.viewport(), LEFT, NO_KEY, steps.switch_centre(0))
    assert window.enhancing.state.recipe.is_original
    assert window.enhancing.state.seen is None
    assert window.canvas.picture_at((300, 300)) is window.session.picture
    qtbot.keyClick(steps, Qt.Key.Key_Space)
    wait_for_preview(qtbot, window)
    assert window.canvas.picture_at((300, 300)) is not window.session.picture


def test_steps_are_reordered_by_dragging_and_by_keys_and_removed(
    qtbot: QtBot, desk: Desk, still: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, Recipe((Step.of("gamma"), Step.of("levels"), Step.of("clahe"))))
    steps = window.enhancing.panel.steps
    rects = [steps.visualItemRect(steps.item(k)) for k in range(3)]
    start, end = rects[0].center(), QPoint(rects[2].center().x(), rects[2].bottom())
    qtbot.mousePress(steps.viewport(), LEFT, NO_KEY, start)
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(steps.viewport(), start + (end - start) * share)
    qtbot.mouseRelease(steps.viewport(), LEFT, NO_KEY, end)
    assert names(window) == ["levels", "clahe", "gamma"]
    assert steps.currentRow() == 2  # the dragged step stays the chosen one
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(steps, Qt.Key.Key_Up, keys)
    assert names(window) == ["levels", "gamma", "clahe"]
    qtbot.keyClick(steps, Qt.Key.Key_Down, keys)
    qtbot.keyClick(steps, Qt.Key.Key_Down, keys)  # the last stays the last
    assert names(window) == ["levels", "clahe", "gamma"]
    qtbot.keyClick(steps, Qt.Key.Key_Delete)
    assert names(window) == ["levels", "clahe"]
    for expected in (
        ["levels", "clahe", "gamma"],
        ["levels", "gamma", "clahe"],
        ["levels", "clahe", "gamma"],
    ):
        window.actions_["undo"].trigger()
        assert names(window) == expected
    window.actions_["undo"].trigger()
    assert names(window) == ["gamma", "levels", "clahe"]
    wait_for_quiet(qtbot, desk)


def test_a_click_without_a_drag_only_chooses(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, Recipe((Step.of("gamma"), Step.of("unsharp"))))
    steps = window.enhancing.panel.steps
    qtbot.mouseClick(steps.viewport(), LEFT, NO_KEY, steps.visualItemRect(steps.item(1)).center())
    assert names(window) == ["gamma", "unsharp"]
    assert list(window.enhancing.panel.editor.rows) == ["radius", "amount", "threshold"]


def test_a_dragged_slider_is_followed_and_undone_as_one(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, GAMMA)
    slider = row(window, "gamma").slider
    middle = slider.height() // 2
    handle = QPoint(round(slider.width() * slider.value() / 1000), middle)
    qtbot.mousePress(slider, LEFT, NO_KEY, handle)
    made: list[float] = []
    window.enhancing.previewer.made.connect(lambda p: made.append(float(p.recipe.steps[0].value("gamma"))))
    for x in range(handle.x(), 20, -10):
        qtbot.mouseMove(slider, QPoint(x, middle))
        qtbot.wait(5)
    qtbot.mouseRelease(slider, LEFT, NO_KEY, QPoint(20, middle))
    value = float(window.enhancing.state.recipe.steps[0].value("gamma"))
    assert value < 0.5
    wait_for_preview(qtbot, window)
    assert made[-1] == value and len(made) > 1
    assert row(window, "gamma").box.value() == value
    window.actions_["undo"].trigger()
    assert window.enhancing.state.recipe == GAMMA
    assert row(window, "gamma").box.value() == 3.0
    window.actions_["redo"].trigger()
    assert window.enhancing.state.recipe.steps[0].value("gamma") == value
    wait_for_preview(qtbot, window)


def test_black_cannot_pass_white_by_hand(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, Recipe((Step.of("levels", white=100),)))
    row(window, "black").box.setValue(200)
    assert dict(window.enhancing.state.recipe.steps[0].parameters) == {"black": 99, "white": 100}
    assert row(window, "black").box.value() == 99
    wait_for_preview(qtbot, window)


def test_the_line_parts_before_from_after(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    frame = window.session.frame
    assert frame is not None
    put(qtbot, window, GAMMA)
    truth = apply(GAMMA, frame.image)
    qtbot.keyClick(window.canvas, Qt.Key.Key_C)
    line = window.enhancing.comparison.line
    assert line == window.canvas.width() // 2
    left, right = (40.0, 400.0), (600.0, 400.0)
    assert shown(window, left).red() == frame.image[400, 40, 0]
    assert shown(window, right).red() == truth[400, 600, 0]
    # Drag the line to the right end: all of it is the original.
    canvas, height = window.canvas, window.canvas.height() // 3
    qtbot.mousePress(canvas, LEFT, NO_KEY, QPoint(line, height))
    qtbot.mouseMove(canvas, QPoint(line + 50, height))
    qtbot.mouseMove(canvas, QPoint(canvas.width() + 30, height))
    qtbot.mouseRelease(canvas, LEFT, NO_KEY, QPoint(canvas.width() - 1, height))
    assert window.enhancing.state.split == 1.0
    assert shown(window, right).red() == frame.image[400, 600, 0]
    assert window.session.marking.empty  # no corner was set by that
    for _ in range(30):
        qtbot.keyClick(canvas, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    assert window.enhancing.state.split == 0.0
    assert shown(window, left).red() == truth[400, 40, 0]
    qtbot.keyClick(canvas, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert 0 < window.enhancing.state.split < 0.1
    qtbot.keyClick(canvas, Qt.Key.Key_C)
    assert window.enhancing.comparison.line is None
    assert shown(window, left).red() == truth[400, 40, 0]


def test_the_original_is_called_up_by_a_key(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    mark_and_reveal(qtbot, window, QUAD.points())
    put(qtbot, window, GAMMA)
    qtbot.waitUntil(lambda: not desk.runner.busy, timeout=WAIT)
    assert "enhanced" in window.plate.facts.text()
    bright = window.plate.rectified.picture
    assert bright is not None
    qtbot.keyClick(window.canvas, Qt.Key.Key_O)
    assert window.canvas.picture_at((300, 300)) is window.session.picture
    assert "enhanced" not in window.plate.facts.text()
    qtbot.waitUntil(lambda: window.plate.rectified.picture is not bright, timeout=WAIT)
    dark = window.plate.rectified.picture
    assert dark is not None
    assert dark.pixelColor(20, 60).lightness() < bright.pixelColor(20, 60).lightness()
    qtbot.keyClick(window.canvas, Qt.Key.Key_O)
    assert window.canvas.picture_at((300, 300)) is not window.session.picture
    wait_for_quiet(qtbot, desk)


def test_the_original_is_read_until_told_otherwise(
    qtbot: QtBot, desk: Desk, recognizers: FakeRecognizers, still: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    mark_and_reveal(qtbot, window, QUAD.points())
    wait_for_reading(qtbot, window)
    plain = window.session.reading
    put(qtbot, window, GAMMA)
    assert window.session.reading is plain and window.session.reading_is_current
    assert "the original" in window.reading.source.text()
    qtbot.mouseClick(window.enhancing.panel.read, LEFT, NO_KEY, QPoint(8, 8))
    wait_for_reading(qtbot, window)
    enhanced = window.session.reading
    assert plain is not None and enhanced is not None
    assert enhanced.request.recipe == GAMMA and plain.request.recipe == ORIGINAL
    assert enhanced.plates != plain.plates
    assert "enhanced picture (1 step)" in window.reading.source.text()
    assert plain.plates[0].text in window.reading.source.text()
    window.actions_["copy_text"].trigger()
    copied = QApplication.clipboard().text()
    assert "Read from the enhanced picture: Gamma (gamma 3.00)" in copied and "The original gives" in copied
    window.status_line.clearMessage()
    # It is what the operation, and so the command line, gives.
    item = acquire(still)
    frame = load_frame(item)
    request = capture(item, frame, enhanced.request.quad, recipe=GAMMA)
    again = compute(request, frame, FakeRecognizer(recognizers), window.session.formats)
    assert again.request == enhanced.request
    assert (again.plate_image == enhanced.plate_image).all()
    assert again.plates == enhanced.plates and again.plates_of_original == enhanced.plates_of_original
    # A changed parameter is followed; undo goes back, at last to the original.
    row(window, "gamma").box.setValue(2.0)
    wait_for_reading(qtbot, window)
    assert window.session.reading.request.recipe.steps[0].value("gamma") == 2.0
    for expected in (GAMMA, ORIGINAL):
        window.actions_["undo"].trigger()
        wait_for_reading(qtbot, window)
        assert window.session.reading.request.recipe == expected
    assert not window.enhancing.panel.read.isChecked()
    qtbot.keyClick(window.canvas, Qt.Key.Key_E)
    wait_for_reading(qtbot, window)
    assert window.session.reading.request.recipe == GAMMA
    wait_for_quiet(qtbot, desk)


def test_undo_goes_back_in_time_over_corners_and_steps(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    undo, redo = window.actions_["undo"], window.actions_["redo"]
    assert not undo.isEnabled()
    window.actions_["mark"].trigger()
    window.enhancing.verbs.add("gamma")
    window.actions_["turn"].trigger()
    turned = window.session.marking
    undo.trigger()
    assert window.session.marking != turned and names(window) == ["gamma"]
    undo.trigger()
    assert names(window) == [] and window.session.marking.quad is not None
    undo.trigger()
    assert window.session.marking.empty and not undo.isEnabled()
    redo.trigger()
    assert window.session.marking.quad is not None and names(window) == []
    redo.trigger()
    redo.trigger()
    assert names(window) == ["gamma"] and window.session.marking == turned and not redo.isEnabled()
    wait_for_quiet(qtbot, desk)


def test_a_recipe_belongs_to_its_exhibit_and_is_given_to_another(
    qtbot: QtBot, desk: Desk, still: Path, clip: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, GAMMA)
    window.loader.open([clip])
    qtbot.waitUntil(lambda: len(window.session.exhibits) == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: window.session.exhibits[1].state == "ready", timeout=WAIT)
    window.loader.select(2)
    qtbot.waitUntil(lambda: window.transport.table is not None, timeout=WAIT)
    assert names(window) == [] and window.enhancing.state.seen is None
    window.loader.select(1)
    wait_for_preview(qtbot, window)
    window.actions_["copy-recipe"].trigger()
    menu = window.enhancing.files.others
    qtbot.waitUntil(menu.isVisible, timeout=WAIT)
    assert [action.text() for action in menu.actions()] == [clip.name]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    window.loader.select(2)
    wait_for_preview(qtbot, window)
    assert window.enhancing.state.recipe == GAMMA
    assert not window.enhancing.state.treatment.read
    window.actions_["undo"].trigger()
    assert names(window) == []
    window.actions_["remove"].trigger()
    qtbot.waitUntil(lambda: window.session.frame is not None, timeout=WAIT)
    wait_for_preview(qtbot, window)
    assert window.enhancing.state.of(2).recipe == ORIGINAL
    wait_for_quiet(qtbot, desk)


def test_each_frame_of_a_clip_is_enhanced_and_none_comes_late(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, clip)
    first = put(qtbot, window, GAMMA)
    seen: list[bool] = []
    state = window.enhancing.state

    def check() -> None:
        frame = window.session.frame
        if state.preview is not None and frame is not None:
            seen.append(state.preview.frame_digest == frame.digest)

    state.seen_changed.connect(check)
    for index in (5, 9, 2):
        go_to(qtbot, window, index)
    preview = wait_for_preview(qtbot, window)
    frame = window.session.frame
    assert frame is not None and seen and all(seen)
    assert (preview.image == apply(GAMMA, frame.image)).all()
    assert not state.take(first)
    assert state.preview is preview


def test_heavy_steps_are_shown_on_the_part_seen_first(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    mark_and_reveal(qtbot, window, QUAD.points())
    made: list[Preview] = []
    window.enhancing.previewer.made.connect(made.append)
    whole = put(qtbot, window, HEAVY)
    frame = window.session.frame
    assert frame is not None
    assert [preview.draft for preview in made] == [True, False]
    assert (whole.image == apply(HEAVY, frame.image)).all()
    x, y = (round(v) for v in np.mean(QUAD.points(), axis=0))
    part = (slice(y - 10, y + 10), slice(x - 20, x + 20))
    light = apply(Recipe(HEAVY.steps[:1]), frame.image)
    draft = made[0].image
    assert np.abs(draft[part].astype(int) - whole.image[part]).mean() < 1
    assert (draft[:20] == light[:20]).all()  # out of sight nothing heavy was done
    assert window.enhancing.panel.state.text() == ""
    wait_for_quiet(qtbot, desk)


def test_a_neutral_point_is_picked_in_the_picture(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, Recipe((Step.of("neutral-point"),)))
    qtbot.mouseClick(window.enhancing.panel.editor.pick, LEFT)
    x, y = window.canvas.view.to_screen((333.0, 222.0))
    qtbot.mouseClick(window.canvas, LEFT, NO_KEY, QPoint(round(x), round(y)))
    step = window.enhancing.state.recipe.steps[0]
    assert (abs(int(step.value("x")) - 333) <= 1, abs(int(step.value("y")) - 222) <= 1) == (True, True)
    assert window.session.marking.empty
    window.enhancing.verbs.put(Recipe((Step.of("neutral-point", x=5000, y=0),)), "test")
    qtbot.waitUntil(lambda: "outside the picture" in window.enhancing.panel.state.text(), timeout=WAIT)
    window.actions_["reset-recipe"].trigger()
    assert window.enhancing.panel.state.text() == ""
    wait_for_quiet(qtbot, desk)


def test_escape_gives_picking_up_and_leaves_the_corners(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    window.actions_["mark"].trigger()
    put(qtbot, window, Recipe((Step.of("neutral-point"),)))
    marked, recipe = window.session.marking, window.enhancing.state.recipe
    qtbot.mouseClick(window.enhancing.panel.editor.pick, LEFT)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.session.marking == marked
    x, y = window.canvas.view.to_screen(FREE_SPOT)
    qtbot.mouseClick(window.canvas, LEFT, NO_KEY, QPoint(round(x), round(y)))
    assert window.enhancing.state.recipe == recipe
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert window.session.marking.empty
    wait_for_quiet(qtbot, desk)


def test_computing_can_be_cancelled_and_begins_anew_with_a_change(
    qtbot: QtBot, desk: Desk, still: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    slow = Recipe((Step.of("lucy-motion", iterations=100),))
    window.enhancing.verbs.put(slow, "test")
    cancel = window.enhancing.panel.cancel
    qtbot.waitUntil(cancel.isVisible, timeout=WAIT)
    qtbot.waitUntil(lambda: window.enhancing.state.preview is not None, timeout=WAIT)
    qtbot.mouseClick(cancel, LEFT)
    wait_for_quiet(qtbot, desk)
    assert not window.enhancing.state.is_newest
    assert "Cancelled" in window.enhancing.panel.state.text() and not cancel.isVisible()
    row(window, "iterations").box.setValue(2)
    wait_for_preview(qtbot, window)
    assert window.enhancing.panel.state.text() == ""


def test_recipes_are_saved_and_loaded_and_bad_ones_are_one_sentence(
    qtbot: QtBot, desk: Desk, still: Path, tmp_path: Path
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    put(qtbot, window, HEAVY)
    files, path = window.enhancing.files, tmp_path / "recipe.json"
    files.save(path)
    assert load_recipe(path) == HEAVY
    window.actions_["reset-recipe"].trigger()
    assert window.enhancing.state.recipe == ORIGINAL
    files.load(path)
    wait_for_preview(qtbot, window)
    assert window.enhancing.state.recipe == HEAVY
    data = json.loads(path.read_text("utf-8"))
    data["steps"][0]["parameters"]["gamma"] = 50
    path.write_text(json.dumps(data), "utf-8")
    files.load(path)
    assert "from 0.1 to 5" in window.message_bar.text
    assert window.enhancing.state.recipe == HEAVY
    before = still.read_bytes()
    files.save(still)
    assert "is an exhibit" in window.message_bar.text
    assert still.read_bytes() == before
    files.save(tmp_path / "none" / "recipe.json")
    assert "cannot be written" in window.message_bar.text
    wait_for_quiet(qtbot, desk)


def test_the_canvas_says_when_it_is_not_the_original(
    qtbot: QtBot, desk: Desk, still: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    loud = window.look.colour("warning").rgb()

    def has_label() -> bool:
        picture = window.canvas.grab().toImage()
        return any(picture.pixel(x, 12) == loud for x in range(picture.width()))

    assert not has_label()
    put(qtbot, window, GAMMA)
    assert has_label()
    qtbot.keyClick(window.canvas, Qt.Key.Key_O)
    assert not has_label()
    qtbot.keyClick(window.canvas, Qt.Key.Key_O)
    assert has_label()
    qtbot.keyClick(window.canvas, Qt.Key.Key_C)
    assert has_label()


def test_the_panel_hides_and_comes_back_with_a_new_step(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert not window.enhancing.panel.isVisible()
    assert window.preferences.text("window/enhancement") == "hidden"
    add(qtbot, window, 1, 0)
    assert window.enhancing.panel.isVisible()
    assert names(window) == ["grey-world"]
    assert QApplication.focusWidget() is window.enhancing.panel.steps
    wait_for_preview(qtbot, window)


def test_a_picture_of_another_exhibit_comes_late(qtbot: QtBot, desk: Desk, still: Path) -> None:
    window = desk.window
    open_file(qtbot, desk, still)
    preview = put(qtbot, window, GAMMA)
    image = np.zeros_like(preview.image)
    late = Preview(99, preview.frame_digest, GAMMA, image, to_picture(image), False)
    assert not window.enhancing.state.take(late)
    window.actions_["reset-recipe"].trigger()
    assert not window.enhancing.state.take(preview)
    assert window.enhancing.state.seen is None
