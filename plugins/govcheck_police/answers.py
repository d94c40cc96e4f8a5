"""What closed and short answers say: left open, or not yes."""

from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Open, Record


def left_open(record: Record, at: str, *names: str) -> Iterator[Finding]:
    """Say of each of these fields that it is not answered, where it is not."""
    for name in names:
        if getattr(record, name) is None:
            yield Open(f"{at}.{name}")


def left_blank(entry: Record, called: str, at: str, *names: str) -> Iterator[Finding]:
    """One finding for all the questions about an entry that were left open.

    Long lists stay readable so, and every entry is still named.
    """
    blank = [name for name in names if getattr(entry, name) is None]
    if len(blank) == 1:
        yield Open(f"{at}.{blank[0]}")
    elif blank:
        yield Open(at, f"“{called}”: not answered: {', '.join(blank)}")


def answered_yes(value: str | None, at: str, otherwise: str) -> Iterator[Finding]:
    """The closed answer is yes; `otherwise` says what any other answer means."""
    if value is None:
        yield Open(at)
    elif value != "yes":
        yield Gap(f"{otherwise} (answer: {value})", at=at)
