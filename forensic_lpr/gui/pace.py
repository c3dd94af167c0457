"""How long work still takes, from how fast it went so far. Free of Qt."""

from collections.abc import Callable

_LEAST_SECONDS = 0.5


class Pace:
    """Time left of the stretch of work that is told; another stretch starts anew.

    Args:
        clock: Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._stretch = ""
        self._began = 0.0
        self._first = 0

    def left(self, done: int, total: int | None, stretch: str) -> float | None:
        """Seconds left, ``None`` while that cannot be told yet."""
        now = self._clock()
        if stretch != self._stretch or done < self._first:
            self._stretch, self._began, self._first = stretch, now, done
        gone = now - self._began
        if total is None or done <= self._first or gone < _LEAST_SECONDS:
            return None
        return gone / (done - self._first) * (total - done)
