"""A data set for the test of a check: a few rows in memory, counted as a run would count them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.model.disclosure import FEWEST_SHOWN, Amount
from govcheck.model.measure import Measure
from govcheck.plugin.dataset import Dataset, Provenance


class DatasetRows(NamedTuple):
    """Rows that `evaluate` counts for the measures of the check that it is given."""

    kind: type[Dataset]
    rows: Sequence[Mapping[str, object]]
    as_of: date
    period: str = ""

    def counted(self, measures: Iterable[Measure[Any]]) -> Dataset:
        """The data set with the answers to these measures.

        Raises TypeError where a row has a column that the data set does not declare.
        """
        names = tuple(dict.fromkeys(name for row in self.rows for name in row))
        declared = {column.name: column for column in self.kind.columns()}
        strange = [name for name in names if name not in declared]
        if strange:
            raise TypeError(f"{self.kind.__name__} declares no column {strange[0]}")
        layout = Layout({column: name for name, column in declared.items()}, self.as_of)
        table = Rows(tuple(declared), [[row.get(name) for row in self.rows] for name in declared])
        asked = tuple(measures)
        cells = counted(table, [measure.tally() for measure in asked], layout)
        answers = {item: item.answer(cells[item.tally()], FEWEST_SHOWN) for item in asked}
        source = Provenance("rows of a test", Amount(len(self.rows)), self.period)
        return self.kind(answers, source)


def rows_of(
    kind: type[Dataset],
    rows: Sequence[Mapping[str, object]],
    *,
    as_of: date,
    period: str = "",
) -> DatasetRows:
    """Rows of a data set, for `evaluate`: each a mapping of column names to cells.

    Cells are texts as in a file, numbers, days or None; a column that a row leaves out is blank.
    `as_of` is the day from which conditions reckon, `period` what the data are about.
    """
    return DatasetRows(kind, tuple(rows), as_of, period)
