"""The records of a CSV file, as Python reads them: the one definition of what stands in a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from govcheck.evidence.files.csv_reader import reader, without_spaces, without_surplus
from govcheck.evidence.tables.opened_table import FIRST_LINES
from govcheck.evidence.tables.table import UnreadableTable

CODECS: Final = {"utf-8": "utf-8-sig", "utf-16": "utf-16", "windows-1252": "cp1252"}
"""What Python calls the encodings that an assessment can name."""


class CsvForm(NamedTuple):
    """How a CSV file is written."""

    headers: tuple[str, ...]
    delimiter: str = ","
    encoding: str = "utf-8"
    header_row: int = 1
    """The line of the headers, counted from 1."""
    usual: bool = True
    """Whether an engine can read it, or only Python."""


class Record(NamedTuple):
    """One row."""

    line: int
    """The line in which it begins, counted from 1."""
    cells: list[str]


def records(path: Path, form: CsvForm) -> Iterator[Record]:
    """The rows under the headers; empty lines are passed over.

    Raises UnreadableTable, at the end for rows that have more or fewer cells than there are
    headers, so that all of them are found.
    """
    wrong: list[int] = []
    every = _all_records(path, form)
    next((record for record in every if record.line >= form.header_row), None)
    for record in every:
        if _is_empty(record.cells):
            continue
        cells = without_surplus(record.cells, len(form.headers))
        if len(cells) == len(form.headers):
            yield Record(record.line, cells)
        else:
            wrong.append(record.line)
    if wrong:
        raise _ragged(wrong, len(form.headers))


def all_rows(path: Path, form: CsvForm) -> tuple[Sequence[list[str]], Sequence[int]]:
    """The same rows, all at once, and the line in which each begins. Raises UnreadableTable.

    Most files have a line for each row, and are read in a third of the time.
    """
    rows, last = _plain_rows(path, form)
    first = form.header_row
    if last == len(rows) > first and set(map(len, rows[first:])) == {max(len(form.headers), 2)}:
        return rows[first:], range(first + 1, last + 1)
    found = list(records(path, form))
    return [record.cells for record in found], [record.line for record in found]


def _plain_rows(path: Path, form: CsvForm) -> tuple[list[list[str]], int]:
    """All rows and the number of lines; nothing where anything is wrong."""
    try:
        with path.open(encoding=CODECS[form.encoding], newline="") as stream:
            rows = reader(stream, form.delimiter, strict=True)
            return list(rows), rows.line_num
    except (csv.Error, UnicodeError):
        return [], 0


def _ragged(wrong: Sequence[int], headers: int) -> UnreadableTable:
    number = f"more than {FIRST_LINES}" if len(wrong) > FIRST_LINES else len(wrong)
    rows = "1 row does" if len(wrong) == 1 else f"{number} rows do"
    cells = "1 cell" if headers == 1 else f"{headers} cells"
    return UnreadableTable(
        f"{rows} not have {cells}, one for each header ({lines(wrong)}).",
        "Look there for a delimiter inside a cell that is not in quotation marks, and for rows "
        "that are cut or added by hand, such as totals.",
    )


def lines(numbers: Sequence[int]) -> str:
    """`line 4`, `lines 4, 7 and 9`, or the first few of more."""
    first = [str(number) for number in numbers[:FIRST_LINES]]
    if len(numbers) == 1:
        return f"line {first[0]}"
    if len(numbers) > FIRST_LINES:
        return f"first in lines {', '.join(first)}"
    return f"lines {', '.join(first[:-1])} and {first[-1]}"


def _is_empty(cells: Sequence[str]) -> bool:
    return not cells or (len(cells) == 1 and not cells[0].strip())


def _all_records(path: Path, form: CsvForm) -> Iterator[Record]:
    line = 1
    try:
        with path.open(encoding=CODECS[form.encoding], newline="") as stream:
            rows = reader(without_spaces(stream, form.delimiter), form.delimiter, strict=True)
            for cells in rows:
                yield Record(line, cells)
                line = rows.line_num + 1
    except csv.Error as error:
        too_long = "limit" in str(error)
    except UnicodeError:
        too_long = None
    else:
        return
    if too_long is None:
        raise undecodable(path, form)
    raise _badly_quoted(line, too_long=too_long)


def _badly_quoted(line: int, *, too_long: bool) -> UnreadableTable:
    if too_long:
        message = f"a cell of the row that begins in line {line} is longer than any cell should be."
    else:
        message = f"the quotation marks of the row that begins in line {line} do not match."
    return UnreadableTable(
        message,
        "Look there for a quotation mark that is not closed; one inside a cell is written twice.",
    )


def undecodable(path: Path, form: CsvForm) -> UnreadableTable:
    """What to say of a file that is not in the encoding. UTF-16 has no lines to look at."""
    where = ""
    if form.encoding != "utf-16":
        with path.open("rb") as stream:
            numbers = [
                number for number, line in enumerate(stream, 1) if not _decodes(line, form.encoding)
            ]
        where = f" ({lines(numbers)})"
    return UnreadableTable(
        f"it is not wholly in {form.encoding}{where}.",
        "Save it anew in one encoding, best as “CSV UTF-8”, or say in the assessment which it is: "
        "encoding: windows-1252.",
    )


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(CODECS[encoding])
    except UnicodeDecodeError:
        return False
    return True
