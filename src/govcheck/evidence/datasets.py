"""Open the source of a data set, hold it to its contract, and count what checks ask of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from govcheck.evidence.contract import ALL_ROWS, contract_tallies, violations
from govcheck.evidence.day_columns import notes_on_days
from govcheck.evidence.files.source_file import open_file
from govcheck.evidence.headers import layout
from govcheck.evidence.sources import Sources
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import Layout, UnreadableTable, counted
from govcheck.model.column import Column
from govcheck.model.data_register import DataState
from govcheck.model.data_source import DataSource
from govcheck.model.disclosure import Whole
from govcheck.model.measure import Cells, Measure, Tally
from govcheck.plugin.dataset import Dataset, Provenance


class Found(NamedTuple):
    """One data set, counted or not."""

    state: DataState
    dataset: Dataset | None = None
    lacking: Mapping[Measure[Any], tuple[Column, ...]] = {}
    """The columns that the table does not have, by the measures that need them."""


def measure(
    kind: type[Dataset],
    source: DataSource,
    measures: Sequence[Measure[Any]],
    as_of: date,
    sources: Sources,
) -> Found:
    """Count all measures of a data set in one go. What cannot be read is told by the state."""
    try:
        with _opened(source, sources) as opened:
            bound = layout(kind, source, opened, as_of)
            return _counted(kind, measures, opened, bound, _Terms(source, sources.limit))
    except UnreadableTable as error:
        return _uncounted(kind, source, sources, f"{error.message} {error.fix}".strip())
    except Exception as error:  # noqa: BLE001 - what libraries say may hold a row's values
        return _uncounted(kind, source, sources, f"counting broke off ({type(error).__name__}).")


def _uncounted(kind: type[Dataset], source: DataSource, sources: Sources, failure: str) -> Found:
    state = DataState(
        kind.dataset_key,
        source.name,
        Whole(0, sources.limit),
        source.about or "",
        failure=failure,
        collected=source.collected,
    )
    return Found(state)


def _opened(source: DataSource, sources: Sources) -> OpenedTable:
    if source.path is not None:
        return open_file(source, sources.folder, sources.roots)
    from govcheck.evidence.databases.connections import open_source  # noqa: PLC0415 - seldom asked for

    return open_source(source, sources.connections, sources.seconds, sources.folder)


class _Terms(NamedTuple):
    source: DataSource
    limit: int


def _counted(
    kind: type[Dataset],
    measures: Sequence[Measure[Any]],
    opened: OpenedTable,
    bound: Layout,
    terms: _Terms,
) -> Found:
    period, limit = terms.source.about or "", terms.limit
    lacking = {item: absent for item in measures if (absent := bound.lacks(item.tally()))}
    asked = [item for item in measures if item not in lacking]
    tallies = [*(item.tally() for item in asked), *contract_tallies(kind, bound)]
    cells: dict[Tally, Cells] = counted(opened.table, tallies, bound)
    rows = Whole(sum(cell.rows for cell in cells[ALL_ROWS].values()), limit)
    if not rows.exact:
        raise UnreadableTable("it has headers and no rows.", "Export it again, with its rows.")
    answers = {item: item.answer(cells[item.tally()], limit) for item in asked}
    state = DataState(
        kind.dataset_key,
        opened.name,
        rows,
        period,
        (*opened.notes, *notes_on_days(bound, terms.source)),
        tuple(violations(kind, cells, bound, opened, limit)),
        collected=terms.source.collected,
    )
    return Found(state, kind(answers, Provenance(opened.name, rows, period), limit), lacking)
