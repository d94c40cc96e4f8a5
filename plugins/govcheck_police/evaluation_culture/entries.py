"""The initiatives as a list: whether it is in full, and what was left open about each."""

from collections.abc import Iterator
from datetime import date

from govcheck.plugin import Finding, Gap, Open, Record, in_words, months_later
from govcheck_police.evaluation_culture.initiative import Initiative
from govcheck_police.evaluation_culture.section import EvaluationCulture


def different_ids(culture: EvaluationCulture) -> int:
    """How many initiatives are listed, an id that is repeated counted once."""
    return len({initiative.id for initiative in culture.initiatives or ()})


def miscounted(culture: EvaluationCulture) -> str | None:
    """How the list differs from its stated total, in words; None where it does not."""
    stated, different = culture.initiatives_launched, different_ids(culture)
    if stated is None or different == stated == len(culture.initiatives or ()):
        return None
    return f"the stated total of initiatives is {stated}, and {different} different ones are listed"


def all_initiatives_known(culture: EvaluationCulture) -> Iterator[Finding]:
    """What keeps a check from judging all initiatives: nothing is known of those not listed."""
    if culture.initiatives is None:
        yield Open("initiatives")
    elif not culture.initiatives:
        yield Gap("no initiatives are listed", at="initiatives")
    if culture.initiatives_launched is None:
        yield Open("initiatives_launched")
    elif culture.initiatives and different_ids(culture) < culture.initiatives_launched:
        yield Open("initiatives", f"{miscounted(culture)}: what holds for the others is not known")


def placed_initiatives(culture: EvaluationCulture) -> Iterator[tuple[str, Initiative]]:
    """Each initiative with its place."""
    for index, initiative in enumerate(culture.initiatives or ()):
        yield f"initiatives[{index}]", initiative


def with_results(culture: EvaluationCulture) -> Iterator[tuple[str, Initiative]]:
    """Each initiative whose result is known, with its place."""
    for at, initiative in placed_initiatives(culture):
        if initiative.result not in (None, "not yet known"):
            yield at, initiative


def results_known(culture: EvaluationCulture) -> Iterator[Finding]:
    """What keeps a check from judging what came of all results."""
    yield from all_initiatives_known(culture)
    for at, initiative in placed_initiatives(culture):
        if initiative.result is None:
            yield Open(f"{at}.result")
    if culture.initiatives and not any(with_results(culture)):
        yield Open("initiatives", "no result of an evaluation is known yet, so nothing can follow")


def left_blank(entry: Record, called: str, at: str, *names: str) -> Iterator[Finding]:
    """One finding for all the questions about an entry that were left open.

    Long lists stay readable so, and every entry is still named.
    """
    blank = [name for name in names if getattr(entry, name) is None]
    if len(blank) == 1:
        yield Open(f"{at}.{blank[0]}")
    elif blank:
        yield Open(at, f"“{called}”: not answered: {', '.join(blank)}")


def within_months(
    what: str, day: date | None, months: int, as_of: date, at: str
) -> Iterator[Finding]:
    """`what` lies before the day of judgement, and not longer ago than so many months."""
    if day is None:
        return
    if day > as_of:
        yield from not_ahead(what, day, as_of, at)
    elif months_later(day, months) < as_of:
        yield Gap(
            f"{what} is dated {in_words(day)}, more than {months} months before the day of"
            f" judgement ({in_words(as_of)})",
            at=at,
        )


def not_ahead(what: str, day: date | None, as_of: date, at: str) -> Iterator[Finding]:
    """`what` does not lie after the day of judgement."""
    if day is not None and day > as_of:
        yield Gap(
            f"{what} is dated {in_words(day)}, after the day of judgement ({in_words(as_of)})",
            at=at,
        )
