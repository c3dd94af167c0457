"""Corners by real mouse and keys on the canvas."""

from pathlib import Path

import pytest
from gui_evidence import plate_scene
from gui_hands import LEFT, NO_KEY, click, go_to, mark_and_reveal, open_file, screen, wait_for_reading
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from forensic_lpr.core.geometry import Quad
from forensic_lpr.gui.app import Desk

QUAD = plate_scene()[1]


def quad_of(desk: Desk) -> Quad:
    quad = desk.window.session.marking.quad
    assert quad is not None
    return quad


def near(first: Quad, second: Quad, distance: float) -> bool:
    return bool(abs(first.array() - second.array()).max() <= distance)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (2, 0, 3, 1), (3, 2, 1, 0)])
def test_four_clicks_in_any_order_mark_the_plate(
    qtbot: QtBot, desk: Desk, still: Path, order: tuple[int, ...]
) -> None:
    open_file(qtbot, desk, still)
    corners = QUAD.points()
    mark_and_reveal(qtbot, desk.window, [corners[k] for k in order])
    scale = desk.window.canvas.view.scale
    assert scale > 1
    assert near(quad_of(desk), QUAD, 0.51 / scale)
    assert desk.window.plate.shows_content
    wait_for_reading(qtbot, desk.window)
    assert desk.window.reading.line.text().startswith("KVR")


def test_keys_select_and_nudge_a_corner(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    selected = window.session.marking.selected
    assert selected is not None
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    corner = window.session.marking.selected
    assert corner == (selected + 1) % 4
    before = quad_of(desk).array()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Right)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    moved = quad_of(desk).array() - before
    assert moved[corner] == pytest.approx([0.1, 1.0])
    moved[corner] = 0
    assert not moved.any()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.marking.selected == selected


def test_undo_and_redo(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window, act = desk.window, desk.window.actions_
    mark_and_reveal(qtbot, window, QUAD.points())
    marked = quad_of(desk)
    for _ in range(3):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Left)
    assert quad_of(desk) != marked
    act["undo"].trigger()
    assert quad_of(desk) == marked  # nudges in a row are one step
    act["undo"].trigger()
    assert window.session.marking.quad is None
    assert len(window.session.marking.points) == 3
    act["redo"].trigger()
    assert quad_of(desk) == marked
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.marking.empty
    assert not window.plate.shows_content
    act["undo"].trigger()
    assert quad_of(desk) == marked


def test_a_corner_and_the_whole_plate_are_dragged(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    before, scale = quad_of(desk), window.canvas.view.scale
    at = screen(window, before.top_right)
    grip = at + QPoint(3, -2)  # beside the corner, yet within reach: taking hold must not move it
    qtbot.mousePress(window.canvas, LEFT, NO_KEY, grip)
    assert quad_of(desk) == before
    qtbot.mouseMove(window.canvas, grip + QPoint(8, 4))
    qtbot.mouseRelease(window.canvas, LEFT, NO_KEY, grip + QPoint(8, 4))
    moved = quad_of(desk)
    assert moved.array()[1] - before.array()[1] == pytest.approx([8 / scale, 4 / scale])
    middle = screen(window, tuple(moved.array().mean(axis=0)))
    qtbot.mousePress(window.canvas, LEFT, NO_KEY, middle)
    qtbot.mouseMove(window.canvas, middle + QPoint(-16, 8))
    qtbot.mouseRelease(window.canvas, LEFT, NO_KEY, middle + QPoint(-16, 8))
    assert near(quad_of(desk), moved.shifted(-16 / scale, 8 / scale), 1e-6)
    window.actions_["undo"].trigger()
    assert quad_of(desk) == moved


def test_a_degenerate_fourth_corner_is_refused_and_loses_nothing(
    qtbot: QtBot, desk: Desk, still: Path
) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    a, b, c, d = QUAD.points()
    mark_and_reveal(qtbot, window, [a, b, c])
    inside = tuple((2 * QUAD.array()[1] + QUAD.array()[0] + QUAD.array()[2]) / 4)
    click(qtbot, window, inside)
    assert len(window.session.marking.points) == 3
    assert "do not enclose a plate" in window.message_bar.text
    click(qtbot, window, d)
    assert window.session.marking.quad is not None
    assert window.message_bar.text == ""  # the trouble is over


def test_a_drag_through_the_opposite_side_stops_before_it(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    start, beyond = (
        screen(window, QUAD.top_left),
        screen(window, (QUAD.bottom_right[0] + 5, QUAD.bottom_right[1] + 5)),
    )
    qtbot.mousePress(window.canvas, LEFT, NO_KEY, start)
    qtbot.mouseMove(window.canvas, beyond)
    assert "do not enclose" in window.message_bar.text
    qtbot.mouseRelease(window.canvas, LEFT, NO_KEY, beyond)
    assert window.session.marking.quad is not None


def test_the_keyboard_alone_marks_a_plate(qtbot: QtBot, desk: Desk, still: Path) -> None:
    open_file(qtbot, desk, still)
    window = desk.window
    qtbot.keyClick(window, Qt.Key.Key_M)
    middle = quad_of(desk)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert quad_of(desk).top_left[1] == pytest.approx(middle.top_left[1] - 10)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    boxes = window.reading.blind.boxes
    assert boxes.hasFocus()
    qtbot.keyClicks(boxes, "kvr?8/b17")
    qtbot.keyClick(boxes, Qt.Key.Key_Return)
    wait_for_reading(qtbot, window)
    plate = window.casework.plate
    assert plate is not None and plate.blind is not None
    assert plate.blind.reading.text == "KVR?[8B]17"


def test_every_frame_of_a_clip_has_its_own_corners(qtbot: QtBot, desk: Desk, clip: Path) -> None:
    open_file(qtbot, desk, clip)
    window = desk.window
    mark_and_reveal(qtbot, window, QUAD.points())
    first = quad_of(desk)
    go_to(qtbot, window, 5)
    assert window.session.marking.empty
    assert not window.actions_["undo"].isEnabled()
    window.actions_["again"].trigger()
    assert quad_of(desk) == first
    go_to(qtbot, window, 0)
    assert quad_of(desk) == first
    assert window.actions_["undo"].isEnabled()
