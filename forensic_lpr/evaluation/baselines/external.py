"""Readers of others, run as commands: they get a picture of plate and surroundings and print what they read."""

import re
import shlex
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from forensic_lpr.errors import ReaderFailed
from forensic_lpr.imaging.png import to_png
from forensic_lpr.synthesis.readersets import BoxedPlate

PLACE = "{image}"
"""Where the picture's path goes in a command."""
SECONDS = 60
"""A reader that takes longer for one picture has failed."""
_TEXT = re.compile(r"[A-Z0-9]{4,9}")
OPENALPR = "OpenALPR=alpr -c br -n 1 {image}"


@dataclass(frozen=True)
class ExternalReader:
    """A command that reads a picture.

    Attributes:
        name: As it stands in tables.
        command: Its words; one of them holds :data:`PLACE`.
    """

    name: str
    command: tuple[str, ...]

    def read(self, plate: BoxedPlate) -> str:
        """What the command prints for a plate, see :func:`text_in`.

        Raises:
            ReaderFailed: it is not there, fails, or takes too long.
        """
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "plate.png"
            path.write_bytes(to_png(np.repeat(plate.picture[..., None], 3, axis=2)))
            words = [word.replace(PLACE, str(path)) for word in self.command]
            try:
                done = subprocess.run(words, capture_output=True, timeout=SECONDS, check=False)
            except subprocess.TimeoutExpired as error:
                raise ReaderFailed(f"{self.name} took more than {SECONDS} s for one picture.") from error
            except OSError as error:
                raise ReaderFailed(f"{self.name} cannot be started: {error.strerror or error}.") from error
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            why = f": {said[-1][:120]}" if said else ""
            raise ReaderFailed(f"{self.name} ended with exit code {done.returncode}{why}.")
        return text_in(done.stdout.decode(errors="replace"))


def parse_reader(text: str) -> ExternalReader:
    """A reader from ``name=command {image}``.

    Raises:
        ReaderFailed: it is not so written.
    """
    name, _, command = text.partition("=")
    try:
        words = tuple(shlex.split(command))
    except ValueError:
        words = ()
    if not name.strip() or not any(PLACE in word for word in words):
        raise ReaderFailed(f'{text!r} is not a reader; write "name=command {PLACE}".')
    return ExternalReader(name.strip(), words)


def installed() -> tuple[ExternalReader, ...]:
    """Readers known here that this machine has: OpenALPR."""
    known = (parse_reader(OPENALPR),)
    return tuple(reader for reader in known if shutil.which(reader.command[0]))


def text_in(printed: str) -> str:
    """The plate text in what a reader printed: the first word of 4 to 9 letters and digits with a digit among them.

    Hyphens and dots within a word do not count.
    """
    for word in printed.upper().split():
        plain = word.replace("-", "").replace("·", "") if word[:1].isalnum() else word
        if _TEXT.fullmatch(plain) and any(c.isdigit() for c in plain):
            return plain
    return ""
