"""All sheets of an assessment: where to begin, the recommendations, the sections, the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from govcheck.intake.workbook.address import ANY_ENTRY, BLANK, EXPECTED, Address
from govcheck.intake.workbook.cell_value import Written
from govcheck.model.deadline import in_words
from govcheck.model.force import Force
from govcheck.model.framework import Framework, Recommendation
from govcheck.plugin.section import PlainSection, Section
from govcheck.reference.starter import first_places
from govcheck.reference.workbook import words
from govcheck.reference.workbook.layout import Builder, answer, entry, none_line, record
from govcheck.reference.workbook.shape import Question, Shape, of_schema, questions
from govcheck.reference.workbook.sheets import Column, Form, Line, Row, Sheet, Table
from govcheck.reference.workbook.table_layout import Source, tables_of
from govcheck.registry.registry import Registry

START = "sheet:/start"
_HOW = (
    "Write your answers into the white cells. Cells with a list show an arrow when you click them.",
    "What you leave blank is reported as “not assessed”: not as a failure, and never as a pass.",
    "Where several answers can be given in a cell, put ; between them.",
    "The word none says that there are none. That is an answer; a blank cell is not.",
    "The narrow grey column at the left edge says which question each row is. Leave it as it is.",
    "You may insert, sort and delete rows of a table. Sheets that you add are not read.",
    "When you are done, save the file as it is (.xlsx), and run: govcheck run FILE.xlsx",
)


class Book(NamedTuple):
    """A workbook before it is written."""

    sheets: tuple[Sheet, ...]
    groups: tuple[str, ...]
    """The names that answers give to groups of people."""
    evidence: str
    """The name of the sheet on which the evidence stands."""
    title: str
    day: str
    """The day that the answers describe."""


def book(data: Mapping[str, Any], framework: Framework, force: str, registry: Registry) -> Book:
    """The sheets of an assessment that is well formed."""
    asked = {item.name: item for item in questions(registry.catalogue.whole_model())}
    builder = Builder()
    start = builder.name("Start")
    _recommendations(builder, data, framework, asked["recommendations"])
    for key, title, about, shape in _sections(data, framework, registry, asked):
        builder.section(key, title, about, shape, data.get(key))
    builder.sheets.insert(0, Form(START, start, f"Self-assessment of {force}", "", ()))
    links = [
        builder.table(asked[key], (key,), data.get(key), (label,))._replace(text=about)
        for key, label, about in (
            ("evidence", "evidence", words.asked(asked["evidence"])),
            ("datasets", "data sets", words.asked(asked["datasets"])),
        )
    ]
    lines = [*_start(data, framework, asked), *_contents(builder.sheets[1:], links)]
    form = Form(START, start, f"Self-assessment of {force}", "", lines)
    sheets = (form, *builder.sheets[1:])
    return Book(sheets, framework.group_names, links[0].target, form.title, str(data["as_at"]))


def _start(
    data: Mapping[str, Any], framework: Framework, asked: Mapping[str, Question]
) -> Iterator[Line]:
    yield Line(
        "text",
        f"“{framework.title}”, published by {framework.publisher} on"
        f" {in_words(framework.published)}.",
    )
    yield Line("heading", "What to do")
    yield from (Line("text", text) for text in _HOW)
    yield Line("heading", "About this self-assessment")
    for name in ("as_at", "prepared_by", "force", "framework", "requires", "govcheck"):
        if name == "force":
            yield from _force(data, asked[name])
        else:
            line = answer(asked[name], (name,), data.get(name))
            yield line._replace(role="given" if name in {"framework", "govcheck"} else "question")


def _force(data: Mapping[str, Any], question: Question) -> Iterator[Line]:
    """A name, or the body written out."""
    if isinstance(data["force"], str):
        yield answer(replace(question, shape=Shape("text")), ("force",), data["force"])
        return
    yield Line("subheading", "The body that assesses itself", str(record(("force",), {})))
    for item in questions(Force):
        yield answer(item, ("force", item.name), data["force"].get(item.name))


def _contents(sheets: list[Sheet], links: list[Line]) -> Iterator[Line]:
    yield Line("heading", "The sheets")
    texts = {line.target: line.text for line in links}
    for sheet in sheets:
        key = str(Address(EXPECTED, (sheet.marker,)))
        text = texts.get(sheet.name) or sheet.about or sheet.title
        yield Line("link", text, key, target=sheet.name)


def _recommendations(
    builder: Builder, data: Mapping[str, Any], framework: Framework, question: Question
) -> None:
    """A form for the answers, and tables for what is done and for the finer answers."""
    given = data.get("recommendations")
    answers: Mapping[str, Any] = given or {}
    name = builder.name("Recommendations")
    fields = {item.name: item for item in question.shape.fields}
    made = {
        key: _inner_table(builder, fields[key], key, answers) for key in ("requirements", "actions")
    }
    made["requirements"] = _with_requirements(made["requirements"], framework)
    lines = [Line("text", "", str(record(("recommendations",), given)))]
    for item in framework.recommendations:
        lines += _recommendation(item, fields, answers, made)
    about = words.asked(question)
    head = Form("sheet:/recommendations", name, "Recommendations", about, lines)
    builder.sheets += [head, made["requirements"], made["actions"]]


def _inner_table(
    builder: Builder, question: Question, key: str, answers: Mapping[str, Any]
) -> Table:
    sources = [Source(number, (given or {}).get(key)) for number, given in answers.items()]
    steps = ("recommendations", ANY_ENTRY, key)
    parent = ("recommendation", "Recommendations")
    [table] = tables_of(question, steps, sources, words.label(key), builder.name, parent)
    return table


def _recommendation(
    item: Recommendation,
    fields: Mapping[str, Question],
    answers: Mapping[str, Any],
    made: Mapping[str, Table],
) -> Iterator[Line]:
    steps = ("recommendations", item.number)
    given = answers.get(item.number)
    data = given or {}
    title = f"Recommendation {item.number}: {item.title}"
    yield Line("heading", title, str(entry(steps, answers)))
    yield Line("text", item.wording)
    for question in fields.values():
        path = (*steps, question.name)
        if question.name == "requirements":
            key = str(record(path, data.get("requirements")))
            about = words.asked(question)
            yield Line("link", about, key, target=made["requirements"].name)
        elif question.name == "actions":
            yield from _actions(question, path, data.get("actions"), made["actions"].name)
        else:
            yield answer(question, path, data.get(question.name))


def _actions(question: Question, path: tuple[str, ...], value: Any, sheet: str) -> Iterator[Line]:
    yield Line("link", words.asked(question), target=sheet)
    line = none_line(question, path, value)
    yield line._replace(text="If no action is planned for it, choose none here.")


def _with_requirements(table: Table, framework: Framework) -> Table:
    """A row for every requirement, and beside its id what it says."""
    texts: dict[tuple[Written, ...], str] = {
        (outer.number, inner.id): inner.text for outer, inner in framework.all_requirements()
    }
    heads, rest = table.columns[:2], table.columns[2:]
    said = Column("", "What has to be the case", shape=Shape("text"), given=True)
    rows = {tuple(row.cells[:2]): row for row in table.rows}
    blank: list[Written] = [None] * len(rest)
    every = [rows.get(key) or Row([*key, *blank], f"{BLANK}:") for key in texts]
    columns = [*(head._replace(given=True) for head in heads), said, *rest]
    return table._replace(
        columns=columns,
        rows=[
            Row([*row.cells[:2], text, *row.cells[2:]], row.state)
            for row, text in zip(every, texts.values(), strict=True)
        ],
        spare=0,
    )


def _sections(
    data: Mapping[str, Any],
    framework: Framework,
    registry: Registry,
    asked: Mapping[str, Question],
) -> Iterator[tuple[str, str, str, Shape]]:
    """Every section that is asked for or answered, in the order of a starter file."""
    places = first_places(framework, registry)
    order = sorted(places, key=lambda key: (places[key], key))
    sections = registry.catalogue.sections
    answered = [key for key in data if key in sections]
    for key in dict.fromkeys([*order, *answered]):
        if key not in framework.sections:
            title = words.label(key)
            about = " ".join((sections[key].__doc__ or "").split())
            yield key, f"{title}. {about}", about, _shape(sections[key], asked[key])
    for key, schema in framework.sections.items():
        about = str(schema.get("description") or "")
        yield key, words.label(key), about, of_schema(schema)


def _shape(section: type[Section], question: Question) -> Shape:
    if issubclass(section, PlainSection):
        return of_schema(section.plain_schema)
    return question.shape
