"""Each field of the result model, walked by its types, comes up in every full form."""

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple, get_type_hints

import pytest

from govcheck.model import result as model
from govcheck.model.finding import Figure
from govcheck.model.result import Result
from govcheck.report import json_report, markdown
from govcheck.report.judged import Judged
from govcheck.report.web import page
from govcheck.report.words import day
from tests.report.results import of, result

Render = Callable[[Sequence[Judged]], str]
FULL: dict[str, Render] = {
    "json": json_report.render,
    "html": page.render,
    "markdown": markdown.render,
}
KINDS = [
    kind
    for kind in (*vars(model).values(), Figure)
    if inspect.isclass(kind) and hasattr(kind, "_fields")
]
LEFT_OUT = {
    "json": frozenset[str](),
    "html": frozenset[str](),
    # What a check is and where it ran is told by `govcheck explain`; the reason names what decided,
    # the message of a violation its column, and a place its pointer. Lists serve comparisons.
    "markdown": frozenset(
        {
            "checks.title",
            "checks.pack",
            "checks.aspect",
            "checks.scope",
            "checks.counted",
            "findings.kind",
            "location.pointer",
            "decided_by",
            "violations.column",
            "violations.kind",
            "violations.rows",
            "datasets.rows",
            "lists.path",
            "lists.entries",
        }
    ),
}
NOT_IN_A_TEXT_FILE = {("Location", "cell")}
"""What a result has only where a workbook was judged."""


class Leaf(NamedTuple):
    """One value of a result, and what stands for it in a report."""

    path: str
    shown: tuple[str, ...]


def unlike(value: Any, hint: Any, numbers: Iterator[int]) -> Any:
    """The same shape, in which every value that is no word of a closed list is one of its own."""
    if hasattr(value, "_fields"):
        hints = get_type_hints(type(value), include_extras=True)
        parts = {name: unlike(getattr(value, name), hints[name], numbers) for name in hints}
        return type(value)(**parts)
    if isinstance(value, tuple):
        return tuple(unlike(item, None, numbers) for item in value)
    if isinstance(value, dict):
        return {key: unlike(item, None, numbers) for key, item in value.items()}
    if type(value) is int:
        return 4000 + next(numbers)
    if type(value) is not str or "Literal" in str(hint):
        return value
    if "pattern" in str(hint):
        return (date(2030, 1, 1) + timedelta(next(numbers))).isoformat()
    return f"t{next(numbers)}x" if value else value


def leaves(value: Any, path: str = "") -> Iterator[Leaf]:
    if hasattr(value, "_fields"):
        for name in value._fields:
            yield from leaves(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from leaves(item, f"{path}.{place}")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}.{key}")
    elif value is not None and not isinstance(value, bool):
        text = str(value)
        is_day = text.startswith("20") and text.count("-") == 2
        yield Leaf(path, (text, day(text)) if is_day else (text,))


def filled(value: Any) -> Iterator[tuple[str, str]]:
    """Every field that holds something, with its class."""
    if hasattr(value, "_fields"):
        for name in value._fields:
            inner = getattr(value, name)
            if inner not in (None, "", ()):
                yield type(value).__name__, name
            yield from filled(inner)
    elif isinstance(value, tuple):
        for item in value:
            yield from filled(item)


@pytest.fixture(scope="module")
def marked() -> Result:
    return unlike(result(), None, count())  # type: ignore[no-any-return]


def test_the_result_that_is_walked_leaves_no_field_out(marked: Result) -> None:
    every = {(kind.__name__, name) for kind in KINDS for name in kind._fields}
    assert every - {*filled(marked)} == NOT_IN_A_TEXT_FILE


@pytest.mark.parametrize("form", FULL)
def test_every_field_comes_up(marked: Result, form: str) -> None:
    shown = FULL[form](of(marked))
    missing = [leaf for leaf in leaves(marked) if not any(text in shown for text in leaf.shown)]
    fields = {re.sub(r"\.[0-9]+", "", leaf.path) for leaf in missing}
    assert [path for path in fields if not path.endswith(tuple(LEFT_OUT[form]))] == []


def test_what_is_true_or_not_is_said_in_words() -> None:
    """An action that is overdue, and last days that are past."""
    late = result()
    item = late.recommendations[0]
    assert item.due
    past = item._replace(due=item.due._replace(passed=True))
    for form in ("html", "markdown"):
        assert "overdue" in FULL[form](of(late))
        assert "now past" not in FULL[form](of(late))
        assert "now past" in FULL[form](of(late._replace(recommendations=(past,))))
