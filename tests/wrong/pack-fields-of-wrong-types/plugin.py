from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Pack, Severity, check, hookimpl


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_reviewed() -> Iterator[Finding]:
    """The sheds are reviewed.

    Close the gap: review them.
    """
    yield Gap("no review")


@hookimpl
def govcheck_packs() -> list[Pack]:
    return [
        Pack(
            "The Sheds",
            "one",
            "",
            modules="checks",
            frameworks=("frameworks/sheds.yaml",),
            forces="forces.yaml",
        ),
        Pack(None, 1, None, modules=None, frameworks=None),
    ]
