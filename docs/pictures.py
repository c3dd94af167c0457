"""Makes the pictures of the manual and of the README from the running program, off the screen.

    python docs/pictures.py [--language pt_BR] [--theme light]

It opens the sample case and the exercise of the chapter on an ambiguous plate, does what an examiner does, and writes
into ``resources/manual/pictures/LANGUAGE``. Settings and cases of the one who runs it are not touched.
"""

import argparse
import atexit
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QBuffer, QDeadlineTimer, QEventLoop, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from forensic_lpr import paths
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Point, Quad
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.language import LANGUAGES, speak
from forensic_lpr.gui.preferences import Preferences
from forensic_lpr.gui.reconcile_dialog import ReconcileDialog
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate
from forensic_lpr.synthesis.scene import draw_car, draw_street, place_car, record

MOST_BYTES = 150_000
SIZE = (1280, 800)
PATIENCE_MS = 600_000
HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
EXERCISE = paths.resources() / "manual" / "exercise" / "petrol-station.jpg"
EXERCISE_TEXT = "OUM5G63"
REASONS = {"en": "Two closed loops can be seen", "pt_BR": "Veem-se dois laços fechados"}
FACTS = {
    "en": {"laboratory": "Laboratory of forensic imaging", "examiner": "A. Examiner"},
    "pt_BR": {"laboratory": "Laboratório de imagens forenses", "examiner": "A. Perita"},
}
STEPS = Recipe(
    (Step.of("gamma", gamma=0.8), Step.of("stretch"), Step.of("lucy-defocus", radius=1.4, iterations=12))
)
"""Steps that make another plate of the sample clip's frame 32; see METHODS, Enhancement."""


def draw_exercise() -> None:
    """Draw the still of the ambiguous plate with its truth: a car that does not exist, 40 pixels of plate."""
    plate_format = next(f for f in load_formats() if f.name == "br-mercosur")
    rng = np.random.default_rng(3)
    design = PlateDesign(plate_format, plate_format.layouts[0], plate_format.colours[0], EXERCISE_TEXT)
    car = draw_car(rng, draw_plate(rng, design, 1.0, 3, wear=0.3), (44, 62, 92))
    scene = place_car(draw_street(rng, 960, 540), car, (500, 420), 0.1, 0.2)
    still = record(np.random.default_rng(24), scene, 1.0, 3.0, "CAM 07  2026-04-14  05:52:31")
    EXERCISE.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(still).save(EXERCISE, quality=95, subsampling=0)
    truth = {
        "file": EXERCISE.name,
        "quad": [[round(x, 2), round(y, 2)] for x, y in scene.quad.points()],
        "text": EXERCISE_TEXT,
        "format": plate_format.name,
    }
    EXERCISE.with_name("truth.json").write_text(json.dumps(truth, indent=2) + "\n", "utf-8")


def wait(until: Callable[[], bool], what: str) -> None:
    """Let the program work until something is true."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        if patience.hasExpired():
            raise SystemExit(f"waited in vain for {what}")


def rest() -> None:
    """Let everything be drawn that was asked for."""
    for _ in range(20):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


class Photographer:
    """Works with the window and keeps pictures of it."""

    def __init__(self, desk: Desk, language: str, folder: Path) -> None:
        self.window, self.language = desk.window, language
        self.runner = desk.runner
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, widget: QWidget | None = None, part: QRect | None = None) -> None:
        """Keep a picture of a widget, of the whole window by default, in as few colours as it takes."""
        rest()
        shot = (widget or self.window).grab(part) if part is not None else (widget or self.window).grab()
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        shot.save(buffer, "PNG")
        picture = Image.open(BytesIO(buffer.data().data())).convert("RGB")
        target = self.folder / f"{name}.png"
        for count in (256, 192, 128, 96):
            self.in_few_colours(picture, count).save(target, optimize=True)
            if target.stat().st_size < MOST_BYTES:
                break
        sys.stdout.write(f"{target.name}: {target.stat().st_size} bytes\n")
        sys.stdout.flush()

    def in_few_colours(self, picture: Image.Image, count: int) -> Image.Image:
        """A picture with a palette in which the colours of the theme, which carry meaning, stand exactly."""
        own = [QColor(colour) for colour in self.window.look.theme.colours.values()]
        kept = [part for colour in own for part in (colour.red(), colour.green(), colour.blue())]
        rest_ = picture.quantize(count - len(own), Image.Quantize.MEDIANCUT).getpalette() or []
        palette = Image.new("P", (1, 1))
        palette.putpalette((kept + rest_)[: 3 * count])
        return picture.quantize(palette=palette, dither=Image.Dither.NONE)

    def take_reading(self, name: str) -> None:
        """Keep a picture of the reading with more of its plates than the window has room for."""
        self.window.resize(SIZE[0], SIZE[1] + 140)
        self.take(name, self.window.reading)
        self.window.resize(*SIZE)
        rest()

    def open(self, paths_: Sequence[Path]) -> None:
        """Open files, and wait for the last of them."""
        session, count = self.window.session, len(self.window.session.exhibits) + len(paths_)
        self.window.loader.open(list(paths_))
        self.wait_for_exhibits(count)
        self.window.loader.select(session.exhibits[-1].number)
        wait(lambda: session.frame is not None, "a frame")

    def wait_for_exhibits(self, count: int) -> None:
        """Wait until so many files are in the list, and ready."""

        def ready() -> bool:
            exhibits = self.window.session.exhibits
            return len(exhibits) == count and all(exhibit.state == "ready" for exhibit in exhibits)

        wait(ready, "the files")

    def mark(self, corners: Sequence[Point]) -> None:
        """Click four corners."""
        xs, ys = [p[0] for p in corners], [p[1] for p in corners]
        self.window.canvas.zoom_to((min(xs), min(ys), max(xs), max(ys)))
        for corner in corners:
            at = self.at(corner)
            QTest.mouseMove(self.window.canvas, at)
            QTest.mouseClick(
                self.window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
            )
        self.window.canvas.zoom(-1)
        wait(lambda: self.window.session.marking.quad is not None, "the marking")

    def at(self, point: Point) -> QPoint:
        """Where a point of the picture is on the canvas."""
        x, y = self.window.canvas.view.to_screen(point)
        return QPoint(round(x), round(y))

    def type_own(self, text: str) -> None:
        """Type the own reading."""
        QTest.keyClicks(self.window.reading.blind.boxes, text)

    def seal(self) -> None:
        """Seal what was typed, and wait for the machine's reading."""
        self.window.actions_["seal"].trigger()
        self.wait_for_reading()
        self.window.casework.flush()

    def wait_for_reading(self) -> None:
        """Wait until the reading shown is of what is marked."""
        window = self.window
        wait(lambda: window.session.reading_is_current and not window.reader.busy, "a reading")
        wait(lambda: not self.runner.busy, "the inspection")

    def conclude(self, slots: Sequence[tuple[str, int, str]], name: str) -> None:
        """Fill the dialog of the conclusion, keep its picture, and record it."""
        self.window.actions_["reconcile"].trigger()
        dialog = self.window.findChild(ReconcileDialog)
        assert dialog is not None
        for row, (characters, state, reason) in zip(dialog.rows, slots, strict=True):
            row.characters.setText(characters)
            row.state.setCurrentIndex(state)
            row.reason.setText(reason)
        dialog.resize(760, dialog.sizeHint().height())
        self.take(name, dialog)
        dialog.record.click()
        wait(lambda: not dialog.isVisible(), "the conclusion")


def photograph_still(by: Photographer, truth: dict[str, list[Point]]) -> None:
    """The first minute, marking, own reading, slot table, conclusion."""
    window = by.window
    window.start([])
    by.wait_for_exhibits(2)
    wait(lambda: window.session.frame is not None, "the first picture")
    by.take("first-minute")
    window.actions_["tour-leave"].trigger()
    quad = truth["car-park.jpg"]
    by.mark(quad)
    wait(lambda: not by.runner.busy, "the inspection")
    by.type_own("KVR4?17")
    if by.language == "en":  # for the README
        by.take("own-reading")
    by.take("own-boxes", window.reading)
    by.take("plate", window.plate)
    corner = by.at(quad[2])
    QTest.mouseMove(window.canvas, corner)
    QTest.mousePress(window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    by.take("marking", window.canvas)
    QTest.mouseRelease(window.canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    by.seal()
    if by.language == "en":
        by.take("examine-still")
    by.take_reading("slot-table")
    sure = [(c, 0, "") for c in "KVR4817"]
    sure[4] = ("8", 1, REASONS[by.language])
    by.conclude(sure, "conclusion")


def photograph_report(by: Photographer) -> None:
    """The pages of the report."""
    view = by.window.casework.view
    assert view is not None
    by.window.casework.describe(replace(view.case, number="2026-0412", **FACTS[by.language]))
    by.window.workspaces.show("report")
    wait(lambda: by.window.report.up_to_date and not by.runner.busy, "the pages")
    by.take("report")
    by.window.workspaces.show("examine")


def photograph_clip(by: Photographer, truth: dict[str, list[Point]]) -> None:
    """Enhancement that makes another plate, then the plate followed over the clip."""
    window = by.window
    number = next(e.number for e in window.session.exhibits if e.is_clip)
    window.loader.select(number)
    wait(lambda: window.transport.table is not None, "the frames")
    window.transport.go(32)
    wait(lambda: window.session.key == (number, 32), "frame 32")
    by.mark(truth["gate-camera.mp4"])
    by.type_own("R?G2?6?")
    by.seal()
    state = window.enhancing.state
    window.enhancing.verbs.put(STEPS, "pictures")
    wait(lambda: state.is_newest and not window.enhancing.previewer.busy, "the enhanced picture")
    window.actions_["compare"].setChecked(True)
    window.enhancing.verbs.read_enhanced(True)
    by.wait_for_reading()
    by.take("enhance")
    window.actions_["compare"].setChecked(False)
    window.actions_["reset-recipe"].trigger()
    by.wait_for_reading()
    window.actions_["track"].trigger()
    wait(lambda: window.tracker.track is not None and not window.tracker.working, "the track")
    wait(lambda: not by.runner.busy, "the fusion")
    by.take("examine-track")


def photograph_training(by: Photographer) -> None:
    """What the network would see, and the models."""
    window = by.window
    window.workspaces.show("train")
    wait(lambda: bool(window.train.material.samples) and not by.runner.busy, "the samples")
    by.take("train")
    window.train.show_tab("models")
    wait(lambda: not by.runner.busy, "the models")
    by.take("models")
    window.workspaces.show("examine")


def photograph_exercise(by: Photographer) -> None:
    """The ambiguous plate: as it is, as the machine reads it, and what may be concluded."""
    window = by.window
    truth = json.loads(EXERCISE.with_name("truth.json").read_text("utf-8"))
    by.open([EXERCISE])
    corners = [(x, y) for x, y in truth["quad"]]
    by.mark(corners)
    exact = replace(window.session.marking, quad=Quad.from_points(corners))  # the chapter tells these figures
    window.session.mark(exact)
    wait(lambda: not by.runner.busy, "the inspection")
    by.take("ambiguous-plate", window.plate)
    by.type_own("O/DUM5G/O?3")
    by.seal()
    by.take_reading("ambiguous-reading")
    sys.stdout.write(window.reading.line.text() + "\n")
    reading = window.session.reading
    assert reading is not None
    for plate in reading.plates[:6]:
        sys.stdout.write(f"{plate.text} {plate.probability:.3f} {plate.cumulative:.3f}\n")
    for slot, kept in zip(reading.slots.top(5), reading.slots.sets, strict=True):
        sys.stdout.write(f"{kept}: {slot}\n")
    open_, sure = 2, 0
    by.conclude(
        [
            ("OD", open_, ""),
            ("U", sure, ""),
            ("M", sure, ""),
            ("5", sure, ""),
            ("GO", open_, ""),
            ("86", open_, ""),
            ("3", 1, ""),
        ],
        "ambiguous-conclusion",
    )


def photograph_all(by: Photographer) -> None:
    """Go the whole way, and keep every picture."""
    told = json.loads((paths.resources() / "sample" / "truth.json").read_text("utf-8"))
    truth = {one["file"]: [(x, y) for x, y in one["quad"]] for one in told}  # of the clip its last frame
    photograph_still(by, truth)
    photograph_report(by)
    photograph_exercise(by)
    photograph_training(by)
    photograph_clip(by, truth)


def new_desk(language: str, theme: str) -> Desk:
    """A window off the screen with settings and cases of its own, not yet started."""
    home = tempfile.mkdtemp(prefix="forensic-lpr-pictures-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96")
    os.environ.update(dict.fromkeys(HOMES, home))
    application = QApplication([])
    speak(application, language)
    preferences = Preferences(QSettings(str(Path(home, "settings.ini")), QSettings.Format.IniFormat))
    preferences.set_text("theme", theme)
    preferences.set_text("report/language", language.replace("_", "-"))
    desk = Desk(application, preferences)
    desk.window.resize(*SIZE)
    desk.window.show()
    return desk


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--out", type=Path, help="another folder")
    asked = parser.parse_args()
    if not EXERCISE.exists():
        draw_exercise()
    desk = new_desk(asked.language, asked.theme)
    folder = asked.out or paths.resources() / "manual" / "pictures" / asked.language
    photograph_all(Photographer(desk, asked.language, folder))
    desk.close()
    desk.runner.close()


if __name__ == "__main__":
    main()
