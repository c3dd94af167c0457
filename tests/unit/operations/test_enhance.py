"""Enhanced pictures are written beside what is there, never over it; readings say what they were made from."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.evidence import STILL, EvidenceItem, Frame
from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.reading import PlateReading, SlotProbabilities, WeightsIdentity
from forensic_lpr.core.recipe import ORIGINAL, Recipe, Step, recipe_from_json
from forensic_lpr.errors import EnhancementFailed, RecipeInvalid
from forensic_lpr.imaging.pipeline import Memory, apply
from forensic_lpr.media.hashing import digest_file, digest_pixels
from forensic_lpr.operations.acquire import acquire, load_frame
from forensic_lpr.operations.enhance import capture, compute, sidecar_of, write_enhanced
from forensic_lpr.operations.read import capture as capture_reading
from forensic_lpr.operations.read import compute as compute_reading
from forensic_lpr.recognition.recognizer import Recognizer

GAMMA = Recipe((Step.of("gamma", gamma=3.0),))
OFF = Step("levels", Step.of("levels").parameters, False)
QUAD = Quad.from_box(10, 10, 60, 20)


class TwoMinds(Recognizer):
    """Reads another plate in a bright picture than in a dark one, and is calibrated."""

    identity = WeightsIdentity("two-minds", "0" * 64, "none", ())
    input_size = (120, 40)

    def __init__(self) -> None:
        """No weights."""

    def read(self, plate_image: NDArray[np.uint8], width: float) -> SlotProbabilities:
        text = "DUN1505" if plate_image.mean() > 128 else "OUM7565"
        scores = np.zeros((7, 36))
        for slot, symbol in enumerate(text):
            scores[slot, LATIN36.characters.index(symbol)] = 5.0
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return SlotProbabilities(scores, LATIN36, True, tuple(text))


@pytest.fixture
def item(tmp_path: Path) -> EvidenceItem:
    rng = np.random.default_rng(1)
    path = tmp_path / "photo.png"
    Image.fromarray(rng.integers(0, 130, (60, 90, 3), dtype=np.uint8)).save(path)
    return acquire(path)


def reading(item: EvidenceItem, recipe: Recipe, memory: Memory | None = None) -> PlateReading:
    frame = load_frame(item)
    request = capture_reading(item, frame, QUAD, recipe=recipe)
    return compute_reading(request, frame, TwoMinds(), load_formats(), memory)


def test_a_picture_is_written_with_its_record(item: EvidenceItem, tmp_path: Path) -> None:
    frame = load_frame(item)
    recipe = Recipe((OFF, *GAMMA.steps))
    enhanced = compute(capture(item, frame, recipe), frame)
    out = tmp_path / "enhanced.png"
    write_enhanced(out, item, enhanced)
    with Image.open(out) as picture:
        pixels = np.asarray(picture)
    assert (pixels == apply(GAMMA, frame.image)).all()
    record = json.loads(sidecar_of(out).read_text("ascii"))
    assert record["evidence"]["sha256"] == item.digests.sha256
    assert record["evidence"]["frame_sha256"] == frame.digest
    assert record["picture"]["pixels_sha256"] == digest_pixels(pixels)
    assert record["program_version"]
    # The record alone is enough to make the picture again.
    again = recipe_from_json(json.dumps(record["enhancement"]["recipe"]))
    assert again == GAMMA
    assert (apply(again, frame.image) == pixels).all()


@pytest.mark.parametrize(
    "how", ["evidence", "link to evidence", "picture", "record", "folder", "jpg", "no folder"]
)
def test_nothing_is_written_over(how: str, item: EvidenceItem, tmp_path: Path) -> None:
    frame = load_frame(item)
    enhanced = compute(capture(item, frame, GAMMA), frame)
    out = tmp_path / "out.png"
    if how == "evidence":
        out = item.path
    elif how == "link to evidence":
        out.symlink_to(item.path)
    elif how == "picture":
        out.write_bytes(b"older")
    elif how == "record":
        sidecar_of(out).write_bytes(b"older")
    elif how == "folder":
        out.mkdir()
    elif how == "jpg":
        out = tmp_path / "out.jpg"
    else:
        out = tmp_path / "none" / "out.png"
    before = sorted((p.name, p.read_bytes() if p.is_file() else b"") for p in tmp_path.iterdir())
    with pytest.raises(EnhancementFailed) as told:
        write_enhanced(out, item, enhanced)
    assert str(told.value).endswith(".") and "\n" not in str(told.value)
    assert sorted((p.name, p.read_bytes() if p.is_file() else b"") for p in tmp_path.iterdir()) == before
    assert digest_file(item.path) == item.digests


def test_a_dangling_link_is_not_followed(item: EvidenceItem, tmp_path: Path) -> None:
    frame = load_frame(item)
    target = tmp_path / "elsewhere.png"
    (tmp_path / "out.png").symlink_to(target)
    with pytest.raises(EnhancementFailed, match="there already"):
        write_enhanced(tmp_path / "out.png", item, compute(capture(item, frame, GAMMA), frame))
    assert not target.exists()


def test_the_original_is_read_unless_told_otherwise(item: EvidenceItem) -> None:
    plain = reading(item, ORIGINAL)
    off = reading(item, Recipe((OFF,)))
    assert plain.request == off.request
    assert plain.request.recipe == ORIGINAL
    assert (plain.plate_image == off.plate_image).all()
    assert plain.slots.calibrated and plain.slots.sets
    assert plain.plates_of_original == ()
    assert not any("enhance" in warning.lower() for warning in plain.warnings)


def test_an_enhanced_reading_is_not_called_calibrated_and_offers_both_plates(item: EvidenceItem) -> None:
    """Enhancement can turn one plate into another: the regulator's DUN 150J that was OUM T5GJ, retold."""
    plain, enhanced = reading(item, ORIGINAL), reading(item, GAMMA)
    assert (plain.plates[0].text, enhanced.plates[0].text) == ("OUM7565", "DUN1505")
    assert enhanced.request.recipe == GAMMA
    assert not enhanced.slots.calibrated and not enhanced.slots.sets
    assert enhanced.plates_of_original == plain.plates
    both = next(warning for warning in enhanced.warnings if "OUM7565" in warning)
    assert "DUN1505" in both and "neither may be taken alone" in both


def test_enhancement_that_changes_no_plate_is_still_told(item: EvidenceItem) -> None:
    gentle = reading(item, Recipe((Step.of("gamma", gamma=1.05),)))
    assert any("enhanced (1 step)" in warning for warning in gentle.warnings)
    assert not any("changed the likeliest plate" in warning for warning in gentle.warnings)


def test_a_memory_changes_no_reading(item: EvidenceItem) -> None:
    memory = Memory()
    first, second, third = reading(item, GAMMA, memory), reading(item, GAMMA, memory), reading(item, GAMMA)
    for other in (second, third):
        assert (first.plate_image == other.plate_image).all()
        assert first.plates == other.plates


def test_a_step_that_does_not_fit_the_frame_is_one_sentence(item: EvidenceItem) -> None:
    with pytest.raises(RecipeInvalid, match="outside the picture"):
        reading(item, Recipe((Step.of("neutral-point", x=90, y=0),)))


def test_another_frame_than_the_one_asked_for_is_refused(item: EvidenceItem) -> None:
    frame = load_frame(item)
    other = Frame(frame.image, STILL, "still", "another digest")
    with pytest.raises(ValueError, match="not the one"):
        compute(capture(item, frame, GAMMA), other)
    assert Fraction(1) == frame.ref.time_base
