"""From a run to a weights file with its model card: recognizers and DGM."""

import torch

from forensic_lpr import weightsfile
from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.checkpoint import ModelCard, find, load_file
from forensic_lpr.recognition.networks import INPUT_SIZES
from forensic_lpr.recognition.preprocess import NORMALISATION
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard
from forensic_lpr.synthesis.pairs import FAR_RANGE, NEAR_FROM
from forensic_lpr.training.config import DgmConfig
from forensic_lpr.training.dgm_loop import DgmTrainer
from forensic_lpr.training.loop import SLOTS, Trainer
from forensic_lpr.training.runs import Run, RunOf


def weights_bytes(
    run: Run, name: str, date: str, version: str, results: tuple[tuple[str, str], ...]
) -> bytes:
    """The moving average of a run's weights as a safetensors file.

    Args:
        run: The run.
        name: Name on the card.
        date: ISO date on the card.
        version: Program version on the card.
        results: Measured figures for the card.

    Raises:
        RunInvalid: the run has not made a step yet.
    """
    trainer = Trainer(run, torch.device("cpu"))
    if trainer.step == 0:
        raise RunInvalid(f"The run {run.name} has no weights yet.")
    config = run.config
    before = load_file(find(config.parent)).card.samples if config.parent else 0
    began = f" Began with the weights of SHA-256 {config.parent_sha256}." if config.parent else ""
    card = ModelCard(
        name=name,
        network=config.network,
        symbols=LATIN36.characters,
        pad=None,
        slots=SLOTS,
        input_size=INPUT_SIZES[config.network],
        normalisation=NORMALISATION,
        training_data=(
            "Synthetic plates only, no photograph: formats "
            + ", ".join(config.formats)
            + f", seed {config.seed}, plate widths 15 to 180 pixels, program version {version}."
            + began
        ),
        samples=before + trainer.step * config.batch,
        program_version=version,
        trained_at=date,
        results=results,
    )
    return weightsfile.to_bytes(card, trainer.average.state_dict())


def dgm_bytes(
    run: RunOf[DgmConfig], name: str, date: str, version: str, results: tuple[tuple[str, str], ...]
) -> bytes:
    """The moving average of a DGM run's weights as a safetensors file; arguments as for :func:`weights_bytes`.

    Raises:
        RunInvalid: the run has not made a step yet.
    """
    trainer = DgmTrainer(run, torch.device("cpu"))
    if trainer.step == 0:
        raise RunInvalid(f"The run {run.name} has no weights yet.")
    config = run.config
    card = DgmCard(
        name=name,
        network=NETWORK,
        input_size=INPUT_SIZE,
        normalisation=GREYS,
        training_data=(
            "Drawn plates only, no photograph: clips of cars that drive away, through H.264, H.265, MPEG-4 and MJPEG; "
            f"near frames from {NEAR_FROM:g} pixels plate width, far frames of {FAR_RANGE[0]:g} to {FAR_RANGE[1]:g}; "
            f"formats {', '.join(config.formats)}, seed {config.seed}, program version {version}."
        ),
        samples=trainer.step * config.batch,
        program_version=version,
        trained_at=date,
        results=results,
    )
    return weightsfile.to_bytes(card, trainer.average.state_dict())
