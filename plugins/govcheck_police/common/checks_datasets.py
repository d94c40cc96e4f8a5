"""Data sets of any framework: they can be counted, are as declared, and are of a known time."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Aspect,
    DataRegister,
    DataState,
    Figure,
    Finding,
    Framework,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Scope,
    Severity,
    Violation,
    check,
    in_words,
    months_later,
    parse_period,
)
from govcheck_police.groups import listed


def _at(state: DataState) -> str:
    return f"/datasets/{state.key}"


def _none_given(data: DataRegister) -> Iterator[Finding]:
    """Of a table that is not given nothing is known; where none is counted, none is needed."""
    if not data.asked:
        yield NotApplicable("no check of the recommendation counts a data set")
    elif not len(data):
        yield Open("/datasets", f"no data set is given of those that are counted: {_of(data)}")


def _of(data: DataRegister) -> str:
    return ", ".join(sorted(data.asked))


@check(
    "COM-018",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def data_sets_can_be_counted(data: DataRegister) -> Iterator[Finding]:
    """Every data set that the file gives for the recommendation can be read and counted.

    Why: a table that cannot be read supports nothing, whatever it is called.

    Close the gap: do what the message says; `govcheck measure FILE DATASET --count` tries it out.
    """
    yield from _none_given(data)
    for state in data:
        if state.failure:
            yield Gap(f"{state.source} cannot be counted: {state.failure}", at=_at(state))


@check(
    "COM-019",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def data_sets_are_as_declared(data: DataRegister) -> Iterator[Finding]:
    """Every data set has the columns, labels, days and numbers that its checks rely on.

    Why: a row with a blank, an unknown label or days in the wrong order cannot be counted as what
    it is. Such rows are counted, never shown; for files the first lines are named. What is wrong in
    a column that may be blank is only remarked upon: blanking it must not pay.

    Close the gap: correct the rows at their source, or explain your own labels under `values`.
    """
    yield from _none_given(data)
    for state in data:
        if state.failure:
            yield Open(_at(state), f"{state.source} could not be held against its contract")
        for item in state.violations:
            yield _told(item, state)


def _told(item: Violation, state: DataState) -> Finding:
    """A gap; a remark where leaving the cells blank would make it go away, so gains nothing."""
    where = f" ({listed_lines(item.lines)})" if item.lines else ""
    message = f"{state.source}: {item.message}{where}"
    about = f"rows: {item.column} {item.kind}"
    rows = Figure(about, str(item.rows), "none", state.source, state.period)
    kind = Observation if item.optional else Gap
    return kind(message, at=_at(state), figure=rows)


def listed_lines(lines: tuple[str, ...]) -> str:
    """`first in line 12`, or `first in lines 12, 14 and 20`."""
    if len(lines) == 1:
        return f"first in line {lines[0]}" if lines[0][:1].isdigit() else f"first in {lines[0]}"
    word = "lines " if lines[0][:1].isdigit() else ""
    return f"first in {word}{listed(list(lines))}"


@check(
    "COM-020",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MINOR,
    aspect=Aspect.SUPPORT,
)
def data_sets_are_of_a_known_time(
    data: DataRegister, framework: Framework, as_of: date
) -> Iterator[Finding]:
    """Every data set says which period its rows describe and when they were taken, in time.

    Why: last year's leavers say nothing about this year's interviews, and rows that were taken
    before the period was over lack the rest of it. How long data are fresh is the framework's own
    limit (evidence_fresh_for_months); where it sets none, only the days are asked for.

    Close the gap: write `about` and `collected` beside the path, and take a new extract where it is
    too old.
    """
    yield from _none_given(data)
    months = framework.evidence_fresh_for_months
    for state in data:
        yield from _of_its_period(state, as_of, months)
        yield from _when_taken(state, as_of)


def _of_its_period(state: DataState, as_of: date, months: int | None) -> Iterator[Finding]:
    at = f"{_at(state)}/about"
    if not state.period:
        yield Open(at, f"which period {state.source} is about")
        return
    period = parse_period(state.period)
    if period.first > as_of:
        told = f"{state.source} is about a time after the day of judgement ({in_words(as_of)})"
        yield Gap(told, at=at)
    elif months is not None and as_of > months_later(period.last, months):
        yield Gap(
            f"{state.source} is about {state.period}; it was fresh for {months} months,"
            f" until {in_words(months_later(period.last, months))}",
            at=at,
        )


def _when_taken(state: DataState, as_of: date) -> Iterator[Finding]:
    at, day = f"{_at(state)}/collected", state.collected
    if day is None:
        yield Open(at, f"when {state.source} was taken")
    elif day > as_of:
        yield Gap(
            f"{state.source} was taken on {in_words(day)}, which is after the day of judgement"
            f" ({in_words(as_of)})",
            at=at,
        )
    elif state.period and day < min(parse_period(state.period).last, as_of):
        yield Observation(
            f"{state.source} was taken on {in_words(day)}, before the period that it is about"
            f" ({state.period}) was over: what came later is not in it",
            at=at,
        )
