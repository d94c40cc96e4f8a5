"""Which evidence an answer cites, and which a section does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from govcheck.model.assessment import SelfAssessment


def cited_by_recommendation(
    assessment: SelfAssessment, number: str, section_keys: Sequence[str]
) -> tuple[str, ...]:
    """Ids cited by the answer to a recommendation, its finer answers, and these sections."""
    found = [*cited_in(assessment.answer(number))]
    for key in section_keys:
        found += cited_in(getattr(assessment, key, None))
    return tuple(dict.fromkeys(found))


def cited_in(value: object) -> Iterator[str]:
    """Every id in a field called `evidence`, at any depth of a record."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name == "evidence":
                yield from inner or ()
            elif inner is not None:
                yield from cited_in(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from cited_in(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from cited_in(inner)
