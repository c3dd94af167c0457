"""Weights that describe themselves: a safetensors file whose metadata is the model card.

No code is in such a file, a damaged one is rejected, and saving the same weights twice gives the same bytes.
"""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import cattrs
import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor, nn

from forensic_lpr import paths
from forensic_lpr.errors import WeightsInvalid

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MAX_BYTES = 1 << 30
_MAX_HEADER = 1 << 24
SUFFIX = ".safetensors"
_KEY = "forensic-lpr"

C = TypeVar("C")


@dataclass(frozen=True)
class WeightsFile(Generic[C]):
    """A weights file as it was read.

    Attributes:
        name: The file's name, for messages.
        card: The model card.
        state: The numbers, float32, by name.
        sha256: Digest of the file.
    """

    name: str
    card: C
    state: dict[str, Tensor]
    sha256: str


def to_bytes(card: "DataclassInstance", state: dict[str, Tensor]) -> bytes:
    """The file for these weights in half precision; same weights, same bytes."""
    halves = {
        name: (tensor.half() if tensor.is_floating_point() else tensor).cpu().contiguous()
        for name, tensor in sorted(state.items())
    }
    return save(halves, metadata={_KEY: json.dumps(asdict(card), ensure_ascii=False, sort_keys=True)})


def read_card(path: Path, kind: type[C]) -> tuple[C, str]:
    """Card of a kind and digest of a weights file, without its numbers.

    Raises:
        WeightsInvalid: the file is missing, too large, damaged, or its card is of another kind.
    """
    data = _bytes(path)
    return _card(path.name, data, kind), sha256(data).hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WeightsInvalid(f"The weights {path.name} are larger than {MAX_BYTES >> 20} MB.")
        return path.read_bytes()
    except OSError as error:
        raise WeightsInvalid(f"The weights {path.name} cannot be read: {error.strerror}.") from error


def _card(name: str, data: bytes, kind: type[C]) -> C:
    try:
        # Eight bytes of header length, then the header as JSON.
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
        return cattrs.Converter(forbid_extra_keys=True).structure(
            json.loads(header["__metadata__"][_KEY]), kind
        )
    except (KeyError, TypeError, ValueError, AttributeError, cattrs.BaseValidationError) as error:
        raise WeightsInvalid(f"The file {name} is damaged or no weights of this program.") from error


def read(path: Path, kind: type[C]) -> WeightsFile[C]:
    """Read a weights file with a card of a kind.

    Raises:
        WeightsInvalid: the file is missing, too large, damaged, or its card is of another kind.
    """
    data = _bytes(path)
    card = _card(path.name, data, kind)
    try:
        state = load(data)
    except (SafetensorError, ValueError) as error:
        raise WeightsInvalid(f"The weights {path.name} are damaged.") from error
    whole = {k: v.float() if v.is_floating_point() else v for k, v in state.items()}
    return WeightsFile(path.name, card, whole, sha256(data).hexdigest())


def fill(network: nn.Module, weights: WeightsFile[C], title: str) -> None:
    """Put weights into a network that the examiner knows as ``title``.

    Raises:
        WeightsInvalid: they do not fit, or hold values that are not numbers.
    """
    try:
        network.load_state_dict(weights.state)
    except RuntimeError as error:
        raise WeightsInvalid(f"The weights {weights.name} do not fit the network {title}.") from error
    if not all(bool(torch.isfinite(t).all()) for t in network.state_dict().values()):
        raise WeightsInvalid(f"The weights {weights.name} hold values that are not numbers.")


def shipped() -> dict[str, str]:
    """Names of the shipped weights, sorted, with the network that each is for; damaged files are left out."""
    return _named(paths.weights())


def own() -> dict[str, str]:
    """The same for the examiner's own weights; a name that is shipped too stays that of the shipped ones."""
    taken = shipped()
    return {name: network for name, network in _named(paths.models()).items() if name not in taken}


def _named(folder: Path) -> dict[str, str]:
    found = {}
    for path in sorted(folder.glob("*" + SUFFIX)):
        try:
            with path.open("rb") as file:
                header = json.loads(file.read(min(int.from_bytes(file.read(8), "little"), _MAX_HEADER)))
            found[path.stem] = str(json.loads(header["__metadata__"][_KEY])["network"])
        except (OSError, KeyError, TypeError, ValueError):
            continue
    return found


def find(name: str, networks: Collection[str]) -> Path:
    """File of shipped or own weights for one of some networks by name, or of any weights by path.

    Raises:
        WeightsInvalid: there is no such file.
    """
    for folder, known in ((paths.weights(), shipped()), (paths.models(), own())):
        if known.get(name) in networks:
            return folder / f"{name}{SUFFIX}"
    path = Path(name)
    if path.suffix == SUFFIX and path.is_file():
        return path
    names = ", ".join(n for n, network in {**own(), **shipped()}.items() if network in networks) or "none"
    raise WeightsInvalid(f"There are no weights {name!r}; known are {names}.")
