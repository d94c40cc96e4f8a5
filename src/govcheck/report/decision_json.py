"""What the gate said as JSON: one object for one result, a list for several."""

from __future__ import annotations

from collections.abc import Sequence

from govcheck.report.json_report import as_text
from govcheck.report.judged import Judged


def render(judged: Sequence[Judged]) -> str:
    """JSON text that the published schema describes, ending in a line break."""
    documents = [item.decision.as_json() for item in judged if item.decision]
    return as_text(documents[0] if len(documents) == 1 else documents)
