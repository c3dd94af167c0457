"""Pair sets: written once, checked whole when read."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from forensic_lpr.core.evidence import FrameRef
from forensic_lpr.core.geometry import Quad
from forensic_lpr.errors import PairsInvalid
from forensic_lpr.synthesis.pairset import MANIFEST, PairSet, Role, TakenPlate, read_pair_set, write_pair_set
from forensic_lpr.synthesis.scan import View


def plate(role: Role, index: int, width: float) -> TakenPlate:
    image = np.random.default_rng(index).integers(0, 255, (40, 120), dtype=np.uint8)
    quad = Quad.from_points([(9.5, 9.25), (9.5 + width, 9), (9.5 + width, 9 + width / 3), (9, 9 + width / 3)])
    return TakenPlate(
        role, image, FrameRef(index, 512 * index, Fraction(1, 12800)), f"{index:064x}", quad, 13.5, index / 10
    )


@pytest.fixture
def pair_set() -> PairSet:
    plates = (plate("near", 3, 101.0), plate("far", 20, 40.0), plate("far", 21, 38.5))
    return PairSet(
        "cämera.mp4", "a" * 64, 0, "ABC1D23", (("near_width", 90.0),), "0.1.0", plates, ((0, 1), (0, 2))
    )


def test_a_set_comes_back_as_it_was(pair_set: PairSet, tmp_path: Path) -> None:
    write_pair_set(tmp_path / "set", pair_set)
    back = read_pair_set(tmp_path / "set")
    assert replace(back, plates=()) == replace(pair_set, plates=())
    for one, two in zip(back.plates, pair_set.plates, strict=True):
        assert np.array_equal(one.image, two.image) and not one.image.flags.writeable
        assert (one.role, one.frame, one.frame_digest, one.quad) == (
            two.role,
            two.frame,
            two.frame_digest,
            two.quad,
        )
        assert (one.detail, one.field_step) == (two.detail, two.field_step)
    pairs = back.training_pairs()
    assert [(round(p.near_width), round(p.far_width), p.text) for p in pairs] == [
        (101, 40, "ABC1D23"),
        (101, 39, "ABC1D23"),
    ]
    assert pairs[1].far_view == View(pair_set.plates[2].quad, 2.1)
    assert np.array_equal(pairs[1].far, pair_set.plates[2].image)


def test_nothing_is_ever_overwritten(pair_set: PairSet, tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "mine.txt").write_text("mine")
    with pytest.raises(PairsInvalid, match="exists already"):
        write_pair_set(tmp_path / "set", pair_set)
    with pytest.raises(PairsInvalid, match="cannot be written"):
        write_pair_set(tmp_path / "no such folder" / "set", pair_set)
    assert [path.name for path in tmp_path.iterdir()] == ["set"]
    assert [path.name for path in (tmp_path / "set").iterdir()] == ["mine.txt"]


Change = Callable[[dict[str, Any]], object]
CHANGES: dict[str, Change] = {
    "another kind": lambda m: m.update(kind="holiday pictures"),
    "another version": lambda m: m.update(version=1),
    "another size": lambda m: m.update(size=[240, 80]),
    "no pairs": lambda m: m.update(pairs=[]),
    "pair out of range": lambda m: m.update(pairs=[[0, 3]]),
    "pair below zero": lambda m: m.update(pairs=[[0, -1]]),
    "pair of two far": lambda m: m.update(pairs=[[1, 2]]),
    "a frame twice": lambda m: m["plates"].append(m["plates"][0]),
    "a path": lambda m: m["plates"][0].update(file="../near-000003.png"),
    "another role": lambda m: m["plates"][0].update(role="far"),
    "another frame": lambda m: m["plates"][0].update(frame=4),
    "no quad": lambda m: m["plates"][0].update(quad=[[0, 0], [0, 0], [0, 0], [0, 0]]),
    "three corners": lambda m: m["plates"][0]["quad"].pop(),
    "no time base": lambda m: m["plates"][0].update(time_base="1/0"),
    "no digest": lambda m: m["plates"][0].update(frame_sha256="abc"),
    "no evidence": lambda m: m.pop("evidence"),
    "markup as text": lambda m: m.update(text="<b>"),
    "plates of another shape": lambda m: m.update(plates=3),
    "thresholds of another shape": lambda m: m.update(thresholds=[1]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_manifest_of_another_shape_is_one_sentence(name: str, pair_set: PairSet, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    write_pair_set(folder, pair_set)
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    CHANGES[name](manifest)
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(PairsInvalid) as told:
        read_pair_set(folder)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "null", "[" * 100_000])
def test_a_manifest_that_is_none_is_one_sentence(text: str, pair_set: PairSet, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    write_pair_set(folder, pair_set)
    (folder / MANIFEST).write_text(text, "utf-8")
    with pytest.raises(PairsInvalid):
        read_pair_set(folder)


def test_changed_missing_and_foreign_pictures_are_found(pair_set: PairSet, tmp_path: Path) -> None:
    with pytest.raises(PairsInvalid, match="missing"):
        read_pair_set(tmp_path / "nowhere")
    folder = tmp_path / "set"
    write_pair_set(folder, pair_set)
    picture = folder / "far-000020.png"
    kept = picture.read_bytes()
    Image.fromarray(255 - pair_set.plates[1].image).save(picture)
    with pytest.raises(PairsInvalid, match="digests differ"):
        read_pair_set(folder)
    picture.write_bytes(kept + bytes(100_000))
    with pytest.raises(PairsInvalid, match="far too large"):
        read_pair_set(folder)
    picture.unlink()
    with pytest.raises(PairsInvalid, match="missing"):
        read_pair_set(folder)


@pytest.mark.parametrize(("mode", "size"), [("RGB", (120, 40)), ("L", (121, 40))])
def test_a_picture_of_another_kind_is_refused(
    mode: str, size: tuple[int, int], pair_set: PairSet, tmp_path: Path
) -> None:
    folder = tmp_path / "set"
    write_pair_set(folder, pair_set)
    Image.new(mode, size).save(folder / "far-000020.png")
    manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
    digest = hashlib.sha256((folder / "far-000020.png").read_bytes()).hexdigest()
    manifest["plates"][1]["sha256"] = digest
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(PairsInvalid, match="not a grey picture of 120 × 40"):
        read_pair_set(folder)
