"""Where the rows of a data set lie, as the assessment says it under `datasets`."""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from govcheck.model.period import Day, PeriodText
from govcheck.model.record import EvidenceId, Identifier, Record, Text
from govcheck.model.unchanging import FixedDict

Header = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"\S")]
_NAME = r"[A-Za-z_][A-Za-z0-9_$]{0,62}"
TableName = Annotated[str, StringConstraints(pattern=rf"^{_NAME}(\.{_NAME}){{0,2}}$")]
_PLACES = ("path", "connection", "table", "query")
_ALTERNATIVES = (("path",), ("connection", "table"), ("connection", "query"))
"""What belongs together; the rest of the places is left out."""


def _only(*names: str) -> JsonDict:
    """The JSON Schema in which these places are given and the others not."""
    kinds: JsonDict = {name: {"type": "string" if name in names else "null"} for name in _PLACES}
    return {"required": list(names), "properties": kinds}


class DataSource(Record):
    """A file or folder beside the assessment, or a table in a database that the run knows by name.

    Either path, or connection with table, or connection with query.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [_only(*names) for names in _ALTERNATIVES],
        }
    )

    path: Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"\S")] | None = (
        Field(
            None,
            description="File beside the assessment (.csv, .xlsx or .parquet), or a folder of such "
            "files, for example: evidence/leavers.csv.",
        )
    )
    connection: Identifier | None = Field(
        None,
        description="Name of a database connection. What it stands for is kept outside the "
        "assessment, in the file that --connections names.",
    )
    table: TableName | None = Field(
        None, description="Table or view in the database, for example: hr.leavers."
    )
    query: Text | None = Field(
        None, description="One SELECT statement instead of a table. It can only read."
    )
    sheet: Header | None = Field(None, description="Sheet of the workbook. Left out: the first.")
    header_row: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None, description="Row in which the headers stand, counted from 1. Left out: the first."
    )
    delimiter: Literal[",", ";", "|", "tab", "\t"] | None = Field(
        None,
        description='What stands between the columns of a CSV file: "," ";" "|" or tab. '
        "Left out: it is found out, and the report says what was found.",
    )
    encoding: Literal["utf-8", "utf-16", "windows-1252"] | None = Field(
        None,
        description="How letters are stored in a CSV file: utf-8, utf-16 or windows-1252. "
        "Left out: it is found out, and the report says what was found.",
    )
    date_format: Annotated[str, StringConstraints(max_length=30)] | None = Field(
        None,
        description="How days are written, for example: DD/MM/YYYY or YYYY-MM-DD. "
        "Left out: it is found out, and the report says what was found.",
    )
    columns: FixedDict[Identifier, Header] = Field(
        FixedDict(),
        description="Headers of your table where they differ: {left_on: Date of leaving}.",
    )
    values: FixedDict[Identifier, FixedDict[Header, Header]] = Field(
        FixedDict(),
        description="What your own labels mean, column by column: {reason: {VR: resignation}}.",
    )
    about: PeriodText | None = Field(
        None, description="The period that the rows describe: 2023 or 2022-04/2023-03."
    )
    collected: Day | None = Field(None, description="The day on which the data were taken.")
    evidence: EvidenceId | None = Field(
        None, description="The entry under evidence that describes the same data, if there is one."
    )

    @property
    def name(self) -> str:
        """What the source is called before it is opened: its path, or its table and connection."""
        return self.path or f"{self.table or 'a query'} (connection {self.connection})"

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        given = tuple(name for name in _PLACES if getattr(self, name) is not None)
        if given not in _ALTERNATIVES:
            raise PydanticCustomError("one_source", "{given}", {"given": " and ".join(given)})
        return self
