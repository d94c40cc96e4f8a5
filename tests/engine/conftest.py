from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from tests.engine.garden import ASSESSMENT, IMPORTS

from govcheck.engine.judge import evaluate
from govcheck.engine.time_limit import TimeLimit
from govcheck.evidence.documents import look_at
from govcheck.evidence.sources import Sources
from govcheck.intake.assessment import read_assessment
from govcheck.intake.document import parse_document
from govcheck.model.result import Result
from govcheck.testing import load_packs

FRAMEWORK = Path(__file__).parent.parent / "wrong" / "framework.yaml"


@pytest.fixture
def judge(tmp_path: Path) -> Callable[..., Result]:
    """Judge a text by the checks of one file, through the registry, the intake and the engine."""

    def judged(
        checks: str,
        sections: str = "",
        *,
        as_of: date | None = None,
        limit: TimeLimit | None = None,
        reading: bool = True,
    ) -> Result:
        plugin = tmp_path / "garden.py"
        plugin.write_text(IMPORTS + checks, encoding="utf-8")
        registry = load_packs(plugin, frameworks=[FRAMEWORK], installed=False)
        text = ASSESSMENT + dedent(sections)
        document = parse_document(text, "self-assessment.yaml", "yaml")
        submission = read_assessment(document, registry.catalogue)
        evidence = look_at(submission.assessment.evidence, tmp_path)
        sources = Sources(tmp_path) if reading else None
        return evaluate(submission, registry, evidence, as_of, limit=limit, sources=sources)

    return judged
