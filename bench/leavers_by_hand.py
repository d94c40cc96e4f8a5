"""The twenty rules of leavers_rules.py as a good hand writes them for DuckDB, and nothing else.

Run: python bench/leavers_by_hand.py FILE [table|parquet]. A CSV file is parsed once, into a table
in memory or into a Parquet file; a Parquet file is asked as it is. Each rule is one narrow pass.
The answers are printed as JSON, with the keys of leavers_rules.py.
"""

import json
import sys
import tempfile
from pathlib import Path

import duckdb

TYPES = {
    "leaver_id": "VARCHAR",
    "force": "VARCHAR",
    "group": "VARCHAR",
    "reason": "VARCHAR",
    "joined": "DATE",
    "left_on": "DATE",
    "offered": "VARCHAR",
    "held": "VARCHAR",
    "interviewed_on": "DATE",
    "vetted_until": "DATE",
    "fte": "DOUBLE",
    "notice_days": "INTEGER",
}
RULES = {
    "leavers by group": 'SELECT "group", count(*) FROM t GROUP BY 1',
    "offered by group": """SELECT "group", count(*) FILTER (offered = 'Yes'), count(*)
        FROM t GROUP BY 1""",
    "held by group": """SELECT "group", count(*) FILTER (held = 'yes'), count(*)
        FROM t WHERE offered = 'Yes' GROUP BY 1""",
    "offered by force": """SELECT force, count(*) FILTER (offered = 'Yes'), count(*)
        FROM t GROUP BY 1""",
    "held by force": """SELECT force, count(*) FILTER (held = 'yes'), count(*)
        FROM t WHERE offered = 'Yes' GROUP BY 1""",
    "vague reasons by force": """SELECT force, count(*) FILTER (reason IN ('Other', 'Unknown')),
        count(*) FROM t GROUP BY 1""",
    "no reason by group": """SELECT "group", count(*) FILTER (coalesce(reason, '') = ''), count(*)
        FROM t GROUP BY 1""",
    "transfers by group": """SELECT "group", count(*) FILTER (reason = 'Transfer'), count(*)
        FROM t GROUP BY 1""",
    "too late by group": """SELECT "group", count(*) FILTER (interviewed_on > left_on), count(*)
        FROM t GROUP BY 1""",
    "held without a day": """SELECT count(*) FILTER (interviewed_on IS NULL), count(*)
        FROM t WHERE held = 'yes'""",
    "leavers by month": """SELECT strftime(month, '%Y-%m'), "group", sum(rows) FROM (
        SELECT date_trunc('month', left_on) AS month, "group", count(*) AS rows FROM t GROUP BY ALL
        ) GROUP BY ALL""",
    "notice by force": "SELECT force, notice_days, count(*) FROM t GROUP BY ALL",
    "lapsed by force": """SELECT force, "group", count(*) FILTER (vetted_until < DATE '2024-01-01'),
        count(*) FROM t GROUP BY ALL""",
    "full time by group": 'SELECT "group", fte, count(*) FROM t GROUP BY ALL',
    "period": "SELECT min(left_on), max(left_on) FROM t",
    "twice": "SELECT count(leaver_id) - count(DISTINCT leaver_id) FROM t",
    "out of order": "SELECT count(*) FILTER (left_on < joined) FROM t",
    "out of limits": "SELECT count(*) FILTER (fte < 0), count(*) FILTER (fte > 1) FROM t",
    "labels": """SELECT 'force', force, count(*) FROM t GROUP BY ALL
        UNION ALL SELECT 'group', "group", count(*) FROM t GROUP BY ALL
        UNION ALL SELECT 'reason', reason, count(*) FROM t GROUP BY ALL
        UNION ALL SELECT 'offered', offered, count(*) FROM t GROUP BY ALL
        UNION ALL SELECT 'held', held, count(*) FROM t GROUP BY ALL""",
    "blank": """SELECT count(*) FILTER (coalesce(leaver_id, '') = ''),
        count(*) FILTER (joined IS NULL), count(*) FILTER (left_on IS NULL),
        count(*) FILTER (vetted_until IS NULL), count(*) FILTER (fte IS NULL) FROM t""",
}


def main() -> None:
    path = Path(sys.argv[1])
    connection = duckdb.connect()
    with tempfile.TemporaryDirectory() as folder:
        if path.suffix == ".csv":
            rows = connection.read_csv(
                str(path),
                columns=TYPES,
                auto_detect=False,
                header=True,
                date_format="%d/%m/%Y",
                sep=",",
                quotechar='"',
                escapechar='"',
            )
            if sys.argv[2:] == ["parquet"]:
                path = Path(folder) / "rows.parquet"
                rows.write_parquet(str(path))
            else:
                rows.create("t")
        if path.suffix == ".parquet":
            connection.read_parquet(str(path)).create_view("t")
        answers = {name: connection.execute(sql).fetchall() for name, sql in RULES.items()}
    print(json.dumps(answers, default=str))


if __name__ == "__main__":
    main()
