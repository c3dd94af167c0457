"""Mixed batches: the same whoever makes them, with the shares asked for, from what each source really is."""

import multiprocessing
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from own_plates import FORMATS, write_set

from forensic_lpr import weightsfile
from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.errors import RunInvalid
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK, Dgm
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard
from forensic_lpr.synthesis.sampler import Sampler
from forensic_lpr.training.batches import BatchFeed
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.mixture import Mixture, MixtureRecipe, batch_layout
from forensic_lpr.training.shares import SOURCES, USUAL, Shares
from forensic_lpr.training.split import split_set


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> MixtureRecipe:
    folder = tmp_path_factory.mktemp("mixture")
    labelled = read_labelled_set(write_set(folder / "set"), FORMATS)
    crops = split_set(labelled).crops(labelled, "train")
    torch.manual_seed(1)
    card = DgmCard("d", NETWORK, INPUT_SIZE, GREYS, "nothing", 0, "0", "", far_views=((45.0, 1.0),))
    (folder / "d.safetensors").write_bytes(weightsfile.to_bytes(card, Dgm().state_dict()))
    return MixtureRecipe(3, FORMATS, crops, USUAL, 20, str(folder / "d.safetensors"))


def test_a_layout_holds_each_source_by_its_share_and_spreads_it() -> None:
    layout = batch_layout((0.3, 0.14, 0.14, 0.07, 0.35), 64)
    assert [layout.count(source) for source in range(5)] == [19, 9, 9, 5, 22]
    for half in (layout[:32], layout[32:]):
        assert all(half.count(source) >= layout.count(source) // 2 - 3 for source in range(5))
    for seed in range(50):
        rng = np.random.default_rng(seed)
        shares, batch = tuple(float(s) for s in rng.random(5)), int(rng.integers(2, 130))
        layout = batch_layout(shares, batch)
        assert len(layout) == batch
        wanted = np.array(shares) / sum(shares) * batch
        assert all(abs(layout.count(k) - wanted[k]) < 1 for k in range(5))


def test_a_batch_is_the_same_in_any_order_in_parts_and_in_other_processes(recipe: MixtureRecipe) -> None:
    make = recipe.maker()
    second, first = make(1), make(0)
    again = recipe.maker()
    for wanted, number in ((first, 0), (second, 1)):
        found = again(number)
        assert np.array_equal(found.images, wanted.images) and np.array_equal(found.classes, wanted.classes)
    parts = [replace(recipe, rank=rank, ranks=2).maker()(1) for rank in range(2)]
    assert np.array_equal(np.concatenate([part.images for part in parts]), second.images)
    assert np.array_equal(np.concatenate([part.patterns for part in parts]), second.patterns)
    with BatchFeed(recipe, 1) as feed:
        assert np.array_equal(next(iter(feed)).images, second.images)
    assert not multiprocessing.active_children()
    other = replace(recipe, seed=4).maker()(1)
    assert not np.array_equal(other.images, second.images)


def test_each_source_gives_what_it_says(recipe: MixtureRecipe) -> None:
    mixture = Mixture(recipe)
    samples = [mixture(index) for index in range(40)]
    assert Counter(sample.source for sample in samples[:20]) == {
        SOURCES[k]: mixture.layout.count(k) for k in range(5)
    }
    texts = {crop.text for crop in recipe.crops}
    files = {crop.file: crop.text for crop in recipe.crops}
    patterns = {plate_format.name: plate_format for plate_format in FORMATS}
    for sample in samples:
        assert sample.image.shape == (40, 120) and sample.image.std() > 2
        assert patterns[sample.format_name].matches(sample.text)
        if sample.source == "own":
            assert files[sample.file] == sample.text
    matched = [sample for sample in samples if sample.source == "matched"]
    assert matched and all(not sample.file for sample in matched)
    permuted = {sample.text for sample in samples if sample.source == "permuted"}
    assert permuted - texts
    drawn = [sample for sample in samples if sample.source == "synthetic"]
    sampler = Sampler(recipe.seed, FORMATS, (120, 40), narrow=0.5)
    assert np.array_equal(drawn[4].image, sampler(4).image) and drawn[4].text == sampler(4).text


def test_own_plates_are_learnt_whatever_is_drawn_beside_them(recipe: MixtureRecipe) -> None:
    only = replace(recipe, drawn=("br-mercosur",))
    mixture = Mixture(only)
    samples = [mixture(index) for index in range(60)]
    drawn = {sample.format_name for sample in samples if sample.source in ("synthetic", "matched")}
    assert drawn == {"br-mercosur"}
    assert {sample.format_name for sample in samples if sample.source == "own"} == {"br-grey", "br-mercosur"}
    batch = only.maker()(0)
    assert [FORMATS[number].name for number in batch.patterns] == [s.format_name for s in samples[:20]]


def test_an_own_plate_comes_otherwise_each_time_but_stays_itself(recipe: MixtureRecipe) -> None:
    mixture = Mixture(replace(recipe, shares=Shares(1, 0, 0, 0, 0), dgm="", crops=recipe.crops[:1]))
    seen = np.stack([mixture(index).image for index in range(12)]).astype(float)
    original = recipe.crops[0].plate_image().astype(float)
    alike = [np.corrcoef(picture.ravel(), original.ravel())[0, 1] for picture in seen]
    assert len({picture.tobytes() for picture in seen}) == 12
    assert np.mean(alike) > 0.4 and max(alike) < 0.999


def test_only_drawn_plates_are_to_be_read_as_before(recipe: MixtureRecipe) -> None:
    remembered = recipe.maker()(2).remembered
    mixture = Mixture(recipe)
    assert remembered is not None
    assert list(remembered) == [mixture(40 + place).source == "synthetic" for place in range(20)]
    assert 0 < remembered.sum() < 20


def test_a_source_without_anything_to_give_leaves_its_share_to_the_others(recipe: MixtureRecipe) -> None:
    narrow = tuple(crop for crop in recipe.crops if crop.width < 10)
    mixture = Mixture(replace(recipe, crops=narrow, dgm=""))
    assert {mixture(index).source for index in range(20)} == {"synthetic"}
    without = Mixture(replace(recipe, dgm=""))
    assert "dgm" not in {without(index).source for index in range(20)}


def test_classes_and_formats_fit_the_texts(recipe: MixtureRecipe) -> None:
    batch, mixture = recipe.maker()(0), Mixture(recipe)
    for place in range(20):
        sample = mixture(place)
        assert LATIN36.decode(batch.classes[place].tolist()) == sample.text
        assert FORMATS[batch.patterns[place]].name == sample.format_name


@pytest.mark.parametrize("shares", [(0, 0, 0, 0, 0), (-1, 0, 0, 0, 2), (float("nan"), 0, 0, 0, 1)])
def test_shares_that_make_no_batch_are_refused(shares: tuple[float, ...]) -> None:
    with pytest.raises(RunInvalid, match="shares"):
        Shares(*shares)


def test_a_grid_is_what_is_trained_on(recipe: MixtureRecipe, tmp_path: Path) -> None:
    from forensic_lpr.operations.labelled import preview_training, write_training_preview

    labelled = read_labelled_set(write_set(tmp_path / "set"), FORMATS)
    crops = split_set(labelled, 1).crops(labelled, "train")
    samples = preview_training(labelled, count=18, seed=1, formats=FORMATS)
    batch = MixtureRecipe(1, FORMATS, crops, USUAL, 18).maker()(0)
    assert np.array_equal(np.stack([sample.image for sample in samples]), batch.images)
    write_training_preview(tmp_path / "grid.png", samples, 6)
    from PIL import Image

    with Image.open(tmp_path / "grid.png") as grid:
        assert grid.size == (6 * 124, 3 * 44)
