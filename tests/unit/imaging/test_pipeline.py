"""Recipes applied: in order, from the original, cancelled between steps, the same with and without a memory."""

import numpy as np
import pytest

from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step
from forensic_lpr.errors import Cancelled
from forensic_lpr.imaging.pipeline import Memory, apply, apply_within

RNG = np.random.default_rng(3)
IMAGE = RNG.integers(0, 256, (120, 160, 3), dtype=np.uint8)
IMAGE.setflags(write=False)
GAMMA, LEVELS, CLAHE = Step.of("gamma", gamma=2.0), Step.of("levels", black=60), Step.of("clahe")
LUCY = Step.of("lucy-defocus", iterations=3)


def test_the_empty_recipe_is_the_original_itself() -> None:
    assert apply(ORIGINAL, IMAGE) is IMAGE
    assert apply(Recipe((Step(GAMMA.operation, GAMMA.parameters, False),)), IMAGE) is IMAGE


def test_steps_are_done_in_order() -> None:
    both = apply(Recipe((GAMMA, LEVELS)), IMAGE)
    assert (both == apply(Recipe((LEVELS,)), apply(Recipe((GAMMA,)), IMAGE))).all()
    assert (both != apply(Recipe((LEVELS, GAMMA)), IMAGE)).any()


def test_a_memory_gives_the_same_pixels_and_computes_only_what_changed() -> None:
    memory = Memory()
    first = memory.apply(Recipe((LUCY, GAMMA)), IMAGE, "a")
    assert (first == apply(Recipe((LUCY, GAMMA)), IMAGE)).all()
    told: list[int] = []
    changed = Recipe((LUCY, GAMMA.changed("gamma", 1.3)))
    again = memory.apply(changed, IMAGE, "a", lambda done, total, text="": told.append(done))
    assert (again == apply(changed, IMAGE)).all()
    assert min(told) >= 500  # the first of the two steps was not done again
    assert memory.apply(ORIGINAL, IMAGE, "a") is IMAGE
    other = IMAGE[::-1].copy()
    assert (memory.apply(changed, other, "b") == apply(changed, other)).all()
    assert (memory.apply(Recipe((GAMMA,)), other, "b") == apply(Recipe((GAMMA,)), other)).all()


def test_progress_rises_to_the_end_and_cancels() -> None:
    told: list[tuple[int, int | None]] = []
    apply(Recipe((GAMMA, LUCY, CLAHE)), IMAGE, lambda done, total, text="": told.append((done, total)))
    assert told == sorted(told) and told[-1] == (1000, 1000)

    def stop(done: int, total: int | None, text: str = "") -> None:
        if done > 400:
            raise Cancelled

    with pytest.raises(Cancelled):
        apply(Recipe((GAMMA, LUCY, CLAHE)), IMAGE, stop)


def test_a_draft_is_nearly_the_whole_inside_and_untouched_outside() -> None:
    smooth = np.ascontiguousarray(np.repeat(np.repeat(IMAGE[:40, :40], 8, axis=0), 8, axis=1))
    recipe = Recipe((GAMMA, Step.of("unsharp"), LUCY))
    window = (100, 101, 180, 201)
    draft, whole = apply_within(recipe, smooth, window), apply(recipe, smooth)
    light = apply(Recipe((GAMMA, Step.of("unsharp"))), smooth)
    left, top, right, bottom = window
    inside = (slice(top, bottom), slice(left, right))
    assert np.abs(draft[inside].astype(int) - whole[inside]).mean() < 1.0
    assert np.abs(light[inside].astype(int) - whole[inside]).mean() > 3.0
    outside = np.ones(smooth.shape[:2], bool)
    outside[inside] = False
    assert (draft[outside] == light[outside]).all()
    assert not draft.flags.writeable


@pytest.mark.parametrize(
    "window", [(-50, -50, 1000, 1000), (0, 0, 1, 1), (500, 500, 600, 600), (90, 20, 20, 90)]
)
def test_any_window_gives_a_picture(window: tuple[int, int, int, int]) -> None:
    draft = apply_within(Recipe((LUCY, Step.of("neutral-point", x=150, y=100))), IMAGE, window)
    assert draft.shape == IMAGE.shape


def test_a_draft_keeps_the_lines_of_a_field() -> None:
    recipe = Recipe((Step.of("bilateral", space=0.5, levels=1), Step.of("deinterlace", method="bob")))
    for top in (60, 61, 62, 63):
        draft, whole = apply_within(recipe, IMAGE, (60, top, 100, 100)), apply(recipe, IMAGE)
        assert (draft[top:100, 60:100] == whole[top:100, 60:100]).all()


def test_a_draft_of_light_steps_is_the_whole() -> None:
    recipe = Recipe((GAMMA, CLAHE))
    assert (apply_within(recipe, IMAGE, (0, 0, 10, 10)) == apply(recipe, IMAGE)).all()
