"""The training of the inspector: minutes, on marked places that were drawn."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from forensic_lpr import weightsfile
from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.core.geometry import Quad
from forensic_lpr.core.progress import Progress, silent
from forensic_lpr.imaging.rectify import with_surroundings
from forensic_lpr.recognition.inspector import (
    GROWTH,
    INPUT_SIZE,
    NETWORK,
    PLACES,
    Inspector,
    InspectorCard,
    InspectorNetwork,
)
from forensic_lpr.recognition.networks import channels_last
from forensic_lpr.recognition.preprocess import NORMALISATION, normalise
from forensic_lpr.synthesis.marked import MarkedPlaces
from forensic_lpr.training.averaging import follow
from forensic_lpr.training.batches import BatchFeed
from forensic_lpr.training.config import schedule

SEED, HELD_OUT_SEED = 4_000_001, 4_000_002
"""Seeds of the training and of the places on which the thresholds are set."""
BATCH = 100
FALSE_WARNINGS = 0.003
"""Share of good plates that each of the four warnings may be given falsely on the places of the thresholds."""
_RATE, _WARM_UP, _DECAY, _SMOOTHING = 2e-3, 4_000, 0.02, 0.02
_THRESHOLD_SHARE = 10
"""One plate for the thresholds on so many training samples."""


@dataclass(frozen=True)
class ViewBatch:
    """Views uint8 (N, 56, 128) and int64 (N,) what the places are."""

    views: NDArray[np.uint8]
    places: NDArray[np.int64]


@dataclass(frozen=True)
class ViewRecipe:
    """Everything a process needs to make batches of marked places."""

    seed: int
    formats: tuple[PlateFormat, ...]

    def maker(self) -> Callable[[int], ViewBatch]:
        """Makes batches from one set of places; number ``n`` holds the places from ``n * BATCH`` on."""
        make = MarkedPlaces(self.seed, self.formats)

        def batch(number: int) -> ViewBatch:
            places = [make(index) for index in range(number * BATCH, (number + 1) * BATCH)]
            views = np.stack([view_of(place.image, place.quad) for place in places])
            return ViewBatch(views, np.array([PLACES.index(p.place) for p in places], dtype=np.int64))

        return batch


def view_of(image: NDArray[np.uint8], quad: Quad) -> NDArray[np.uint8]:
    """What the inspector sees of a grey picture."""
    return with_surroundings(image, quad, GROWTH, *INPUT_SIZE)


def train_inspector(
    formats: tuple[PlateFormat, ...],
    samples: int,
    name: str,
    date: str,
    version: str,
    progress: Progress = silent,
    workers: int = 1,
) -> bytes:
    """Train an inspector from scratch and set its thresholds; its weights file.

    Raises:
        Cancelled: by the progress callback.
    """
    torch.manual_seed(SEED)
    network = channels_last(InspectorNetwork())
    average = channels_last(InspectorNetwork()).eval()
    average.load_state_dict(network.state_dict())
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.0, weight_decay=_DECAY)
    with BatchFeed(ViewRecipe(SEED, formats), 0, workers) as feed:
        for step, batch in zip(range(samples // BATCH), feed, strict=False):
            progress(step * BATCH, samples, "marked places seen")
            for group in optimizer.param_groups:
                group["lr"] = _RATE * schedule(step * BATCH, BATCH, _WARM_UP, samples)
            network.train()
            found = network(normalise(batch.views))
            truth = torch.from_numpy(batch.places)
            loss = (1 - _SMOOTHING) * nn.functional.nll_loss(found, truth) - _SMOOTHING * found.mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            follow(average, network, min(0.998, step / (step + 10)))
    progress(samples, samples, "marked places seen")
    halves = InspectorNetwork()
    halves.load_state_dict(
        {k: v.half().float() if v.is_floating_point() else v for k, v in average.state_dict().items()}
    )
    card = InspectorCard(
        name=name,
        network=NETWORK,
        places=PLACES,
        input_size=INPUT_SIZE,
        normalisation=NORMALISATION,
        thresholds=_thresholds(halves, formats, samples // _THRESHOLD_SHARE),
        training_data=(
            f"Drawn places only, no photograph: plates of {', '.join(f.name for f in formats)} and of made-up "
            f"formats in drawn surroundings, seed {SEED}, program version {version}; thresholds on seed "
            f"{HELD_OUT_SEED}."
        ),
        samples=samples,
        program_version=version,
        trained_at=date,
    )
    return weightsfile.to_bytes(card, halves.state_dict())


def _thresholds(
    network: InspectorNetwork, formats: tuple[PlateFormat, ...], plates: int
) -> tuple[float, ...]:
    """Per warning the probability that :data:`FALSE_WARNINGS` of well marked plates exceed."""
    inspector = Inspector(network, (1.0,) * (len(PLACES) - 1))
    make = MarkedPlaces(HELD_OUT_SEED, formats)
    seen = []
    for number in range(plates):
        place = make(number * len(PLACES))
        seen.append(inspector.look(view_of(place.image, place.quad)))
    levels = np.quantile(np.array(seen)[:, 1:], 1 - FALSE_WARNINGS, axis=0)
    return tuple(round(min(0.999, max(0.5, float(level))), 4) for level in levels)
