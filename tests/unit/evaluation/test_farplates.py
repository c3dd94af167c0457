"""How near made far plates come to recorded ones."""

import numpy as np
import pytest
import torch

from forensic_lpr.core.formats import load_formats
from forensic_lpr.evaluation import farplates
from forensic_lpr.evaluation.farplates import far_scores
from forensic_lpr.recognition.checkpoint import find, load_file
from forensic_lpr.synthesis.dgm import Dgm
from forensic_lpr.synthesis.pairs import Pair
from forensic_lpr.synthesis.scan import View

CLIPS = 6


def test_who_draws_the_recorded_plates_comes_nearer_than_who_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[Pair] = []
    make = farplates.PairMaker.__call__

    def keep(self: farplates.PairMaker, index: int) -> Pair:
        kept.append(make(self, index))
        return kept[-1]

    class Knowing:
        """Gives the recorded plate itself."""

        def __init__(self, network: Dgm, seed: int, views: tuple[object, ...]) -> None:
            assert seed == farplates.SEED

        def __call__(self, near: np.ndarray, index: int, view: View) -> np.ndarray:  # type: ignore[type-arg]
            assert np.array_equal(near, kept[index % CLIPS].near) and view == kept[index % CLIPS].far_view
            return kept[index % CLIPS].far

    reader = load_file(find("default"))
    monkeypatch.setattr(farplates.PairMaker, "__call__", keep)
    torch.manual_seed(0)
    untrained = far_scores(Dgm(), reader, load_formats(), CLIPS)
    assert [score.maker for score in untrained] == ["recorded", "DGM", "bicubic"]
    assert untrained[0].picture is None and untrained[0].reading is None
    assert all(score.read.n == 7 * CLIPS for score in untrained)
    assert untrained[2].read.value > 0.8 > untrained[1].read.value  # reduced alone they stay legible
    kept.clear()
    monkeypatch.setattr(farplates, "FarPlates", Knowing)
    knowing = far_scores(Dgm(), reader, load_formats(), CLIPS)
    assert knowing[2] == untrained[2] and knowing[1].read == knowing[0].read
    for nearer, further in ((knowing[1], knowing[2]), (knowing[2], untrained[1])):
        assert nearer.picture is not None and further.picture is not None
        assert nearer.picture < 0.8 * further.picture
