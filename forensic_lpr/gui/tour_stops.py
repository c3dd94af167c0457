"""The stops of the guided tour: what each says, which control it points at, and what ends it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QToolBar, QWidget

if TYPE_CHECKING:
    from forensic_lpr.gui.main_window import MainWindow

Deed = Literal["", "marked", "sealed", "exported"]
"""What the examiner does at a stop; doing it leads on to the next."""


@dataclass(frozen=True)
class Stop:
    """One stop.

    Attributes:
        title: What it is about.
        words: Two or three sentences.
        target: Finds the control that it points at.
        deed: What leads on, besides going on.
    """

    title: str
    words: str
    target: Callable[[], QWidget]
    deed: Deed = ""


def stops_of(window: "MainWindow") -> tuple[Stop, ...]:
    """The stops in their order: the way from a picture to a report."""
    tr = window.tr
    return (
        Stop(
            tr("What is examined"),
            tr(
                "Stills and clips stand here, with the digest that was taken when they came in. "
                "They are only read. Open others with Ctrl+O, or drop them anywhere."
            ),
            lambda: window.exhibits,
        ),
        Stop(
            tr("Mark the plate"),
            tr(
                "Click its four corners, in any order. By keyboard: M puts four corners in the middle, Tab chooses "
                "one, the arrows move it; with Ctrl far, with Shift by a pixel, alone by a tenth."
            ),
            lambda: window.canvas if window.session.picture is not None else window.welcome,
            "marked",
        ),
        Stop(
            tr("The plate from the front"),
            tr(
                "Above the plate as it is in the picture, below it turned to the front, and its width in pixels. "
                "From 60 pixels down reading becomes hard."
            ),
            lambda: window.plate,
        ),
        Stop(
            tr("Your own reading first"),
            tr(
                "Type what you see, ? for what you cannot tell, and press Return or Seal and reveal. "
                "Only then the machine's reading is made, so that it cannot lead you."
            ),
            lambda: window.reading,
            "sealed",
        ),
        Stop(
            tr("What the machine reads"),
            tr(
                "One column for each character: the likeliest on top with its calibrated percentage, others below; "
                "framed is what cannot be ruled out. Then the plates they make. It never says match."
            ),
            lambda: window.reading,
        ),
        Stop(
            tr("In a clip"),
            tr(
                "Choose the clip in the list. Comma and full stop go from frame to frame. Mark the plate once, "
                "read it, and T follows it over the clip and reads all frames as one."
            ),
            lambda: window.frame_bar if window.frame_bar.isVisible() else window.exhibits,
        ),
        Stop(
            tr("The report"),
            tr(
                "Ctrl+E writes a PDF on what was done and found, once every marked plate has been read. "
                "The case with its audit log is kept as well."
            ),
            lambda: _report_button(window),
            "exported",
        ),
        Stop(
            tr("That is the way"),
            tr("F1 lists all keys. The tour is in the menu Help whenever you want it again."),
            window.menuBar,
        ),
    )


def _report_button(window: "MainWindow") -> QWidget:
    tools = window.findChild(QToolBar, "tools")
    button = tools.widgetForAction(window.actions_["report"]) if tools is not None else None
    return button if button is not None else window.menuBar()
