"""Frames in memory behind the protocol of all sources."""

from collections.abc import Collection
from fractions import Fraction
from typing import Self

import numpy as np
from track_scenes import SIZE

from forensic_lpr.core.evidence import Frame, FrameRef, FrameRow, FrameTable, MediaInfo
from forensic_lpr.core.integrity import Remark
from forensic_lpr.core.progress import Progress, silent

INFO = MediaInfo("video", "none", "none", *SIZE, (), 0, None)
DOUBT = Remark("damaged", "Some of it is damaged.")


def ref(index: int) -> FrameRef:
    return FrameRef(index, index * 40, Fraction(1, 1000))


class Pictures:
    """Grey pictures; the pixels of some of them damage puts in doubt."""

    info = INFO

    def __init__(self, pictures: list[np.ndarray], doubtful: Collection[int] = ()) -> None:
        self.pictures, self.doubtful = pictures, doubtful
        self.asked: list[int] = []

    def first(self) -> Frame:
        return self.frame(ref(0))

    def frame(self, ref: FrameRef) -> Frame:
        self.asked.append(ref.index)
        image = np.repeat(self.pictures[ref.index][..., None], 3, axis=2)
        doubts = (DOUBT,) if ref.index in self.doubtful else ()
        return Frame(image, ref, "P", f"{ref.index:064d}", doubts or None, doubts)

    def table(self, progress: Progress = silent) -> FrameTable:
        return FrameTable(tuple(FrameRow(ref(k), "P", k == 0, "") for k in range(len(self.pictures))), ())

    def attach_table(self, table: FrameTable) -> None: ...

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...
