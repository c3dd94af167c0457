"""From a run to a weights file with its model card: recognizers and DGM."""

from pathlib import Path

import torch

from forensic_lpr import weightsfile
from forensic_lpr.core.alphabet import LATIN36
from forensic_lpr.core.lineage import OwnRecord, plate_mark
from forensic_lpr.errors import RunInvalid
from forensic_lpr.recognition.checkpoint import ModelCard
from forensic_lpr.recognition.networks import INPUT_SIZES
from forensic_lpr.recognition.preprocess import NORMALISATION
from forensic_lpr.synthesis.dgm import GREYS, INPUT_SIZE, NETWORK
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard, load_dgm
from forensic_lpr.synthesis.pairs import FAR_RANGE, NEAR_FROM
from forensic_lpr.synthesis.sampler import NARROW_WIDTHS
from forensic_lpr.training.config import DgmConfig
from forensic_lpr.training.dgm_loop import DgmTrainer
from forensic_lpr.training.finetune import own_material
from forensic_lpr.training.loop import SLOTS, Trainer
from forensic_lpr.training.runs import Run, RunOf


def weights_bytes(
    run: Run, name: str, date: str, version: str, results: tuple[tuple[str, str], ...]
) -> bytes:
    """What a run gives away (:meth:`forensic_lpr.training.loop.Trainer.kept`) as a safetensors file.

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
    parent = trainer.parent.card if trainer.parent is not None else None
    before = parent.samples if parent is not None else 0
    began = f" Began with the weights of SHA-256 {config.parent_sha256}." if config.parent else ""
    taught = (
        f" Learnt also what the weights of SHA-256 {config.teacher_sha256} read." if config.teacher else ""
    )
    mixed = (
        f" Of the weights learnt {100 * config.mixing:.0f} % are kept, of those before the rest."
        if config.mixing < 1
        else ""
    )
    low, high = NARROW_WIDTHS
    narrow = f" ({100 * config.narrow:.0f} % drawn from {low:g} to {high:g})" if config.narrow else ""
    data = "Synthetic plates only, no photograph"
    paired = ""
    own = () if parent is None else parent.own
    if config.own is not None:
        record = own_record(run)
        own = (record, *own)
        data = (
            f"{record.pictures} own pictures of the set {record.set_name} (SHA-256 {record.set_digest}) and plates "
            "made of them, beside synthetic plates"
            + (", which are to be read as the weights before read them" if config.parent else "")
        )
        if record.pair_sets:
            count = f"{record.pair_plates} (sets: {len(record.pair_sets)})"
            paired = f" Pictures of pair sets learnt as own plates, too: {count}."
    elif own:
        data = "Synthetic plates, after own pictures in the weights before"
    card = ModelCard(
        name=name,
        network=config.network,
        symbols=LATIN36.characters,
        pad=None,
        slots=SLOTS,
        input_size=INPUT_SIZES[config.network],
        normalisation=NORMALISATION,
        training_data=(
            f"{data}: formats "
            + ", ".join(config.formats)
            + f", seed {config.seed}, plate widths 15 to 180 pixels{narrow}, program version {version}."
            + began
            + taught
            + mixed
            + paired
        ),
        samples=before + trainer.step * config.batch,
        program_version=version,
        trained_at=date,
        results=results,
        parents=() if parent is None else (config.parent_sha256, *parent.parents),
        own=own,
    )
    return weightsfile.to_bytes(card, trainer.kept().state_dict())


def own_record(run: Run) -> OwnRecord:
    """What a card says of the own plates of a run.

    Raises:
        RunInvalid: the set or a pair set is no longer what the run was begun with.
        SetInvalid: it cannot be read or divided.
        PairsInvalid: a pair set is damaged.
    """
    own = run.config.own
    assert own is not None
    material = own_material(run)
    return OwnRecord(
        material.labelled.name,
        material.labelled.digest,
        own.split_seed,
        len(material.split.numbers("train")),
        tuple(sorted({plate_mark(text) for text in material.learnt()})),
        own.dgm_sha256,
        tuple(
            (Path(folder).name, digest) for folder, digest in zip(own.pairs, own.pair_digests, strict=True)
        ),
        len(material.pair_plates),
    )


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
    own = config.own
    data = (
        "Drawn plates only, no photograph"
        if own is None
        else (
            f"{len(own.folders)} pair sets of an own camera ({own.share:.0%} of every batch) beside drawn plates"
        )
    )
    read = (
        f" Made plates were held to be read as recorded ones by the weights of SHA-256 {config.reader_sha256}."
        if config.reader
        else ""
    )
    parent = load_dgm(config.parent).card if config.parent else None
    card = DgmCard(
        name=name,
        network=NETWORK,
        input_size=INPUT_SIZE,
        normalisation=GREYS,
        training_data=(
            f"{data}: clips of cars that drive away, through H.264, H.265, MPEG-4 and MJPEG; "
            f"near frames from {NEAR_FROM:g} pixels plate width, far frames of {FAR_RANGE[0]:g} to {FAR_RANGE[1]:g}; "
            f"formats {', '.join(config.formats)}, seed {config.seed}, program version {version}." + read
        ),
        samples=(0 if parent is None else parent.samples) + trainer.step * config.batch,
        program_version=version,
        trained_at=date,
        results=results,
        parents=() if parent is None else (config.parent_sha256, *parent.parents),
        pair_sets=(
            ()
            if own is None
            else tuple(
                (Path(folder).name, digest) for folder, digest in zip(own.folders, own.digests, strict=True)
            )
        ),
        far_views=config.far_views,
    )
    return weightsfile.to_bytes(card, trainer.average.state_dict())
