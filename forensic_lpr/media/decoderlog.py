"""What the decoder library says while it works, gathered where it would otherwise be lost or printed.

Damage is often told nowhere else: a decoder that conceals a broken picture returns it without an error.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import av.logging

# The scaler's remarks are about formats, never about the evidence.
_NOT_EVIDENCE = frozenset({"swscaler"})
# Nor is the remark that a raw stream, having no container, was known by its pictures alone.
_NOT_DAMAGE = "misdetection possible"
_NUMBERS = re.compile(r"(0x[0-9a-f]+|-?\d+)", re.IGNORECASE)
_MOST_KINDS = 20


@dataclass(frozen=True)
class Position:
    """Where in a pass something happened: the packet's time stamp, if it has one, and the frames before it."""

    stamp: int | None
    frames: int


@dataclass
class DecoderLog:
    """Lines said by the decoder, those that differ only in numbers counted as one kind.

    Attributes:
        at: Where the pass is that the next lines belong to, ``None`` outside a pass.
    """

    at: Position | None = None
    _kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    _examples: dict[tuple[str, str], str] = field(default_factory=dict)
    _places: dict[tuple[str, str], set[Position]] = field(default_factory=dict)

    def add(self, name: str, text: str) -> None:
        """Count one line of a decoder or demuxer."""
        # A file may make the library quote it; nothing unseen may reach a terminal or a report from there.
        line = "".join(c if c.isprintable() else "?" for c in " ".join(text.split()))
        kind = (name, _NUMBERS.sub("#", line))
        self._examples.setdefault(kind, line)
        self._kinds[kind] += 1
        places = self._places.setdefault(kind, set())
        if self.at is not None:
            places.add(self.at)

    def told(self) -> tuple[tuple[str, frozenset[Position]], ...]:
        """One sentence for each kind of line with its places, in the order of their first appearance."""
        told = []
        kinds = list(self._examples.items())
        for kind, line in kinds[:_MOST_KINDS]:
            count = self._kinds[kind]
            more = f" ({count} times alike)" if count > 1 else ""
            sentence = f"The decoder ({kind[0] or 'libav'}) reported: {line.rstrip('.')}{more}."
            told.append((sentence, frozenset(self._places[kind])))
        rest = [self._places[kind] for kind, _ in kinds[_MOST_KINDS:]]
        if rest:
            told.append(
                (f"The decoder reported {len(rest)} further kinds of lines.", frozenset(set().union(*rest)))
            )
        return tuple(told)


@contextmanager
def listening(log: DecoderLog) -> Iterator[None]:
    """Gather the decoder's warnings and errors of this thread into ``log``.

    Every call into the decoder library is made under this, so that none of its lines reaches the terminal.
    """
    if av.logging.get_level() != av.logging.WARNING:
        # The level belongs to the whole process, but this package is the library's only user. Repeats must
        # not be folded by the library: it does so across clips and threads, and lines would be missing.
        av.logging.set_level(av.logging.WARNING)
        av.logging.set_skip_repeated(False)
        logging.getLogger("libav").addHandler(logging.NullHandler())
    with av.logging.Capture(local=True) as lines:
        try:
            yield
        finally:
            for _, name, text in lines:
                if name not in _NOT_EVIDENCE and _NOT_DAMAGE not in text and text.strip():
                    log.add(name, text)
