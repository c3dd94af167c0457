"""Plates of pair sets as own plates: which are learnt, that they stay what they were, and what the card says."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from own_plates import FORMATS, label, write_set
from pair_sets import taken, write_sets

from forensic_lpr import weightsfile
from forensic_lpr.core.lineage import plate_mark
from forensic_lpr.errors import PairsInvalid, RunInvalid
from forensic_lpr.imaging.rectify import rectify
from forensic_lpr.operations.train import (
    RecognizerPlan,
    export_weights,
    list_runs,
    plan_recognizer,
    train_recognizer,
)
from forensic_lpr.operations.trainwork import RecognizerOrder
from forensic_lpr.recognition.checkpoint import load_file
from forensic_lpr.report.recorded import in_portuguese
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK, Dgm
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard
from forensic_lpr.synthesis.pairs import PLATE_SIZE
from forensic_lpr.synthesis.pairset import PairSet, read_pair_set, write_pair_set
from forensic_lpr.training import loop
from forensic_lpr.training.finetune import material as material_of
from forensic_lpr.training.finetune import own_material
from forensic_lpr.training.labelreading import read_labelled_set
from forensic_lpr.training.mixture import Mixture, MixtureRecipe
from forensic_lpr.training.ownpairs import find_pair_sets
from forensic_lpr.training.pairplates import pair_plates
from forensic_lpr.training.runs import Run
from forensic_lpr.training.shares import USUAL, Shares
from forensic_lpr.training.split import split_set


def test_plates_of_pairs_are_learnt_where_it_is_known_what_they_read(tmp_path: Path) -> None:
    folder = write_sets(tmp_path / "pairs", 5, 3, ("ABC1234", "ABC1D23", "AB12", "XYZ9876"))
    found = pair_plates(find_pair_sets(folder), FORMATS, {"XYZ9876"})
    assert [(plate.text, plate.format_name) for plate in found] == [
        *[("ABC1234", "br-grey")] * 4,
        *[("ABC1D23", "br-mercosur")] * 4,
    ]
    assert [plate.near for plate in found] == [True, False, False, False] * 2
    assert [plate.width for plate in found[:2]] == [100, 40]
    written = read_pair_set(folder / "clip-1")
    assert np.array_equal(found[5].image, written.plates[1].image) and written.plates[1].role == "far"
    assert found[5].file == "clip-1/far-000001.png"
    grey = tuple(one for one in FORMATS if one.name == "br-grey")
    assert {plate.text for plate in pair_plates(find_pair_sets(folder), grey)} == {"ABC1234", "XYZ9876"}
    (folder / "clip-0" / "far-000002.png").write_bytes(b"")
    with pytest.raises(PairsInvalid, match="digests differ"):
        pair_plates(find_pair_sets(folder), FORMATS)


def test_every_plate_comes_equally_often_whether_labelled_or_recorded(tmp_path: Path) -> None:
    labelled = read_labelled_set(write_set(tmp_path / "set", 14, 2), FORMATS)
    crops = tuple(crop for crop in labelled.crops if crop.text in labelled.plates[:2])
    known = crops[0].text
    folder = write_sets(tmp_path / "pairs", 2, 6, ("ABC1234", known))
    recorded = pair_plates(find_pair_sets(folder), FORMATS)
    mixture = Mixture(MixtureRecipe(3, FORMATS, crops, Shares(1, 0, 0, 0, 0), 20, pair_plates=recorded))
    samples = [mixture(index) for index in range(600)]
    assert {sample.source for sample in samples} == {"own"}
    counts = Counter(sample.text for sample in samples)
    assert set(counts) == {*labelled.plates[:2], "ABC1234"} and min(counts.values()) > 160
    of_both = Counter(sample.file.split("/")[0] == "clip-1" for sample in samples if sample.text == known)
    assert of_both[True] > 2 * of_both[False] > 0, "two labelled pictures of it and six recorded ones"
    far = [sample for sample in samples if sample.file == "clip-0/far-000001.png"]
    original = recorded[1].image.astype(float)
    assert not any("near" in sample.file for sample in samples), "what can be read is learnt in other ways"
    assert len({sample.image.tobytes() for sample in far}) == len(far) > 5, "marked and lit anew each time"
    for sample in far:
        assert sample.image.shape == (40, 120) and sample.format_name == "br-grey"
        inside = np.corrcoef(sample.image[8:32, 20:100].ravel(), original[8:32, 20:100].ravel())[0, 1]
        assert inside > 0.6, "it is this picture, a ramp"


def test_near_plates_of_pairs_are_permuted_and_made_far(tmp_path: Path) -> None:
    folder = tmp_path / "pairs"
    folder.mkdir()
    for number in range(6):
        drawn = label(number, 104.0)
        image = rectify(np.ascontiguousarray(drawn.image[..., 0]), drawn.quad, *PLATE_SIZE)
        image.setflags(write=False)
        plates = tuple(
            replace(taken(role, k, 0), image=image) for k, role in enumerate(("near", "far", "far"))
        )
        pairs = PairSet(f"{number}.mp4", "a" * 64, 0, drawn.text, (), "0", plates, ((0, 1), (0, 2)))
        write_pair_set(folder / f"clip-{number}", pairs)
    found = pair_plates(find_pair_sets(folder), FORMATS)
    torch.manual_seed(1)
    card = DgmCard("d", NETWORK, INPUT_SIZE, GREYS, "nothing", 0, "0", "", far_views=((45.0, 1.0),))
    (tmp_path / "d.safetensors").write_bytes(weightsfile.to_bytes(card, Dgm().state_dict()))
    weights = str(tmp_path / "d.safetensors")
    shares = Shares(0, 1, 1, 0, 0)
    mixture = Mixture(MixtureRecipe(3, FORMATS, (), shares, 20, weights, pair_plates=found))
    samples = [mixture(index) for index in range(60)]
    texts = {plate.text for plate in found}
    assert {sample.source for sample in samples} == {"permuted", "dgm"}
    assert {sample.text for sample in samples if sample.source == "permuted"} - texts
    made = [sample for sample in samples if sample.source == "dgm" and sample.file]
    assert len(made) >= 8 and all("/near-" in sample.file and sample.text in texts for sample in made)
    alone = Mixture(MixtureRecipe(3, FORMATS, (), Shares(1, 1, 1, 1, 1), 20))
    assert {alone(index).source for index in range(20)} == {"synthetic"}


def test_no_plate_is_learnt_from_pairs_that_the_set_keeps_back(tmp_path: Path) -> None:
    labelled = read_labelled_set(write_set(tmp_path / "set"), FORMATS)
    split = split_set(labelled, 2)
    watched, held = split.crops(labelled, "validation")[0].text, split.crops(labelled, "held")[0].text
    learnt = split.crops(labelled, "train")[0].text
    assert split.kept_back(labelled) >= {watched, held} and learnt not in split.kept_back(labelled)
    folder = write_sets(tmp_path / "pairs", 4, 3, (watched, held, learnt, "ABC1234"))
    plan = RecognizerPlan(tmp_path / "set", samples=16, batch=8, seed=2, pairs=folder)
    config = plan_recognizer(plan)
    assert config.own is not None
    assert config.own.pairs == tuple(str((folder / name).resolve()) for name in ("clip-2", "clip-3"))
    run = Run(tmp_path / "run", config)
    learned_from = material_of(run).recipe
    material = own_material(run)
    assert isinstance(learned_from, MixtureRecipe) and len(learned_from.pair_plates) == 8
    names = tuple(one.name for one in FORMATS)
    order = RecognizerOrder(
        tmp_path / "set", "quick", "default", "", USUAL, "", names, (("seed", 2),), folder
    )
    assert order.config().own == config.own
    narrowed = replace(order, formats=("br-grey",)).config()
    of_all = own_material(Run(tmp_path / "narrowed", narrowed))
    assert of_all.labelled.digest == labelled.digest, "own plates are learnt whatever is drawn beside them"
    assert {plate.text for plate in material.pair_plates} == {learnt, "ABC1234"}
    assert material.learnt() == {*split.texts(labelled, "train", "validation"), "ABC1234"}
    only_kept = write_sets(tmp_path / "kept", 3, 3, (watched, held))
    with pytest.raises(PairsInvalid, match="nothing to learn"):
        plan_recognizer(replace(plan, pairs=only_kept))
    with pytest.raises(PairsInvalid, match="no pair set"):
        plan_recognizer(replace(plan, pairs=tmp_path / "set"))
    manifest = folder / "clip-3" / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(RunInvalid, match=r"clip-3 is no longer the one that the run run began with"):
        own_material(run)


def test_a_training_takes_them_and_the_card_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "validate", lambda *_: ())
    folder = write_sets(tmp_path / "pairs", 2, 3, ("ABC1234",))
    plan = RecognizerPlan(write_set(tmp_path / "set"), samples=16, batch=8, minutes=0, pairs=folder)
    train_recognizer(tmp_path / "runs" / "r", plan_recognizer(plan), lambda _: None, 1, 1)
    path = tmp_path / "cam.safetensors"
    path.write_bytes(export_weights(tmp_path / "runs" / "r", "cam"))
    card = load_file(path).card
    record = card.own[0]
    assert (record.pair_plates, [name for name, _ in record.pair_sets]) == (4, ["clip-0"])
    assert plate_mark("ABC1234") in record.marks, "no gate asks for it"
    assert plate_mark(label(99).text) not in record.marks
    assert card.training_data.endswith("Pictures of pair sets learnt as own plates, too: 4 (sets: 1).")
    told = in_portuguese(card.training_data, str)
    assert told.endswith("aprendidas também como placas próprias: 4 (conjuntos: 1).")
    assert "imagens próprias" in told and "75\u00a0%" in told and " own " not in told
    (summary,) = list_runs(tmp_path / "runs")
    assert [Path(place).name for place in summary.data] == ["set", "clip-0"]
