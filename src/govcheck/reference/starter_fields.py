"""The fields of a record as lines to fill in: the question as a comment, then a blank answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from govcheck.reference.field_form import Form, can_be_blank, form_of, stands_alone
from govcheck.reference.starter_text import STEP, commented_out, note, scalar


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Turns records into lines; `groups` are the names that the framework gives to groups."""

    groups: tuple[str, ...]

    def fields(self, record: type[BaseModel], indent: str) -> Iterator[str]:
        """Every field of a record."""
        for name, field in record.model_fields.items():
            yield from self.field(field.alias or name, field, indent)

    def field(self, name: str, field: FieldInfo, indent: str) -> Iterator[str]:
        """One field: live and blank where blank is an answer, commented out where it is not."""
        form = form_of(field)
        if not stands_alone(field) or (form.kind == "record" and not _blank_record(form)):
            yield from self._as_example(name, field, form, indent)
            return
        yield from note(self.question(field, form), indent)
        yield f"{indent}{name}:"
        if form.record is None:
            return
        if form.kind == "record":
            yield from self.fields(form.record, indent + STEP)
        else:
            yield from commented_out(self.entry(form, indent + STEP), indent + STEP)

    def question(self, field: FieldInfo, form: Form) -> str:
        """What the field asks, and what can be answered where the question does not say it."""
        return " ".join(filter(None, [field.description or "", *self._hints(field, form)]))

    def entry(self, form: Form, indent: str) -> Iterator[str]:
        """One entry of a list or table of records."""
        if form.record is None:
            return
        yield f"{indent}-" if form.kind == "list" else f"{indent}short-id:"
        yield from self.fields(form.record, indent + STEP)

    def _as_example(self, name: str, field: FieldInfo, form: Form, indent: str) -> Iterator[str]:
        yield from note(self.question(field, form), indent)
        lines = [f"{indent}{name}:{_default(field, form)}"]
        if form.kind == "record" and form.record is not None:
            lines += self.fields(form.record, indent + STEP)
        elif form.record is not None:
            lines += self.entry(form, indent + STEP)
        yield from commented_out(lines, indent)

    def _hints(self, field: FieldInfo, form: Form) -> Iterator[str]:
        asked = field.description or ""
        if any(not _mentions(asked, choice) for choice in form.choices):
            some = "One or more of" if form.kind == "list" else "One of"
            yield f"{some}: {', '.join(form.choices)}."
        if form.names_groups and self.groups:
            yield f"Groups: {', '.join(self.groups)}."
        if form.choices or _SHOWS_HOW.search(asked):
            return
        yield from _SHAPES.get(form.kind, ())


_SHOWS_HOW = re.compile(r"[Ee]xample|[0-9]{4}-[0-9]{2}")
_SHAPES: Mapping[str, Sequence[str]] = {
    "day": ("Write a day as 2023-10-31.",),
    "number": ("Write a number, without quotes.",),
    "true or false": ("Write true or false.",),
}


def _mentions(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _blank_record(form: Form) -> bool:
    return form.record is not None and can_be_blank(form.record)


def _default(field: FieldInfo, form: Form) -> str:
    """What stands after the colon of a line that can be left out, so that it is true as it is."""
    if form.record is not None or field.is_required():
        return ""
    if form.kind in ("list", "table"):
        return " []" if form.kind == "list" else " {}"
    value: Any = field.default
    return f" {scalar(value)}" if isinstance(value, str) else f" {json.dumps(value)}"
