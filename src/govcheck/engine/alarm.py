"""Two ways to be called after a while in the middle of whatever the main thread does.

The handler of a signal runs in the main thread, between two of its steps, and wakes it where it
sleeps. So whoever is called can raise there, and knows that nothing else goes on meanwhile.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Protocol

_Handler = Callable[[int, FrameType | None], object] | int | None


class Alarm(Protocol):
    """Rings so many seconds after it is set, and again each time that as many have gone by."""

    def set(self) -> None:
        """From now on."""

    def clear(self) -> None:
        """Ring no more."""

    def close(self) -> None:
        """Leave the process as it was before there was this alarm."""


def new_alarm(ring: Callable[[], None], seconds: float) -> Alarm | None:
    """The best alarm of this system; None beside the main thread, which alone hears signals."""
    if threading.current_thread() is not threading.main_thread():
        return None
    kind = TimerAlarm if hasattr(signal, "setitimer") else WatchAlarm
    return kind(ring, seconds)


class TimerAlarm:
    """The timer of the system, on Linux and macOS. Even a search within a text hears it."""

    def __init__(self, ring: Callable[[], None], seconds: float) -> None:
        self._seconds = seconds
        self._before: _Handler = signal.signal(signal.SIGALRM, lambda *_: ring())

    def set(self) -> None:
        """From now on."""
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._seconds)

    def clear(self) -> None:
        """Ring no more."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    def close(self) -> None:
        """Leave the process as it was. A signal under way is heard before the handler changes."""
        self.clear()
        signal.signal(signal.SIGALRM, self._before or signal.SIG_DFL)


class WatchAlarm:
    """A thread that watches the clock and interrupts as Ctrl+C does, for Windows."""

    def __init__(self, ring: Callable[[], None], seconds: float) -> None:
        self._ring = ring
        self._seconds = seconds
        self._due: float | None = None
        self._rings = False
        self._closed = threading.Event()
        self._before: _Handler = signal.signal(signal.SIGINT, self._interrupted)
        self._watch = threading.Thread(target=self._watch_the_clock, daemon=True)
        self._watch.start()

    def set(self) -> None:
        """From now on."""
        self._due = monotonic() + self._seconds

    def clear(self) -> None:
        """Ring no more."""
        self._due = None

    def close(self) -> None:
        """Leave the process as it was. A signal under way is heard before the handler changes."""
        self._closed.set()
        self._watch.join()
        signal.signal(signal.SIGINT, self._before or signal.SIG_DFL)

    def _watch_the_clock(self) -> None:
        wait = self._seconds
        while not self._closed.wait(wait):
            wait = self._look()

    def _look(self) -> float:
        """Ring if it is time. For how long nothing can happen then."""
        due = self._due
        left = self._seconds if due is None else due - monotonic()
        if left > 0:
            return left
        self._rings = True
        signal.raise_signal(signal.SIGINT)
        return self._seconds

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        """In the main thread: ring, or pass on what a person pressed."""
        if self._rings:
            self._rings = False
            self._ring()
        elif callable(self._before):
            self._before(number, frame)
