"""Follows the marking with a rectified plate and a reading, always for the newest corners."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from forensic_lpr.core.reading import PlateReading
from forensic_lpr.errors import ForensicLprError
from forensic_lpr.gui.casework import Casework
from forensic_lpr.gui.jobs import ReadPlate, Recognizers, Rectified, Rectify, WarmUp
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.tasks import Follower, TaskRunner

READING_LANE, PICTURE_LANE = "reading", "picture"
_RECIPE = 4
"""Where the recipe stands in what was asked."""
RECTIFIED_SIZE = (354, 118)
"""Pixels of the rectified plate on the screen; the network's own image is made apart from it."""


class Reader(QObject):
    """From the session's marking to its reading."""

    busy_changed = Signal(bool)
    ready = Signal(object)
    """Names of the shipped weights; the network can read now."""
    failed = Signal(str)
    """One sentence on why there is no reading; empty when that is over."""
    rectified_changed = Signal(object)
    """The picture of the plate from the front, or ``None``."""

    def __init__(
        self,
        session: Session,
        runner: TaskRunner,
        recognizers: Recognizers | None = None,
        parent: QObject | None = None,
        *,
        casework: Casework,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._casework = casework
        self._runner = runner
        self._recognizers = recognizers or Recognizers()
        self._readings = Follower(runner, READING_LANE, self)
        self._readings.answered.connect(self._on_read)
        self._readings.failed.connect(self._on_failed)
        self._readings.busy_changed.connect(self.busy_changed)
        self._pictures = Follower(runner, PICTURE_LANE, self)
        self._pictures.answered.connect(self._on_rectified)
        self._pictures.failed.connect(self._on_rectify_failed)
        self._seen: NDArray[np.uint8] | None = None
        self._asked: tuple[object, ...] | None = None
        self._of_frame: tuple[object, ...] | None = None
        session.marking_changed.connect(self._on_changed)
        session.request_changed.connect(self._on_changed)
        casework.masking_changed.connect(self._on_changed)

    @property
    def busy(self) -> bool:
        """Whether a reading is awaited."""
        return self._readings.busy

    def warm_up(self) -> None:
        """Load the network in the background."""
        task = self._runner.start(WarmUp(self._recognizers, self._session.weights), READING_LANE)
        task.succeeded.connect(self.ready)
        task.failed.connect(self._on_failed)

    def forget_weights(self, name: str) -> None:
        """The file of some weights changed: load them anew when they are used next."""
        self._recognizers.forget(name)
        if name == self._session.weights:
            self.read_again()

    def read_again(self) -> None:
        """Ask once more for what is marked, for example after weights were put in place."""
        self._asked = None
        self._on_changed()

    def show_plate_of(self, image: NDArray[np.uint8] | None) -> None:
        """Show the plate from the front as it is in an enhanced picture; in the original for ``None``."""
        if image is self._seen:
            return
        self._seen = image
        self._ask_for_plate()

    def _ask_for_plate(self) -> None:
        frame, quad = self._session.frame, self._session.marking.quad
        if frame is not None and quad is not None:
            fits = self._seen is not None and self._seen.shape == frame.image.shape
            image = self._seen if self._seen is not None and fits else frame.image
            self._pictures.ask(Rectify(image, quad, RECTIFIED_SIZE))

    def _on_changed(self) -> None:
        session = self._session
        frame, quad, current = session.frame, session.marking.quad, session.current
        listed = frame is not None and frame.remarks is not None
        masked = self._casework.masked
        wish = (session.key, quad, session.format_name, session.weights, session.recipe_read, listed, masked)
        if wish == self._asked:
            return  # another corner was selected, nothing moved
        context = (session.key, session.format_name, session.weights, session.recipe_read.is_original)
        if context != self._of_frame or quad is None:
            self._readings.forget()
            self._pictures.forget()
        elif (
            self._asked is not None
            and session.recipe_read != self._asked[_RECIPE]
            and session.recipe_read.is_heavy
        ):
            self._readings.forget()  # what runs would keep the newest waiting for seconds
        self._asked, self._of_frame = wish, context
        if frame is None or quad is None or current is None or current.item is None:
            session.drop_reading()
            self.failed.emit("")
            self.rectified_changed.emit(None)
            return
        self._ask_for_plate()
        if masked:
            # What must not be shown is not computed: then nothing can show it by mistake.
            self._readings.forget()
            session.drop_reading()
            self.failed.emit("")
            return
        self._readings.ask(
            ReadPlate(
                self._recognizers,
                current.item,
                frame,
                quad,
                session.format_name,
                session.weights,
                session.formats,
                session.recipe_read,
            )
        )

    def _on_read(self, reading: PlateReading, newest: bool) -> None:
        self.failed.emit("")
        self._session.take_reading(reading)

    def _on_failed(self, error: ForensicLprError) -> None:
        self._session.drop_reading()
        self.failed.emit(in_words(error))

    def _on_rectified(self, result: Rectified, newest: bool) -> None:
        self.rectified_changed.emit(result.picture)

    def _on_rectify_failed(self, error: ForensicLprError) -> None:
        self.rectified_changed.emit(None)
