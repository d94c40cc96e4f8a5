"""Invented leavers, as many as wanted, as Parquet and as CSV, made by DuckDB.

Run: python bench/leavers_data.py ROWS FOLDER. Files that are there already are kept.
"""

import sys
from pathlib import Path

import duckdb

DAYS = ("joined", "left_on", "interviewed_on", "vetted_until")
ROWS = """
    SELECT printf('L%09d', i) AS leaver_id,
        printf('force-%02d', a % 43) AS force,
        ['Police officer', 'Police staff', 'PCSO', 'Special constable'][1 + b % 4] AS "group",
        CASE c % 50 WHEN 0 THEN '' WHEN 1 THEN 'Left' ELSE
            ['Resignation', 'Retirement', 'Transfer', 'Dismissal', 'Other', 'Unknown', 'VR']
            [1 + c % 7] END AS reason,
        DATE '1990-01-01' + d % 10000 AS joined,
        DATE '2019-01-01' + e % 2000 AS left_on,
        CASE WHEN f % 40 > 0 THEN if(f % 10 < 6, 'Yes', 'No') END AS offered,
        CASE WHEN g % 40 > 0 THEN if(g % 10 < 3, 'yes', 'no') END AS held,
        CASE h % 3 WHEN 0 THEN DATE '2019-01-01' + e % 2000 + h % 40 - 30 END AS interviewed_on,
        DATE '2020-01-01' + j % 3000 AS vetted_until,
        (k % 101) / 100 AS fte,
        CASE WHEN l % 30 > 0 THEN l % 120 END AS notice_days
    FROM (SELECT i, {columns} FROM range({rows}) rows(i))
"""


def main() -> None:
    rows, folder = int(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    parquet, text = (folder / f"gone-{rows}.{form}" for form in ("parquet", "csv"))
    if parquet.exists() and text.exists():
        return
    columns = ", ".join(
        f"(hash(i * 13 + {place}) % 1000000007)::INTEGER AS {name}"
        for place, name in enumerate("abcdefghjkl")
    )
    connection = duckdb.connect(config={"memory_limit": "2GB"})
    connection.sql(ROWS.format(columns=columns, rows=rows)).write_parquet(str(parquet))
    written = ", ".join(f"strftime({day}, '%d/%m/%Y') AS {day}" for day in DAYS)
    kept = connection.read_parquet(str(parquet))
    kept.project(f"* REPLACE ({written})").write_csv(str(text), header=True)


if __name__ == "__main__":
    main()
