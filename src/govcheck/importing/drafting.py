"""The draft of a framework from the blocks of a document: what stands there, and marked blanks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govcheck.importing import report_fields
from govcheck.importing.block import Block, Reading
from govcheck.importing.draft import Entry, Node, Remark, blank, found
from govcheck.importing.quoted import Quoted
from govcheck.importing.recommendation_draft import drafted, groups_named, in_order
from govcheck.importing.recommendations import quotations
from govcheck.importing.report_fields import Field
from govcheck.importing.wording import slug

_LONGEST_ID = 80
_MOST_GAPS = 50

_ABOUT = (
    "A draft, made from {name}. A person has to finish it.",
    "“found” says where in the document a value stands. NOT FOUND marks a blank: until it is",
    "filled in, the file is not valid and no command uses it.",
    "The requirements are candidates: the sentences and bullets of each recommendation, quoted.",
    "Split them, join them and put them in words of your own: each is one thing, met or not.",
)


class Draft(NamedTuple):
    """A draft as a tree, and what is to be told about the reading."""

    nodes: tuple[Node, ...]
    found: tuple[str, ...]
    """What was found, in a few words each."""
    notes: tuple[str, ...]


def draft(reading: Reading, name: str) -> Draft:
    """The draft of a framework."""
    blocks = reading.blocks
    held, told = quotations(blocks)
    labels = report_fields.labelled(_outside(blocks, held))
    nodes = (
        *(Remark(line.format(name=name)) for line in _ABOUT),
        Entry("govcheck-framework", 1),
        *_report(labels.fields, blocks),
        *_duty(blocks),
        Remark(""),
        *_groups(held),
        *_recommendations(held),
    )
    numbers = ", ".join(item.number or "one without a number" for item in held)
    many = f"recommendations ({len(held)}): {numbers}" if held else "no recommendation"
    keys = [node.key for node in nodes if isinstance(node, Entry) and node.found]
    return Draft(nodes, (*keys, many), (*reading.notes, *labels.notes, *told, *_gaps(held)))


def _gaps(held: Sequence[Quoted]) -> list[str]:
    """The numbers between those that are there: the report has them, the document has not."""
    numbers = {int(item.number) for item in held if item.number and item.number.isdecimal()}
    lacking = [n for n in range(1, max(numbers, default=0)) if n not in numbers]
    if not lacking or len(lacking) > _MOST_GAPS:
        return []
    return [f"not in the document: recommendation {', '.join(map(str, lacking))}."]


def _outside(blocks: Sequence[Block], held: Sequence[Quoted]) -> tuple[Block, ...]:
    """The blocks that are not the words of a recommendation: these are no fields."""
    inside = {id(line) for item in held for line in item.lines}
    return tuple(block for block in blocks if id(block) not in inside)


def _report(fields: dict[str, Field], blocks: Sequence[Block]) -> list[Node]:
    title, inspection = report_fields.titles(fields, blocks)
    day = report_fields.published(fields, blocks)
    kind = report_fields.inspection_type(fields)
    return [
        _own_id(title, day),
        _required("title", title, "Write the title of the report."),
        _required(
            "publisher",
            report_fields.publisher(fields, blocks),
            "Write who published the report.",
        ),
        _required(
            "published",
            day,
            "Write the day on which the report was published, as year-month-day: 2024-01-31.",
        ),
        _optional("inspection_id", inspection, "the publisher's id of the inspection"),
        _optional("inspection_type", kind, "for example National Inspection"),
        _required(
            "source",
            report_fields.source(fields, blocks),
            "Write where the report can be read: its address on the web, or its reference.",
        ),
        _required(
            "licence",
            report_fields.licence(blocks),
            "Write under which licence the wording may be quoted. The report says it.",
        ),
        Remark(
            "note: may be added. For example, what the report has beyond the recommendations below."
        ),
        Remark(
            "evidence_fresh_for_months: may be added. After how many months evidence counts as"
            " stale."
        ),
    ]


def _own_id(title: Field | None, day: Field | None) -> Entry:
    words = slug(title.value) if title else ""
    if not words or title is None:
        return blank("id", "Write a short id of small letters, digits and hyphens.")
    year = f"-{day.value[:4]}" if day else ""
    proposed = f"{words[: _LONGEST_ID - len(year)].strip('-')}{year}"
    return found("id", proposed, f"made of the title ({title.block.where}). Shorten it if you like")


def _required(key: str, field: Field | None, what_to_do: str) -> Entry:
    return found(key, field.value, field.place()) if field else blank(key, what_to_do)


def _optional(key: str, field: Field | None, what: str) -> Node:
    if field:
        return found(key, field.value, field.place())
    return Remark(f"{key}: not found. It may be added: {what}.")


def _duty(blocks: Sequence[Block]) -> list[Node]:
    """The duty to respond; where nothing is said of one, a person has to say so."""
    cited, right = report_fields.law(blocks)
    days, first_day = report_fields.days(blocks)
    publisher = report_fields.body(blocks)
    law = (
        found("law", cited.value, cited.place())
        if cited and right
        else blank("law", _law_to_write(cited))
    )
    counted = (
        found("first_day_counts", True, days.place())  # noqa: FBT003 - the value of the key
        if days and first_day
        else blank(
            "first_day_counts",
            "Write true where the day of publication is day 1 of the period, else false.",
        )
    )
    number = (
        found("days", int(days.value), days.place())
        if days
        else blank("days", "Write the days within which a response has to be published.")
    )
    entries: tuple[Node, ...] = (
        law,
        number,
        counted,
        _optional("body", publisher, "who has to publish the response"),
        Remark("invite, copies_to, source: may be added."),
    )
    return [
        Remark(""),
        Remark("Where there is no duty to publish a response, delete the lines of response."),
        Entry("response", entries),
    ]


def _law_to_write(cited: Field | None) -> str:
    if cited is None:
        return "Write the provision under which a response has to be published."
    return (
        f"{cited.place()}, but that is not the section which has a response published. Look the"
        " provision up and write it."
    )


def _groups(held: Sequence[Quoted]) -> list[Node]:
    named = {n: place for item in reversed(held) for n, place in groups_named(item).items()}
    if not named:
        return [Remark("groups: the recommendations name no group of people that is known.")]
    items: list[tuple[Node, ...]] = [
        (found("name", name, named[name]),) for name in in_order(named)
    ]
    return [Entry("groups", items), Remark("")]


def _recommendations(held: Sequence[Quoted]) -> list[Node]:
    if not held:
        return [
            blank(
                "recommendations",
                "The document has no line like “Recommendation 3” and no sentence like “By January"
                " 2024, forces should …”. Write the recommendations as the documentation shows.",
            )
        ]
    return [Entry("recommendations", [drafted(item) for item in held])]
