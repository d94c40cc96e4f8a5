"""Which evidence an answer cites, and which a section does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from govcheck.model.assessment import SelfAssessment


class Citations:
    """What one assessment cites. Each section is searched once."""

    def __init__(self, assessment: SelfAssessment) -> None:
        self._assessment = assessment
        self._of_section: dict[str, tuple[str, ...]] = {}

    def of_recommendation(self, number: str, section_keys: Sequence[str]) -> tuple[str, ...]:
        """Ids cited by the answer to a recommendation, its finer answers, and these sections."""
        found = [*cited_in(self._assessment.answer(number))]
        for key in section_keys:
            found += self._of(key)
        return tuple(dict.fromkeys(found))

    def _of(self, key: str) -> tuple[str, ...]:
        if key not in self._of_section:
            section = getattr(self._assessment, key, None)
            self._of_section[key] = tuple(cited_in(section))
        return self._of_section[key]


def cited_in(value: object) -> Iterator[str]:
    """Every id in a field called `evidence`, at any depth of a record."""
    if isinstance(value, BaseModel):
        for name, inner in value.__dict__.items():
            if name == "evidence":
                yield from inner or ()
            elif isinstance(inner, BaseModel | tuple | dict):
                yield from cited_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from cited_in(inner)
    elif isinstance(value, dict):
        yield from cited_in(tuple(value.values()))
