from collections.abc import Callable
from pathlib import Path

import pytest
from media_clips import RECIPES, Recipe, make

BY_NAME = {recipe.name: recipe for recipe in RECIPES}


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Path of a clip by its recipe's name, encoded once in a test run."""
    folder = tmp_path_factory.mktemp("clips")
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        recipe: Recipe = BY_NAME[name]
        if name not in made:
            made[name] = make(recipe, folder)
        return made[name]

    return get
