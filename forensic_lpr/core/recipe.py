"""A recipe: which steps turned the original into what was looked at. The empty recipe is the original."""

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from forensic_lpr.core.catalogue import operation
from forensic_lpr.core.operation import Operation, Value
from forensic_lpr.errors import RecipeInvalid

FORMAT = "forensic-lpr recipe"
VERSION = 1
MAX_STEPS = 32
"""Longer recipes are a mistake, and would take for ever."""
_MAX_BYTES = 100_000


@dataclass(frozen=True)
class Step:
    """One operation with all its parameters.

    Attributes:
        operation: Name of the operation.
        parameters: Every parameter with its value, sorted by name; checked when the step is made.
        enabled: Whether it is switched on.

    Raises:
        RecipeInvalid: The operation is unknown, or a parameter is missing, unknown or out of range.
    """

    operation: str
    parameters: tuple[tuple[str, Value], ...] = ()
    enabled: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", self.about.checked(tuple(self.parameters)))

    @staticmethod
    def of(name: str, **values: Value) -> "Step":
        """A step with the default for every parameter that is not given; raises :class:`RecipeInvalid`."""
        defaults: dict[str, Value] = {
            parameter.name: parameter.default for parameter in operation(name).parameters
        }
        return Step(name, tuple({**defaults, **values}.items()))

    @property
    def about(self) -> Operation:
        """What the operation is."""
        return operation(self.operation)

    def value(self, name: str) -> Value:
        """Value of a parameter."""
        return dict(self.parameters)[name]

    def changed(self, name: str, value: Value) -> "Step":
        """The step with another value; raises :class:`RecipeInvalid`."""
        return replace(self, parameters=tuple({**dict(self.parameters), name: value}.items()))

    def told(self) -> str:
        """The parameters in words, in the order in which they are set."""
        values = dict(self.parameters)
        return ", ".join(
            f"{parameter.title.lower()} {parameter.told(values[parameter.name])}"
            for parameter in self.about.parameters
        )

    def data(self) -> dict[str, object]:
        """The step as JSON-ready values."""
        return {"operation": self.operation, "parameters": dict(self.parameters), "enabled": self.enabled}


@dataclass(frozen=True)
class Recipe:
    """An ordered list of steps.

    Raises:
        RecipeInvalid: There are more than 32 steps.
    """

    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        if len(self.steps) > MAX_STEPS:
            raise RecipeInvalid(f"A recipe may have {MAX_STEPS} steps, not {len(self.steps)}.")

    @property
    def effective(self) -> "Recipe":
        """The recipe without the steps that are switched off: what is really done."""
        return Recipe(tuple(step for step in self.steps if step.enabled))

    @property
    def is_original(self) -> bool:
        """Whether it leaves the picture as it is."""
        return not any(step.enabled for step in self.steps)

    @property
    def is_heavy(self) -> bool:
        """Whether a step that is switched on takes long on a large picture."""
        return any(step.enabled and step.about.heavy for step in self.steps)

    def data(self) -> dict[str, object]:
        """The recipe as JSON-ready values."""
        return {"format": FORMAT, "version": VERSION, "steps": [step.data() for step in self.steps]}

    def json(self) -> str:
        """The one way in which this recipe is written: keys sorted, no white space, ASCII."""
        return json.dumps(
            self.data(), sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
        )

    @cached_property
    def digest(self) -> str:
        """SHA-256 of :meth:`json`, hexadecimal."""
        return hashlib.sha256(self.json().encode("ascii")).hexdigest()

    # --- changes, each a new recipe

    def added(self, step: Step) -> "Recipe":
        """With a step at the end."""
        return Recipe((*self.steps, step))

    def replaced(self, at: int, step: Step) -> "Recipe":
        """With another step in place of one."""
        return Recipe((*self.steps[:at], step, *self.steps[at + 1 :]))

    def removed(self, at: int) -> "Recipe":
        """Without a step."""
        return Recipe((*self.steps[:at], *self.steps[at + 1 :]))

    def moved(self, at: int, to: int) -> "Recipe":
        """With a step at another place, the others in their order."""
        rest = [*self.steps[:at], *self.steps[at + 1 :]]
        rest.insert(to, self.steps[at])
        return Recipe(tuple(rest))


ORIGINAL = Recipe()
"""The original, without enhancement."""


def recipe_from_json(text: str) -> Recipe:
    """A recipe from its JSON, strictly: what is not understood is not left out.

    Raises:
        RecipeInvalid: It is not well formed, of another version, or a step is not valid; one sentence.
    """
    try:
        data = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except RecursionError:
        raise RecipeInvalid("The recipe is nested too deeply.") from None
    except ValueError as error:
        raise RecipeInvalid(f"The recipe is not JSON: {_sentence(error)}.") from None
    values = _fields(data, {"format", "version", "steps"}, "The recipe")
    if values["format"] != FORMAT:
        raise RecipeInvalid("This is not a recipe of Forensic LPR.")
    if values["version"] != VERSION or isinstance(values["version"], bool):
        raise RecipeInvalid(f"The recipe is of another version than {VERSION}, the one known here.")
    if not isinstance(values["steps"], list):
        raise RecipeInvalid("The steps of the recipe are not a list.")
    if len(values["steps"]) > MAX_STEPS:
        raise RecipeInvalid(f"A recipe may have {MAX_STEPS} steps, not {len(values['steps'])}.")
    return Recipe(tuple(_step(number, entry) for number, entry in enumerate(values["steps"], start=1)))


def load_recipe(path: Path) -> Recipe:
    """A recipe from a file.

    Raises:
        RecipeInvalid: The file cannot be read, or holds no valid recipe.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise RecipeInvalid(f"{path.name} is too large for a recipe.")
        return recipe_from_json(data.decode("utf-8"))
    except OSError as error:
        raise RecipeInvalid(f"The recipe {path} cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError:
        raise RecipeInvalid(f"The recipe {path.name} is no text.") from None


def _step(number: int, entry: object) -> Step:
    values = _fields(entry, {"operation", "parameters", "enabled"}, f"Step {number} of the recipe")
    name, parameters, enabled = values["operation"], values["parameters"], values["enabled"]
    if not isinstance(name, str) or not isinstance(parameters, dict) or not isinstance(enabled, bool):
        raise RecipeInvalid(
            f"Step {number} of the recipe needs an operation's name, parameters by name, and enabled true or false."
        )
    try:
        return Step(name, tuple(parameters.items()), enabled)
    except RecipeInvalid as error:
        raise RecipeInvalid(f"Step {number} of the recipe: {error}") from None


def _fields(data: object, wanted: set[str], what: str) -> dict[str, object]:
    if not isinstance(data, dict):
        raise RecipeInvalid(f"{what} is not a list of names with values.")
    for name in sorted(wanted - data.keys()):
        raise RecipeInvalid(f"{what} lacks {name!r}.")
    for name in sorted(data.keys() - wanted):
        raise RecipeInvalid(f"{what} has an unknown part {str(name)[:40]!r}.")
    return data


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _sentence(error: ValueError) -> str:
    return " ".join(str(error).split()).rstrip(".")[:120]
