from pathlib import Path

import numpy as np
import pytest

from forensic_lpr.core.formats import load_formats
from forensic_lpr.errors import Cancelled
from forensic_lpr.recognition.inspector import PLACES, Inspector
from forensic_lpr.synthesis.marked import MarkedPlaces
from forensic_lpr.training.inspector_loop import BATCH, SEED, ViewRecipe, train_inspector, view_of

FORMATS = load_formats()


def test_a_batch_holds_every_place_alike_and_follows_from_its_number() -> None:
    make = ViewRecipe(SEED, FORMATS).maker()
    batch = make(1)
    assert np.bincount(batch.places).tolist() == [BATCH // len(PLACES)] * len(PLACES)
    place = MarkedPlaces(SEED, FORMATS)(BATCH + 7)
    assert np.array_equal(batch.views[7], view_of(place.image, place.quad))


def test_a_training_ends_in_weights_that_load(tmp_path: Path) -> None:
    path = tmp_path / "small.safetensors"
    path.write_bytes(train_inspector(FORMATS, 2 * BATCH, "small", "2026-11-24", "0.1.0"))
    inspector = Inspector.load(str(path))
    place = MarkedPlaces(1, FORMATS)(0)
    found = inspector.look(view_of(place.image, place.quad))
    assert found.shape == (len(PLACES),) and found.sum() == pytest.approx(1)


def test_a_training_can_be_cancelled() -> None:
    def cancel(done: int, total: int | None, text: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        train_inspector(FORMATS, 2 * BATCH, "small", "2026-11-24", "0.1.0", cancel)
