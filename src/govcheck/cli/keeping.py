"""The history of a run: what came out is kept, and shown beside what came out before."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from govcheck.history.store import History
    from govcheck.model.result import Result
    from govcheck.model.trend import TrendLine
    from govcheck.report.judged import Judged

history_option = click.option(
    "--history",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Keep each result in this file, which is begun where it is not there, and show in the web"
    " page how results went.",
)


@contextmanager
def opened_history(path: Path, *, begin: bool) -> Iterator[History]:
    """The history in a file; or exit and say why there is none."""
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.history.store import HistoryError, opened  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415

    try:
        with opened(path, begin=begin) as kept:
            yield kept
    except InvalidDocument as error:
        session.stop(error.problems, ExitStatus.INVALID)
    except HistoryError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)


def kept_with_trends(path: Path, judged: Sequence[Judged]) -> list[Judged]:
    """Keep each result; then each with how the kept ones of its force and report went."""
    with opened_history(path, begin=True) as history:
        for item in judged:
            history.add(item.result)
        return [item._replace(trend=trend_beside(history, path, item.result)) for item in judged]


def trend_beside(history: History, path: Path, result: Result) -> tuple[TrendLine, ...]:
    """The trend of what is kept of the same force about the same report."""
    from govcheck.history.trend import trend  # noqa: PLC0415 - keeps --help light
    from govcheck.intake.result_file import parse_result  # noqa: PLC0415

    same = (
        kept
        for text in history.texts(result.force.id)
        if (kept := parse_result(text, path)).framework.id == result.framework.id
    )
    return trend(same)
