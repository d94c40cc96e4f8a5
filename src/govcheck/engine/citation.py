"""Which evidence an answer cites, and which a section does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from types import NoneType

from pydantic import BaseModel

from govcheck.model.assessment import SelfAssessment

HOLDS_NOTHING = frozenset({str, int, float, bool, date, NoneType})
"""Types of most values, passed over at once: asking what kind of record something is takes long."""


class Citations:
    """What one assessment cites. Each section and each answer is searched once."""

    def __init__(self, assessment: SelfAssessment) -> None:
        self._assessment = assessment
        self._of_section: dict[str, tuple[str, ...]] = {}
        self._of_answer: dict[str, tuple[str, ...]] = {}

    def of_recommendation(self, number: str, section_keys: Sequence[str]) -> tuple[str, ...]:
        """Ids cited by the answer to a recommendation, its finer answers, and these sections."""
        if number not in self._of_answer:
            self._of_answer[number] = tuple(cited_in(self._assessment.answer(number)))
        found = [*self._of_answer[number]]
        for key in section_keys:
            found += self._of(key)
        return tuple(dict.fromkeys(found))

    def _of(self, key: str) -> tuple[str, ...]:
        if key not in self._of_section:
            section = getattr(self._assessment, key, None)
            self._of_section[key] = tuple(cited_in(section))
        return self._of_section[key]


def cited_in(value: object) -> list[str]:
    """Every id in a field called `evidence`, at any depth of a record."""
    found: list[str] = []
    _collect(value, found)
    return found


def _collect(value: object, found: list[str]) -> None:
    if isinstance(value, tuple):
        for inner in value:
            _collect(inner, found)
    elif isinstance(value, dict):
        for inner in value.values():
            _collect(inner, found)
    elif isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if name == "evidence":
                found += (inner,) if isinstance(inner, str) else inner or ()
            elif type(inner) not in HOLDS_NOTHING:
                _collect(inner, found)


def citing(assessment: SelfAssessment, section_keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The answers that cite each piece of evidence, as `2`, `2.review`, `datasets.leavers`."""
    found: dict[str, dict[str, None]] = {}
    for place, value in _answers(assessment, section_keys):
        for cited in cited_in(value):
            found.setdefault(cited, {})[place] = None
    return {cited: tuple(places) for cited, places in found.items()}


def _answers(
    assessment: SelfAssessment, section_keys: Sequence[str]
) -> Iterator[tuple[str, object]]:
    for number, answer in assessment.recommendations.items():
        if answer is not None:
            yield number, answer.model_copy(update={"requirements": {}})
            for name, finer in answer.requirements.items():
                yield f"{number}.{name}", finer
    for key in section_keys:
        yield key, getattr(assessment, key, None)
    for key, source in assessment.datasets.items():
        yield f"datasets.{key}", source
