"""How the results of a force went over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govcheck.model.result import Result
from govcheck.model.trend import TrendLine


def trend(results: Iterable[Result], requirement: str | None = None) -> tuple[TrendLine, ...]:
    """The lines of all recommendations, or of one requirement or recommendation.

    Results come in the order of the day of judgement; of one day the last counts.
    """
    found = dict[tuple[str, str, str], dict[str, str]]()
    for result in results:
        for name, word in _words(result):
            if requirement in (None, name):
                if requirement is None and "." in name:
                    continue
                key = (result.force.name, result.framework.id, name)
                found.setdefault(key, {})[result.as_of] = word
        key = (result.force.name, result.framework.id, "gaps and open questions")
        summary = result.summary
        number = sum(summary.gaps.values()) + sum(summary.open_questions.values())
        found.setdefault(key, {})[result.as_of] = str(number)
    return tuple(TrendLine(*key, tuple(days.items())) for key, days in found.items())


def _words(result: Result) -> Iterator[tuple[str, str]]:
    for item in result.recommendations:
        yield item.number, item.verdict
        for requirement in item.requirements:
            yield requirement.id, requirement.verdict
