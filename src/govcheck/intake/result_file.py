"""Results and baselines read back from their files, as strictly as they were written."""

from __future__ import annotations

import json
import stat
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from govcheck.intake.problem import InvalidDocument, Problem, shown
from govcheck.model import baseline, result
from govcheck.model.baseline import Baseline
from govcheck.model.result import Result

MAX_BYTES = 100 * 1024 * 1024
"""The largest file that is read: a result of a real assessment is some 200 kB."""
_MAKE = "Make one with `govcheck run FILE --output result.json`."


def read_results(path: Path) -> tuple[Result, ...]:
    """The results of a file, of which a run of several assessments writes a list.

    Raises InvalidDocument.
    """
    data = _json(path)
    entries = data if isinstance(data, list) else [data]
    if not entries or not all(_format(entry) == result.FORMAT for entry in entries):
        raise _problem(path, "this is no result of govcheck.", _MAKE)
    return tuple(_valid(Result, entry, path) for entry in entries)


def parse_result(text: str, path: Path) -> Result:
    """One result as it was kept in a file. Raises InvalidDocument."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise _problem(path, "a result in it is not JSON.", "Take the file as it was.") from None
    found: Result = _valid(Result, data, path)
    return found


def is_result(path: Path) -> bool:
    """Whether a file is what a run wrote, as its head says."""
    try:
        data = _json(path)
    except InvalidDocument:
        return False
    first = data[0] if isinstance(data, list) and data else data
    return bool(_format(first) == result.FORMAT)


def read_baselines(path: Path) -> tuple[Baseline, ...]:
    """The baselines of a file; a result is a baseline of which every gap is known since its day.

    Raises InvalidDocument.
    """
    data = _json(path)
    if _format(data) == baseline.FORMAT:
        return (_valid(Baseline, data, path),)
    return tuple(Baseline(baseline.FORMAT, (), found) for found in read_results(path))


def _json(path: Path) -> Any:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise _problem(path, "this is not an ordinary file.", "Name a file on a disk.")
        if about.st_size > MAX_BYTES:
            raise _problem(path, "it is larger than 100 MB.", _MAKE)
        return json.loads(path.read_bytes())
    except OSError as error:
        raise _problem(path, f"it cannot be read: {error.strerror}.", "Check the name.") from None
    except (ValueError, RecursionError):
        raise _problem(path, "this is not JSON.", _MAKE) from None


def _format(data: Any) -> Any:
    return data.get("format") if isinstance(data, dict) else None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _valid(kind: Any, data: Any, path: Path) -> Any:
    try:
        return _adapter(kind).validate_json(json.dumps(data))
    except ValidationError as errors:
        first = errors.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        message = f"it is not as govcheck writes it: {shown(place)}: {shown(first['msg'])}."
        raise _problem(path, message, _MAKE) from None


def _problem(path: Path, message: str, hint: str) -> InvalidDocument:
    return InvalidDocument([Problem(shown(str(path), 1_000), 1, 1, message, hint)])
