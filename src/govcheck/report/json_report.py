"""Results as JSON: one object for one result, a list for several."""

from __future__ import annotations

import json
from collections.abc import Sequence

from govcheck.model.result import Result


def render(results: Sequence[Result]) -> str:
    """JSON text that the published schema describes, ending in a line break."""
    documents = [result.as_json() for result in results]
    whole = documents[0] if len(documents) == 1 else documents
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
