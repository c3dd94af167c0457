from collections.abc import Callable
from pathlib import Path

import pytest

from forensic_lpr.synthesis.numbered import CLIPS

BY_NAME = {recipe.name: recipe for recipe in CLIPS}


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Path of a clip by its recipe's name, encoded once in a test run."""
    folder = tmp_path_factory.mktemp("clips")
    made: dict[str, Path] = {}

    def get(name: str) -> Path:
        if name not in made:
            made[name] = BY_NAME[name].write(folder)
        return made[name]

    return get
