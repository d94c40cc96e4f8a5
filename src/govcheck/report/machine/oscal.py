"""What both OSCAL documents share: identifiers, texts, properties, the head and the annex.

docs/oscal.md has the mapping of our words to theirs. OSCAL is published by NIST:
https://pages.nist.gov/OSCAL/
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from govcheck.model.result import EvidenceResult, FindingResult, Result
from govcheck.model.visible import visible
from govcheck.report.judged import Judged

VERSION = "1.2.1"
"""Of OSCAL."""
NAMESPACE = "urn:govcheck:oscal"
"""Of the properties that are ours."""
Json = dict[str, Any]

_ADDRESS = re.compile(r"https?://")
_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]+")
_OURS: UUID = uuid5(NAMESPACE_URL, NAMESPACE)


def identifier(*path: object) -> str:
    """A UUID that is the same for the same path, whenever and wherever it is made.

    It is marked as of version 4: readers follow no links to others, though OSCAL allows version 5.
    """
    return str(UUID(bytes=uuid5(_OURS, "\n".join(map(str, path))).bytes, version=4))


def token(prefix: str, text: str) -> str:
    """A text as OSCAL wants names: beginning with a letter, without blanks."""
    return f"{prefix}-{_NO_TOKEN.sub('-', text)}"


def prop(name: str, value: object) -> list[Json]:
    """A property of ours, or nothing where there is no value: OSCAL knows no empty ones."""
    text = "true" if value is True else "false" if value is False else visible(str(value or ""))
    return [{"name": name, "ns": NAMESPACE, "value": text}] if text else []


def said(text: str | None, otherwise: str = "not said") -> str:
    """A text that OSCAL wants to be there."""
    return visible(text or "") or otherwise


def moment(day: str) -> str:
    """The beginning of a day, as 2024-03-15T00:00:00Z."""
    return f"{day}T00:00:00Z"


def distinct(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Each result once: copies of a file would give one identifier to two things."""
    first = dict[str, Judged]()
    for item in judged:
        first.setdefault(item.result.digest, item)
    return tuple(first.values())


def metadata(title: str, judged: Sequence[Judged]) -> Json:
    """The head of a document. No clock: it was last changed on the day of judgement."""
    latest = max(item.result.as_of for item in judged)
    tool = judged[0].result.tool
    return {
        "title": title,
        "last-modified": moment(latest),
        "version": latest,
        "oscal-version": VERSION,
        "props": [*prop("tool", tool.name), *prop("tool-version", tool.version)],
        "links": [*(link for item in judged for link in _links(item.result))],
    }


def _links(result: Result) -> Iterator[Json]:
    """What stands in the back matter, so that no reader takes it for forgotten."""
    for entry in result.evidence:
        yield {"href": f"#{resource_of(result, entry.id)}", "rel": "evidence"}
    yield {"href": f"#{whole_of(result)}", "rel": "result"}


def back_matter(judged: Sequence[Judged]) -> Json:
    """The evidence, and each result whole: nothing is lost on the way."""
    evidence = [_resource(item, entry) for item in judged for entry in item.result.evidence]
    return {"resources": [*evidence, *map(_whole, judged)]}


def resource_of(result: Result, name: str) -> str:
    """The identifier of an entry of the evidence."""
    return identifier(result.digest, "evidence", name)


def _resource(item: Judged, entry: EvidenceResult) -> Json:
    link: Json = {"href": _href(visible(entry.place))}
    if entry.sha256:
        link["hashes"] = [{"algorithm": "SHA-256", "value": entry.sha256}]
    return {
        "uuid": resource_of(item.result, entry.id),
        "title": said(entry.title),
        "description": f"Evidence: {entry.state}",
        "props": [
            *prop("evidence-id", entry.id),
            *prop("state", entry.state),
            *prop("method", entry.method),
            *prop("about", entry.about),
            *prop("collected", entry.collected),
            *prop("fresh-until", entry.fresh_until),
            *prop("covers", ", ".join(entry.covers)),
            *prop("cited-by", ", ".join(entry.cited_by)),
        ],
        "rlinks": [link],
    }


def _href(place: str) -> str:
    """A place as OSCAL wants links: an address as it stands, anything else as a relative path."""
    kept = "%/:?#@!$&'()*+,;=~" if _ADDRESS.match(place) else "/"
    return quote(place, safe=kept) or "#"


def _whole(item: Judged) -> Json:
    result = item.result
    content = json.dumps(result.as_json(), ensure_ascii=False).encode()
    return {
        "uuid": whole_of(result),
        "title": "The result of govcheck, as its own schema describes it",
        "description": said(item.closing),
        "props": [*prop("digest", result.digest), *prop("file", item.path)],
        "base64": {
            "filename": "result.json",
            "media-type": "application/json",
            "value": b64encode(content).decode(),
        },
    }


def whole_of(result: Result) -> str:
    """The identifier of the annex that holds a result whole."""
    return identifier(result.digest, "result")


def place_of(finding: FindingResult) -> list[Json]:
    """Where in the file a finding stands."""
    at = finding.location
    line = [] if at.cell else [*prop("line", at.line), *prop("column", at.column)]
    return [
        *prop("file", at.file), *line, *prop("cell", at.cell), *prop("pointer", at.pointer or "/"),
    ]  # fmt: skip
