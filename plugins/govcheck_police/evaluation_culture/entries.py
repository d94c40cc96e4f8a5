"""The initiatives as a list: whether it is in full, and of which the result is known."""

from collections.abc import Iterator

from govcheck.plugin import Finding, Open
from govcheck_police.entries import known_in_full
from govcheck_police.evaluation_culture.initiative import Initiative
from govcheck_police.evaluation_culture.section import EvaluationCulture


def all_initiatives_known(culture: EvaluationCulture) -> Iterator[Finding]:
    """What keeps a check from judging all initiatives."""
    yield from known_in_full(
        culture.initiatives,
        culture.initiatives_launched,
        "initiatives",
        "initiatives",
        "initiatives_launched",
    )


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
