"""Pause, resume and stop a training from another thread.

Public here: :class:`TrainingControl`. Nothing here needs torch.
"""

import threading
import time

from forensic_lpr.errors import Cancelled

_LOOK_S = 0.2


class TrainingControl:
    """A switch that a training asks after every step; made and used by whoever watches it.

    Nothing is ever terminated: a stopped training saves its state and can go on another day.
    """

    def __init__(self) -> None:
        self._going = threading.Event()
        self._going.set()
        self._stopped = threading.Event()

    def pause(self) -> None:
        """Let the training wait after its current step; what it knows stays in memory."""
        self._going.clear()

    def resume(self) -> None:
        """Let it go on."""
        self._going.set()

    def stop(self) -> None:
        """End it after its current step; its state is saved."""
        self._stopped.set()

    @property
    def paused(self) -> bool:
        """Whether it waits."""
        return not self._going.is_set()

    @property
    def stopped(self) -> bool:
        """Whether it was told to end."""
        return self._stopped.is_set()

    def check(self) -> float:
        """Wait while paused; the seconds waited.

        Raises:
            Cancelled: it was told to stop.
        """
        started = time.monotonic()
        while not self._stopped.is_set():
            if self._going.wait(_LOOK_S):
                return time.monotonic() - started
        raise Cancelled
