"""A plugin about plots of land with a data set, an assessment of it, and the command in-process."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from govcheck.cli.main import cli

FRAMEWORK = """\
govcheck-framework: 1
id: allotments-2024
title: Allotments
publisher: The Inspectorate of Allotments (invented)
published: 2024-03-01
source: invented for the tests
licence: CC0
evidence_fresh_for_months: 24
groups: [{name: gardeners}, {name: bee keepers}]
recommendations:
  - number: "1"
    title: Plots
    wording: Every allotment should ask its tenants why they leave.
    addressee: allotments
    groups: [gardeners, bee keepers]
    requirements:
      - id: asked
        text: Tenants are asked.
      - id: sheds
        text: There are sheds.
"""
PLUGIN = '''
from govcheck.plugin import *


class Plots(Dataset, key="plots"):
    """Plots that were given up."""

    one_row = "plot"
    crop = CodeColumn("What grew", {"beans": ["bean"], "peas": [], "sweet corn": []})
    asked = CodeColumn("Whether the tenant was asked why", {"yes": ["y"], "no": ["n"]})
    left_on = DayColumn("When it was given up")
    size = NumberColumn("How large it is", unit="rods", optional=True)
    plot = KeyColumn("A pseudonymous number", optional=True)


class Sheds(Section, key="sheds"):
    """The sheds."""

    evidence: tuple[EvidenceId, ...] | None = Field(None, description="What shows it?")


ASKED = Rate(of=Plots.asked.is_("yes"), by=Plots.crop)


@check("PLOT-001", serves="allotments-2024:1.asked", severity=Severity.MAJOR, measures=(ASKED,))
def tenants_are_asked(plots: Plots):
    """Tenants are asked why they leave.

    Close the gap: ask them.
    """
    for (crop,), share in plots[ASKED].items():
        if not share.reaches(90):
            figure = plots.figure(share, crop, at_least=90)
            yield Gap(f"too few growers of {crop} were asked", figure=figure)


@check("PLOT-002", serves="allotments-2024:1.sheds", severity=Severity.MINOR)
def sheds_are_shown(sheds: Sheds):
    """The sheds are there.

    Close the gap: build them.
    """
    yield from ()
'''
ASSESSMENT = """\
govcheck: 1
framework: allotments-2024
force: {id: plot-1, name: The first plot}
as_at: 2024-06-30 # midsummer
"""


class Allotment(NamedTuple):
    """A folder with an assessment, and a way to run commands in it."""

    folder: Path
    govcheck: Callable[..., Result]

    @property
    def file(self) -> Path:
        return self.folder / "self-assessment.yaml"

    def says(self, text: str) -> None:
        """Write the assessment, with these lines below its head."""
        self.file.write_text(ASSESSMENT + dedent(text), encoding="utf-8", newline="")


@pytest.fixture
def allotment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Allotment:
    folder = tmp_path / "allotment"
    folder.mkdir()
    plugin, framework = tmp_path / "plots.py", tmp_path / "allotments.yaml"
    plugin.write_text(PLUGIN, encoding="utf-8")
    framework.write_text(FRAMEWORK, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "100")
    runner = CliRunner()

    def run(*words: object, **environment: str) -> Result:
        options = ["--plugin", str(plugin), "--framework", str(framework)]
        return runner.invoke(cli, [*map(str, words), *options], env=environment)

    made = Allotment(folder, run)
    made.says("")
    return made
