"""The report as a web page: one file, no network, readable without its script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from govcheck.model.visible import visible
from govcheck.report.judged import Judged
from govcheck.report.web.chart_columns import columns_of
from govcheck.report.web.legend import LEGEND
from govcheck.report.web.prose import address, passages
from govcheck.report.web.view import view_of
from govcheck.report.words import counted, day, of_which, period

_HERE = Path(__file__).parent


def render(judged: Sequence[Judged]) -> str:
    """The page on every result, one after the other, ending in a line break."""
    style, script = _own("page.css"), _own("page.js")
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(
            views=[view_of(item, number) for number, item in enumerate(judged, 1)],
            legend=LEGEND,
            policy=_policy(style, script),
            style=style,
            script=script,
        )
    )
    return page.rstrip() + "\n"


def _own(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What the browser may load and run: the two texts of the page itself, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_hashed(style)}'",
            f"script-src 'sha256-{_hashed(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hashed(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    """Made once: to read the templates takes longer than to fill them."""
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters |= {
        "day": day,
        "slug": _slug,
        "passages": passages,
        "address": address,
        "counted": counted,
        "of_which": of_which,
        "period": period,
        "columns": columns_of,
    }
    return environment


def _shown(value: object) -> object:
    """A text on its way into the page: it cannot command a terminal or turn the line round."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _slug(word: str) -> str:
    """A word of a closed list as the name of a class."""
    return word.replace(",", "").replace(" ", "-")
