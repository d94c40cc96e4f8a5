"""Recommendation 2, measured: whether the stated numbers are those of the leavers table."""

from collections.abc import Iterator

from govcheck.plugin import (
    Amount,
    ByMonth,
    Finding,
    Gap,
    Observation,
    Open,
    Recommendation,
    RowCount,
    Severity,
    Total,
    check,
)
from govcheck_police.agreement import ANY, Span, Stated, agrees, months_of, span
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed
from govcheck_police.retention.dataset_leavers import MOVED_WITHIN, TRANSFER, Leavers
from govcheck_police.retention.groups_left import groups_left
from govcheck_police.retention.section import ExitInterviews, Retention
from govcheck_police.retention.stated_exits import Told, not_comparable, stated

EXIT_INTERVIEWS = f"{GETTING_A_GRIP}:2.exit-interviews"
ALL_GROUPS = f"{GETTING_A_GRIP}:2.all-groups"
LEFT_POLICING = tuple(
    value for value in Leavers.reason.values if value not in (TRANSFER, MOVED_WITHIN)
)
LEFT_THE_FORCE = (*LEFT_POLICING, TRANSFER)
MONTH = ByMonth(Leavers.left_on)
BY_GROUP = RowCount(by=Leavers.group)
LEFT = RowCount(by=(Leavers.group, Leavers.reason, MONTH))
OFFERED = RowCount(by=(Leavers.group, Leavers.reason, MONTH, Leavers.interview_offered))
HELD = RowCount(by=(Leavers.group, Leavers.reason, MONTH, Leavers.interview_held))
FTE = Total(
    Leavers.fte, where=~Leavers.reason.is_in(TRANSFER, MOVED_WITHIN), by=(Leavers.group, MONTH)
)
_PAID = ~Leavers.group.is_in("special constables", "volunteers")
UNSOUND = (
    RowCount(where=_PAID & Leavers.fte.at_least(1.01)),
    RowCount(where=_PAID & ~Leavers.fte.below(1.01)),
)
"""Paid rows with an fte above 1, and those with none or one above 1."""


@check("RET-026", serves=ALL_GROUPS, severity=Severity.MAJOR, measures=(BY_GROUP,))
def leavers_of_every_group_are_in_the_data(
    leavers: Leavers, retention: Retention | None, recommendation: Recommendation
) -> Iterator[Finding]:
    """The leavers table holds people of every group that the recommendation names.

    Why: an extract of the personnel system often holds officers and staff only; special constables
    and volunteers are kept elsewhere, and nobody looks at why they go. A group need not be there
    where the section states that nobody of it left (0 leavers and 0 transfers).

    Close the gap: add the leavers of the group from the system in which it is kept, or state that
    there were none.
    """
    present = {name for (name,) in leavers[BY_GROUP]}
    missing = [name for name in groups_left(recommendation, retention) if name not in present]
    claimed = [name for name in missing if name in _said_to_be_asked(retention)]
    if claimed:
        yield Gap(
            f"the leavers table holds nobody of the group {listed(claimed)}, although the section"
            " says that exit interviews are offered to them (offered_to)",
            at="/retention/exit_interviews/offered_to",
        )
    silent = [name for name in missing if name not in claimed]
    if silent:
        yield Open(
            "/datasets/leavers",
            f"the leavers table holds nobody of the group {listed(silent)}: did nobody leave, or"
            " are they kept elsewhere?",
        )


def _said_to_be_asked(retention: Retention | None) -> tuple[str, ...]:
    interviews = retention and retention.exit_interviews
    return (interviews and interviews.offered_to) or ()


@check("RET-027", serves=EXIT_INTERVIEWS, severity=Severity.MINOR, measures=(LEFT,))
def stated_leavers_are_those_of_the_data(
    retention: Retention, leavers: Leavers, recommendation: Recommendation
) -> Iterator[Finding]:
    """The stated leavers and transfers are those of the leavers table, and are kept apart.

    Why: whoever reads the numbers takes them for those of the table. People who transfer leave the
    force and not policing; counted among the leavers they are counted twice nationally. Counted are
    rows whose day of leaving lies in the stated period; who only moved within the force is neither.
    Where a blank could decide, the numbers do not agree for sure.

    Close the gap: count leavers and transfers for each group from the table, apart, and correct the
    section or the table.
    """
    interviews = retention.exit_interviews or ExitInterviews()
    months = months_of(interviews.period)
    for told in stated(interviews) if months else ():
        gone = span(leavers[LEFT], told.groups, LEFT_POLICING, months)
        moved = span(leavers[LEFT], told.groups, (TRANSFER,), months)
        yield from _agree(leavers, told, "leavers", gone)
        yield from _agree(leavers, told, "transfers", moved)
        if moved.most and told.counts.leavers == gone.most + moved.most:
            yield Observation(
                f"{told.whose}: the stated number of leavers is that of leavers and transfers"
                " together",
                at=f"{told.at}/leavers",
            )
    yield from not_comparable(interviews, recommendation)


def _agree(leavers: Leavers, told: Told, name: str, found: Span) -> Iterator[Finding]:
    number = getattr(told.counts, name)
    yield from agrees(leavers, Stated(number, f"{name}, {told.whose}", f"{told.at}/{name}"), found)


@check("RET-028", serves=EXIT_INTERVIEWS, severity=Severity.MINOR, measures=(OFFERED, HELD))
def stated_interviews_are_those_of_the_data(
    retention: Retention, leavers: Leavers, recommendation: Recommendation
) -> Iterator[Finding]:
    """The stated numbers of interviews offered and held are those of the leavers table.

    Why: a board that is told how many were asked relies on the number. Counted are the rows of
    leavers and transfers whose day of leaving lies in the stated period. Where a blank could
    decide, the numbers do not agree for sure.

    Close the gap: count the offers and interviews of each group from the table, and correct the
    section or the table.
    """
    interviews = retention.exit_interviews or ExitInterviews()
    months = months_of(interviews.period)
    for told in stated(interviews) if months else ():
        for name, counts in (("offered", leavers[OFFERED]), ("held", leavers[HELD])):
            found = span(counts, told.groups, LEFT_THE_FORCE, months, ("yes",))
            yield from _agree(leavers, told, name, found)
    yield from not_comparable(interviews, recommendation)


@check("RET-029", serves=EXIT_INTERVIEWS, severity=Severity.MINOR, measures=(LEFT, FTE, *UNSOUND))
def leavers_are_counted_in_people(
    retention: Retention, leavers: Leavers, recommendation: Recommendation
) -> Iterator[Finding]:
    """The stated leavers are people, and no row of the table stands for more than one.

    Why: full-time equivalents count somebody on half time as half a person. Numbers of the one kind
    beside numbers of the other give rates that mean nothing. Every leaver who was paid needs an fte
    of 0 to 1 for this to be judged; special constables and volunteers have none.

    Close the gap: count one for each person who left, and keep full-time equivalents in the column
    fte only.
    """
    above, unknown = (leavers[measure][()] for measure in UNSOUND)
    if above.exact:
        figure = leavers.figure(above, "rows with an fte above 1", "none")
        yield Gap(
            "rows stand for more than one person: their fte is above 1",
            at="/datasets/leavers",
            figure=figure,
        )
    elif unknown.exact:
        yield Open("/datasets/leavers", f"the fte is blank or not a number in {unknown} paid rows")
    interviews = retention.exit_interviews or ExitInterviews()
    months = months_of(interviews.period)
    unclear = []
    for told in stated(interviews) if months else ():
        number = told.counts.leavers
        people = span(leavers[LEFT], told.groups, LEFT_POLICING, months)
        if number is not None and people == (number, number):
            continue
        if number is not None and round(_equivalents(leavers, told, months)) == number:
            yield _in_equivalents(leavers, told, people)
        else:
            unclear.append(told)
    if unclear:
        whose = listed([told.whose for told in unclear])
        yield Open(
            f"{unclear[0].at}/leavers",
            f"whether people are counted does not show from the stated number of leavers: {whose}",
        )
    yield from not_comparable(interviews, recommendation)


def _equivalents(leavers: Leavers, told: Told, months: frozenset[str]) -> float:
    return sum(
        total
        for (group, month), total in leavers[FTE].items()
        if month in months and (told.groups is ANY or group in told.groups)
    )


def _in_equivalents(leavers: Leavers, told: Told, people: Span) -> Gap:
    return Gap(
        f"{told.whose}: the stated number of leavers is that of full-time equivalents",
        at=f"{told.at}/leavers",
        figure=leavers.figure(
            Amount(people.most, leavers.limit), f"leavers, {told.whose}", "people"
        ),
    )
