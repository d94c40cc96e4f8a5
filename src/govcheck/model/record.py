"""The base of everything that is read from a file: strict, frozen, no unknown keys."""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

MAX_TEXT = 20_000


class Record(BaseModel):
    """A part of a document. Unknown keys and wrong types are errors; values never change.

    Models are built when first used, so that a run pays only for the sections that its packs bring.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, defer_build=True, allow_inf_nan=False
    )


def _whole_number(value: object) -> object:
    """Python takes true and 1.0 for equal to 1; a file that says so means something else."""
    if type(value) is not int:
        raise PydanticKnownError("literal_error", {"expected": "1"})
    return value


FormatVersion = Annotated[Literal[1], BeforeValidator(_whole_number)]
"""The version of a file format: the number 1."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT, pattern=r"\S")]
"""Free text, never blank. Carried and quoted, never judged."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,79}$")]
"""A short id of small letters, digits, dots, hyphens and underscores, as `retention-strategy`."""

Count = Annotated[int, Field(ge=0, le=10_000_000)]
"""A whole number of people or things, never negative."""


def _known(kind: str, value: str, info: ValidationInfo) -> str:
    """Hold an id against those that the file or framework defines, where the caller passed them."""
    known = (info.context or {}).get(kind)
    if known is not None and value not in known:
        raise PydanticCustomError(
            "unknown_reference", kind, {"value": value, "known": sorted(known)}
        )
    return value


def _known_evidence(value: str, info: ValidationInfo) -> str:
    return _known("evidence", value, info)


def _known_group(value: str, info: ValidationInfo) -> str:
    return _known("group", value, info)


EvidenceId = Annotated[Identifier, AfterValidator(_known_evidence)]
"""The id of an entry under `evidence:`. An id that is not there is an input error."""

GroupName = Annotated[
    str, StringConstraints(min_length=1, max_length=80), AfterValidator(_known_group)
]
"""A group of people that the framework names, as `special constables`. Others are input errors."""
