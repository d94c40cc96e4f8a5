"""What there is to say about a data set: its columns, with what can stand in each."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from govcheck.model.column import Code, Column, Day, Key, Number
from govcheck.plugin.dataset import Dataset
from govcheck.reference.description import WIDTH

_KINDS: dict[type[Column], str] = {
    Code: "one of a list of values",
    Day: "a day",
    Number: "a number",
    Key: "tells one row from another; never shown",
}


def about_dataset(kind: type[Dataset]) -> Iterator[str]:
    """A data set and its columns."""
    yield fill(f"The data set {kind.dataset_key}: {_about(kind)}", WIDTH)
    yield ""
    yield f"One row is one {kind.one_row}. Its columns:"
    for column in kind.columns():
        yield f"  {column.name}"
        yield _indented(f"{' '.join(column.about.split()).rstrip('.')} ({_form(column)}).")
        if isinstance(column, Code):
            yield _indented(f"Values: {', '.join(column.values)}.")
        if column.headers:
            yield _indented(f"Also found as: {', '.join(column.headers)}.")


def _about(kind: type[Dataset]) -> str:
    return " ".join((kind.__doc__ or "").split())


def _form(column: Column) -> str:
    found = next((words for known, words in _KINDS.items() if isinstance(column, known)), "text")
    unit = f", {column.unit}" if column.unit else ""
    return f"{found}{unit}{', optional' if column.optional else ''}"


def _indented(text: str) -> str:
    return fill(text, WIDTH, initial_indent="      ", subsequent_indent="      ")
