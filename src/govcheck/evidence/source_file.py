"""Open the file, or the folder of files, that an assessment names as a data set."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from govcheck.evidence.allowed import located
from govcheck.evidence.opened_table import OpenedTable
from govcheck.evidence.table import UnreadableTable
from govcheck.model.data_source import DataSource
from govcheck.model.visible import visible

SMALL = 20 * 1024 * 1024
"""CSV files up to this size need no engine."""
MAX_BYTES = 100 * 1024**3
"""Larger files are not read."""
ENDINGS = (".csv", ".xlsx", ".parquet")
_KINDS = "a CSV file (.csv), a workbook (.xlsx) or a Parquet file (.parquet)"
_ENGINE = 'Install what counts it: pip install "govcheck[tables]".'


def open_file(source: DataSource, folder: Path, roots: Sequence[Path]) -> OpenedTable:
    """Open what a path means. Raises UnreadableTable in words for the person who wrote it."""
    name = visible(source.path or "")
    try:
        place = located(source.path or "", folder, roots)
        if place is None:
            raise UnreadableTable(
                "it lies outside the folder of the assessment.",
                "Move it there, or name its folder as --root when you run govcheck.",
            )
        paths = _files(place)
        return _open(paths, source, name)
    except FileNotFoundError:
        raise UnreadableTable("there is no such file.", "Correct the path.") from None
    except PermissionError:
        raise UnreadableTable("the file may not be read.", "Ask for leave to read it.") from None
    except (OSError, ValueError, RuntimeError):
        raise UnreadableTable("the path leads nowhere.", "Correct the path.") from None


def _files(place: Path) -> list[Path]:
    """The file, or the files of one kind in a folder, by name."""
    if not place.is_dir():
        status = place.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            raise UnreadableTable("it is no file, or one that is too large.", f"Name {_KINDS}.")
        return [place]
    files = sorted(
        path for path in place.iterdir() if path.suffix.lower() in ENDINGS and _is_beside(path)
    )
    kinds = sorted({path.suffix.lower() for path in files})
    if len(kinds) != 1:
        found = f"files of several kinds ({', '.join(kinds)})" if kinds else "no file of rows"
        raise UnreadableTable(f"the folder holds {found}.", "Keep files of one kind in it.")
    return files


def _is_beside(path: Path) -> bool:
    """Whether it really lies in its folder: a link may lead anywhere."""
    return path.resolve().parent == path.parent.resolve() and path.is_file()


def _open(paths: Sequence[Path], source: DataSource, name: str) -> OpenedTable:
    ending = paths[0].suffix.lower()
    if ending == ".csv":
        return _open_csv(paths, source, name)
    if ending == ".xlsx":
        from govcheck.evidence.workbook_table import workbook_table  # noqa: PLC0415 - an extra

        return workbook_table(paths, source, name)
    if ending == ".parquet":
        return _open_parquet(paths, name)
    raise UnreadableTable("it is of a kind that is not read.", f"Name {_KINDS}.")


def _open_csv(paths: Sequence[Path], source: DataSource, name: str) -> OpenedTable:
    from govcheck.evidence.csv_form import form_of  # noqa: PLC0415 - only where there is such

    form, notes = form_of(paths[0], source)
    for path in paths[1:]:
        other, _ = form_of(path, source)
        if other != form:
            raise UnreadableTable(
                f"{path.name} is not written as {paths[0].name} is.",
                "Headers, delimiter and encoding have to be the same in all files of a folder.",
            )
    if sum(path.stat().st_size for path in paths) <= SMALL:
        from govcheck.evidence.csv_table import small_csv_table  # noqa: PLC0415

        return small_csv_table(paths, form, name, notes)
    try:
        from govcheck.evidence.duckdb_csv import csv_table  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnreadableTable("it is too large to be read without an engine.", _ENGINE) from None
    return csv_table(paths, form, name, notes)


def _open_parquet(paths: Sequence[Path], name: str) -> OpenedTable:
    try:
        from govcheck.evidence.duckdb_table import parquet_table  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnreadableTable("Parquet files need an engine.", _ENGINE) from None
    return parquet_table(paths, name)
