"""Tallies as SQL: one statement for each pass, quoted and in the dialect of the engine."""

from datetime import date
from decimal import Decimal

import pytest
from sqlglot import exp, parse_one

from govcheck.evidence.sql.answer import cells_of
from govcheck.evidence.sql.dialect import DUCKDB, POSTGRES, Dialect, Field, Kind
from govcheck.evidence.sql.plan import passes
from govcheck.evidence.sql.statements import Asked, statements
from govcheck.evidence.tables.day_format import FORMATS, format_named
from govcheck.evidence.tables.table import Layout
from govcheck.model.column import UNREAD, Code, Column, Day, Key, Number
from govcheck.model.condition import AS_OF, ByColumn, ByMonth, ByState, ByTruth
from govcheck.model.measure import Cell, Tally


class Shed:
    kind = Code("kind", {"wood": (), "brick": ()})
    built = Day("built")
    gone = Day("gone")
    doors = Number("doors")
    number = Key("number")


LAYOUT = Layout(
    {item: name for name, item in vars(Shed).items() if isinstance(item, Column)},
    date(2024, 2, 29),
    {Shed.gone: format_named("DD/MM/YYYY") or FORMATS[0]},
)
KINDS = {
    "kind": Kind.TEXT,
    "built": Kind.DAY,
    "gone": Kind.TEXT,
    "doors": Kind.NUMBER,
    "number": Kind.TEXT,
}


def asked(
    *tallies: Tally, dialect: Dialect = DUCKDB, most: int | None = None, **kinds: Kind
) -> Asked:
    fields = {
        header: Field(exp.column(header, quoted=True), kind)
        for header, kind in {**KINDS, **kinds}.items()
    }
    table = exp.to_table("sheds")
    (found,) = statements([tallies], LAYOUT, table, fields, dialect, most=most)
    return found


def inner(found: Asked) -> str:
    """What is selected from the table itself."""
    return found.sql.partition("FROM (SELECT ")[2].partition(" FROM sheds")[0]


def test_rows_are_counted_without_grouping_where_nothing_is_told_apart() -> None:
    assert asked(Tally(())).sql == "SELECT COUNT(*) FROM sheds"


def test_each_split_is_made_once_and_grouped_by_its_name() -> None:
    found = asked(Tally((ByColumn(Shed.kind),)), Tally((ByColumn(Shed.kind), ByState(Shed.number))))
    assert found.sql == (
        'SELECT "s0", "s1", COUNT(*) FROM (SELECT "kind" AS "s0", CASE WHEN '
        "NULLIF(TRIM(\"number\", ' '), '') IS NULL THEN 0 ELSE 1 END AS \"s1\" FROM sheds) AS r "
        'GROUP BY "s0", "s1"'
    )


def test_the_first_and_last_day_and_different_values_stand_behind_the_count() -> None:
    found = asked(Tally((), extent=Shed.built), Tally((), distinct=Shed.number))
    assert found.sql.startswith(
        'SELECT COUNT(*), MIN("e0"), MAX("e0"), COUNT(DISTINCT "d0") FROM (SELECT '
    )


def test_identifiers_and_values_are_quoted_in_the_way_of_the_dialect() -> None:
    header = 'do"ors`]'
    field = {header: Field(exp.column(header, quoted=True), Kind.TEXT)}
    layout = Layout({Shed.doors: header}, date(2024, 1, 1))
    for name in ("duckdb", "postgres", "spark", "tsql", "oracle"):
        passes_ = [[Tally((ByColumn(Shed.doors),))]]
        (found,) = statements(passes_, layout, exp.to_table("sheds"), field, Dialect(name))
        columns = parse_one(found.sql, dialect=name).find_all(exp.Column)
        assert header in {column.name for column in columns}


def test_a_comparison_with_a_blank_is_false_and_not_unknown() -> None:
    found = asked(Tally((ByTruth(Shed.built.before(AS_OF)),)))
    assert inner(found) == (
        'CASE WHEN ("built" < CAST(\'2024-02-29\' AS DATE) AND "built" BETWEEN '
        "CAST('1000-01-01' AS DATE) AND CAST('9999-12-31' AS DATE)) THEN 1 ELSE 0 END AS \"s0\""
    )


def test_a_day_in_a_text_is_tried_by_duckdb_and_checked_for_postgresql() -> None:
    tally = Tally((ByTruth(Shed.gone.before(AS_OF)),))
    assert 'TRY_STRPTIME(REGEXP_EXTRACT("gone", \'^ *(' in asked(tally).sql
    in_postgres = inner(asked(tally, dialect=POSTGRES))
    assert "TRIM(' ' FROM \"gone\"), '') ~ '^(" in in_postgres
    assert "THEN TO_DATE(" in in_postgres
    assert "'DD/MM/YYYY')" in in_postgres


def test_a_number_in_a_text_is_tried_by_duckdb_and_checked_for_postgresql() -> None:
    tally = Tally((ByTruth(Shed.doors.below(2)),))
    assert "TRY_CAST(REGEXP_EXTRACT(" in asked(tally, doors=Kind.TEXT).sql
    assert "~ '^([-+]?[0-9]{1,15}" in asked(tally, dialect=POSTGRES, doors=Kind.TEXT).sql


def test_numbers_that_can_be_infinite_are_held_to_the_finite_ones() -> None:
    tally = Tally((ByTruth(Shed.doors.at_least(2)),))
    assert "ISFINITE(" in asked(tally, doors=Kind.FLOAT).sql
    assert "1.7976931348623157e+308" in asked(tally, dialect=POSTGRES, doors=Kind.FLOAT).sql
    assert "ISFINITE" not in asked(tally).sql


def test_what_cannot_be_a_day_or_a_number_is_none() -> None:
    assert "CAST(NULL AS DATE)" in asked(Tally((ByState(Shed.built),)), built=Kind.BOOLEAN).sql
    assert "CAST(NULL AS DATE)" in asked(Tally((ByState(Shed.built),)), built=Kind.FLOAT).sql
    assert "CAST(NULL AS DOUBLE)" in asked(Tally((ByState(Shed.doors),)), doors=Kind.DAY).sql


def test_a_whole_number_can_be_a_day_written_without_signs() -> None:
    layout = LAYOUT._replace(day_formats={Shed.built: FORMATS[-1]})
    fields = {"built": Field(exp.column("built", quoted=True), Kind.NUMBER)}
    tally = Tally((ByMonth(Shed.built),))
    (found,) = statements([[tally]], layout, exp.to_table("sheds"), fields, DUCKDB)
    assert 'FLOOR("built") = "built"' in found.sql


def test_a_time_of_day_is_passed_over() -> None:
    assert 'CAST("built" AS DATE)' in asked(Tally((ByMonth(Shed.built),)), built=Kind.TIMESTAMP).sql


def test_no_more_rows_are_asked_for_than_wanted() -> None:
    assert asked(Tally((ByColumn(Shed.kind),)), most=10).sql.endswith(" LIMIT 10")


def test_different_values_are_not_counted_for_each_cell_that_python_reads() -> None:
    with pytest.raises(ValueError, match="different values"):
        asked(Tally((ByColumn(Shed.built),), distinct=Shed.number))


def test_rows_of_the_result_become_cells_of_each_tally() -> None:
    fine, coarse = Tally((ByColumn(Shed.doors), ByState(Shed.gone))), Tally((ByState(Shed.gone),))
    found = cells_of(
        asked(fine, coarse),
        [(Decimal("2.00"), 1, Decimal(3)), ("2", 1, 1), ("two", 2, 4), (None, 0, 5)],
        LAYOUT,
    )
    assert found[fine] == {
        (2.0, "given"): Cell(4),
        (UNREAD, "unreadable"): Cell(4),
        (None, "missing"): Cell(5),
    }
    assert found[coarse] == {("given",): Cell(4), ("unreadable",): Cell(4), ("missing",): Cell(5)}


def test_days_months_and_truths_are_read() -> None:
    tally = Tally((ByMonth(Shed.built), ByTruth(Shed.built.before(AS_OF))), extent=Shed.built)
    first, last = date(2023, 4, 1), date(2023, 4, 30)
    rows = [(202304, 1, 2, first, last), (0, 0, 1, None, None), (None, 0, 3, None, None)]
    assert cells_of(asked(tally), rows, LAYOUT)[tally] == {
        ("2023-04", True): Cell(2, first, last),
        (UNREAD, False): Cell(1),
        (None, False): Cell(3),
    }


def test_a_result_without_rows_and_one_about_no_rows_are_no_cells() -> None:
    grouped, whole = Tally((ByColumn(Shed.kind),)), Tally((), distinct=Shed.number)
    assert cells_of(asked(grouped), [], LAYOUT) == {grouped: {}}
    assert cells_of(asked(whole), [(0, 0)], LAYOUT) == {whole: {}}
    assert cells_of(asked(whole), [(7, Decimal(5))], LAYOUT) == {whole: {(): Cell(7, distinct=5)}}


def test_a_tally_goes_where_its_splits_are_told_apart_anyway() -> None:
    fine = Tally((ByColumn(Shed.kind), ByColumn(Shed.doors)))
    coarse = Tally((ByColumn(Shed.kind),))
    assert passes([coarse, fine], 1) == [[fine, coarse]]


def test_tallies_share_a_pass_as_long_as_there_are_few_combinations() -> None:
    one, other = Tally((ByState(Shed.built),)), Tally((ByState(Shed.gone),))
    assert passes([one, other], 9) == [[one, other]]
    assert passes([one, other], 8) == [[one], [other]]
    month, day = Tally((ByMonth(Shed.built),)), Tally((ByColumn(Shed.gone),))
    assert len(passes([month, day, Tally((ByTruth(Shed.built.before(AS_OF)),))], 500)) == 2


def test_nothing_shares_the_pass_of_a_key_or_of_different_values() -> None:
    key, kind = Tally((ByColumn(Shed.number),)), Tally((ByColumn(Shed.kind),))
    distinct = Tally((), distinct=Shed.number)
    assert len(passes([key, kind, Tally(()), distinct], 50)) == 3
