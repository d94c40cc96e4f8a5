"""The forms in which results can be had: their names, the endings of their files, their modules.

Nothing is imported for a form until it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from govcheck.report.judged import Judged

FormName = Literal[
    "table", "markdown", "json", "html", "board", "csv", "tracker", "sarif", "junit", "github",
    "gitlab", "oscal", "oscal-plan", "decision",
]  # fmt: skip
"""The names that `--format` and the configuration take."""


class Renderer(Protocol):
    """A module of a form: a pure function of results."""

    @staticmethod
    def render(judged: Sequence[Judged], /) -> str | bytes:
        """The results in this form."""


class Form(NamedTuple):
    """A form of output."""

    summary: str
    modules: Mapping[str, str]
    """The module for each ending of a file. The first is what is printed."""
    tells_help: bool = False
    """Whether it says what the docstrings of the checks say."""


FORMS: Mapping[FormName, Form] = {
    "table": Form("what a person reads in a terminal", {".txt": "table"}),
    "markdown": Form("for a pull request or a wiki", {".md": "markdown"}),
    "json": Form("everything, as the published schema describes it", {".json": "json_report"}),
    "html": Form("a web page for everyone, in one file", {".html": "web.page"}),
    "board": Form(
        "a paper for a board or a committee", {".md": "board.markdown", ".docx": "board.word"}
    ),
    "csv": Form("a row for each finding, for a spreadsheet", {".csv": "machine.findings_csv"}),
    "tracker": Form(
        "a row for each recommendation, with the four colours of police authorities",
        {".txt": "tracker.text", ".csv": "tracker.rows_csv", ".xlsx": "tracker.workbook"},
    ),
    "sarif": Form(
        "for code scanning",
        {".sarif": "machine.sarif", ".json": "machine.sarif"},
        tells_help=True,
    ),
    "junit": Form("for the test report of a pipeline", {".xml": "machine.junit"}),
    "github": Form("annotations in a GitHub workflow", {".txt": "machine.github"}),
    "gitlab": Form("code quality in a GitLab merge request", {".json": "machine.gitlab"}),
    "oscal": Form("OSCAL assessment results", {".json": "machine.oscal_results"}),
    "oscal-plan": Form("OSCAL plan of action and milestones", {".json": "machine.oscal_plan"}),
    "decision": Form("what --policy, --waivers and --baseline decide", {".json": "decision_json"}),
}
"""In the order of the help. The first form that has an ending is the one which it chooses."""

NAMES: tuple[FormName, ...] = tuple(FORMS)


class UnknownFormError(ValueError):
    """Nothing can be written under a name; says what could."""


class Output(NamedTuple):
    """A form and the ending of the file that takes it."""

    form: FormName
    ending: str

    def renderer(self) -> Renderer:
        """The module, imported now."""
        module = FORMS[self.form].modules[self.ending]
        return cast("Renderer", import_module(f"govcheck.report.{module}"))


def printed(form: FormName) -> Output:
    """What goes to the terminal in a form."""
    return Output(form, next(iter(FORMS[form].modules)))


def output_for(ending: str, form: str | None = None) -> Output:
    """What a file with an ending holds, in a named form or in the one that the ending chooses.

    Raises UnknownFormError.
    """
    wanted = ending.lower()
    for name, known in FORMS.items():
        if form in (None, name) and wanted in known.modules:
            return Output(name, wanted)
    if form is None:
        endings = ", ".join(dict.fromkeys(end for item in FORMS.values() for end in item.modules))
        raise UnknownFormError(f"the ending chooses the form; it can be {endings}")
    endings = " or ".join(FORMS[cast("FormName", form)].modules)
    raise UnknownFormError(f"a file in the form {form} ends in {endings}")
