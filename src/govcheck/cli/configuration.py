"""`govcheck.toml`, or `[tool.govcheck]` in pyproject.toml, of the folder where govcheck is started.

Never looked for beside the assessment: whoever is assessed does not choose the checks.
"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from govcheck.cli.options import MOST_SECONDS
from govcheck.intake.document import Document, read_document
from govcheck.intake.places import nearest
from govcheck.intake.problem import InvalidDocument, shown
from govcheck.intake.source import read_bytes
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
    seconds_per_check: Annotated[int, Field(ge=1, le=MOST_SECONDS)] | None = Field(
        None, description="How long one check may take before it is an error. Left out: 10."
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
            if not _is_file(folder / name):
                message = f"there is no file {shown(name)}."
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
    own, shared = folder / _OWN_FILE, folder / _SHARED_FILE
    # Whatever has the name is meant: settings behind a broken link are not to be passed over.
    if own.exists() or own.is_symlink():
        return None if _says_nothing(read_bytes(own, _OWN_FILE)) else read_document(own, _OWN_FILE)
    if not shared.is_file():
        return None
    content = read_bytes(shared, _SHARED_FILE)
    if b"govcheck" not in content or _says_nothing(content):
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


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, in Python 3.11
        return False
