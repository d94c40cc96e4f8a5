"""Whether those whom the law names were asked to comment and were sent copies."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import (
    Aspect,
    Finding,
    Framework,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Scope,
    Severity,
    check,
    in_words,
)
from govcheck_police.section55.duty import NO_DUTY
from govcheck_police.section55.section import Response


@check(
    "S55-003",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.DUTY,
)
def chief_officer_was_invited(
    framework: Framework, response: Response | None, as_of: date
) -> Iterator[Finding]:
    """The chief officer was invited to comment before the response was published.

    Why: section 55(4) of the Police Act 1996 has the local policing body invite the chief officer
    to comment by a date that it sets. What is published holds those comments, and any reply.

    Close the gap: invite the chief officer, and give under chief_officer_invited the day on which
    that was done.
    """
    at = "/response/chief_officer_invited"
    invited = response.chief_officer_invited if response else None
    if framework.response is None:
        yield NO_DUTY
    elif framework.response.invite is None:
        yield NotApplicable("the framework names nobody who has to be invited to comment")
    elif response is None or invited is None:
        yield Open(at, f"when the {framework.response.invite} was invited to comment is not said")
    else:
        yield from _invited_before(invited, response, as_of, at)
        yield from _after_the_report("the invitation to comment", invited, framework.published, at)
        yield from _comment_in_order(invited, response)


def _invited_before(invited: date, response: Response, as_of: date, at: str) -> Iterator[Finding]:
    told = f"the invitation to comment is dated {in_words(invited)}"
    if invited > as_of:
        yield Gap(f"{told}, which is after the day of judgement ({in_words(as_of)})", at=at)
    if response.published is None:
        yield Open(
            "/response/published",
            "the day of publication is not given, so whether the invitation came before it is not"
            " known",
        )
    elif invited > response.published:
        yield Gap(f"{told}, after publication on {in_words(response.published)}", at=at)


def _after_the_report(what: str, day: date, report: date, at: str) -> Iterator[Finding]:
    if day < report:
        yield Gap(
            f"{what} is dated {in_words(day)}, before the report itself ({in_words(report)})", at=at
        )


def _comment_in_order(invited: date, response: Response) -> Iterator[Finding]:
    """Told only: the law asks that the chief officer is invited, not that a comment is made."""
    at, commented = "/response/chief_officer_commented_on", response.chief_officer_commented_on
    if commented is None:
        yield Observation("whether the chief officer commented is not said", at=at)
        return
    told = f"the chief officer's comment is dated {in_words(commented)}"
    if commented < invited:
        yield Observation(f"{told}, before the invitation on {in_words(invited)}", at=at)
    if response.published and commented > response.published:
        yield Observation(f"{told}, after publication on {in_words(response.published)}", at=at)


@check(
    "S55-004",
    serves=Scope.EVERY_RECOMMENDATION,
    severity=Severity.MAJOR,
    aspect=Aspect.DUTY,
)
def copies_were_sent(
    framework: Framework, response: Response | None, as_of: date
) -> Iterator[Finding]:
    """Copies of what was published were sent to everybody whom the law names.

    Why: section 55(6) of the Police Act 1996, as amended, has the local policing body send a copy
    to the inspectors of constabulary and to the Secretary of State.

    Close the gap: send the copies, list under copied_to who got one, and give the day under
    copied_on.
    """
    if framework.response is None:
        yield NO_DUTY
    elif not framework.response.copies_to:
        yield NotApplicable("the framework names nobody who has to be sent a copy")
    else:
        yield from _copied_to_all(framework.response.copies_to, response)
        yield from _copied_on(response, framework.published, as_of)


def _copied_to_all(named: tuple[str, ...], response: Response | None) -> Iterator[Finding]:
    at = "/response/copied_to"
    if response is None or response.copied_to is None:
        yield Open(at, f"who was sent a copy is not said; the law names {', '.join(named)}")
        return
    sent = {name.casefold() for name in response.copied_to}
    for name in named:
        if name.casefold() not in sent:
            yield Gap(f"no copy to the {name} is stated", at=at)


def _copied_on(response: Response | None, report: date, as_of: date) -> Iterator[Finding]:
    at = "/response/copied_on"
    day = response.copied_on if response else None
    if day is None:
        yield Open(at, "on which day the copies were sent is not said")
    elif day > as_of:
        yield Gap(
            f"copies are said to be sent on {in_words(day)}, which is after the day of judgement"
            f" ({in_words(as_of)})",
            at=at,
        )
    else:
        yield from _after_the_report("the day on which copies were sent", day, report, at)
