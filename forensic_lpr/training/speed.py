"""How fast this machine trains."""

import tempfile
import time
from pathlib import Path

from forensic_lpr.core.formats import PlateFormat
from forensic_lpr.recognition.device import choose_device
from forensic_lpr.recognition.networks import INPUT_SIZES
from forensic_lpr.training import runs
from forensic_lpr.training.batches import BatchFeed, BatchRecipe
from forensic_lpr.training.config import TrainingConfig
from forensic_lpr.training.loop import Trainer, use_threads

_STEPS = 8
_WARM_UP = 3


def samples_per_second(network: str, formats: tuple[PlateFormat, ...]) -> tuple[float, float]:
    """Samples per second on one batch over and over, and on a fresh batch each step."""
    use_threads(None)
    config = TrainingConfig(network=network)
    with tempfile.TemporaryDirectory() as folder:
        trainer = Trainer(runs.Run(Path(folder), config), choose_device())
        recipe = BatchRecipe(config.seed, formats, INPUT_SIZES[network], config.batch)
        with BatchFeed(recipe, 0) as feed:
            batches = iter(feed)
            batch = next(batches)
            fixed = fed = 0.0
            for step in range(_WARM_UP + _STEPS):
                if step == _WARM_UP:
                    fixed = time.perf_counter()
                trainer.learn(batch)
            fixed = time.perf_counter() - fixed
            for step in range(_WARM_UP + _STEPS):
                if step == _WARM_UP:
                    fed = time.perf_counter()
                trainer.learn(next(batches))
            fed = time.perf_counter() - fed
    return _STEPS * config.batch / fixed, _STEPS * config.batch / fed
