"""Rules about leavers as other tools put them: what is blank, unknown, out of order or twice.

Run: python bench/leavers_peers.py TOOL FILE.parquet, with a python that has the tool. TOOL is
dataframely, pandera, pointblank or soda. The tools hold each row to rules; a figure of a group is
put as a rule over its rows. soda, which has no such rules, is asked for the others only.
"""

# ruff: noqa: PLC0415, N805, ARG005 - each tool is imported where it is timed, and has its own ways

import sys
from datetime import date
from typing import Any

LABELS = {
    "force": [f"force-{number:02}" for number in range(43)],
    "group": ["Police officer", "Police staff", "PCSO", "Special constable"],
    "reason": ["", "Resignation", "Retirement", "Transfer", "Dismissal", "Other", "Unknown", "VR"],
    "offered": ["Yes", "No"],
    "held": ["yes", "no"],
}
GIVEN = ("leaver_id", "joined", "left_on", "vetted_until", "fte")
ORDERS = (("joined", "left_on"), ("interviewed_on", "left_on"))
SHARES = (
    *(
        (by, kind)
        for by in (["group"], ["force"])
        for kind in (
            "offered = 'Yes'",
            "held = 'yes'",
            "reason = 'Other'",
            "reason = 'Transfer'",
            "interviewed_on > left_on",
        )
    ),
    (["force", "group"], "vetted_until < '2024-01-01'::DATE"),
)
AS_OF = date(2024, 1, 1)


def share(by: list[str], kind: str) -> Any:
    """Whether a share of each group is at least nothing: the figure is what takes time."""
    import polars as pl

    return pl.sql_expr(f"CAST({kind} AS DOUBLE)").mean().over(by).fill_null(0) >= 0


def dataframely(path: str) -> None:
    import dataframely as dy
    import polars as pl

    class Leavers(dy.Schema):
        leaver_id = dy.String(primary_key=True)
        force = dy.String(nullable=True, check=lambda cell: cell.is_in(LABELS["force"]))
        group = dy.String(nullable=True, check=lambda cell: cell.is_in(LABELS["group"]))
        reason = dy.String(nullable=True, check=lambda cell: cell.is_in(LABELS["reason"]))
        offered = dy.String(nullable=True, check=lambda cell: cell.is_in(LABELS["offered"]))
        held = dy.String(nullable=True, check=lambda cell: cell.is_in(LABELS["held"]))
        joined = dy.Date(nullable=False)
        left_on = dy.Date(nullable=False)
        interviewed_on = dy.Date(nullable=True)
        vetted_until = dy.Date(nullable=False, min=AS_OF)
        fte = dy.Float64(nullable=False, min=0, max=1)
        notice_days = dy.Int32(nullable=True, min=0)

        @dy.rule()
        def joined_first(cls) -> pl.Expr:
            return pl.col("joined") <= pl.col("left_on")

        @dy.rule()
        def asked_first(cls) -> pl.Expr:
            return pl.col("interviewed_on") <= pl.col("left_on")

        for number, (by, kind) in enumerate(SHARES):
            vars()[f"share_{number}"] = dy.rule()(lambda cls, by=by, kind=kind: share(by, kind))

    _, failure = Leavers.filter(pl.read_parquet(path))
    print(failure.counts())


def pandera(path: str) -> None:
    import pandera.polars as pa
    import polars as pl

    columns = {
        name: pa.Column(str, pa.Check.isin(values), nullable=True)
        for name, values in LABELS.items()
    }
    columns |= {
        "leaver_id": pa.Column(str, unique=True),
        "joined": pa.Column(pl.Date),
        "left_on": pa.Column(pl.Date),
        "vetted_until": pa.Column(pl.Date, pa.Check.ge(AS_OF)),
        "fte": pa.Column(float, [pa.Check.ge(0), pa.Check.le(1)]),
        "notice_days": pa.Column(pl.Int32, pa.Check.ge(0), nullable=True),
    }
    orders = [
        pa.Check(
            lambda data, one=one, other=other: data.lazyframe.select(pl.col(one) <= pl.col(other))
        )
        for one, other in ORDERS
    ]
    orders += [
        pa.Check(lambda data, by=by, kind=kind: data.lazyframe.select(share(by, kind)))
        for by, kind in SHARES
    ]
    try:
        pa.DataFrameSchema(columns, checks=orders).validate(pl.read_parquet(path), lazy=True)
    except pa.errors.SchemaErrors as error:
        print(len(error.failure_cases))


def pointblank(path: str) -> None:
    import pointblank as pb
    import polars as pl

    held = (
        pb.Validate(pl.read_parquet(path)).col_vals_not_null(list(GIVEN)).rows_distinct("leaver_id")
    )
    for name, values in LABELS.items():
        held = held.col_vals_in_set(name, [*values, None])
    for one, other in ORDERS:
        held = held.col_vals_le(one, pb.col(other), na_pass=True)
    for by, kind in SHARES:
        held = held.col_vals_expr(share(by, kind))
    held = held.col_vals_ge("vetted_until", AS_OF).col_vals_between("fte", 0, 1)
    print(held.col_vals_ge("notice_days", 0, na_pass=True).interrogate().n_failed())


def soda(path: str) -> None:
    import duckdb
    from soda.scan import Scan

    connection = duckdb.connect()
    rows = connection.read_parquet(path)
    rows.project('* EXCLUDE ("group"), "group" AS team').create_view("gone")
    lines = ["checks for gone:", "  - row_count > 0", "  - duplicate_count(leaver_id) = 0"]
    lines += [f"  - missing_count({name}) = 0" for name in GIVEN]
    for name, values in LABELS.items():
        column = "team" if name == "group" else name
        lines += [f"  - invalid_count({column}) = 0:", f"      valid values: {values}"]
    for name, least in (("fte", 0), ("notice_days", 0)):
        lines += [f"  - invalid_count({name}) = 0:", f"      valid min: {least}"]
    for number, (one, other) in enumerate(ORDERS):
        lines += [
            "  - failed rows:",
            f"      name: order {number}",
            f"      fail condition: {one} > {other}",
            "      samples limit: 0",
        ]
    scan = Scan()
    scan.add_duckdb_connection(connection)
    scan.set_data_source_name("duckdb")
    scan.add_sodacl_yaml_str("\n".join(lines))
    scan.execute()
    print(len(scan.get_checks_fail()))


if __name__ == "__main__":
    {"dataframely": dataframely, "pandera": pandera, "pointblank": pointblank, "soda": soda}[
        sys.argv[1]
    ](sys.argv[2])
