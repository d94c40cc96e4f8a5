"""A check that does not come to an end is an error, and nothing else is disturbed by the limit."""

import signal
import threading
from collections.abc import Callable
from time import monotonic

import pytest
from tests.engine.garden import Judge, one_check, results_of, told

from govcheck.engine.alarm import TimerAlarm, WatchAlarm
from govcheck.engine.time_limit import OutOfTime, TimeLimit
from govcheck.model.vocabulary import Status

SHORT = 0.05
AMPLE = 3600.0
TOO_LONG = ["the check ran out of time: it took longer than 0.05 seconds"]
HAS_TIMER = hasattr(signal, "setitimer")
"""Not on Windows."""
Alarm = TimerAlarm | WatchAlarm
ALARMS = pytest.mark.parametrize("alarm", [TimerAlarm, WatchAlarm][not HAS_TIMER :])
SOUND = one_check("", "yield from ()", id_="SHED-002")

ENDLESS = {
    "turns for ever": "while True:\n    pass\nyield Gap('never')",
    "turns for ever before it returns": "while True:\n    pass",
    "turns for ever after a gap": "yield Gap('no review')\nwhile True:\n    pass",
    "sleeps": "import time\ntime.sleep(3600)\nyield Gap('never')",
    "waits for a lock": "import threading\nthreading.Event().wait()\nyield Gap('never')",
    "takes every mistake for a small one": (
        "try:\n    while True:\n        pass\nexcept Exception:\n    yield Gap('never')"
    ),
    "goes on when it is interrupted": (
        "try:\n    while True:\n        pass\nexcept BaseException:\n    yield Gap('never')"
    ),
    "goes on again and again": (
        "for _ in range(3):\n    try:\n        while True:\n            pass\n"
        "    except BaseException:\n        yield Gap('never')"
    ),
    "does not end when it is closed": (
        "try:\n    yield 'no finding'\nfinally:\n    while True:\n        pass"
    ),
    "cannot say what went wrong": (
        "class Odd(Exception):\n    def __str__(self):\n        while True:\n            pass\n"
        "raise Odd\nyield Gap('never')"
    ),
}
if HAS_TIMER:
    ENDLESS["searches for ever"] = "import re\nre.match('(a+)+b', 'a' * 64)\nyield Gap('never')"


@pytest.mark.parametrize("body", ENDLESS.values(), ids=list(ENDLESS))
def test_a_check_that_never_ends_runs_out_of_time_and_the_run_goes_on(
    judge: Judge, body: str
) -> None:
    with TimeLimit(SHORT) as limit:
        endless, sound = results_of(judge(one_check("", body) + SOUND, limit=limit)).values()
    assert (endless.status, told(endless)) == (Status.ERROR, TOO_LONG)
    assert sound.status is Status.MET


def test_a_check_that_ends_in_time_is_judged_as_without_a_limit(judge: Judge) -> None:
    checks = one_check("", "yield Gap('no review')") + SOUND
    with TimeLimit(AMPLE) as limit:
        assert judge(checks, limit=limit) == judge(checks)


@ALARMS
def test_an_alarm_that_comes_late_disturbs_nobody(alarm: Callable[..., Alarm]) -> None:
    limit = TimeLimit(AMPLE)
    limit._alarm = alarm(limit._stop_what_is_late, SHORT)
    try:
        assert limit.call(_rest) == "rested"
        limit._alarm.set()
        assert _rest() == "rested"
    finally:
        limit._alarm.close()


@ALARMS
def test_a_call_has_the_whole_time_whichever_alarm_there_is(alarm: Callable[..., Alarm]) -> None:
    limit = TimeLimit(SHORT)
    limit._alarm = alarm(limit._stop_what_is_late, SHORT)
    try:
        for _ in range(2):
            with pytest.raises(OutOfTime):
                limit.call(_turn_for_ever)
        _rest()
        assert limit.call(lambda: "done") == "done"
    finally:
        limit._alarm.close()


@ALARMS
def test_afterwards_everything_is_as_it_was(alarm: Callable[..., Alarm]) -> None:
    before, threads = _handlers(), threading.active_count()
    made = alarm(_turn_for_ever, AMPLE)
    assert _handlers() != before
    made.close()
    assert (_handlers(), threading.active_count()) == (before, threads)


@pytest.mark.skipif(not HAS_TIMER, reason="the timer of the system is looked at")
def test_what_a_check_raises_leaves_no_alarm_behind() -> None:
    before = _handlers()
    with pytest.raises(ZeroDivisionError), TimeLimit(SHORT) as limit:
        limit.call(lambda: 1 // 0)
    assert _handlers() == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_where_the_system_has_no_timer_a_thread_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    with TimeLimit(SHORT) as limit:
        assert isinstance(limit._alarm, WatchAlarm)
        with pytest.raises(OutOfTime):
            limit.call(_turn_for_ever)


@ALARMS
def test_the_key_that_stops_the_run_still_stops_it(alarm: Callable[..., Alarm]) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    made = alarm(_turn_for_ever, AMPLE)
    try:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    finally:
        made.close()
        signal.signal(signal.SIGINT, before)


def test_where_that_key_is_switched_off_it_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    made = WatchAlarm(_turn_for_ever, AMPLE)
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        made.close()
        assert signal.signal(signal.SIGINT, before) is signal.SIG_IGN


def test_beside_the_main_thread_nothing_can_be_stopped_and_checks_still_run() -> None:
    done: list[str] = []

    def elsewhere() -> None:
        with TimeLimit(SHORT) as limit:
            done.append(limit.call(lambda: "done"))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert done == ["done"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(1.0, "1 second"), (10.0, "10 seconds"), (0.5, "0.5 seconds")]
)
def test_the_limit_is_told_in_words(seconds: float, words: str) -> None:
    assert str(OutOfTime(seconds)) == f"the check ran out of time: it took longer than {words}"


def _turn_for_ever() -> None:
    while True:
        pass


def _rest() -> str:
    """Let several alarms go by."""
    end = monotonic() + 4 * SHORT
    while monotonic() < end:
        pass
    return "rested"


def _handlers() -> tuple[object, object]:
    return signal.getsignal(signal.SIGINT), signal.getsignal(
        getattr(signal, "SIGALRM", signal.SIGINT)
    )
