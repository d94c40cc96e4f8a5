"""`govcheck measure`: ask a data set what a check could ask it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import click

from govcheck.cli.options import (
    DayType,
    SourcesGiven,
    file_argument,
    framework_file_option,
    is_folder,
    plugin_option,
    sources_options,
    whereabouts,
)

if TYPE_CHECKING:
    from govcheck.evidence.datasets import Found
    from govcheck.evidence.sources import Sources
    from govcheck.intake.question import Asked, Question, QuestionError
    from govcheck.model.data_source import DataSource
    from govcheck.plugin.dataset import Dataset
    from govcheck.registry.registry import Registry
    from govcheck.report.counts import Rows

_COLUMN = "COLUMN"
_CONDITION = "CONDITION"


class _Place(NamedTuple):
    """Where the rows lie, and the day as of which they are looked at."""

    source: DataSource
    sources: Sources
    as_of: date


@click.command("measure")
@file_argument
@click.argument("name", metavar="DATASET")
@click.option("--count", is_flag=True, help="How many rows. This is asked where nothing else is.")
@click.option("--rate", metavar=_CONDITION, help="The share of the rows for which it holds.")
@click.option("--missing", metavar=_COLUMN, help="The share of the rows in which it is blank.")
@click.option("--histogram", metavar=_COLUMN, help="How often each value occurs.")
@click.option("--distinct", metavar=_COLUMN, help="How many different values there are.")
@click.option("--first-last", metavar=_COLUMN, help="The months of the first and last day.")
@click.option("--where", metavar=_CONDITION, help="Only of these rows.")
@click.option(
    "--by",
    multiple=True,
    metavar="COLUMN",
    help="For each value of a column, or each month as month(COLUMN). Can be repeated.",
)
@click.option("--as-of", type=DayType(), help="What as_of is in conditions, instead of as_at.")
@sources_options
@plugin_option
@framework_file_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    name: str,
    count: bool,
    rate: str | None,
    missing: str | None,
    histogram: str | None,
    distinct: str | None,
    first_last: str | None,
    where: str | None,
    by: tuple[str, ...],
    as_of: date | None,
    sources: SourcesGiven,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Count in DATASET of FILE, an assessment or itself a file of rows.

    \b
    For example:
      govcheck measure self-assessment.yaml leavers --by group
      govcheck measure leavers.csv leavers --rate 'interview_offered = yes' \\
        --where 'reason = resignation and left_on >= 2023-04-01'
    A CONDITION is made of =, !=, <, <=, >, >=, in (...), is blank, and, or, not and brackets.
    `govcheck explain DATASET` shows its columns. Small counts are never shown.
    """  # noqa: D301 - the mark is click's
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light

    subjects = {
        "rate": rate,
        "missing": missing,
        "histogram": histogram,
        "distinct": distinct,
        "first-last": first_last,
    }
    settings = session.configuration()
    registry = session.load(plugins, framework_files, settings)
    kind = _dataset(name, registry)
    asked = _asked(subjects, where, by, count=count)
    places = whereabouts(settings, sources)
    place = _place(file, kind, registry, places.of(file), as_of)
    question = _question(asked, kind, place.source)
    found = _counted(kind, question, place)
    click.echo(_printed(found, question, places.limit), nl=False)


def _dataset(name: str, registry: Registry) -> type[Dataset]:
    known = registry.catalogue.datasets
    if name not in known:
        from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - only needed here

        hint = suggestion(name, known)
        raise click.UsageError(f"no loaded pack knows a data set “{name}”. {hint}".rstrip())
    return known[name]


def _asked(
    subjects: dict[str, str | None], where: str | None, by: tuple[str, ...], *, count: bool
) -> Asked:
    from govcheck.intake.question import Asked  # noqa: PLC0415 - keeps --help light

    given = [(kind, subject) for kind, subject in subjects.items() if subject is not None]
    if len(given) + count > 1:
        options = ", ".join(f"--{kind}" for kind in ("count", *subjects))
        raise click.UsageError(f"Ask one thing at a time: give one of {options}.")
    kind, subject = given[0] if given else ("count", "")
    return Asked(kind, subject, where, by)


def _question(asked: Asked, kind: type[Dataset], source: DataSource) -> Question:
    from govcheck.intake.question import QuestionError, read_question  # noqa: PLC0415

    try:
        return read_question(asked, kind, source.values)
    except QuestionError as error:
        _stop(error)


def _stop(error: QuestionError) -> NoReturn:
    """Say what is wrong with an option, and point at the place."""
    from govcheck.model.visible import visible  # noqa: PLC0415 - only needed here

    message = f"--{error.option}: {error}"
    line = error.text
    if line and line == visible(line):
        message += f"\n  {line}\n  {' ' * error.at}^"
    raise click.UsageError(message)


def _place(
    file: Path,
    kind: type[Dataset],
    registry: Registry,
    sources: Sources,
    as_of: date | None,
) -> _Place:
    from govcheck.evidence.files.source_file import ENDINGS  # noqa: PLC0415 - keeps --help light

    if file.suffix.lower() in ENDINGS or is_folder(file):
        from govcheck.model.data_source import DataSource  # noqa: PLC0415 - only for a bare file

        # The day matters only where a condition names it: then it is today unless it is given.
        today = date.today()  # noqa: DTZ011 - the day where the reader is
        whole = file.resolve()
        beside = sources._replace(folder=whole.parent)
        return _Place(DataSource(path=whole.name), beside, as_of or today)
    from govcheck.cli.judging import submissions_of  # noqa: PLC0415 - keeps --help light

    [(_, submission)] = submissions_of([file], registry)
    assessment = submission.assessment
    source = assessment.datasets.get(kind.dataset_key)
    if source is None:
        named = ", ".join(assessment.datasets) or "none"
        raise click.UsageError(
            f"{file} names no data set “{kind.dataset_key}”. Under datasets it names: {named}."
        )
    return _Place(source, sources, as_of or assessment.as_at)


def _counted(kind: type[Dataset], question: Question, place: _Place) -> Found:
    """The answers, or exit with the reason why nothing could be counted."""
    from govcheck.evidence.datasets import measure  # noqa: PLC0415 - only where data are counted

    wanted = [question.measure, question.rows]
    found = measure(kind, place.source, wanted, place.as_of, place.sources)
    if found.dataset is None:
        raise click.UsageError(f"{found.state.source} cannot be counted: {found.state.failure}")
    for columns in found.lacking.values():
        names = ", ".join(f"“{column.name}” ({column.about})" for column in columns)
        raise click.UsageError(f"{found.state.source} has no column {names}")
    return found


def _printed(found: Found, question: Question, limit: int) -> str:
    from shutil import get_terminal_size  # noqa: PLC0415 - only needed for tables

    from govcheck.report.counts import Counted, render  # noqa: PLC0415 - heavy

    if found.dataset is None:
        raise AssertionError("what cannot be counted has ended the command")
    headers, rows = _table(question, found.dataset)
    split = bool(question.by)
    counted = Counted(question.words, (*question.by, *headers), rows, found.state, limit, split)
    return render(counted, get_terminal_size((100, 24)).columns)


def _table(question: Question, dataset: Dataset) -> tuple[tuple[str, ...], Rows]:
    """The headers and the rows of an answer."""
    from govcheck.model.column import Code  # noqa: PLC0415 - keeps --help light
    from govcheck.report import counts  # noqa: PLC0415

    enough = dataset[question.rows]
    answer = counts.of_enough(dataset[question.measure], enough)
    match question.kind:
        case "histogram":
            code = question.of if isinstance(question.of, Code) else None
            return ("value", "rows"), counts.spreads(answer, code)
        case "first-last":
            return ("first", "last", "rows with a day"), counts.months(answer, enough)
        case "distinct":
            return ("different values",), counts.amounts(answer)
        case "count":
            return ("rows",), counts.amounts(answer)
        case _:
            return ("share",), counts.shares(answer)
