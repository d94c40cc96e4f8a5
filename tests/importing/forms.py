"""One text in each form that can be imported: as a person would type it there."""

from __future__ import annotations

import html
from collections.abc import Callable
from io import BytesIO

import docx

from govcheck.importing.plain_text import item


def text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def word(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        found = item(line.strip())
        if found and found[0] == "-":
            document.add_paragraph(found[1], style="List Bullet")
        else:
            document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(lines: list[str]) -> bytes:
    return "\n".join(
        [
            "<!doctype html><html><head><title>Response</title><script>alert(1)</script></head>",
            "<body><nav><ul><li>Recommendation 9: By May 2031, menus should go.</ul></nav>",
            *(_element(line) for line in lines),
            "</body></html>",
        ]
    ).encode()


def _element(line: str) -> str:
    found = item(line.strip())
    if found and found[0] == "-":
        return f"<ul><li>{html.escape(found[1])}</li></ul>"
    return f"<p>{html.escape(line)}</p>"


def markdown(lines: list[str]) -> bytes:
    return "\n\n".join(line.strip().replace("[", r"\[") for line in lines).encode()


FORMS: dict[str, Callable[[list[str]], bytes]] = {
    ".txt": text,
    ".docx": word,
    ".html": page,
    ".md": markdown,
}
