"""The session alone: which reading counts for what is marked now."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from gui_evidence import FakeRecognizer, FakeRecognizers, plate_scene
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from forensic_lpr.core.evidence import Digests, EvidenceItem, Frame, FrameRef, MediaInfo
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.reading import PlateReading
from forensic_lpr.gui.marking import NO_MARKING, Marking
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.session import Session
from forensic_lpr.operations.read import capture, compute

QUAD = plate_scene()[1]
MEDIA = MediaInfo("video", "mp4", "h264", 640, 480, (), 2, Fraction(1))
ITEM = EvidenceItem(Path("/cam1.mp4"), Digests("a" * 64, "b" * 32, 9), MEDIA, "2026-01-01T00:00:00+00:00")
FRAMES = [Frame(plate_scene(k)[0], FrameRef(k, k, Fraction(1, 25)), "P", f"digest {k}") for k in range(2)]


def reading(index: int = 0, format_name: str = "auto") -> PlateReading:
    request = capture(ITEM, FRAMES[index], QUAD, format_name)
    return compute(request, FRAMES[index], FakeRecognizer(FakeRecognizers()), load_formats())


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """Frame 0 of an exhibit is shown and its plate is marked."""
    session = Session(load_formats())
    exhibit = session.add(ITEM.path)
    session.update(exhibit.number, state="ready", item=ITEM)
    session.select(exhibit.number)
    session.show_frame(exhibit.number, FRAMES[0], QImage(1, 1, QImage.Format.Format_RGB32))
    session.mark(Marking((), QUAD, None))
    return session


def test_the_reading_of_what_is_marked_counts(session: Session) -> None:
    assert session.take_reading(reading())
    assert session.reading_is_current


def test_a_reading_of_corners_that_moved_on_is_shown_but_is_not_current(session: Session) -> None:
    session.mark(Marking((), QUAD.shifted(1, 0), None))
    assert session.take_reading(reading())
    assert not session.reading_is_current  # so it cannot be reported or copied


def test_late_readings_are_not_taken(session: Session) -> None:
    assert not session.take_reading(reading(index=1))
    assert not session.take_reading(reading(format_name="br-grey"))
    other = reading()
    assert not session.take_reading(replace(other, request=replace(other.request, weights="others")))
    assert not session.take_reading(replace(other, request=replace(other.request, evidence_sha256="c" * 64)))
    session.mark(NO_MARKING)
    assert not session.take_reading(other)
    assert session.reading is None


def test_another_frame_takes_the_reading_away(session: Session) -> None:
    assert session.take_reading(reading())
    assert session.show_frame(1, FRAMES[1], QImage(1, 1, QImage.Format.Format_RGB32))
    assert session.reading is None
    assert session.marking == NO_MARKING
    assert not session.show_frame(7, FRAMES[0], QImage())  # of an exhibit that is not shown


def test_an_exhibit_that_is_not_ready_is_not_selected(session: Session) -> None:
    waiting = session.add(Path("/other.png"))
    session.select(waiting.number)
    assert session.current is not None
    assert session.current.number != waiting.number


def test_pixels_reach_the_screen_unchanged(qtbot: QtBot) -> None:
    image = np.random.default_rng(1).integers(0, 256, (5, 7, 3), dtype=np.uint8)
    picture = to_picture(image)
    for y in range(5):
        for x in range(7):
            assert picture.pixelColor(x, y).getRgb() == (*(int(v) for v in image[y, x]), 255)
    grey = to_picture(image[..., 0])
    assert grey.pixelColor(3, 2).getRgb() == (*[int(image[2, 3, 0])] * 3, 255)
