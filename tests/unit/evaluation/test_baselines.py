import sys
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from forensic_lpr.core.formats import load_formats
from forensic_lpr.core.progress import silent
from forensic_lpr.errors import Cancelled, ReaderFailed
from forensic_lpr.evaluation.baselines.cascade import cut, masks
from forensic_lpr.evaluation.baselines.characters import SIZE, character_samples
from forensic_lpr.evaluation.baselines.external import ExternalReader, parse_reader, text_in
from forensic_lpr.evaluation.baselines.hog_svm import HogSvm, train_hog_svm
from forensic_lpr.evaluation.baselines.one_stage import grid_loss, target, text_of, train_one_stage
from forensic_lpr.imaging.hog import hog
from forensic_lpr.imaging.segments import cut_out, segments
from forensic_lpr.synthesis.readersets import BoxedPlate, ReaderSet

FORMATS = load_formats()


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """On a busy machine more threads wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def plates() -> list[BoxedPlate]:
    make = ReaderSet("high", 11, FORMATS[:1])
    return [make(index) for index in range(24)]


def test_sets_are_functions_of_seed_and_index_and_have_their_widths() -> None:
    for name, mean in (("high", 104), ("low", 49)):
        make, again = ReaderSet(name, 1, FORMATS[:1]), ReaderSet(name, 1, FORMATS[:1])  # type: ignore[arg-type]
        found = [make(index) for index in range(30)]
        assert abs(np.mean([plate.width for plate in found]) - mean) < 8
        assert np.array_equal(again(7).image, found[7].image) and again(7).text == found[7].text
        assert all(len(plate.boxes) == len(plate.text) == 7 for plate in found)


def test_the_boxes_of_a_plate_lie_on_its_ink(plates: list[BoxedPlate]) -> None:
    """Between the boxes a column varies less than within them."""
    inside, between = [], []
    for plate in plates:
        columns, rows = masks([plate])
        band = plate.image[rows[0] > 0].astype(float)
        change = np.abs(np.diff(band, axis=0)).mean(axis=0)
        inside.append(change[columns[0] > 0].mean())
        between.append(change[columns[0] == 0].mean())
    assert np.mean(inside) > 1.3 * np.mean(between)


def test_right_columns_are_cut_into_the_true_boxes(plates: list[BoxedPlate]) -> None:
    columns, rows = masks(plates)
    right = 0
    for plate, column, row in zip(plates, columns, rows, strict=True):
        boxes = cut(column, row)
        right += len(boxes) == 7 and bool(np.abs(boxes[:, 0] - plate.boxes[:, 0]).max() < 3)
    assert right >= 20
    assert cut(np.zeros(120, np.float32), np.zeros(40, np.float32)).shape == (0, 4)


def test_a_true_grid_gives_the_text_and_no_loss_to_speak_of(plates: list[BoxedPlate]) -> None:
    plate = plates[0]
    truth = target(plate)
    grid = np.zeros((41, 10, 30), np.float32)
    grid[0] = np.where(truth[0] > 0, 12, -12)
    inside = truth[1:3].clip(1e-4, 1 - 1e-4)
    grid[1:3] = np.log(inside / (1 - inside))
    grid[3:5] = truth[3:5]
    for row, column in zip(*np.nonzero(truth[0]), strict=True):
        grid[5 + int(truth[5, row, column]), row, column] = 20
    assert text_of(grid) == plate.text
    assert float(grid_loss(torch.from_numpy(grid)[None], torch.from_numpy(truth)[None])) < 0.02
    assert text_of(np.full((41, 10, 30), -12, np.float32)) == ""


def test_gradients_are_told_by_their_direction() -> None:
    ramp = np.tile(np.arange(24, dtype=np.uint8) * 8, (32, 1))
    across, down = hog(np.stack([ramp, ramp.T[:32].repeat(2, axis=0)[:32, :24]]))
    assert across.shape == ((8 - 1) * (6 - 1) * 36,)
    assert across.reshape(-1, 9).sum(axis=0).argmax() != down.reshape(-1, 9).sum(axis=0).argmax()
    assert np.abs(hog(np.full((1, 32, 24), 90, np.uint8))).max() < 1e-3


def test_segments_find_seven_characters_of_a_clear_plate(plates: list[BoxedPlate]) -> None:
    counts = [len(segments(plate.image, 7)) for plate in plates]
    assert max(counts) == 7 and all(0 <= n <= 7 for n in counts)
    assert segments(np.full((40, 120), 90, np.uint8), 7) == ()


def test_pieces_are_cut_where_the_boxes_are() -> None:
    image = np.zeros((40, 120), np.uint8)
    image[10:30, 50:62] = 200
    (piece,) = cut_out(image, np.array([[50.0, 10.0, 12.0, 20.0]]), *SIZE)
    assert piece.shape == (32, 24) and piece.mean() > 170
    assert cut_out(image, np.zeros((0, 4)), *SIZE).shape == (0, 32, 24)


def right_share(reader: HogSvm, plates: list[BoxedPlate]) -> float:
    """Of the plates' characters, cut where they stand, those that the machines read right."""
    images, classes = character_samples(plates)
    features = np.concatenate([hog(images), np.ones((len(images), 1), np.float32)], axis=1)
    return float(((features @ reader._weights).argmax(axis=1) == classes).mean())


def test_machines_learn_the_characters_they_saw(plates: list[BoxedPlate]) -> None:
    reader = train_hog_svm(plates, silent)
    assert right_share(reader, plates) > 0.9
    assert all(len(reader.read(plate)) <= 7 for plate in plates[:3])


def test_machines_are_solved_to_the_end() -> None:
    make = ReaderSet("mixture", 12, FORMATS)
    plates = [make(index) for index in range(100)]
    # 1,261 weights a machine for 700 characters: at the minimum all are right, however poor the pictures.
    assert right_share(train_hog_svm(plates, silent), plates) > 0.95


def test_a_training_can_be_cancelled(plates: list[BoxedPlate]) -> None:
    def cancel(done: int, total: int | None, text: str = "") -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        train_one_stage(plates, 640, cancel)


def test_what_others_print_is_searched_for_a_plate() -> None:
    assert text_in("plate0: 1 results\n    - ABC1D23\t confidence: 90.12\n") == "ABC1D23"
    assert text_in("abc-1234") == "ABC1234"
    assert text_in("no plate found") == "" and text_in("") == ""


def test_a_command_reads_the_picture_it_is_given(plates: list[BoxedPlate]) -> None:
    script = "import sys; print(open(sys.argv[1], 'rb').read(4)[1:4].decode() + '1234')"
    reader = ExternalReader("png", (sys.executable, "-c", script, "{image}"))
    assert reader.read(plates[0]) == "PNG1234"
    assert parse_reader("x = reader --quiet '{image}'").command == ("reader", "--quiet", "{image}")


@pytest.mark.parametrize(
    ("reader", "sentence"),
    [
        (ExternalReader("gone", ("/nonexistent/reader", "{image}")), "cannot be started"),
        (ExternalReader("bad", (sys.executable, "-c", "import sys; sys.exit('no licence')")), "no licence"),
    ],
)
def test_a_command_that_fails_ends_in_a_sentence(
    plates: list[BoxedPlate], reader: ExternalReader, sentence: str
) -> None:
    with pytest.raises(ReaderFailed, match=sentence):
        reader.read(plates[0])


@pytest.mark.parametrize("text", ["no command", "x=reader", "={image}", "x='unclosed {image}"])
def test_a_reader_that_is_not_well_written_is_refused(text: str) -> None:
    with pytest.raises(ReaderFailed, match="write"):
        parse_reader(text)
