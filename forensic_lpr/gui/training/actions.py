"""The actions of the Train workspace: name, drawing, words, shortcut and tool-tip."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from forensic_lpr.gui.actions import Actions

Rows = tuple[tuple[str, str, str, str, str], ...]


def train_rows(tr: Callable[[str], str]) -> Rows:
    """For the menu Train, which is there while the workspace is shown."""
    return (
        (
            "train-set",
            "folder",
            tr("&Choose labelled plates…"),
            "Ctrl+Alt+O",
            tr("Take a folder of pictures with labels.csv, or with the plate texts as file names"),
        ),
        (
            "train-label",
            "add-step",
            tr("&Label pictures…"),
            "Ctrl+Alt+L",
            tr("Take pictures of plates and type what they say"),
        ),
        (
            "train-pairs",
            "track",
            tr("Choose &pair sets…"),
            "Ctrl+Alt+P",
            tr("Take a folder of near and far pictures of the same plates, for the DGM"),
        ),
        (
            "train-resample",
            "again",
            tr("Show &other samples"),
            "Ctrl+Alt+N",
            tr("Draw other samples of the same mixture"),
        ),
        ("train-start", "play", tr("&Start training"), "F9", tr("Train with the settings shown")),
        ("train-pause", "pause", tr("&Pause"), "F10", tr("Let the training wait, or go on")),
        (
            "train-stop",
            "stop",
            tr("S&top training"),
            "Shift+F9",
            tr("End the training; its state is saved and it can go on another day"),
        ),
        (
            "train-resume",
            "redo",
            tr("Go on with an earlier &run"),
            "Shift+F10",
            tr("Go on with the run chosen among the earlier ones"),
        ),
        (
            "train-gate",
            "compare",
            tr("Compare with the model in &use…"),
            "Ctrl+Alt+G",
            tr("Read held plates with both models and test the difference"),
        ),
        (
            "train-recalibrate",
            "syntax",
            tr("Re&calibrate"),
            "Ctrl+Alt+K",
            tr("Fit the probabilities of the chosen model to how often they are right"),
        ),
        (
            "train-activate",
            "success",
            tr("&Activate"),
            "Ctrl+Alt+A",
            tr("Read with the chosen model from now on"),
        ),
        (
            "train-back",
            "undo",
            tr("Take the activation &back"),
            "Ctrl+Alt+Z",
            tr("Read with the model that was in use before"),
        ),
        (
            "train-two",
            "zoom-plate",
            tr("Read one plate with t&wo models…"),
            "Ctrl+Alt+T",
            tr("Read the plate marked in Examine with the chosen model and the one in use, side by side"),
        ),
        ("train-export", "save", tr("&Export model…"), "Ctrl+Alt+E", tr("Write the chosen model to a file")),
        (
            "train-import",
            "open",
            tr("&Import model…"),
            "Ctrl+Alt+I",
            tr("Take a model from a file that another installation exported"),
        ),
        (
            "train-delete",
            "remove",
            tr("&Delete model"),
            "Ctrl+Alt+Backspace",
            tr("Delete the chosen model; shipped ones and the one in use stay"),
        ),
    )


def plate_rows(tr: Callable[[str], str]) -> Rows:
    """For the menu Plate: what takes evidence as material."""
    return (
        (
            "label-plate",
            "mark",
            tr("La&bel for training"),
            "Ctrl+Alt+M",
            tr("Take the marked plate as training material, to be labelled in Train"),
        ),
        (
            "label-track",
            "track",
            tr("Label the trac&k for training"),
            "Ctrl+Alt+F",
            tr("Take the plate out of a dozen of the track's frames, near and far, to be labelled in Train"),
        ),
        (
            "take-pairs",
            "track",
            tr("Take pa&irs of the track"),
            "Ctrl+Alt+R",
            tr("Take near and far plates of the track, for the training of a DGM"),
        ),
    )


NAMES = tuple(row[0] for row in (*train_rows(str), *plate_rows(str)))
"""Of all these actions."""

SEPARATED = ("train-start", "train-gate", "train-export")
"""Actions before which the menu has a line."""


def add_train_menu(actions: "Actions", menu: QMenu) -> None:
    """Fill the menu Train, and put what takes evidence as material at the end of the menu Plate."""
    tr, plate = actions.tr, actions.menus["plate"]
    plate.addSeparator()
    for name, drawing, text, keys, tip in plate_rows(tr):
        actions.add(plate, drawing, name, text, keys, tip)
    for name, drawing, text, keys, tip in train_rows(tr):
        if name in SEPARATED:
            menu.addSeparator()
        actions.add(menu, drawing, name, text, keys, tip)
