"""Recipes: one way to write each, and nothing that is not understood gets in."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensic_lpr.core.catalogue import OPERATIONS, PURPOSES, of_purpose
from forensic_lpr.core.operation import Choice, Number, Parameter
from forensic_lpr.core.recipe import MAX_STEPS, ORIGINAL, Recipe, Step, load_recipe, recipe_from_json
from forensic_lpr.errors import RecipeInvalid

GAMMA = Step.of("gamma", gamma=2.2)


def values_of(parameter: Parameter) -> st.SearchStrategy[object]:
    if isinstance(parameter, Choice):
        return st.sampled_from([value for value, _ in parameter.options])
    if parameter.decimals:
        return st.floats(parameter.low, parameter.high)
    count = int(parameter.high - parameter.low) // parameter.step
    return st.integers(0, count).map(lambda k: int(parameter.low) + k * parameter.step)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    operation = draw(st.sampled_from(OPERATIONS))
    values = {parameter.name: draw(values_of(parameter)) for parameter in operation.parameters}
    for lower, upper in [operation.ascending] if operation.ascending else []:
        values[lower], values[upper] = sorted((min(int(values[lower]), 254), max(int(values[upper]), 255)))
    return Step(operation.name, tuple(values.items()), draw(st.booleans()))


@given(st.lists(steps(), max_size=5))
def test_a_recipe_comes_back_from_its_json_to_the_bit(made: list[Step]) -> None:
    recipe = Recipe(tuple(made))
    again = recipe_from_json(recipe.json())
    assert again == recipe
    assert again.json() == recipe.json()
    assert again.digest == hashlib.sha256(recipe.json().encode()).hexdigest()


def test_the_order_of_names_and_the_kind_of_number_make_no_other_recipe() -> None:
    one = recipe_from_json(
        '{"version":1,"format":"forensic-lpr recipe","steps":[{"parameters":{"white":200,"black":10.0},'
        '"enabled":true,"operation":"levels"},{"operation":"wiener-motion","enabled":false,'
        '"parameters":{"angle":-0.0,"noise":1,"length":5}}]}'
    )
    two = Recipe(
        (
            Step("levels", (("black", 10), ("white", 200))),
            Step("wiener-motion", (("length", 5.0), ("angle", 0), ("noise", 1.0)), False),
        )
    )
    assert one == two
    assert one.digest == two.digest
    assert '"angle":0.0' in one.json()


def test_order_values_and_switches_make_another_digest() -> None:
    clahe = Step.of("clahe")
    recipes = [
        ORIGINAL,
        Recipe((GAMMA, clahe)),
        Recipe((clahe, GAMMA)),
        Recipe((GAMMA, Step(clahe.operation, clahe.parameters, False))),
        Recipe((GAMMA.changed("gamma", 2.21), clahe)),
    ]
    assert len({recipe.digest for recipe in recipes}) == len(recipes)


def test_what_is_switched_off_is_not_done() -> None:
    off = Step(GAMMA.operation, GAMMA.parameters, False)
    assert ORIGINAL.is_original and Recipe((off,)).is_original and not Recipe((off, GAMMA)).is_original
    assert Recipe((off, GAMMA)).effective == Recipe((GAMMA,))
    assert Recipe((off,)).effective == ORIGINAL


def test_steps_are_added_changed_moved_and_removed() -> None:
    a, b, c = Step.of("gamma"), Step.of("levels"), Step.of("clahe")
    recipe = ORIGINAL.added(a).added(b).added(c)
    assert recipe.moved(0, 2).steps == (b, c, a)
    assert recipe.moved(2, 0).steps == (c, a, b)
    assert recipe.removed(1).steps == (a, c)
    assert recipe.replaced(1, GAMMA).steps == (a, GAMMA, c)
    assert recipe.steps == (a, b, c)


def text(step: object) -> str:
    return json.dumps({"format": "forensic-lpr recipe", "version": 1, "steps": [step]})


def entry(
    operation: object = "gamma", parameters: object = None, enabled: object = True
) -> dict[str, object]:
    given = {"gamma": 2.2} if parameters is None else parameters
    return {"operation": operation, "parameters": given, "enabled": enabled}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "The recipe is not"),
        ("null", "The recipe is not"),
        ("{}", "lacks 'format'"),
        ('{"format":"x","version":1,"steps":[]}', "not a recipe"),
        ('{"format":"forensic-lpr recipe","version":2,"steps":[]}', "another version"),
        ('{"format":"forensic-lpr recipe","version":true,"steps":[]}', "another version"),
        ('{"format":"forensic-lpr recipe","version":1,"steps":{}}', "not a list"),
        ('{"format":"forensic-lpr recipe","version":1,"steps":[],"more":1}', "unknown part 'more'"),
        ('{"format":"forensic-lpr recipe","version":1,"steps":[],"steps":[]}', "stands twice"),
        (
            '{"format":"forensic-lpr recipe","version":1,"steps":[' + "[" * 100_000,
            "nested too deeply|not JSON",
        ),
        (text(7), "Step 1 of the recipe is not"),
        (text(entry("sharpen")), "no operation 'sharpen'"),
        (text(entry(5)), "needs an operation's name"),
        (text(entry(parameters=[])), "needs an operation's name"),
        (text(entry(enabled=1)), "needs an operation's name"),
        (text(entry(parameters={})), "lacks the parameter 'gamma'"),
        (text(entry(parameters={"gamma": 2, "more": 1})), "no parameter 'more'"),
        (text(entry(parameters={"gamma": 5.1})), "from 0.1 to 5"),
        (text(entry(parameters={"gamma": 0})), "from 0.1 to 5"),
        (text(entry(parameters={"gamma": "2"})), "must be a number"),
        (text(entry(parameters={"gamma": True})), "must be a number"),
        (text(entry(parameters={"gamma": None})), "must be a number"),
        (text(entry(parameters={"gamma": 10**400})), "from 0.1 to 5"),
        (text(entry()).replace("2.2", "NaN"), "NaN is no number"),
        (text(entry()).replace("2.2", "Infinity"), "Infinity is no number"),
        (text(entry()).replace("2.2", "1e999"), "finite number"),
        (text(entry()).replace("2.2", "9" * 6000), "not JSON|from 0.1"),
        (text(entry("levels", {"black": 10, "white": 10})), "must be smaller"),
        (text(entry("levels", {"black": 1.5, "white": 10})), "a whole number"),
        (text(entry("non-local-means", {"strength": 5, "patch": 4, "search": 21})), "a multiple of 2"),
        (text(entry("channel", {"channel": "infrared"})), "must be one of red"),
        (text(entry("channel", {"channel": ["red"]})), "must be one of red"),
    ],
)
def test_what_is_not_understood_is_refused_in_one_sentence(wrong: str, words: str) -> None:
    with pytest.raises(RecipeInvalid, match=words) as told:
        recipe_from_json(wrong)
    sentence = str(told.value)
    assert sentence.endswith(".") and "\n" not in sentence and len(sentence) < 400


def test_a_recipe_of_too_many_steps_is_refused() -> None:
    with pytest.raises(RecipeInvalid, match="32 steps"):
        Recipe((GAMMA,) * (MAX_STEPS + 1))
    whole = Recipe((GAMMA,) * MAX_STEPS).json()
    with pytest.raises(RecipeInvalid, match="32 steps"):
        recipe_from_json(whole.replace('"steps":[', '"steps":[' + json.dumps(GAMMA.data()) + ","))


def test_a_value_cannot_be_smuggled_into_a_step() -> None:
    with pytest.raises(RecipeInvalid, match="finite"):
        GAMMA.changed("gamma", float("nan"))
    with pytest.raises(RecipeInvalid, match="twice"):
        Step("gamma", (("gamma", 1.0), ("gamma", 2.0)))
    with pytest.raises(RecipeInvalid, match="no parameter"):
        GAMMA.changed("contrast", 2.0)


def test_files_are_read_and_bad_ones_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(json.dumps(Recipe((GAMMA,)).data(), indent=2), "utf-8")
    assert load_recipe(path) == Recipe((GAMMA,))
    for data, words in ((b"\xff\xfe\x00", "no text"), (b" " * 100_001, "too large"), (b"\x89PNG", "no text")):
        path.write_bytes(data)
        with pytest.raises(RecipeInvalid, match=words):
            load_recipe(path)
    with pytest.raises(RecipeInvalid, match="cannot be read"):
        load_recipe(tmp_path / "none.json")
    with pytest.raises(RecipeInvalid, match="cannot be read"):
        load_recipe(tmp_path)


def test_every_operation_is_described() -> None:
    assert [o for purpose in PURPOSES for o in of_purpose(purpose)] == list(OPERATIONS)
    assert len({operation.name for operation in OPERATIONS}) == len(OPERATIONS)
    for operation in OPERATIONS:
        for sentence in (operation.does, operation.cannot):
            assert sentence.endswith(".") and len(sentence) > 40
        assert operation.reference
        for parameter in operation.parameters:
            assert parameter.words.endswith(".") and parameter.name.isidentifier()
            assert parameter.checked(parameter.default) == parameter.default
            if isinstance(parameter, Number):
                assert parameter.low < parameter.high


def test_a_step_is_told_in_words() -> None:
    assert (
        Step.of("wiener-motion", length=7, angle=-12.5).told() == "length 7.0 px, angle -12.5°, noise 0.0100"
    )
    assert Step.of("channel", channel="cr").told() == "channel Red difference (Cr)"
    assert Step.of("gamma", gamma=1.2345).told() == "gamma 1.2345"  # nothing is rounded away
    assert Step.of("grey-world").told() == ""
