"""A plugin: its hook hands over one pack. What the pack needs is imported inside."""

from collections.abc import Iterable
from pathlib import Path

from govcheck.plugin import Pack, hookimpl


@hookimpl
def govcheck_packs() -> Iterable[Pack]:
    """The pack, with the modules that hold its sections and checks, and its framework."""
    from govcheck_hello import checks, section  # noqa: PLC0415 - imported when govcheck asks

    return [
        Pack(
            name="hello",
            version="0.1.0",
            about="Whether callers are greeted.",
            modules=(section, checks),
            frameworks=(Path(__file__).parent / "frameworks" / "greeting.yaml",),
        )
    ]
