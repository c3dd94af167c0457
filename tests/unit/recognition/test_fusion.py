import itertools
import math

import numpy as np
import pytest

from forensic_lpr.core.alphabet import Alphabet
from forensic_lpr.core.reading import SlotProbabilities
from forensic_lpr.recognition.fusion import (
    TEMPERATURES,
    certainty_of,
    doubt_of,
    fuse,
    fuse_without_each,
    shares,
    temperature_for,
    weight_of,
)

ABC = Alphabet("ABC")


def _slots(rows: list[list[float]]) -> SlotProbabilities:
    return SlotProbabilities(np.log(np.array(rows, dtype=float)), ABC)


def _random(rng: np.random.Generator, slots: int = 2) -> SlotProbabilities:
    return _slots(rng.dirichlet([0.7] * 3, slots).tolist())


def test_equal_weights_give_the_plain_product_over_whole_plates() -> None:
    """Brute force: every plate's product over frames and slots, normalised over all plates."""
    rng = np.random.default_rng(0)
    frames = [_random(rng) for _ in range(4)]
    raw = {}
    for plate in itertools.product(range(3), repeat=2):
        raw[plate] = math.prod(
            math.exp(frame.log_probabilities[slot, plate[slot]]) for frame in frames for slot in range(2)
        )
    whole = sum(raw.values())
    fused = fuse(frames, [0.3] * 4, 1.0)
    for plate, value in raw.items():
        found = math.exp(sum(fused.log_probabilities[slot, plate[slot]] for slot in range(2)))
        assert found == pytest.approx(value / whole, rel=1e-9)


def test_weights_and_temperature_are_exponents() -> None:
    frames = [_slots([[0.7, 0.2, 0.1]]), _slots([[0.1, 0.3, 0.6]])]
    weights, temperature = [3.0, 1.0], 1.7
    expected = [
        math.prod(
            math.exp(frame.log_probabilities[0, c]) ** (2 * w / 4 / temperature)
            for frame, w in zip(frames, weights, strict=True)
        )
        for c in range(3)
    ]
    found = np.exp(fuse(frames, weights, temperature).log_probabilities[0])
    assert found == pytest.approx(np.array(expected) / sum(expected), rel=1e-9)


def test_one_frame_alone_stays_what_it_is_at_temperature_one() -> None:
    frame = _random(np.random.default_rng(1))
    assert np.allclose(fuse([frame], [0.02], 1.0).log_probabilities, frame.log_probabilities)


def test_it_is_no_vote() -> None:
    """Two unsure frames for A, one that is sure of B: a vote says A, the product B."""
    frames = [_slots([[0.45, 0.4, 0.15]]), _slots([[0.45, 0.4, 0.15]]), _slots([[0.04, 0.94, 0.02]])]
    assert fuse(frames, [1, 1, 1], 1.0).top(1)[0][0][0] == "B"


def test_the_order_of_the_frames_does_not_matter_and_weight_nothing_leaves_out() -> None:
    rng = np.random.default_rng(2)
    frames = [_random(rng) for _ in range(3)]
    one = fuse(frames, [1, 2, 3], 2.0).log_probabilities
    other = fuse(frames[::-1], [3, 2, 1], 2.0).log_probabilities
    assert np.allclose(one, other)
    impossible = SlotProbabilities(np.array([[0.0, -np.inf, -np.inf]] * 2), ABC)
    left_out = fuse([*frames, impossible], [1, 1, 1, 0], 4.0).log_probabilities
    assert np.allclose(left_out, fuse(frames, [1, 1, 1], 3.0).log_probabilities)


def test_frames_that_rule_out_everything_say_nothing() -> None:
    frames = [
        SlotProbabilities(np.array([row]), ABC) for row in ([0.0, -np.inf, -np.inf], [-np.inf, 0.0, -np.inf])
    ]
    assert np.allclose(np.exp(fuse(frames, [1, 1], 1.0).log_probabilities), 1 / 3)


@pytest.mark.parametrize("weights", [[1.0, 2.0, 0.5, 1.0], [1.0, 1e-9, 1e-8, 0.0], [0.0] * 4])
def test_leaving_each_out_is_fusing_the_others(weights: list[float]) -> None:
    rng = np.random.default_rng(6)
    frames = [_random(rng) for _ in range(3)]
    frames.append(SlotProbabilities(np.array([[0.0, -np.inf, -np.inf], [-1.0, -1.0, -1.1]]), ABC))
    for number, found in enumerate(fuse_without_each(frames, weights, 2.0)):
        others = [k for k in range(4) if k != number]
        expected = fuse([frames[k] for k in others], [weights[k] for k in others], 2.0)
        assert np.allclose(np.exp(found.log_probabilities), np.exp(expected.log_probabilities)), number
    with pytest.raises(ValueError):
        next(fuse_without_each(frames[:1], [1.0], 1.0))


def test_shares_add_up_to_one() -> None:
    assert shares([1, 3]).tolist() == [0.25, 0.75]
    assert shares([0, 0, 0, 0]).tolist() == [0.25] * 4


@pytest.mark.parametrize(
    ("weights", "temperature"),
    [([1.0], 1.0), ([1.0, -1.0], 1.0), ([1.0, math.nan], 1.0), ([1.0, 1.0], 0.0), ([1.0, 1.0], math.nan)],
)
def test_what_makes_no_sense_is_refused(weights: list[float], temperature: float) -> None:
    frames = [_random(np.random.default_rng(3)) for _ in range(2)]
    with pytest.raises(ValueError):
        fuse(frames, weights, temperature)


def test_frames_of_other_shape_or_alphabet_are_refused() -> None:
    rng = np.random.default_rng(4)
    with pytest.raises(ValueError, match="same slots"):
        fuse([_random(rng, 2), _random(rng, 3)], [1, 1], 1.0)
    other = SlotProbabilities(_random(rng).log_probabilities.copy(), Alphabet("ABD"))
    with pytest.raises(ValueError, match="same slots"):
        fuse([_random(rng), other], [1, 1], 1.0)
    with pytest.raises(ValueError):
        fuse([], [], 1.0)


def test_the_temperature_follows_its_table_and_goes_on_beyond_it() -> None:
    table = ((1, 1.0), (4, 2.0), (16, 8.0))
    assert [temperature_for(n, table) for n in (1, 4, 16)] == pytest.approx([1, 2, 8])
    assert temperature_for(2, table) == pytest.approx(math.sqrt(2))
    assert temperature_for(64, table) == pytest.approx(32)
    with pytest.raises(ValueError):
        temperature_for(0)


def test_more_frames_never_count_less() -> None:
    """The shipped table: a fused score is the mean times frames / temperature, which must grow with the frames."""
    worth = [n / temperature_for(n) for n in range(1, 200)]
    assert all(b >= a * 0.999 for a, b in itertools.pairwise(worth))
    assert all(b >= a for (_, a), (_, b) in itertools.pairwise(TEMPERATURES))


def test_a_legible_frame_weighs_more() -> None:
    sure, unsure = _slots([[0.9, 0.05, 0.05], [0.7, 0.2, 0.1]]), _slots([[0.5, 0.3, 0.2], [0.4, 0.3, 0.3]])
    assert certainty_of(sure) == pytest.approx(0.8) and certainty_of(unsure) == pytest.approx(0.45)
    assert 0 < weight_of(unsure, 0.9) < weight_of(sure, 0.9) < 1
    assert weight_of(sure, 0.6) < weight_of(sure, 0.95)
    assert weight_of(sure, -0.5) > 0


def test_doubt_is_the_mean_entropy_of_the_slots() -> None:
    even, certain = [1 / 3] * 3, [1.0, 0.0, 0.0]
    with np.errstate(divide="ignore"):
        half = SlotProbabilities(np.log(np.array([even, certain])), ABC)
        none = SlotProbabilities(np.log(np.array([certain, certain])), ABC)
    assert doubt_of(half) == pytest.approx(math.log(3) / 2)
    assert doubt_of(none) == 0 and weight_of(none, 1.0) == 1


def test_of_frames_alike_certain_the_one_with_fewer_characters_left_weighs_more() -> None:
    two_left, three_left = _slots([[0.6, 0.4, 1e-12]]), _slots([[0.6, 0.2, 0.2]])
    assert certainty_of(two_left) == pytest.approx(certainty_of(three_left))
    assert weight_of(two_left, 0.9) > weight_of(three_left, 0.9)
