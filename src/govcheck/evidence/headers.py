"""Find the declared columns of a data set in a table, and how their cells are to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from govcheck.evidence.day_columns import day_formats
from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import Layout, UnreadableTable
from govcheck.model.column import Code, Column, folded_label
from govcheck.model.data_source import DataSource
from govcheck.model.visible import shortened
from govcheck.plugin.dataset import Dataset

_LONGEST = 60


def layout(kind: type[Dataset], source: DataSource, opened: OpenedTable, as_of: date) -> Layout:
    """How a table is read as a data set. Raises UnreadableTable where that cannot be told."""
    there = opened.table.headers
    named = dict(_named(kind, source))
    if not _knows_a_header(kind, named, there):
        raise _no_header_known(kind, there, source)
    mapped = dict(_mapped(named, there))
    headers = mapped | dict(_matching(kind, mapped, there))
    relabelled = dict(_relabelled(kind, source))
    return Layout(headers, as_of, day_formats(headers, source, opened), relabelled)


def _named(kind: type[Dataset], source: DataSource) -> Iterator[tuple[Column, str]]:
    """The columns for which the assessment gives the header."""
    by_name = {column.name: column for column in kind.columns()}
    for name, header in source.columns.items():
        yield _known(name, by_name, "columns"), header.strip()


def _knows_a_header(
    kind: type[Dataset], named: Mapping[Column, str], headers: Iterable[str]
) -> bool:
    """Whether one of the headers is known. Else they may be a row, and are not to be told."""
    known = {_folded(name) for column in kind.columns() for name in _usual(column)}
    known |= {_folded(header) for header in named.values()}
    return any(_folded(header) in known for header in headers)


def _no_header_known(
    kind: type[Dataset], headers: Sequence[str], source: DataSource
) -> UnreadableTable:
    expected = ", ".join(column.name for column in kind.columns())
    if len(headers) == 1:
        return UnreadableTable(
            f"it has 1 column, and its header is not known. Expected are: {expected}.",
            _where_more_columns_are(source),
        )
    return UnreadableTable(
        f"none of its {len(headers)} headers is known. Expected are: {expected}.",
        "If it has others, say which are meant, as columns: {"
        f"{kind.columns()[0].name}: its header"
        "}; if they do not stand in the first line, say in "
        "which, as header_row: 3.",
    )


def _where_more_columns_are(source: DataSource) -> str:
    path = (source.path or "").lower()
    if path.endswith(".xlsx"):
        return "If the table stands on another sheet, name it, as sheet: Leavers."
    if source.path is None or path.endswith(".parquet"):
        return "If it is the right column, say what it is, as columns: {...}."
    return "If it has more columns, say what divides them, as delimiter: tab."


def _mapped(named: Mapping[Column, str], headers: Iterable[str]) -> Iterator[tuple[Column, str]]:
    """The headers that the assessment gives, as they stand in the table."""
    by_folded = {header.casefold(): header for header in headers}
    for column, header in named.items():
        found = by_folded.get(header.casefold())
        if found is None:
            raise UnreadableTable(
                f"it has no header “{shortened(header, _LONGEST)}”, which columns names.",
                nearest(header, by_folded.values(), "Write it as it stands in the table."),
            )
        yield column, found


def _known(name: str, by_name: Mapping[str, Column], where: str) -> Column:
    column = by_name.get(name)
    if column is None:
        known = ", ".join(by_name)
        raise UnreadableTable(
            f"{where} names “{shortened(name, _LONGEST)}”, which the data set does not have.",
            nearest(name, by_name, f"It has: {known}."),
        )
    return column


def _matching(
    kind: type[Dataset], mapped: Mapping[Column, str], headers: Iterable[str]
) -> Iterator[tuple[Column, str]]:
    """The other columns, by their own names and those under which they are usually found."""
    free = [header for header in headers if header not in mapped.values()]
    for column in kind.columns():
        if column in mapped:
            continue
        names = {_folded(name) for name in _usual(column)}
        found = [header for header in free if _folded(header) in names]
        if len(found) > 1:
            both = " and ".join(f"“{shortened(header, _LONGEST)}”" for header in found[:2])
            raise UnreadableTable(
                f"two of its headers, {both}, can be the column {column.name}.",
                f"Say which is meant, as columns: {{{column.name}: ...}}.",
            )
        if found:
            yield column, found[0]


def _usual(column: Column) -> tuple[str, ...]:
    """The headers under which a column is found without being told."""
    return (column.name, *column.headers)


def _folded(header: str) -> str:
    """A header without case, and with one space for whatever stands between its words."""
    return " ".join(re.split(r"[\W_]+", header.casefold())).strip()


def _relabelled(
    kind: type[Dataset], source: DataSource
) -> Iterator[tuple[Column, Mapping[str, str]]]:
    """The codes for which labels of the force stand, by folded label."""
    coded = {column.name: column for column in kind.columns() if isinstance(column, Code)}
    for name, labels in source.values.items():
        column = _known(name, coded, "values")
        assert isinstance(column, Code)  # noqa: S101 - only such are among them
        for value in labels.values():
            if value not in column.values:
                raise UnreadableTable(
                    f"values gives “{shortened(value, _LONGEST)}” as a value of {name}.",
                    nearest(value, column.values, f"It can be: {', '.join(column.values)}."),
                )
        yield column, {folded_label(label): value for label, value in labels.items()}


def unused_headers(opened: OpenedTable, bound: Layout) -> list[str]:
    """Headers that no declared column takes: one of them may be a misspelt name."""
    return [item for item in opened.table.headers if item not in bound.headers.values()]
