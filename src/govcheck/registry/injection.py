"""What a check asks for: its parameters, read by type when the pack is loaded."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from types import NoneType, SimpleNamespace, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from govcheck.model.assessment import Answer, RequirementAnswer, SelfAssessment
from govcheck.model.data_register import DataRegister
from govcheck.model.exhibit import CitedEvidence, EvidenceRegister
from govcheck.model.force import Force
from govcheck.model.framework import Framework, Recommendation, Requirement
from govcheck.plugin.check import Check
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.section import Section


class Supply(StrEnum):
    """The kinds of thing that a check can ask for."""

    SECTION = "a section"
    DATASET = "a data set"
    FRAMEWORK = "the framework"
    RECOMMENDATION = "the recommendation"
    REQUIREMENT = "the requirement"
    ANSWER = "the force's answer to the recommendation"
    REQUIREMENT_ANSWER = "the force's answer to the requirement"
    FORCE = "the force"
    AS_OF = "the date of judgement"
    EVIDENCE = "all evidence"
    CITED_EVIDENCE = "the evidence that the recommendation cites"
    DATASETS = "the data sets that the recommendation's checks count"
    ASSESSMENT = "the whole self-assessment"


_BY_TYPE: dict[type, Supply] = {
    Framework: Supply.FRAMEWORK,
    Recommendation: Supply.RECOMMENDATION,
    Requirement: Supply.REQUIREMENT,
    Answer: Supply.ANSWER,
    RequirementAnswer: Supply.REQUIREMENT_ANSWER,
    Force: Supply.FORCE,
    date: Supply.AS_OF,
    EvidenceRegister: Supply.EVIDENCE,
    CitedEvidence: Supply.CITED_EVIDENCE,
    DataRegister: Supply.DATASETS,
    SelfAssessment: Supply.ASSESSMENT,
}

OF_ONE_RECOMMENDATION = frozenset({Supply.RECOMMENDATION, Supply.ANSWER, Supply.CITED_EVIDENCE})
OF_ONE_REQUIREMENT = frozenset({Supply.REQUIREMENT, Supply.REQUIREMENT_ANSWER})

_ALLOWED = (
    "a Section class, a Dataset class, Framework, Recommendation, Requirement, Answer, "
    "RequirementAnswer, Force, EvidenceRegister, CitedEvidence, DataRegister, SelfAssessment or "
    "datetime.date"
)


class Want(NamedTuple):
    """One parameter of a check."""

    parameter: str
    supply: Supply
    section: type[Section] | None = None
    optional: bool = False
    """Whether the check copes where it is absent (`Section | None`, `Dataset | None`)."""
    dataset: type[Dataset] | None = None


def wants_of(check: Check[...]) -> Iterator[Want | str]:
    """The parameters of a check in order; a text where one cannot be served."""
    try:
        hints = _hints(check)
    except Exception as error:  # noqa: BLE001 - annotations are the author's code
        yield (
            f"the types of its parameters cannot be read: {error}. "
            "Import them at the top of the file, not under `if TYPE_CHECKING`."
        )
        return
    for name, parameter in inspect.signature(check.function).parameters.items():
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            yield (
                f"the parameter {_starred(parameter)} cannot be served. "
                "Name each thing that the check needs, with its type."
            )
        elif parameter.kind is parameter.POSITIONAL_ONLY:
            yield f"the parameter {name} is given by name. Leave out the `/` behind it."
        elif name not in hints:
            yield f"the parameter {name} has no type. Write what it needs: {_ALLOWED}."
        else:
            yield _want(name, hints[name])


def _hints(check: Check[...]) -> dict[str, Any]:
    """The types of the parameters. What the function returns need not be known at run time."""
    function = inspect.unwrap(check.function)
    hints = {name: hint for name, hint in function.__annotations__.items() if name != "return"}
    if all(isinstance(hint, type | UnionType) for hint in hints.values()):
        return hints  # nothing is left to find out, and finding out takes long for many checks
    return get_type_hints(SimpleNamespace(__annotations__=hints), function.__globals__)


def _want(name: str, hint: Any) -> Want | str:
    inner, optional = _without_none(hint)
    if isinstance(inner, type) and issubclass(inner, Section):
        return Want(name, Supply.SECTION, inner, optional)
    if isinstance(inner, type) and issubclass(inner, Dataset):
        return Want(name, Supply.DATASET, optional=optional, dataset=inner)
    supply = _BY_TYPE.get(inner) if isinstance(inner, type) else None
    if supply is None:
        return (
            f"the parameter {name} asks for {_shown(hint)}, which no check can be given. "
            f"It can be {_ALLOWED}."
        )
    if optional:
        return f"the parameter {name} is never None. Write {inner.__name__}, without `| None`."
    return Want(name, supply)


def _starred(parameter: inspect.Parameter) -> str:
    return str(parameter.replace(annotation=parameter.empty))


def _shown(hint: Any) -> str:
    """A type as its author wrote it, most likely: without the modules."""
    return re.sub(r"(?:\w+\.)+(?=\w)", "", inspect.formatannotation(hint))


def _without_none(hint: Any) -> tuple[Any, bool]:
    """The type in `X | None`, and whether None was there."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    others = [arg for arg in get_args(hint) if arg is not NoneType]
    return (others[0], True) if len(others) == 1 else (hint, False)
