"""Small plugins about sheds, and how to look at what the engine made of them."""

from collections.abc import Callable
from textwrap import dedent, indent

from govcheck.model.result import CheckResult, Result

Judge = Callable[..., Result]

IMPORTS = """
import datetime
from govcheck.plugin import *

SERVES = "allotments-2024:1.review"


class Shed(Record):
    doors: Count | None = Field(None, description="How many doors has it? For example: 2.")
    keys: tuple[Text, ...] | None = Field(None, description="Who has a key?")


class Sheds(Section, key="sheds"):
    "The sheds."

    reviewed: Day | None = Field(None, description="On which day were they reviewed?")
    all_of_them: tuple[Shed, ...] | None = Field(None, description="Which sheds are there?")
"""
ASSESSMENT = """\
govcheck: 1
framework: allotments-2024
force: {id: plot-1, name: The first plot}
as_at: 2024-06-30
"""


def one_check(
    signature: str, body: str, *, id_: str = "SHED-001", rest: str = "serves=SERVES"
) -> str:
    """The text of a check."""
    return (
        f'\n\n@check("{id_}", {rest}, severity=Severity.MAJOR)\n'
        f"def {id_.lower().replace('-', '_')}({signature}):\n"
        f'    """All is well with {id_}.\n\n    Close the gap: mend it.\n    """\n'
        f"{indent(dedent(body).strip(), '    ')}\n"
    )


def results_of(result: Result) -> dict[str, CheckResult]:
    """The outcomes by the ids of their checks; the scope beside the id where there is one."""
    return {f"{item.id} {item.scope}".strip(): item for item in result.check_results()}


def told(result: CheckResult) -> list[str]:
    """What an outcome says."""
    return [finding.message for finding in result.findings]
