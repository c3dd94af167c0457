"""Values as canonical JSON and back: the same value always gives the same bytes, and those bytes the same value.

Canonical means: keys sorted, no space between tokens, ASCII with escapes, floats as the shortest text that gives
the same float64 again, no NaN. Arrays are written as their bytes, so that what was computed comes back to the bit.
"""

import base64
import binascii
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar, get_origin

import cattrs
import numpy as np
from numpy.typing import NDArray

from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.recipe import Step
from forensic_lpr.errors import QuadInvalid, RecipeInvalid

T = TypeVar("T")

_DTYPES = {"float64": "<f8", "uint8": "|u1"}


def canonical(value: object) -> str:
    """The canonical JSON of a frozen value, of plain data, or of a mixture.

    Raises:
        ValueError: it holds a number that is none.
    """
    return json.dumps(
        _CONVERTER.unstructure(value),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=True,
        allow_nan=False,
    )


def restored(text: str, kind: type[T]) -> T:
    """The value of a kind from its canonical JSON; the inverse of :func:`canonical`.

    Raises:
        ValueError: the text is no JSON, or not of this kind.
    """
    try:
        return _CONVERTER.structure(json.loads(text, parse_constant=_refuse), kind)
    except RecursionError as error:
        raise ValueError("the data is nested too deeply") from error
    except (cattrs.BaseValidationError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"the data is no {kind.__name__}") from error


def _refuse(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _array_data(array: NDArray[Any]) -> dict[str, object]:
    if array.dtype.name not in _DTYPES:
        raise ValueError(f"an array of {array.dtype} is not recorded")
    plain = np.ascontiguousarray(array, dtype=_DTYPES[array.dtype.name])
    return {
        "base64": base64.b64encode(plain.tobytes()).decode("ascii"),
        "dtype": array.dtype.name,
        "shape": list(array.shape),
    }


def _array(data: dict[str, Any], kind: object) -> NDArray[Any]:
    """The array, read-only; its shape must be that of its bytes."""
    name, shape = data["dtype"], data["shape"]
    if name not in _DTYPES or not all(type(size) is int and size >= 0 for size in shape):
        raise ValueError("not an array that this program records")
    try:
        array = np.frombuffer(base64.b64decode(data["base64"], validate=True), dtype=_DTYPES[name])
    except binascii.Error as error:
        raise ValueError("not the bytes of an array") from error
    shaped = array.reshape(shape).astype(name)
    shaped.setflags(write=False)
    return shaped


def _quad(data: dict[str, Any], kind: object) -> Quad:
    """The quad as it was recorded, once its corners were seen to make a plate."""
    if set(data) != set(_CORNERS):
        raise ValueError("not a quad")
    corners: list[Any] = [tuple(_float(number, float) for number in data[name]) for name in _CORNERS]
    if any(len(corner) != 2 for corner in corners):
        raise ValueError("a corner has two coordinates")
    quad = Quad(*corners)
    try:
        quad.shifted(0.0, 0.0)
    except QuadInvalid as error:
        raise ValueError("corners that make no plate") from error
    return quad


def _step(data: dict[str, Any], kind: object) -> Step:
    """The step as it was recorded, once its parameters were seen to be what its operation takes."""
    if set(data) != {"operation", "parameters", "enabled"}:
        raise ValueError("not a step")
    if type(data["operation"]) is not str or type(data["enabled"]) is not bool:
        raise ValueError("not a step")
    try:
        pairs = tuple((name, value) for name, value in data["parameters"])
        return Step(data["operation"], pairs, data["enabled"])
    except RecipeInvalid as error:
        raise ValueError("a step that this program does not know") from error


_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")


def _is_array(kind: object) -> bool:
    return get_origin(kind) is np.ndarray or kind is np.ndarray


def _strict(kind: type[T]) -> Callable[[object, object], T]:
    """Takes only what is of the kind already: a case file that writes numbers as texts is not ours."""

    def hook(data: object, wanted: object) -> T:
        if type(data) is not kind:
            raise ValueError(f"{data!r:.40} is no {kind.__name__}")
        return data

    return hook


def _float(data: object, kind: object) -> float:
    if type(data) not in (float, int):
        raise ValueError(f"{data!r:.40} is no number")
    return float(data)  # type: ignore[arg-type]


def _fraction(data: object, kind: object) -> Fraction:
    if not isinstance(data, str) or len(data) > 80:
        raise ValueError(f"{data!r:.40} is no fraction")
    try:
        return Fraction(data)
    except ZeroDivisionError as error:
        raise ValueError(f"{data} is no fraction") from error


def _path(data: object, kind: object) -> Path:
    if not isinstance(data, str) or "\0" in data:
        raise ValueError("not a path")
    return Path(data)


def _make_converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Path, str)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_unstructure_hook_func(_is_array, _array_data)
    converter.register_structure_hook_func(_is_array, _array)
    converter.register_structure_hook(Path, _path)
    converter.register_structure_hook(Fraction, _fraction)
    converter.register_structure_hook(float, _float)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _strict(kind))
    converter.register_structure_hook(Quad, _quad)
    converter.register_structure_hook(Step, _step)
    return converter


_CONVERTER = _make_converter()
