"""`govcheck.toml`, or `[tool.govcheck]` in pyproject.toml, of the folder where govcheck is started.

Never looked for beside the assessment: whoever is assessed does not choose the checks.
"""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import Field

from govcheck.intake.document import Document, read_document
from govcheck.intake.places import nearest
from govcheck.intake.problem import InvalidDocument
from govcheck.intake.validation import validate
from govcheck.model.record import Record, Text

_OWN_FILE = "govcheck.toml"
_SHARED_FILE = "pyproject.toml"


class Configuration(Record):
    """Settings of a run. What is given on the command line wins."""

    plugins: tuple[Text, ...] = Field((), description="Files of checks, relative to this file.")
    frameworks: tuple[Text, ...] = Field((), description="Framework files, relative to this file.")
    fail_on: Literal["critical", "major", "minor", "never"] | None = Field(
        None, description="From which severity gaps and open questions fail the run."
    )
    format: Literal["table", "markdown", "json"] | None = Field(
        None, description="The form in which results are printed."
    )


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
    for kind in ("plugins", "frameworks"):
        for index, name in enumerate(getattr(configuration, kind, ())):
            if not (folder / name).is_file():
                message = f"there is no file {name}."
                found.append(document.problem((kind, index), message, "Correct the path."))
    if configuration is None or found:
        raise InvalidDocument(found)
    return configuration.model_copy(
        update={
            kind: tuple(str(folder / name) for name in getattr(configuration, kind))
            for kind in ("plugins", "frameworks")
        }
    )


def _document(folder: Path) -> Document | None:
    if (folder / _OWN_FILE).is_file():
        return read_document(folder / _OWN_FILE, _OWN_FILE)
    shared = folder / _SHARED_FILE
    if not shared.is_file() or b"[tool.govcheck" not in shared.read_bytes():
        return None
    document = read_document(shared, _SHARED_FILE)
    table = document.data.get("tool", {}).get("govcheck")
    return replace(document, data=table, top=nearest(document.top, ("tool", "govcheck")))
