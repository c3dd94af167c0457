"""From what happened in a decode pass to remarks with the frames that they concern."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from forensic_lpr.core.evidence import FrameRow
from forensic_lpr.core.integrity import Remark, Stretch, stretches_of
from forensic_lpr.media.decoderlog import DecoderLog, Position
from forensic_lpr.media.pump import Tally

_MOST_NAMED = 30


class Places:
    """Finds the frames of positions in a pass."""

    def __init__(self, rows: Sequence[FrameRow], stamped: bool) -> None:
        """Take the frames of the pass and whether their time stamps are the clip's own."""
        self._last = len(rows) - 1
        self._stamped = stamped
        self._index = {row.ref.pts: row.ref.index for row in rows}
        self._times = list(accumulate((row.ref.pts for row in rows), max))

    def frames(self, position: Position) -> tuple[int, ...]:
        """The frame of a position; where no frame came out of it, those before and after."""
        if position.stamp is None or not self._stamped:
            return (min(position.frames, self._last),)
        if position.stamp in self._index:
            return (self._index[position.stamp],)
        after = bisect_left(self._times, position.stamp)
        return tuple(at for at in (after - 1, after) if 0 <= at <= self._last)

    def stretches(self, positions: Iterable[Position]) -> tuple[Stretch, ...]:
        """The stretches that the frames of some positions make."""
        return stretches_of(at for position in positions for at in self.frames(position))


def decoding_remarks(tally: Tally, log: DecoderLog, places: Places) -> tuple[Remark, ...]:
    """Remarks on packets, frames and reading, and on what the decoder said."""
    return (
        *(Remark(kind, sentence, places.stretches(at)) for kind, sentence, at in tally.told()),
        *(Remark("decoder", sentence, places.stretches(at)) for sentence, at in log.told()),
    )


def unrepeatable(first: Sequence[FrameRow], second: Sequence[FrameRow]) -> tuple[Remark, ...]:
    """A remark on the frames that two passes over one clip decode differently; none when there are no such."""
    if len(first) != len(second):
        return (
            Remark(
                "unrepeatable", f"A second pass decoded {len(second)} frames, the first {len(first)}.", ()
            ),
        )
    differing = [one.ref.index for one, two in zip(first, second, strict=True) if one.digest != two.digest]
    if not differing:
        return ()
    named = ", ".join(str(index) for index in differing[:_MOST_NAMED])
    more = " ..." if len(differing) > _MOST_NAMED else ""
    return (
        Remark(
            "unrepeatable",
            f"Damaged frames that decode differently from pass to pass, and can show parts of other frames: "
            f"{len(differing)} (numbers {named}{more}).",
            stretches_of(differing),
        ),
    )
