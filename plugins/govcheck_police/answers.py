"""What closed and short answers say: left open, or not yes."""

from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Open, Record


def left_open(record: Record, at: str, *names: str) -> Iterator[Finding]:
    """Say of each of these fields that it is not answered, where it is not."""
    for name in names:
        if getattr(record, name) is None:
            yield Open(f"{at}.{name}")


def answered_yes(value: str | None, at: str, otherwise: str) -> Iterator[Finding]:
    """The closed answer is yes; `otherwise` says what any other answer means."""
    if value is None:
        yield Open(at)
    elif value != "yes":
        yield Gap(f"{otherwise} (answer: {value})", at=at)
