"""What is known of the terminal that a command prints to."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govcheck.report.sheet import Style


def terminal_style(*, quiet: bool = False, verbose: bool = False) -> Style:
    """How the table looks on this terminal."""
    from shutil import get_terminal_size  # noqa: PLC0415

    from govcheck.report.sheet import Style  # noqa: PLC0415

    on_terminal = sys.stdout.isatty()
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = get_terminal_size((100, 24)).columns
    return Style(width, colour, "quiet" if quiet else "verbose" if verbose else "normal")
