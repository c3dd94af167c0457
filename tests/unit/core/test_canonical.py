"""What is recorded comes back as the same value, and always as the same bytes."""

import json
import math
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from forensic_lpr.core.canonical import canonical, restored
from forensic_lpr.core.catalogue import OPERATIONS
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.recipe import Recipe, Step


@dataclass(frozen=True)
class Sample:
    path: Path
    rate: Fraction
    quad: Quad
    values: NDArray[np.float64]
    pixels: NDArray[np.uint8]
    names: tuple[str, ...]
    nothing: str | None = None


def sample(values: list[float] | None = None) -> Sample:
    return Sample(
        Path("/evidence/a b.mp4"),
        Fraction(1001, 30000),
        Quad((1.0, 2.0), (101.5, 2.0), (101.5, 32.25), (1.0, 32.0)),
        np.array([values or [0.1, -math.inf, 1e-300]]),
        np.arange(12, dtype=np.uint8).reshape(3, 4),
        ("ä", "😀", "\ud800"),
    )


def same(one: Sample, two: Sample) -> bool:
    plain = (one.path, one.rate, one.quad, one.names, one.nothing) == (
        two.path, two.rate, two.quad, two.names, two.nothing,
    )  # fmt: skip
    arrays = (
        one.values.tobytes() == two.values.tobytes()
        and one.values.shape == two.values.shape
        and one.values.dtype == two.values.dtype
        and bool((one.pixels == two.pixels).all())
    )
    return plain and arrays


@given(st.lists(st.floats(allow_nan=True), min_size=1, max_size=20))
def test_arrays_come_back_to_the_bit(values: list[float]) -> None:
    before = sample(values)
    assert same(restored(canonical(before), Sample), before)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_come_back_to_the_bit(number: float) -> None:
    assert math.copysign(1, restored(canonical(number), float)) == math.copysign(1, number)
    assert restored(canonical(number), float) == number


def test_the_same_value_gives_the_same_bytes_in_ascii() -> None:
    text = canonical(sample())
    assert text == canonical(restored(text, Sample))
    assert text.isascii()
    assert " " not in text.replace("a b.mp4", "")
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_what_comes_back_cannot_be_written_to() -> None:
    again = restored(canonical(sample()), Sample)
    with pytest.raises(ValueError, match="read-only"):
        again.values[0, 0] = 1.0


def test_no_number_is_refused_both_ways() -> None:
    with pytest.raises(ValueError):
        canonical({"a": math.nan})
    with pytest.raises(ValueError):
        restored("NaN", float)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"rate":"1001/30000"', '"rate":"1/0"'),
        ('"rate":"1001/30000"', '"rate":5'),
        ('"path":"/evidence/a b.mp4"', '"path":"a\\u0000b"'),
        ('"path":"/evidence/a b.mp4"', '"path":["a"]'),
        ('"top_left":[1.0,2.0]', '"top_left":[1.0]'),
        ('"top_left":[1.0,2.0]', '"top_left":[500.0,2.0]'),
        ('"top_left":[1.0,2.0]', '"top_left":["1","2"]'),
        ('"shape":[3,4]', '"shape":[3,5]'),
        ('"shape":[3,4]', '"shape":[-1,4]'),
        ('"dtype":"uint8"', '"dtype":"object"'),
        ('"nothing":null', '"nothing":7'),
        ('"nothing":null', '"nothing":null,"more":1'),
        ('"nothing":null', '"nothing":null,'),
    ],
)
def test_what_this_program_never_wrote_is_refused(old: str, new: str) -> None:
    text = canonical(sample())
    assert old in text
    with pytest.raises(ValueError):
        restored(text.replace(old, new), Sample)


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(ValueError):
        restored("[" * 100_000, tuple[str, ...])


RECIPE = Recipe((Step.of("levels", black=3), Step("gamma", (("gamma", 2.0),), False), Step.of("channel")))


def test_a_recipe_comes_back_with_its_digest() -> None:
    again = restored(canonical(RECIPE), Recipe)
    assert again == RECIPE and again.digest == RECIPE.digest
    assert restored(canonical(Recipe()), Recipe) == Recipe()


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('"levels"', '"sharpen"'),
        ('["black",3]', '["black",255]'),
        ('["black",3]', '["black",3.5]'),
        ('["black",3]', '["black",[]]'),
        ('["black",3]', '[["black"],3]'),
        ('["black",3],', ""),
        ('"enabled":true', '"enabled":1'),
        ('"enabled":true', '"enabled":true,"more":1'),
    ],
)
def test_a_step_that_is_none_is_refused(good: str, bad: str) -> None:
    text = canonical(RECIPE)
    assert good in text
    with pytest.raises(ValueError, match="the data is no Recipe"):
        restored(text.replace(good, bad, 1), Recipe)


def test_a_recipe_with_every_operation_comes_back() -> None:
    recipe = Recipe(tuple(Step.of(operation.name) for operation in OPERATIONS))
    again = restored(canonical(recipe), Recipe)
    assert again == recipe
    assert again.digest == recipe.digest  # 1 and 1.0 are not the same there
    with pytest.raises(ValueError):
        restored(canonical(recipe).replace('["black",0]', '["black",null]'), Recipe)
