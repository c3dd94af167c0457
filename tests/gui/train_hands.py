"""What an examiner's hands do in Train, for the tests."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from gui_hands import LEFT, WAIT
from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forensic_lpr.core.formats import load_formats
from forensic_lpr.gui.app import Desk
from forensic_lpr.gui.training.workspace import TrainWorkspace
from forensic_lpr.synthesis.plates import PlateDesign, draw_plate

LONG = 30 * WAIT
"""For what loads the network or trains it on a busy machine."""


def write_plates(folder: Path, texts: Sequence[str]) -> list[Path]:
    """Pictures that show a drawn plate each and nothing else, named without their text."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(8)
    grey = next(f for f in load_formats() if f.name == "br-grey")
    found = []
    for number, text in enumerate(texts):
        plate = draw_plate(rng, PlateDesign(grey, grey.layouts[0], grey.colours[0], text), 0.4, 1, 0.0)
        x0, y0, x1, y1 = (round(edge) for edge in plate.quad.bounds())
        image = np.clip(plate.image + rng.normal(0, 6, plate.image.shape), 0, 255).astype(np.uint8)
        image = image[y0 : y1 + 1, x0 : x1 + 1]
        path = folder / f"picture-{number:02d}.png"
        Image.fromarray(image).save(path)
        found.append(path)
    return found


def plate_texts(count: int) -> list[str]:
    """Texts of that many different plates."""
    rng = np.random.default_rng(3)
    letters, digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
    return [
        "".join(rng.choice(list(letters), 3)) + "".join(rng.choice(list(digits), 4)) for _ in range(count)
    ]


def write_set(folder: Path, texts: Sequence[str]) -> Path:
    """A labelled set of such pictures, their texts as their names."""
    for number, (path, text) in enumerate(zip(write_plates(folder, texts), texts, strict=True)):
        path.rename(folder / f"{text}_{number}.png")
    return folder


def open_train(qtbot: QtBot, desk: Desk) -> TrainWorkspace:
    """Show the workspace and wait until it knows what there is."""
    train = desk.window.train
    desk.window.workspaces.show("train")
    qtbot.waitUntil(lambda: bool(train.models.all) and not desk.runner.busy, timeout=LONG)
    return train


def show_tab(qtbot: QtBot, train: TrainWorkspace, name: str) -> None:
    """Click on one of the four tabs."""
    qtbot.mouseClick(train.tabs.button(name), LEFT)
    assert train.pages.currentWidget() is getattr(train.pages, name)


def choose_set(qtbot: QtBot, desk: Desk, folder: Path) -> TrainWorkspace:
    """Choose a folder of labelled plates and wait until it was read, or refused."""
    train = desk.window.train
    train.material.choose(folder)
    qtbot.waitUntil(lambda: not train.material.reading and not desk.runner.busy, timeout=LONG)
    return train


def open_recognizer(qtbot: QtBot, desk: Desk, own: Path | None = None) -> TrainWorkspace:
    """Show the settings of a training, with a folder of labelled plates if one is given."""
    train = open_train(qtbot, desk)
    if own is not None:
        choose_set(qtbot, desk, own)
    show_tab(qtbot, train, "recognizer")
    return train


def type_label(qtbot: QtBot, desk: Desk, text: str) -> None:
    """Type what the chosen picture says, and press Enter."""
    train = desk.window.train
    panel = train.pages.data.labels
    panel.text.clear()
    qtbot.keyClicks(panel.text, text.lower())
    assert panel.text.text() == text
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
