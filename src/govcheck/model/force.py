"""The bodies that are inspected: ids, codes and the names that people use for them."""

from pydantic import Field

from govcheck.model.record import Identifier, Record, Text


class Force(Record):
    """A body that assesses itself."""

    id: Identifier = Field(description="Short id, for example: devon-and-cornwall.")
    name: Text = Field(description="Full name, for example: Devon & Cornwall Police.")
    code: Text | None = Field(None, description="Official area code, where there is one.")
    variants: tuple[Text, ...] = Field((), description="Other names that are accepted.")

    def names(self) -> tuple[str, ...]:
        """Everything that the assessment may write for this body."""
        code = (self.code,) if self.code else ()
        return (self.id, self.name, *code, *self.variants)


class Forces(Record):
    """A file of bodies, as a pack brings it."""

    source: Text = Field(description="Where the names and codes come from.")
    forces: tuple[Force, ...] = Field(min_length=1, description="The bodies.")


def folded(name: str) -> str:
    """A name as it is compared: without case, `&` as `and`, single spaces."""
    return " ".join(name.casefold().replace("&", " and ").replace("-", " ").split())
