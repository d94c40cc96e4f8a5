"""The section."""

from govcheck.plugin import Section


class Sheds(Section, key="sheds"):
    """The sheds."""

    count: int | None = None
