"""A small framework and a section with every shape of answer, for workbooks of one second."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from govcheck.intake.assessment import read_assessment
from govcheck.intake.catalogue import Catalogue
from govcheck.intake.document import Document, parse_document, read_document
from govcheck.plugin import (
    Count,
    Day,
    EvidenceId,
    Field,
    Framework,
    GroupName,
    PeriodText,
    PlainSection,
    Record,
    Section,
    Text,
)
from govcheck.reference.workbook.book import Book, book
from govcheck.reference.workbook.excel import as_xlsx
from govcheck.registry.registry import Registry


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue, light"


class Wheel(Record):
    size: Annotated[float, Field(gt=0, lt=9)] | None = None
    note: Text | None = None


class Lamp(Record):
    lit_on: Day | None = None
    name: Text
    wheels: tuple[Wheel, ...] | None = None


class Paint(Record):
    colour: Colour | None = None
    on: Day | None = None


class Cart(Record):
    name: Text | None = Field(None, description="What is it called? For example: Hay cart.")
    paint: Paint | None = None
    lamps: tuple[Lamp, ...] | None = None
    spares: dict[str, Wheel] | None = None
    groups: tuple[GroupName, ...] | None = None
    inner: Cart | None = None


class Yard(Section, key="yard"):
    """The yard and what stands in it."""

    swept: Literal["yes", "no"] | None = Field(None, description="Is it swept? yes or no.")
    locked: bool | None = None
    swept_on: Day | None = Field(None, description="When? For example: 2023-10-31.")
    about: PeriodText | None = None
    size: Count | None = None
    share: float | None = None
    steps: Literal[1, 2] | None = None
    odd: Literal["a", 1] | None = None
    mixed: int | Text | None = None
    kind: Literal["a", "b"] | None = None
    group: GroupName | None = None
    shown_by: EvidenceId | None = None
    evidence: tuple[EvidenceId, ...] | None = None
    sizes: tuple[int, ...] | None = None
    prices: dict[str, float] | None = None
    colours: tuple[Colour, ...] | None = None
    anything: Any = None
    gate: Paint | None = Field(None, description="What of the gate?")
    carts: tuple[Cart, ...] | None = Field(None, description="Which carts? [] means none.")
    sheds: dict[str, Paint | None] | None = None
    always: tuple[Wheel, ...] = ()


SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "description": "The pond.",
    "properties": {
        "deep": {"type": "boolean", "description": "Is it deep?"},
        "ducks": {"type": "integer"},
        "depth": {"type": "number"},
        "drained": {"type": "string", "format": "date"},
        "owner": {"type": "string"},
        "kind": {"enum": ["round", "square"]},
        "fish": {"type": "array", "items": {"type": "string"}},
        "boats": {
            "type": "array",
            "items": {"type": "object", "properties": {"name": {"type": "string"}}},
        },
        "banks": {"type": "object", "properties": {"north": {"type": "string"}}},
        "other": True,
    },
    "required": ["owner"],
}


class Pond(PlainSection, key="pond", schema=SCHEMA):
    """The pond."""


FRAMEWORK = Framework.model_validate_json(
    json.dumps(
        {
            "govcheck-framework": 1,
            "id": "report",
            "title": "Report",
            "publisher": "P",
            "published": "2023-07-07",
            "source": "S",
            "licence": "L",
            "groups": [{"name": "officers"}, {"name": "staff, other"}],
            "recommendations": [
                {
                    "number": number,
                    "title": "T",
                    "wording": "W\n- one",
                    "addressee": "forces",
                    "requirements": [{"id": "r1", "text": "X"}, {"id": "r2", "text": "Y"}],
                }
                for number in ("2", "2.10")
            ],
            "sections": {"list": {"type": "array", "items": {"type": "string"}}, "free": {}},
        }
    )
)
REGISTRY = Registry(
    (),
    (),
    Catalogue({"report": FRAMEWORK}, (), {"yard": Yard, "pond": Pond}, {}),
    {"report": "pack"},
)
HEAD: Mapping[str, Any] = {
    "govcheck": 1,
    "framework": "report",
    "force": {"id": "north", "name": "North Force"},
    "as_at": "2023-12-15",
}
EVIDENCE = {"e1": {"title": "One", "reference": "kept"}, "e2": {"title": "Two", "path": "a.pdf"}}


def made(data: Mapping[str, Any]) -> Book:
    """The sheets of a valid assessment."""
    document = parse_document(json.dumps({**HEAD, **data}), "a.json", "json")
    read_assessment(document, REGISTRY.catalogue)
    return book(document.data, FRAMEWORK, "North Force", REGISTRY)


def workbook(path: Path, data: Mapping[str, Any]) -> Path:
    """An Excel file of an assessment."""
    path.write_bytes(as_xlsx(made(data)))
    return path


def read(path: Path) -> Document:
    """What a workbook says, which has to be valid."""
    document = read_document(path, "book.xlsx")
    read_assessment(document, REGISTRY.catalogue)
    return document


NAMED = frozenset({"recommendations", "requirements", "evidence", "datasets", "sheds", "spares"})


def told(value: Any, *, named: bool = False) -> Any:
    """Data without what is left blank; an entry with a name stays, even if it says nothing."""
    if isinstance(value, dict):
        return {
            key: told(inner, named=key in NAMED)
            for key, inner in value.items()
            if named or inner is not None
        }
    return [told(item) for item in value] if isinstance(value, list) else value
