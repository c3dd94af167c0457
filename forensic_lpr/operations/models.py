"""The examiner's own models: kept in the data folder, handed out and taken in with their digests, made active.

A model is a weights file whose name is that of its card. The reader finds it by that name wherever it finds shipped
weights. Which one is active is a list of choices in ``active.json``: activating appends, deactivating takes the last
one back, so the way back is always there. An active model whose file has changed is refused, never replaced silently.

Public here: :class:`OwnModel`, :func:`list_models`, :func:`show_model`, :func:`keep`, :func:`import_model`,
:func:`export_model`, :func:`remove_model`, :func:`lineage`, :class:`Activation`, :func:`active_model`,
:func:`active_weights`, :func:`activate`, :func:`deactivate`.
"""

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from forensic_lpr import paths, weightsfile
from forensic_lpr.core.canonical import canonical, restored
from forensic_lpr.errors import ModelRefused, WeightsInvalid
from forensic_lpr.operations.read import DEFAULT_WEIGHTS
from forensic_lpr.recognition.checkpoint import ModelCard, load_file
from forensic_lpr.synthesis.dgm import NETWORK as DGM
from forensic_lpr.synthesis.dgm_checkpoint import DgmCard, load_dgm

ACTIVE = "active.json"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_MOST_BYTES = 1024 * 1024
_HISTORY = 100


@dataclass(frozen=True)
class OwnModel:
    """One weights file that this program knows by name.

    Attributes:
        name: Its name.
        path: Its file.
        sha256: Digest of the file.
        card: Its card: a recognizer's or a DGM's.
        shipped: Whether it came with the program.
        active: Whether readings use it unless told otherwise.
    """

    name: str
    path: Path
    sha256: str
    card: ModelCard | DgmCard
    shipped: bool
    active: bool

    @property
    def kind(self) -> str:
        """``recognizer`` or ``dgm``."""
        return "dgm" if isinstance(self.card, DgmCard) else "recognizer"

    @property
    def verdict(self) -> str:
        """What the gate said, in one sentence."""
        if isinstance(self.card, DgmCard):
            return "A DGM is measured by evaluate-dgm."
        if self.card.gate is None:
            return "Not judged on held pictures." if self.card.own else "Shipped or trained on drawn plates."
        return self.card.gate.sentence


@dataclass(frozen=True)
class Activation:
    """A choice of the weights to read with: name, digest of the file, and when (UTC, ISO 8601)."""

    name: str
    sha256: str
    at: str


@dataclass(frozen=True)
class _Choices:
    """What ``active.json`` holds: the latest choice last."""

    choices: tuple[Activation, ...]


def list_models() -> tuple[OwnModel, ...]:
    """All models by name, the shipped ones first; damaged files are left out."""
    found = []
    for name in [*weightsfile.shipped(), *weightsfile.own()]:
        try:
            found.append(show_model(name))
        except WeightsInvalid:
            continue
    return tuple(found)


def show_model(name: str) -> OwnModel:
    """One model by name.

    Raises:
        WeightsInvalid: there is none, or its file is damaged.
    """
    shipped, own = weightsfile.shipped(), weightsfile.own()
    network = shipped.get(name) or own.get(name)
    if network is None:
        known = ", ".join([*shipped, *own]) or "none"
        raise WeightsInvalid(f"There is no model {name!r}; known are {known}.")
    path = (paths.weights() if name in shipped else paths.models()) / f"{name}{weightsfile.SUFFIX}"
    card: ModelCard | DgmCard
    if network == DGM:
        card, sha256 = weightsfile.read_card(path, DgmCard)
    else:
        card, sha256 = weightsfile.read_card(path, ModelCard)
    history = _history()
    active = history[-1].name if history else DEFAULT_WEIGHTS
    return OwnModel(name, path, sha256, card, name in shipped, name == active)


def keep(data: bytes) -> OwnModel:
    """Keep weights under the name on their card.

    Raises:
        ModelRefused: the name is taken or is no name, or the folder cannot be written.
        WeightsInvalid: these are no weights of this program.
    """
    return _keep(data, replace=False)


def replace_model(name: str, data: bytes) -> OwnModel:
    """Put the same weights with another card (a verdict, a calibration) in the place of an own model.

    An active model stays active with its new digest.

    Raises:
        ModelRefused: it is shipped, or the folder cannot be written.
        WeightsInvalid: there is no such model, or these are no weights of this program.
    """
    before = show_model(name)
    if before.shipped:
        raise ModelRefused(f"The model {name} came with the program and stays as it is.")
    after = _keep(data, replace=True)
    if before.active and before.kind == "recognizer":
        _write_history([*_history(), Activation(name, after.sha256, _now())])
    return show_model(name)


def _keep(data: bytes, replace: bool) -> OwnModel:
    folder = paths.models()
    unfinished = folder / f".{hashlib.sha256(data).hexdigest()[:16]}{weightsfile.SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(unfinished, data)
        name = plain_model_name(_name_within(unfinished))
        if name in weightsfile.shipped() or (not replace and name in weightsfile.own()):
            raise ModelRefused(f"There is already a model {name}; choose another name.")
        unfinished.replace(folder / f"{name}{weightsfile.SUFFIX}")
    except OSError as error:
        raise ModelRefused(f"The model cannot be kept in {folder}: {error.strerror or error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return show_model(name)


def plain_model_name(name: str) -> str:
    """A name that can be a file's; raises :class:`forensic_lpr.errors.ModelRefused`."""
    if not _NAME.fullmatch(name):
        raise ModelRefused(
            f"{name!r} is not a name for a model; use up to 64 letters, digits, dots, dashes and underscores."
        )
    return name


def import_model(path: Path) -> OwnModel:
    """Take in a weights file from elsewhere; where its card lies beside it, the digests must agree.

    Raises:
        ModelRefused: the digest is not the one told beside it, or the name is taken.
        WeightsInvalid: the file is no weights file of this program, or is damaged.
    """
    try:
        if path.stat().st_size > weightsfile.MAX_BYTES:
            raise WeightsInvalid(f"The weights {path.name} are larger than {weightsfile.MAX_BYTES >> 20} MB.")
        data = path.read_bytes()
    except OSError as error:
        raise WeightsInvalid(f"The weights {path.name} cannot be read: {error.strerror or error}.") from error
    told = _told_digest(_card_beside(path))
    if told is not None and told != hashlib.sha256(data).hexdigest():
        raise ModelRefused(f"{path.name} is not the file that its card beside it was written for.")
    return _keep(data, replace=False)


def export_model(name: str, path: Path) -> OwnModel:
    """Write a model to a file, and its card with the file's digest beside it (``FILE.card.json``).

    Raises:
        WeightsInvalid: there is no such model.
        ModelRefused: the file exists, has another ending, or cannot be written.
    """
    model = show_model(name)
    if path.suffix != weightsfile.SUFFIX:
        raise ModelRefused(f"A weights file must end in {weightsfile.SUFFIX}, not {path.name!r}.")
    try:
        if path.exists():
            raise ModelRefused(f"{path} exists already; nothing is written over it.")
        _write(path, model.path.read_bytes())
        told = {"file": path.name, "sha256": model.sha256, "card": asdict(model.card)}
        _write(
            _card_beside(path),
            (json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode(),
        )
    except OSError as error:
        raise ModelRefused(f"{path} cannot be written: {error.strerror or error}.") from error
    return model


def remove_model(name: str) -> None:
    """Delete an own model that is not active.

    Raises:
        WeightsInvalid: there is no such model.
        ModelRefused: it is shipped or active, or cannot be deleted.
    """
    model = show_model(name)
    if model.shipped or model.active:
        why = "came with the program" if model.shipped else "is active"
        raise ModelRefused(f"The model {name} {why} and stays.")
    try:
        model.path.unlink()
    except OSError as error:
        raise ModelRefused(f"The model {name} cannot be deleted: {error.strerror or error}.") from error


def lineage(name: str) -> tuple[tuple[str, str], ...]:
    """The weights that a model came from, the nearest first: (name, digest); the name is empty where it is not here.

    Raises:
        WeightsInvalid: there is no such model.
    """
    here = {model.sha256: model.name for model in list_models()}
    return tuple((here.get(digest, ""), digest) for digest in show_model(name).card.parents)


def active_model() -> Activation | None:
    """The latest choice, ``None`` while the shipped weights are used.

    Raises:
        ModelRefused: the list of choices is damaged.
    """
    history = _history()
    return history[-1] if history else None


def active_weights() -> str:
    """Name of the weights that readings use unless told otherwise.

    Raises:
        ModelRefused: the active model is gone or is no longer what was activated.
    """
    chosen = active_model()
    if chosen is None:
        return DEFAULT_WEIGHTS
    try:
        there = show_model(chosen.name).sha256
    except WeightsInvalid as error:
        raise ModelRefused(
            f"The active model {chosen.name} is gone; deactivate it or bring it back."
        ) from error
    if there != chosen.sha256:
        raise ModelRefused(
            f"The active model {chosen.name} is no longer the file that was activated; deactivate it or activate it "
            "anew."
        )
    return chosen.name


def activate(name: str, anyway: bool = False) -> Activation:
    """Let readings use a model unless told otherwise.

    Args:
        name: The model.
        anyway: Also one that is not shown to be better than what it came from.

    Raises:
        WeightsInvalid: there is no such model.
        ModelRefused: it is a DGM, or was not shown to be better and ``anyway`` is not given.
    """
    model = show_model(name)
    if isinstance(model.card, DgmCard):
        raise ModelRefused(f"The model {name} is a DGM; it makes training pictures and reads nothing.")
    gate = model.card.gate
    if not anyway and not model.shipped and (gate is None or gate.judgement != "better"):
        said = "was not judged on held pictures" if gate is None else f"is {gate.judgement}"
        raise ModelRefused(
            f"The model {name} {said}, so it is not activated; it can be in spite of that, if you say so."
        )
    load_file(model.path)
    chosen = Activation(name, model.sha256, _now())
    _write_history([*_history(), chosen])
    return chosen


def deactivate() -> Activation | None:
    """Take the last choice back; the one before it, ``None`` for the shipped weights.

    Raises:
        ModelRefused: there is nothing to take back, or the list of choices is damaged.
    """
    history = _history()
    if not history:
        raise ModelRefused("No own model is active.")
    last = history[-1].name
    while history and history[-1].name == last:
        history.pop()
    _write_history(history)
    return history[-1] if history else None


def _name_within(path: Path) -> str:
    """The name on the card of a weights file, which must load whole."""
    try:
        return load_file(path).card.name
    except WeightsInvalid as error:
        try:
            return load_dgm(str(path)).card.name
        except WeightsInvalid:
            raise error from None


def _card_beside(path: Path) -> Path:
    return path.with_suffix(".card.json")


def _told_digest(path: Path) -> str | None:
    try:
        if not path.exists():
            return None
        if path.stat().st_size > 64 * _MOST_BYTES:
            raise ModelRefused(f"{path.name} is far too large for a card.")
        return str(json.loads(path.read_text(encoding="utf-8"))["sha256"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelRefused(
            f"The card {path.name} is damaged; take it away or bring the right one."
        ) from error


def _history() -> list[Activation]:
    path = paths.models() / ACTIVE
    try:
        if not path.exists():
            return []
        if path.stat().st_size > _MOST_BYTES:
            raise ModelRefused(f"The list of active models {path} is far too large.")
        return list(restored(path.read_text(encoding="utf-8"), _Choices).choices)
    except (OSError, ValueError) as error:
        raise ModelRefused(
            f"The list of active models {path} is damaged; delete it to read with the shipped weights."
        ) from error


def _write_history(history: list[Activation]) -> None:
    path = paths.models() / ACTIVE
    data = canonical(_Choices(tuple(history[-_HISTORY:]))) + "\n"
    unfinished = path.with_name(ACTIVE + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(unfinished, data.encode())
        unfinished.replace(path)
    except OSError as error:
        raise ModelRefused(f"The choice cannot be written to {path}: {error.strerror or error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
