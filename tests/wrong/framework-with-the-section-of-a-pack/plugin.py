import sys
from pathlib import Path

from govcheck.plugin import Pack, Section, hookimpl


class Sheds(Section, key="sheds"):
    """The sheds."""

    count: int | None = None


@hookimpl
def govcheck_packs() -> list[Pack]:
    return [
        Pack(
            "sheds",
            "1.0",
            "Sheds.",
            modules=(sys.modules[__name__],),
            frameworks=(Path(__file__).with_name("sheds.yaml"),),
        )
    ]
