"""The enhancements that there are, with their parameters and in words; :mod:`imaging.enhance` computes them."""

from collections.abc import Mapping
from types import MappingProxyType

from forensic_lpr.core.operation import Choice, Number, Operation, Purpose
from forensic_lpr.errors import RecipeInvalid

PURPOSES: Mapping[Purpose, str] = MappingProxyType(
    {
        "light": "Light and contrast",
        "colour": "Colour",
        "noise": "Noise",
        "sharpness": "Sharpness",
        "interlacing": "Interlacing",
    }
)
"""Purposes in the order of menus, with their names for people."""

_GONZALEZ = "Gonzalez and Woods, Digital Image Processing, 4th ed., 2018"
_LEVEL = " grey levels"
_LENGTH = Number("length", "Length", " px", 1, 60, 7, "How far the picture moved during the exposure.", 1)
_ANGLE = Number(
    "angle",
    "Angle",
    "°",
    -90,
    90,
    0,
    "Direction of the movement; 0 is level, positive falls to the right.",
    1,
)
_RADIUS = Number("radius", "Radius", " px", 0.5, 20, 3, "Radius of the disc that a point became.", 1)
_NOISE = Number(
    "noise",
    "Noise",
    "",
    0.0001,
    1,
    0.01,
    "Power of the noise as a share of the power of the picture; more of it is gentler.",
    4,
    logarithmic=True,
)
_ITERATIONS = Number(
    "iterations",
    "Iterations",
    "",
    1,
    100,
    10,
    "How often the estimate is corrected; more is sharper, then ringing.",
)
_DEBLUR_CANNOT = (
    "It is right only where the blur was just this and the same all over; else it draws ripples beside edges that can "
    "look like strokes. It gives back no detail that the blur or the compression has removed. Blur is undone in the "
    "stored grey levels, not in light."
)
_WIENER = (
    f"{_GONZALEZ}, section 5.8; Wiener, Extrapolation, Interpolation, and Smoothing of Stationary Time Series, "
    "1949"
)
_LUCY = "Richardson, J. Opt. Soc. Am. 62, 1972; Lucy, Astron. J. 79, 1974"

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "levels",
        "Levels",
        "light",
        (
            Number("black", "Black", _LEVEL, 0, 254, 0, "What is as dark as this or darker becomes black."),
            Number(
                "white", "White", _LEVEL, 1, 255, 255, "What is as bright as this or brighter becomes white."
            ),
        ),
        "Spreads the grey levels between two limits over the whole range, evenly and alike in red, green and blue.",
        "What lies beyond the limits becomes plain black or white. Steps between grey levels grow with the contrast.",
        f"{_GONZALEZ}, section 3.2",
        ("black", "white"),
    ),
    Operation(
        "gamma",
        "Gamma",
        "light",
        (
            Number(
                "gamma",
                "Gamma",
                "",
                0.1,
                5,
                1,
                "Above 1 the dark parts become brighter, below 1 darker.",
                2,
                logarithmic=True,
            ),
        ),
        "Brightens or darkens the middle grey levels; black stays black and white stays white.",
        "It shows what is in the shadows, noise as well.",
        f"{_GONZALEZ}, section 3.2",
    ),
    Operation(
        "stretch",
        "Contrast stretch",
        "light",
        (
            Number("low", "Dark share", " %", 0, 20, 1, "This share of the pixels may become black.", 1),
            Number("high", "Bright share", " %", 0, 20, 1, "This share of the pixels may become white.", 1),
        ),
        "Spreads the grey levels so that a small share of the pixels becomes black and another white; the limits are "
        "measured on the whole picture.",
        "A bright lamp or a black frame in the picture decides the limits, not the plate.",
        f"{_GONZALEZ}, section 3.2",
    ),
    Operation(
        "clahe",
        "Local contrast (CLAHE)",
        "light",
        (
            Number(
                "limit",
                "Limit",
                "×",
                1,
                10,
                2,
                "How much steeper than even the grey levels may become in a tile.",
                1,
            ),
            Number("tiles", "Tiles", "", 2, 32, 8, "Number of tiles across and down the picture."),
        ),
        "Evens out the histogram of the brightness in each tile of the picture, within a limit, and blends the tiles.",
        "It raises noise and compression blocks in even areas. Brightness can no longer be compared between places.",
        "Zuiderveld, Graphics Gems IV, 1994, pp. 474–485",
    ),
    Operation(
        "grey-world",
        "White balance, grey world",
        "colour",
        (),
        "Weighs red, green and blue so that the whole picture is grey on average, at most by eight times.",
        "Where one colour rules the picture, it is wrong. The colour of a plate cannot be judged after it.",
        "Buchsbaum, J. Franklin Institute 310, 1980",
    ),
    Operation(
        "neutral-point",
        "White balance, neutral point",
        "colour",
        (
            Number("x", "Column", " px", 0, 65535, 0, "Column of the point, from 0 at the left."),
            Number("y", "Row", " px", 0, 65535, 0, "Row of the point, from 0 at the top."),
            Number("radius", "Radius", " px", 0, 50, 2, "The mean over a square of this half width counts."),
        ),
        "Weighs red, green and blue so that a chosen place becomes grey, at most by eight times.",
        "It is as right as the belief that this place is grey. An overexposed place tells nothing.",
        f"{_GONZALEZ}, section 6.5",
    ),
    Operation(
        "channel",
        "Channel",
        "colour",
        (
            Choice(
                "channel",
                "Channel",
                (
                    ("red", "Red"),
                    ("green", "Green"),
                    ("blue", "Blue"),
                    ("luma", "Luma (Y)"),
                    ("cb", "Blue difference (Cb)"),
                    ("cr", "Red difference (Cr)"),
                    ("saturation", "Saturation"),
                ),
                "luma",
                "Which component is shown as grey levels.",
            ),
        ),
        "Shows one component of the colour as a grey picture: a character can stand out in one and not in another.",
        "Recordings store Cb and Cr at half the resolution or less; edges there are no edges of characters.",
        "ITU-R BT.601-7 (Y, Cb, Cr); Smith, SIGGRAPH 1978 (saturation)",
    ),
    Operation(
        "bilateral",
        "Denoise, bilateral",
        "noise",
        (
            Number("space", "Reach", " px", 0.5, 5, 2, "Deviation of the weights by distance.", 1),
            Number(
                "levels",
                "Tolerance",
                _LEVEL,
                1,
                100,
                20,
                "Deviation of the weights by difference of colour.",
                0,
            ),
        ),
        "Takes the mean of neighbouring pixels of like colour: noise falls and strong edges stay.",
        "Faint strokes, as little different as the noise, are smoothed away. Even areas can become patches.",
        "Tomasi and Manduchi, ICCV 1998",
        heavy=True,
    ),
    Operation(
        "non-local-means",
        "Denoise, non-local means",
        "noise",
        (
            Number("strength", "Strength", _LEVEL, 1, 30, 6, "About the deviation of the noise.", 1),
            Number("patch", "Patch", " px", 3, 11, 5, "Side of the squares that are compared.", step=2),
            Number(
                "search",
                "Search",
                " px",
                7,
                35,
                15,
                "Side of the square in which like ones are sought.",
                step=2,
            ),
        ),
        "Takes the mean of pixels whose surroundings are alike, also from farther away: noise falls and texture stays.",
        "It can make what is merely similar equal: a faint stroke may vanish or repeat its neighbour.",
        "Buades, Coll and Morel, CVPR 2005",
        heavy=True,
    ),
    Operation(
        "unsharp",
        "Unsharp mask",
        "sharpness",
        (
            Number(
                "radius",
                "Radius",
                " px",
                0.3,
                10,
                1.5,
                "Deviation of the smoothing that is compared with.",
                1,
            ),
            Number("amount", "Amount", "×", 0, 5, 1, "How often the difference is added.", 2),
            Number("threshold", "Threshold", _LEVEL, 0, 50, 0, "Smaller differences are left alone."),
        ),
        "Adds to the brightness what differs from a smoothed copy: edges become steeper.",
        "It draws bright and dark rims along edges and raises noise. It undoes no blur.",
        f"{_GONZALEZ}, section 3.6",
    ),
    Operation(
        "wiener-motion",
        "Deblur motion (Wiener)",
        "sharpness",
        (_LENGTH, _ANGLE, _NOISE),
        "Undoes even movement along a line, as far as the noise allows, by the filter of least mean squared error.",
        _DEBLUR_CANNOT,
        _WIENER,
        heavy=True,
    ),
    Operation(
        "wiener-defocus",
        "Deblur defocus (Wiener)",
        "sharpness",
        (_RADIUS, _NOISE),
        "Undoes the blur of a lens out of focus, as far as noise allows, by the filter of least mean squared error.",
        _DEBLUR_CANNOT,
        _WIENER,
        heavy=True,
    ),
    Operation(
        "lucy-motion",
        "Deblur motion (Richardson–Lucy)",
        "sharpness",
        (_LENGTH, _ANGLE, _ITERATIONS),
        "Seeks, step by step, the picture that even movement along a line would most likely have turned into this one.",
        _DEBLUR_CANNOT,
        _LUCY,
        heavy=True,
    ),
    Operation(
        "lucy-defocus",
        "Deblur defocus (Richardson–Lucy)",
        "sharpness",
        (_RADIUS, _ITERATIONS),
        "Seeks, step by step, the picture that a lens out of focus would most likely have turned into this one.",
        _DEBLUR_CANNOT,
        _LUCY,
        heavy=True,
    ),
    Operation(
        "deinterlace",
        "Deinterlace",
        "interlacing",
        (
            Choice(
                "method",
                "Method",
                (
                    ("bob", "Bob: lines repeated"),
                    ("linear", "Linear between lines"),
                    ("edge", "Along edges"),
                    ("weave", "Weave: as it is"),
                ),
                "linear",
                "How the lines of the other field are filled.",
            ),
            Choice("field", "Field", (("top", "Top"), ("bottom", "Bottom")), "top", "Which field is kept."),
        ),
        "Keeps the lines of one field and fills those of the other from their neighbours, so that what moved between "
        "the two fields is no longer combed.",
        "Half of the lines are gone; filled lines hold nothing new. Along edges it can take the wrong direction.",
        "Doyle, Interlaced to sequential conversion for EDTV applications, 1988 (along edges); ITU-R BT.601-7 (fields)",
    ),
)
_BY_NAME: Mapping[str, Operation] = MappingProxyType({operation.name: operation for operation in OPERATIONS})


def operation(name: str) -> Operation:
    """The operation with a name.

    Raises:
        RecipeInvalid: There is none.
    """
    found = _BY_NAME.get(name)
    if found is None:
        shown = name if len(name) <= 40 else name[:39] + "…"
        raise RecipeInvalid(f"There is no operation {shown!r}; known are {', '.join(_BY_NAME)}.")
    return found


def of_purpose(purpose: Purpose) -> tuple[Operation, ...]:
    """The operations for a purpose, in order."""
    return tuple(operation for operation in OPERATIONS if operation.purpose == purpose)
