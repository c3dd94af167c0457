"""Makes pictures of every workspace and dialog in every language, theme and size, to be looked at before a release.

    python docs/screens.py FOLDER [--language pt_BR] [--theme light]

It goes the way of ``docs/pictures.py``, the same sample and the same hands, and looks into more corners. Without a
language or a theme it takes one after the other, each in a program of its own.
"""

import argparse
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pictures import SIZE, Photographer, new_desk, photograph_all, rest, wait
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.metrics import Rate
from forensic_lpr.errors import Cancelled
from forensic_lpr.gui.crash import CrashDialog
from forensic_lpr.gui.language import LANGUAGES
from forensic_lpr.gui.theme import THEMES
from forensic_lpr.gui.tour import SEEN
from forensic_lpr.operations.apart import Tell
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate
from forensic_lpr.training.control import TrainingControl
from forensic_lpr.training.shares import PRESETS
from forensic_lpr.training.status import ReadExample, Score, TrainingStatus

LARGE = (1920, 1080)
SIZES = (SIZE, LARGE, (960, 520))
DIALOGS = (
    *(
        "about",
        "keyboard",
        "settings",
        "audit",
        "integrity",
        "jump",
        "clock",
        "new-case",
        "facts",
        "change-reading",
    ),
    *("withdraw", "second-reading"),
)
"""Actions that open a dialog; those that cannot be asked for just then are passed over."""
PLATES = 40
PRESET = PRESETS["quick"]


@dataclass(frozen=True)
class ToldTraining:
    """A training that is only told: what the tab shows of one that is half done, the same at every run.

    Attributes:
        examples: Own plates, as they are read now.
    """

    examples: tuple[ReadExample, ...]

    def __call__(self, tell: Tell, control: TrainingControl) -> None:
        """Tell it, then wait for the end; raises Cancelled."""
        rng, steps, scores, own = np.random.default_rng(5), 90, tuple[Score, ...](), None
        for step in range(1, steps + 1):
            done = step / steps / 2
            if step % 10 == 0:
                scores = tuple(
                    Score(width, 200, round(200 * share * (0.6 + 0.7 * done)), 1200)
                    for width, share in ((100, 0.98), (60, 0.86), (40, 0.55), (30, 0.24))
                )
                own = Rate(round(40 * (0.4 + 0.9 * done)), 40)
            tell(
                TrainingStatus(
                    round(done * PRESET.samples),
                    0.9 * float(np.exp(-4 * done)) + 0.06 + float(rng.normal(0, 0.01)),
                    2.6 * PRESET.batch,
                    (1 - done) * PRESET.samples / (2.6 * PRESET.batch),
                    scores,
                    2e-4 * (1 + float(np.cos(np.pi * done))) / 2,
                    PRESET.samples,
                    own,
                    self.examples if scores else (),
                    step // 10,
                )
            )
        while not control.stopped:
            time.sleep(0.05)
        raise Cancelled


class Surveyor(Photographer):
    """Keeps the whole window in every size, and dialogs as they are."""

    def take(self, name: str, widget: QWidget | None = None, part: QRect | None = None) -> None:
        """Keep pictures of the window, or of a widget that is one of its own."""
        if widget is not None and not widget.isWindow():
            widget = None
        for size in SIZES if widget is None else (None,):
            if size is not None:
                self.window.resize(*size)
            rest()
            if widget is None:
                wait(self.is_drawn, "what is drawn anew in this size")
            shot = (widget or self.window).grab()
            shot.save(str(self.folder / f"{name}-{shot.width()}x{shot.height()}.png"))
        self.window.resize(*SIZE)
        rest()

    def is_drawn(self) -> bool:
        """Whether nothing is computed any more that will be seen; a training goes on while its picture is taken."""
        return not self.runner.busy or self.window.train.trainer.busy

    def take_page(self, number: int) -> None:
        """A page of the report, counted from 0, from its head on."""
        pages = self.window.report.pages
        for size in (SIZE, LARGE):
            self.window.resize(*size)
            rest()
            pages.go_to(number)
            rest()
            wait(lambda: not self.runner.busy, "the page")
            rest()
            shot = self.window.grab()
            shot.save(str(self.folder / f"report-page-{number + 1:02d}-{shot.width()}x{shot.height()}.png"))
        self.window.resize(*SIZE)
        rest()

    def take_reading(self, name: str) -> None:
        """The reading with the window around it."""
        self.take(name)


def survey_start(by: Surveyor) -> None:
    """The welcome page of a newcomer, and the tour before anything is open."""
    by.take("welcome")
    survey_tour(by, "tour-before")
    by.window.preferences.set_text(SEEN, "")  # it begins by itself for a newcomer


def survey_tour(by: Surveyor, name: str) -> None:
    """Every stop of the tour; ends the program where one points at what is not seen."""
    tour = by.window.tour
    tour.go_on()
    while (stop := tour.stop) is not None:
        for size in SIZES:
            by.window.resize(*size)
            rest()
            target = stop.target()
            inside = by.window.rect().contains(tour.card.geometry())
            if not (target.isVisible() and tour.card.isVisible() and tour.spot.isVisible() and inside):
                raise SystemExit(f"the tour's stop {stop.title!r} points at nothing that is seen at {size}")
        by.take(f"{name}-{tour.number + 1}")
        tour.go_on()


def survey_report(by: Surveyor) -> None:
    """The pages of the report after its first."""
    window = by.window
    window.workspaces.show("report")
    wait(lambda: window.report.up_to_date and not by.runner.busy, "the pages")
    for number in range(1, window.report.pages.count):
        by.take_page(number)
    window.workspaces.show("examine")


def survey_dialogs(by: Surveyor) -> None:
    """Everything that opens beside the window."""
    window = by.window
    for name in DIALOGS:
        if name not in window.actions_.by_name or not window.actions_[name].isEnabled():
            sys.stdout.write(f"{name}: cannot be asked for\n")
            continue
        window.actions_[name].trigger()
        rest()
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                by.take(f"dialog-{name}", dialog)
                dialog.close()
    for number in range(2):
        if number:
            window.actions_["verify"].trigger()
            rest()
            dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
            by.take("dialog-verifying", dialog)
            wait(lambda: not by.runner.busy, "the verification")
            by.take("dialog-verified", dialog)
            dialog.close()
            wait(lambda: window.casework.view is not None and not by.runner.busy, "the case")
    crash = CrashDialog(
        window.look, "Traceback (most recent call last):\n  …\nValueError: an example", window
    )
    crash.show()
    by.take("dialog-crash", crash)
    crash.close()
    window.actions_["manual"].trigger()
    rest()
    for other in QApplication.topLevelWidgets():
        if other.isVisible() and other is not window:
            by.take("manual", other)
            other.close()


def survey_training(by: Surveyor) -> None:
    """The four tabs, with a set of drawn plates."""
    window, train = by.window, by.window.train
    folder, examples = by.folder / "yard camera", list[ReadExample]()
    folder.mkdir(exist_ok=True)
    rng = np.random.default_rng(8)
    grey = next(f for f in load_formats() if f.name == "br-grey")
    for number in range(PLATES):
        text = "".join(rng.choice(list("ABCDEFGHJKLMNPRSTUVWXYZ"), 3)) + f"{int(rng.integers(10_000)):04d}"
        plate = draw_plate(rng, PlateDesign(grey, grey.layouts[0], grey.colours[0], text), 0.4, 1, 0.0)
        x0, y0, x1, y1 = (round(edge) for edge in plate.quad.bounds())
        drawn = np.clip(plate.image[y0 : y1 + 1, x0 : x1 + 1], 0, 255).astype(np.uint8)
        file = folder / f"{text}_{number}.png"
        Image.fromarray(drawn).save(file)
        seen = np.asarray(Image.fromarray(drawn).convert("L").resize((120, 40)))
        found = text if number % 3 else text[:-1] + str((int(text[-1]) + 5) % 10)
        examples.append(ReadExample(seen, text, found, 0.97 - number / 90, 60.0, file.name))
    Image.new("RGB", (60, 20)).save(folder / "AB1_x.png")
    window.workspaces.show("train")
    for tab in ("data", "recognizer", "dgm", "models"):
        train.show_tab(tab)
        wait(lambda: bool(train.material.samples) and not by.runner.busy, tab)
        by.take(f"train-{tab}-empty")
    train.show_tab("data")
    train.material.choose(folder)
    wait(lambda: not train.material.reading and not by.runner.busy, "the set")
    by.take("train-data-set")
    train.show_tab("recognizer")
    wait(lambda: not by.runner.busy, "the recognizer")
    by.take("train-recognizer-set")
    train.trainer.start(ToldTraining(tuple(examples[:12])), by.folder / "run")
    wait(
        lambda: (told := train.trainer.status) is not None and 2 * told.samples >= PRESET.samples,
        "the training",
    )
    by.take("train-recognizer-running")
    train.trainer.stop()
    wait(lambda: not train.trainer.busy and not by.runner.busy, "the end of the training")
    window.workspaces.show("examine")


def survey(language: str, theme: str, folder: Path) -> None:
    """All pictures of one language in one theme."""
    desk = new_desk(language, theme)
    by = Surveyor(desk, language, folder / f"{language}-{theme}")
    survey_start(by)
    photograph_all(by)
    survey_tour(by, "tour-read")
    survey_report(by)
    survey_dialogs(by)
    survey_training(by)
    desk.close()
    desk.runner.close()


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=sorted(LANGUAGES))
    parser.add_argument("--theme", choices=sorted(THEMES))
    asked = parser.parse_args()
    if asked.language and asked.theme:
        survey(asked.language, asked.theme, asked.folder)
        return
    for language in [asked.language] if asked.language else sorted(LANGUAGES):
        for theme in [asked.theme] if asked.theme else sorted(THEMES):
            command = [sys.executable, __file__, str(asked.folder), "--language", language, "--theme", theme]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
