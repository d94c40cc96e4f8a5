"""How long one check may take: one that does not come to an end is stopped, and the run goes on."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Self, TypeVar

from govcheck.engine.alarm import Alarm, new_alarm

T = TypeVar("T")

CHECK_SECONDS = 10.0
"""How long a check may take where nothing else is said."""


class OutOfTime(BaseException):
    """A check took longer than it may. Not an Exception, so that few checks catch it."""

    def __init__(self, seconds: float) -> None:
        unit = "second" if seconds == 1 else "seconds"
        super().__init__(f"the check ran out of time: it took longer than {seconds:g} {unit}")


class TimeLimit:
    """Gives each call so many seconds. Entered once, around all the calls of a run.

    Only the main thread can be stopped; entered in another one, it lets calls take their time.
    """

    def __init__(self, seconds: float = CHECK_SECONDS) -> None:
        self._seconds = seconds
        self._deadline: float | None = None
        """When the call that is running has to be done; None while none is."""
        self._overran = False
        self._alarm: Alarm | None = None

    def __enter__(self) -> Self:
        self._alarm = new_alarm(self._stop_what_is_late, self._seconds)
        return self

    def __exit__(self, *_: object) -> None:
        if self._alarm:
            self._alarm.close()

    def call(self, work: Callable[[], T]) -> T:
        """What the work returns. Raises OutOfTime if it took too long, even if it went on then."""
        if self._alarm is None:
            return work()
        self._overran = False
        self._alarm.set()
        try:
            done = self._timed(work)
        except OutOfTime:
            # It can strike after the last step of the work and before the time is stopped.
            self._deadline = None
            raise
        finally:
            self._alarm.clear()
        if self._overran:
            raise OutOfTime(self._seconds)
        return done

    def _timed(self, work: Callable[[], T]) -> T:
        self._deadline = monotonic() + self._seconds
        try:
            return work()
        finally:
            self._deadline = None

    def _stop_what_is_late(self) -> None:
        """Called by the alarm, which may come late: after the call, or in the next one."""
        if self._deadline is not None and monotonic() >= self._deadline:
            self._overran = True
            raise OutOfTime(self._seconds)
