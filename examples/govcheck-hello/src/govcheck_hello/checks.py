"""Three checks: a closed answer, a date, and counts in a list."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Open, Severity, Strength, check, in_words, months_later
from govcheck_hello.section import Desk, Hello

GREETING = "greeting-2024"
REVIEW_MONTHS = 12
"""A policy is looked at again within a year. This is the pack's own yardstick."""


@check("HEL-001", serves=f"{GREETING}:1.policy", severity=Severity.MAJOR)
def there_is_a_policy(hello: Hello) -> Iterator[Finding]:
    """There is a written policy on greeting people.

    Why: what is not written down depends on who is on duty.

    Close the gap: write half a page, and have it agreed.
    """
    if hello.policy is None:
        yield Open("policy")
    elif hello.policy == "no":
        yield Gap("there is no written policy on greeting people", at="policy")


@check("HEL-002", serves=f"{GREETING}:1.policy", severity=Severity.MINOR)
def the_policy_is_reviewed(hello: Hello, as_of: date) -> Iterator[Finding]:
    """The policy was reviewed within the last year.

    Why: people and places change.

    Close the gap: review it, and give the day.
    """
    if hello.reviewed is None:
        yield Open("reviewed")
    elif hello.reviewed > as_of:
        yield Gap("the review lies after the day of judgement", at="reviewed")
    elif months_later(hello.reviewed, REVIEW_MONTHS) < as_of:
        yield Gap(f"the last review was on {in_words(hello.reviewed)}", at="reviewed")


@check("HEL-003", serves=f"{GREETING}:1.everyone", severity=Severity.CRITICAL)
def everyone_is_greeted(hello: Hello) -> Iterator[Finding]:
    """At every desk, everyone who comes is greeted.

    Why: a policy is not a greeting.

    Close the gap: find out when people are missed, and have somebody there.
    """
    if hello.desks is None:
        yield Open("desks")
    elif not hello.desks:
        yield Gap("there is no desk at which people are greeted", at="desks")
    yield from _all_desks_listed(hello)
    for number, desk in enumerate(hello.desks or ()):
        yield from _greeted(desk, f"desks[{number}]")


def _all_desks_listed(hello: Hello) -> Iterator[Finding]:
    """A desk cannot be left out of the list together with its gap."""
    listed = len(hello.desks or ())
    if hello.desks_in_all is None:
        yield Open("desks_in_all")
    elif listed != hello.desks_in_all:
        yield Gap(f"{listed} of {hello.desks_in_all} desks are listed", at="desks")


def _greeted(desk: Desk, at: str) -> Iterator[Finding]:
    if desk.callers is None:
        yield Open(f"{at}.callers")
    elif desk.greeted is None:
        yield Open(f"{at}.greeted")
    elif desk.greeted > desk.callers:
        yield Gap(f"{desk.name}: more people were greeted than came", at=f"{at}.greeted")
    elif desk.greeted < desk.callers:
        yield Gap(f"{desk.name}: {desk.greeted} of {desk.callers} were greeted", at=f"{at}.greeted")
    else:
        yield Strength(f"{desk.name}: everyone was greeted", at=at)
