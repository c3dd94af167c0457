"""The track panel: following a plate, its frames as a strip, the average, and where the track ends and why."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from forensic_lpr.gui.actions import Actions
from forensic_lpr.gui.flow import ElidedLabel, WrappedLabel
from forensic_lpr.gui.panels.panel import TitleLine
from forensic_lpr.gui.pictures import to_picture
from forensic_lpr.gui.sentences import in_words
from forensic_lpr.gui.session import Session
from forensic_lpr.gui.theme import Look
from forensic_lpr.gui.timeline import LaneFrames, LegibilityLane
from forensic_lpr.gui.track_state import FollowedPlate, ranges
from forensic_lpr.gui.track_strip import TrackStrip
from forensic_lpr.gui.tracking import Tracker
from forensic_lpr.gui.transport import Transport

_ROOMY = 4
"""Widths of the average that the panel must have for it to be shown pixel by pixel."""
BUTTONS = ("track", "correct-track", "use-all-frames", "best-frame", "track-strip")


class AverageView(QWidget):
    """The averaged plate, told to be an illustration."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.track: FollowedPlate | None = None
        self._picture = QImage()
        self._low = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.make_room(0)
        self.setAccessibleName(self.tr("Average of the frames"))
        look.changed.connect(self.update)

    def show_track(self, track: FollowedPlate | None) -> None:
        """Show the average of a track."""
        self.track = track
        if track is not None:
            self.setAccessibleDescription(self.words(track))
            self.setToolTip(self.words(track))
            self._picture = to_picture(track.average.image)
        self.update()

    def words(self, track: FollowedPlate) -> str:
        """What it is."""
        return self.tr("Average of {n} frames: an illustration computed from their pixels").format(
            n=sum(track.average.used)
        )

    def make_low(self, low: bool) -> None:
        """In short words, where there is little height."""
        self._low = low
        self.update()

    def make_room(self, width: int) -> None:
        """As wide as a crop, or pixel by pixel where the panel is wide enough."""
        px = self._look.px
        wide = width >= px("average_width") * _ROOMY
        self.setFixedWidth(px("average_width" if wide else "crop_width") + 2 * px("wide"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture and its words."""
        if self.track is None:
            return
        painter, look = QPainter(self), self._look
        edge = QRect(self.width() - look.px("hair"), 0, look.px("hair"), self.height())
        painter.fillRect(edge, look.colour("line"))
        room = self.width() - 2 * look.px("wide")
        size = self._picture.size()
        if size.width() > room:
            size.scale(room, self.height(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRect(QPoint(look.px("wide"), look.px("space")), size)
        painter.drawImage(place, self._picture)
        below = QRect(place.left(), place.bottom() + look.px("space"), room, self.height())
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        short = self.tr("Average of {n} frames: an illustration").format(n=sum(self.track.average.used))
        painter.drawText(below, flags, short if self._low else self.words(self.track))


class TrackPanel(QFrame):
    """Only for clips. Its body is there while there is a track, or work that leads to one."""

    def __init__(
        self,
        look: Look,
        session: Session,
        tracker: Tracker,
        transport: Transport,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self._tracker = look, session, tracker
        self._transport = transport
        self._actions = actions
        self._lane_frames: LaneFrames | None = None
        self._low = False
        self.setProperty("kind", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Track"))
        self.strip = TrackStrip(look)
        self.strip.chosen.connect(transport.go)
        self.strip.strip.switched.connect(tracker.switch)
        self.lane = LegibilityLane(look)
        self.lane.chosen.connect(transport.go)
        self.average = AverageView(look)
        self.summary = ElidedLabel()
        self.below = WrappedLabel()
        self.words = ""
        """The summary, or how far the work is, wherever it stands."""
        for label in (self.summary, self.below):
            label.setProperty("kind", "muted")
            label.setFont(look.font("figures"))
        self.ends = WrappedLabel()
        self.ends.setProperty("kind", "muted")
        self.ends.setFont(look.font("small"))
        self.ends.setAccessibleName(self.tr("Ends of the track"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.cancel = QToolButton()
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop following the plate"))
        self.cancel.clicked.connect(tracker.cancel)
        self._lay_out()
        session.exhibit_selected.connect(self._on_changed)
        session.table_changed.connect(self._on_changed)
        session.frame_changed.connect(self._on_frame_changed)
        session.marking_changed.connect(self._on_marking_changed)
        tracker.changed.connect(self._on_changed)
        tracker.working_changed.connect(self._on_working_changed)
        tracker.progressed.connect(self._on_progressed)
        actions["track-strip"].toggled.connect(self._on_working_changed)
        self._on_changed()

    def _lay_out(self) -> None:
        px = self._look.px
        title = TitleLine(self._look, self.tr("Track"))
        title.row.setStretch(1, 0)
        title.row.insertWidget(1, self.summary, 1)
        title.row.insertSpacing(1, px("wide"))
        for name in BUTTONS:
            button = title.add_button(self._actions[name])
            if name == "track":
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._work = QWidget()
        work = QHBoxLayout(self._work)
        work.setContentsMargins(px("wide"), px("tight"), px("space"), px("tight"))
        work.setSpacing(px("wide"))
        work.addWidget(self.progress, 1)
        work.addWidget(self.cancel)
        self._frames = QWidget()
        frames = QHBoxLayout(self._frames)
        frames.setContentsMargins(0, 0, 0, 0)
        frames.setSpacing(0)
        frames.addWidget(self.average)
        frames.addWidget(self.strip, 1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(px("wide"), px("line"), px("wide"), px("tight"))
        foot.addWidget(self.ends, 1)
        self.below.setContentsMargins(px("wide"), px("tight"), px("wide"), px("tight"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (title, self.below, self._work, self._frames, self._foot):
            column.addWidget(widget)

    def make_low(self, low: bool) -> None:
        """Leave the picture room, where there is little height: bars and ends are left to tool-tips."""
        if low != self._low:
            self._low = low
            self.strip.make_low(low)
            self.average.make_low(low)
            self._on_working_changed()

    def go_to_best(self) -> None:
        """Show the frame that weighs most."""
        track = self._tracker.track
        if track is not None:
            self._transport.pause()
            self._transport.go(track.best.index)

    # --- what changes

    def _on_changed(self) -> None:
        track = self._tracker.track
        self.strip.strip.show_track(track)
        self.average.show_track(track)
        table = self._session.current.table if self._session.current is not None else None
        self._lane_frames = None
        if track is not None and table is not None:
            self._lane_frames = LaneFrames.of(
                self.strip.strip.rows, track.reading.track.hidden, len(table.rows)
            )
        if track is not None:
            found = track.reading.track
            words = self.tr("Begins at frame {a}: {why_a}  Ends at frame {b}: {why_b}").format(
                a=found.start.frame.index,
                why_a=in_words(found.start.reason),
                b=found.end.frame.index,
                why_b=in_words(found.end.reason),
            )
            if found.hidden:
                words += "  " + self.tr("Not found in frames {n}.").format(
                    n=ranges([ref.index for ref in found.hidden])
                )
            self.ends.tell(words)
            self.below.setToolTip(words)
        self._on_working_changed()
        self._on_frame_changed()

    def _on_working_changed(self) -> None:
        current, track = self._session.current, self._tracker.track
        clip = current is not None and current.is_clip
        open_ = self._actions["track-strip"].isChecked()
        self.setVisible(clip)
        self._work.setVisible(self._tracker.working)
        self._frames.setVisible(track is not None and open_)
        self._foot.setVisible(track is not None and open_ and not self._low)
        self._on_marking_changed()
        if self._tracker.working:
            self._on_progressed(0, None, "", None)

    def _on_progressed(self, done: int, total: int | None, stretch: str, left: float | None) -> None:
        if not self._tracker.working:
            return
        names = {
            "following": self.tr("Following the plate: {done} of {total}"),
            "reading": self.tr("Reading the frames: {done} of {total}"),
            "averaging": self.tr("Averaging the frames: {done} of {total}"),
            "": self.tr("Opening the clip"),
        }
        words = names.get(stretch, self.tr("Checking the clip's digest")).format(done=done, total=total)
        if left is not None:
            words += self.tr(", {n} s left").format(n=max(1, round(left)))
        self._say(words)
        self.progress.setRange(0, 1000 if total else 0)
        self.progress.setValue(1000 * done // total if total else 0)

    def _on_marking_changed(self) -> None:
        track, tracker = self._tracker.track, self._tracker
        self._actions.enable(("track",), tracker.can_follow and not tracker.working)
        self._actions.enable(("correct-track",), tracker.moved)
        there = ("best-frame", "next-reading", "track-strip")
        self._actions.enable(there, track is not None)
        listed = self._session.current is not None and self._session.current.table is not None
        self._actions.enable(("range-begin", "range-end", "range-clear"), listed)
        self._actions.enable(("use-all-frames",), track is not None and not all(track.used))
        if tracker.working:
            return  # the summary tells how far it is
        if tracker.moved:
            key = self._actions["correct-track"].shortcut().toString()
            self._say(self.tr("Corners moved here; {key} bends the track.").format(key=key))
        elif track is not None:
            self._say(self._counts(track))
        elif tracker.can_follow:
            self._say(self._stretch())
        elif self._session.marking.quad is not None and listed:
            self._say(self.tr("Seal your own reading to follow the plate."))
        else:
            self._say(self.tr("The frames of a marked plate will stand here."))

    def _stretch(self) -> str:
        """What can be followed, and how far."""
        first, last = self._tracker.stretch
        current = self._session.current
        if (
            current is not None
            and current.table is not None
            and (first, last) != (0, len(current.table.rows) - 1)
        ):
            return self.tr("Frames {a} to {b} can be followed.").format(a=first, b=last)
        return self.tr("The marked plate can be followed.")

    def _counts(self, track: FollowedPlate) -> str:
        found = track.reading.track
        words = self.tr("found in {n} frames, {used} in use").format(n=len(found.quads), used=sum(track.used))
        hand = sum(tracked.by_hand for tracked in found.quads)
        words += self.tr(", {n} set by hand").format(n=hand)
        if found.hidden:
            words += self.tr(", hidden in {n}").format(n=len(found.hidden))
        return words

    def _on_frame_changed(self) -> None:
        frame = self._session.frame
        self.strip.show_frame(frame.ref.index if frame is not None else -1)
        self.lane.show_frames(self._lane_frames, frame.ref.index if frame is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The average leaves the strip room, and the summary the title line."""
        self.average.make_room(event.size().width())
        super().resizeEvent(event)
        self._say(self.words)

    def _say(self, words: str) -> None:
        """The summary stands in the title line, or below it where that is too short for it."""
        self.words = words
        low = self.width() < self._look.px("dialog")
        self.summary.tell("" if low else words)
        self.below.tell(words if low else "")
        self.below.setVisible(low)
