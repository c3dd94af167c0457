"""Decoded video pictures to RGB: the same bytes on every run, upright as the clip wants to be shown."""

import struct
from collections.abc import Iterable
from typing import cast

import av
import numpy as np
from av.sidedata.sidedata import SideData
from av.video.reformatter import Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from forensic_lpr.errors import EvidenceUnreadable

# Bit-exact and accurately rounded: otherwise results depend on the processor's vector units. Full chroma
# interpolation keeps coloured edges where they are; bicubic would cost twice the time for no gain in luma.
_SCALING = (
    Interpolation.BILINEAR
    | Interpolation.ACCURATE_RND
    | Interpolation.BITEXACT
    | Interpolation.FULL_CHR_H_INT
)

_UNSPECIFIED = 2
_HD_HEIGHT = 720

_MATRICES = {
    0: "RGB",
    1: "BT.709",
    4: "FCC",
    5: "BT.601 (470BG)",
    6: "BT.601 (170M)",
    7: "SMPTE 240M",
    8: "YCgCo",
    9: "BT.2020",
    10: "BT.2020 constant luminance",
}

_RANGES = {0: "not stated, taken as limited (16 to 235)", 1: "limited (16 to 235)", 2: "full (0 to 255)"}

Turn = tuple[bool, bool, bool]
"""Transpose, then mirror left to right, then mirror top to bottom."""

UPRIGHT: Turn = (False, False, False)

TURN_NAMES: dict[Turn, str] = {
    UPRIGHT: "none",
    (True, True, False): "90° clockwise, applied",
    (False, True, True): "180°, applied",
    (True, False, True): "90° counter-clockwise, applied",
    (False, True, False): "mirrored left to right, applied",
    (False, False, True): "mirrored top to bottom, applied",
    (True, False, False): "mirrored over the main diagonal, applied",
    (True, True, True): "mirrored over the other diagonal, applied",
}

_QUARTERS: dict[int, Turn] = {90: (True, False, True), 180: (False, True, True), 270: (True, True, False)}


def turn_of(frame: av.VideoFrame) -> Turn:
    """How a frame is to be turned to be shown, from its display matrix.

    The matrix (a b; c d) of ISO/IEC 14496-12 maps stored x, y to a x + c y, b x + d y. Only turns by quarters
    and mirrorings are applied; a matrix with anything else leaves the picture as it is stored.
    """
    try:  # the container yields its entries, not, as its declared type says, their names
        entries = list(cast(Iterable[SideData], frame.side_data))
    except ValueError:  # a kind of side data unknown to PyAV hides all the others
        return _QUARTERS.get(frame.rotation % 360, UPRIGHT)
    data = next((entry for entry in entries if entry.type.name == "DISPLAYMATRIX"), None)
    if data is None:
        return UPRIGHT
    a, b, _, c, d = struct.unpack_from("=5i", bytes(data))
    if b == 0 and c == 0 and a != 0 and d != 0:
        return False, a < 0, d < 0
    if a == 0 and d == 0 and b != 0 and c != 0:
        return True, c < 0, b < 0
    return UPRIGHT


def matrix_of(frame: av.VideoFrame) -> str:
    """The colour matrix in words; where the clip states none, the one that is assumed."""
    if frame.format.is_rgb:
        return "RGB, none needed"
    if frame.colorspace in _MATRICES:
        return _MATRICES[frame.colorspace]
    stated = "not stated" if frame.colorspace == _UNSPECIFIED else f"code {frame.colorspace} without meaning"
    return f"{stated}, {'BT.709' if frame.height >= _HD_HEIGHT else 'BT.601'} assumed"


def range_of(frame: av.VideoFrame) -> str:
    """The range of luma values in words."""
    if frame.format.is_rgb or frame.format.name.startswith("yuvj"):
        return _RANGES[2]
    return _RANGES.get(frame.color_range, f"code {frame.color_range}")


class Converter:
    """Turns decoded frames into RGB arrays; keeps the scaler's set-up between frames."""

    def __init__(self, name: str) -> None:
        """Take the clip's file name, for messages."""
        self._name = name
        self._reformatter = VideoReformatter()

    def rgb(self, frame: av.VideoFrame) -> NDArray[np.uint8]:
        """Convert one frame.

        Non-square pixels are left as stored; both fields of interlaced pictures stay woven; alpha is dropped.

        Args:
            frame: A decoded frame of any pixel format.

        Returns:
            RGB uint8 (H, W, 3), read-only, upright.

        Raises:
            EvidenceUnreadable: There is no conversion for the frame's pixel format or colours.
        """
        matrix: Colorspace | None = None
        if frame.colorspace not in _MATRICES and not frame.format.is_rgb:
            matrix = Colorspace.ITU709 if frame.height >= _HD_HEIGHT else Colorspace.ITU601
        try:
            converted = self._reformatter.reformat(
                frame, format="rgb24", src_colorspace=matrix, interpolation=_SCALING, threads=1
            )
        except av.FFmpegError as error:
            raise EvidenceUnreadable(
                f"{self._name} has pictures that cannot be converted to colours ({frame.format.name}, matrix "
                f"{matrix_of(frame)}): {error.strerror}."
            ) from error
        image = np.asarray(converted.to_ndarray(), dtype=np.uint8)
        transpose, mirror_x, mirror_y = turn_of(frame)
        if transpose:
            image = image.transpose(1, 0, 2)
        if mirror_x:
            image = image[:, ::-1]
        if mirror_y:
            image = image[::-1]
        image = np.ascontiguousarray(image)
        image.setflags(write=False)
        return image
