from collections.abc import Iterator

from govcheck.plugin import Dataset, DayColumn, Finding, Gap, RowCount, Severity, check


class Lets(Dataset):
    """Sheds that were let."""

    let_on = DayColumn("When it was let")


LET = RowCount()


@check("SHED-001", serves="allotments-2024:1.review", severity=Severity.MAJOR, measures=(LET,))
def sheds_are_let(lets: Lets) -> Iterator[Finding]:
    """The sheds are let.

    Close the gap: let them.
    """
    yield Gap("none is")

