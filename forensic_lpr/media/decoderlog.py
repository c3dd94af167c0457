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


@dataclass
class DecoderLog:
    """Lines said by the decoder, those that differ only in numbers counted as one kind."""

    _kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    _examples: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, name: str, text: str) -> None:
        """Count one line of a decoder or demuxer."""
        line = " ".join(text.split())
        kind = (name, _NUMBERS.sub("#", line))
        self._examples.setdefault(kind, line)
        self._kinds[kind] += 1

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of line, in the order of their first appearance."""
        told = []
        for kind, line in list(self._examples.items())[:_MOST_KINDS]:
            count = self._kinds[kind]
            more = f" ({count} times alike)" if count > 1 else ""
            told.append(f"The decoder ({kind[0] or 'libav'}) reported: {line.rstrip('.')}{more}.")
        rest = len(self._examples) - _MOST_KINDS
        if rest > 0:
            told.append(f"The decoder reported {rest} further kinds of lines.")
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
