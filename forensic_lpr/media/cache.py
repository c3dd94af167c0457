"""Decoded pictures kept round the cursor, so that stepping back does not decode a clip anew."""

from collections import OrderedDict

import av


class PictureCache:
    """Least recently used pictures go first when the bytes run out.

    Holds the decoder's own pictures, not RGB: they are half as large, and those only passed on the way to a
    frame are never converted.
    """

    def __init__(self, budget: int) -> None:
        self._budget = budget
        self._bytes = 0
        self._pictures: OrderedDict[int, av.VideoFrame] = OrderedDict()

    def get(self, index: int) -> av.VideoFrame | None:
        """The picture of a frame number, or ``None``."""
        if index in self._pictures:
            self._pictures.move_to_end(index)
        return self._pictures.get(index)

    def put(self, index: int, picture: av.VideoFrame) -> None:
        """Keep a picture; the newest always stays, however large."""
        self.drop(index)
        self._pictures[index] = picture
        self._bytes += _size(picture)
        while self._bytes > self._budget and len(self._pictures) > 1:
            self.drop(next(iter(self._pictures)))

    def drop(self, index: int) -> None:
        """Forget a picture; harmless when it is not there."""
        picture = self._pictures.pop(index, None)
        if picture is not None:
            self._bytes -= _size(picture)

    def clear(self) -> None:
        """Forget all."""
        self._pictures.clear()
        self._bytes = 0


def _size(picture: av.VideoFrame) -> int:
    return sum(plane.buffer_size for plane in picture.planes)
