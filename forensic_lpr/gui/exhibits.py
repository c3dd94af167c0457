"""The exhibits of a session: frozen values, free of Qt but for their small picture."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QImage

from forensic_lpr.core.clock import SceneClock
from forensic_lpr.core.evidence import EvidenceItem, FrameTable
from forensic_lpr.core.fields import FieldOrder

State = Literal["acquiring", "ready", "failed"]


@dataclass(frozen=True)
class Exhibit:
    """A file in the list.

    Attributes:
        number: Its number in this session; never used twice.
        path: The file.
        state: Being acquired, ready, or not readable.
        item: The evidence item once it is acquired.
        thumbnail: A small picture of its first frame.
        table: Frame table of a clip once it is built.
        problem: Why it failed, one sentence.
        clock: What a clock in the picture shows, once the examiner has read it.
        stream: Number of the video stream asked for; ``None`` for the first.
        fields: The field that is shown first, where each was asked for as a picture of its own.
    """

    number: int
    path: Path
    state: State = "acquiring"
    item: EvidenceItem | None = None
    thumbnail: QImage | None = None
    table: FrameTable | None = None
    problem: str = ""
    stream: int | None = None
    fields: FieldOrder = ""
    clock: SceneClock | None = None

    @property
    def is_clip(self) -> bool:
        """Whether it has more than one frame to show."""
        return self.item is not None and self.item.media.kind == "video"

    @property
    def short_digest(self) -> str:
        """The beginning of its SHA-256, empty before it is known."""
        return self.item.digests.sha256[:10] if self.item is not None else ""
