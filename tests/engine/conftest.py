from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from tests.engine.garden import ASSESSMENT, IMPORTS

from govcheck.model.result import Result
from govcheck.testing import judge_text, load_packs

FRAMEWORK = Path(__file__).parent.parent / "wrong" / "framework.yaml"


@pytest.fixture
def judge(tmp_path: Path) -> Callable[..., Result]:
    """Judge a text by the checks of one file, through the registry, the intake and the engine."""

    def judged(checks: str, sections: str = "", *, as_of: date | None = None) -> Result:
        plugin = tmp_path / "garden.py"
        plugin.write_text(IMPORTS + checks, encoding="utf-8")
        registry = load_packs(plugin, frameworks=[FRAMEWORK], installed=False)
        return judge_text(ASSESSMENT + dedent(sections), registry, folder=tmp_path, as_of=as_of)

    return judged
