"""Take frames of a track as pictures to be labelled: one plate at all the widths in which a clip has it.

A plate that can be read in one frame is known in all, the far ones too, which nobody could label by themselves; from
them a reader learns most. The pixels stay as they were decoded.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.core.track import Track
from forensic_lpr.errors import SetInvalid
from forensic_lpr.media.source import FrameSource
from forensic_lpr.training.labelreading import cut_round

MOST_FRAMES = 12
"""A plate that is there hundreds of times is still one plate."""


@dataclass(frozen=True)
class CutFrame:
    """The plate of one frame with its surroundings.

    Attributes:
        frame: Which frame.
        image: RGB uint8 (H, W, 3).
        quad: The plate's corners in it.
    """

    frame: FrameRef
    image: NDArray[np.uint8]
    quad: Quad


def cut_frames(
    found: Track, source: FrameSource, most: int = MOST_FRAMES, progress: Progress = silent
) -> tuple[CutFrame, ...]:
    """Cut the plate out of frames of a track, the widest first; any thread.

    The frames are spread evenly over the track's frames in the order of their plate widths, the widest and the
    narrowest among them. Frames whose pixels damage puts in doubt are left out.

    Args:
        found: The track.
        source: The clip, with its frame table attached.
        most: Most frames.
        progress: Told frames looked at.

    Raises:
        SetInvalid: Damage puts all of them in doubt.
        EvidenceUnreadable: The clip cannot be decoded.
        EvidenceChanged: A frame no longer decodes to what the table says.
        Cancelled: By the progress callback.
    """
    ordered = sorted(found.quads, key=lambda tracked: -tracked.quad.width)
    count = min(most, len(ordered))
    chosen = [ordered[k * (len(ordered) - 1) // max(count - 1, 1)] for k in range(count)]
    cut: dict[int, CutFrame] = {}
    for done, tracked in enumerate(sorted(chosen, key=lambda tracked: tracked.frame.index)):
        progress(done, count, "cutting")
        frame = source.frame(tracked.frame)
        if not frame.doubts:
            image, quad = cut_round(frame.image, tracked.quad)
            cut[tracked.frame.index] = CutFrame(tracked.frame, image, quad)
    progress(count, count, "cutting")
    if not cut:
        raise SetInvalid("Damage puts the pixels of all these frames in doubt; none was taken.")
    return tuple(cut[tracked.frame.index] for tracked in chosen if tracked.frame.index in cut)
