"""Digesting decoded pictures beside the decoder: conversion and hashing cost more than decoding does."""

import os
import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

import av

from forensic_lpr.media.hashing import digest_pixels
from forensic_lpr.media.pictures import Converter

_MOST_THREADS = 4


class Digester:
    """Digests of pictures in the order given; a context manager that ends with all its threads joined."""

    def __init__(self, name: str) -> None:
        """Take the clip's file name, for messages."""
        self._name = name
        threads = max(1, min(_MOST_THREADS, (os.cpu_count() or 2) - 1))  # one core stays with the window
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="frame-digest")
        self._most_waiting = 3 * threads
        self._own = threading.local()
        self._waiting: deque[Future[str]] = deque()
        self._done: list[str] = []

    def put(self, picture: av.VideoFrame) -> None:
        """Take one picture; waits when too many are pending, so that memory stays bounded."""
        self._waiting.append(self._pool.submit(self._digest, picture))
        while len(self._waiting) > self._most_waiting:
            self._done.append(self._waiting.popleft().result())

    def digests(self) -> list[str]:
        """Digests of all pictures so far, hexadecimal; waits for those pending."""
        while self._waiting:
            self._done.append(self._waiting.popleft().result())
        return self._done

    def _digest(self, picture: av.VideoFrame) -> str:
        if not hasattr(self._own, "converter"):
            self._own.converter = Converter(self._name)
        converter: Converter = self._own.converter
        return digest_pixels(converter.rgb(picture))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
