"""`govcheck.toml`, or `[tool.govcheck]` in pyproject.toml, of the folder where govcheck is started.

Never looked for beside the assessment: whoever is assessed does not choose the checks.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from govcheck.cli.options import MOST_SECONDS, MOST_SMALL, is_file, is_folder
from govcheck.intake.document import Document, read_document
from govcheck.intake.places import nearest
from govcheck.intake.problem import InvalidDocument, shown
from govcheck.intake.source import read_bytes
from govcheck.intake.validation import validate
from govcheck.model.disclosure import LEAST_LIMIT
from govcheck.model.record import Record, Text
from govcheck.report.forms import FormName

_OWN_FILE = "govcheck.toml"
_SHARED_FILE = "pyproject.toml"
_MAY_SET = re.compile(
    rb"""tool["'\s]*\.["'\s]*govcheck  # [tool.govcheck], tool.govcheck = ...
    | ^\s*(\[\s*)?["']?tool["']?\s*[\]=]  # [tool], tool = {...
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Most projects with the word in this file have no settings there: reading it would be in vain."""


class Configuration(Record):
    """Settings of a run. What is given on the command line wins."""

    plugins: tuple[Text, ...] = Field((), description="Files of checks, relative to this file.")
    frameworks: tuple[Text, ...] = Field((), description="Framework files, relative to this file.")
    fail_on: Literal["critical", "major", "minor", "never"] | None = Field(
        None, description="From which severity gaps and open questions fail the run."
    )
    format: FormName | None = Field(None, description="The form in which results are printed.")
    seconds_per_check: Annotated[int, Field(ge=1, le=MOST_SECONDS)] | None = Field(
        None, description="How long one check may take before it is an error. Left out: 10."
    )
    roots: tuple[Text, ...] = Field(
        (),
        description="Other folders in which evidence and data may lie, relative to this file.",
    )
    small_count: Annotated[int, Field(ge=LEAST_LIMIT, le=MOST_SMALL)] | None = Field(
        None, description="Smaller counts of people are not shown. Left out: 5; never below 3."
    )
    seconds_per_question: Annotated[int, Field(ge=1, le=MOST_SECONDS)] | None = Field(
        None, description="How long a database may take over one question. Left out: 60."
    )


_PATHS: dict[str, tuple[str, Callable[[Path], bool]]] = {
    "plugins": ("file", is_file),
    "frameworks": ("file", is_file),
    "roots": ("folder", is_folder),
}
"""What the paths under a key have to lead to."""
NO_CONFIGURATION = Configuration.model_construct()
"""Nothing is set."""


def read_configuration(folder: Path) -> Configuration:
    """The configuration of a folder, with its paths made whole; empty where there is none.

    Raises InvalidDocument with every problem, a listed file that does not exist included.
    """
    document = _document(folder)
    if document is None:
        return NO_CONFIGURATION
    configuration, problems = validate(document, Configuration, {})
    found = list(problems)
    for kind, (what, is_there) in _PATHS.items():
        for index, name in enumerate(getattr(configuration, kind, ())):
            if not is_there(folder / name):
                message = f"there is no {what} {shown(name)}."
                found.append(document.problem((kind, index), message, "Correct the path."))
    if configuration is None or found:
        raise InvalidDocument(found)
    return configuration.model_copy(
        update={
            kind: tuple(str(folder / name) for name in getattr(configuration, kind))
            for kind in _PATHS
        }
    )


def _document(folder: Path) -> Document | None:
    own, shared = folder / _OWN_FILE, folder / _SHARED_FILE
    # Whatever has the name is meant: settings behind a broken link are not to be passed over.
    if own.exists() or own.is_symlink():
        return None if _says_nothing(read_bytes(own, _OWN_FILE)) else read_document(own, _OWN_FILE)
    if not shared.is_file():
        return None
    content = read_bytes(shared, _SHARED_FILE)
    if not _MAY_SET.search(content) or _says_nothing(content):
        return None
    document = read_document(shared, _SHARED_FILE)
    tools = document.data.get("tool")
    if not isinstance(tools, dict) or "govcheck" not in tools:
        return None
    return replace(
        document, data=tools["govcheck"], top=nearest(document.top, ("tool", "govcheck"))
    )


def _says_nothing(content: bytes) -> bool:
    """Whether all lines are blank or comments, as of settings that somebody has switched off."""
    lines = (line.strip() for line in content.splitlines())
    return all(not line or line.startswith(b"#") for line in lines)
