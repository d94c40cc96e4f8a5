"""Open the file, or the folder of files, that an assessment names as a data set."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from govcheck.evidence.allowed import located
from govcheck.evidence.files.several import check_same_headers, told_of
from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.data_source import DataSource
from govcheck.model.visible import shortened, visible

if TYPE_CHECKING:
    from govcheck.evidence.files.csv_records import CsvForm

SMALL = 8 * 1024 * 1024
"""CSV files up to this size are read by Python, as quickly as by an engine that has to start."""
MOST_IN_MEMORY = 64 * 1024 * 1024
"""Up to this size Python reads them where no engine is installed."""
MAX_BYTES = 100 * 1024**3
"""Larger files are not read."""
ENDINGS = (".csv", ".xlsx", ".parquet")
_MOST_FILES = 10_000
_KINDS = "a CSV file (.csv), a workbook (.xlsx) or a Parquet file (.parquet)"
_ENGINE = 'Install what counts it: pip install "govcheck[tables]"'
_OLD = (".xls", ".xlsm", ".xlsb", ".ods")
_TEXT = (".txt", ".tsv", ".tab", ".dat")
_LONGEST = 60


def open_file(source: DataSource, folder: Path, roots: Sequence[Path]) -> OpenedTable:
    """Open what a path means. Raises UnreadableTable in words for the person who wrote it."""
    place = _place(source.path or "", folder, roots)
    try:
        paths, notes = _files(place)
        opened = _open(paths, source, visible(source.path or ""))
    except (FileNotFoundError, NotADirectoryError):
        beside = [path.name for path in place.parent.iterdir()] if place.parent.is_dir() else []
        hint = nearest(place.name, beside, "Correct the path, or put the file there.")
        raise UnreadableTable("there is no such file.", hint) from None
    except PermissionError:
        raise UnreadableTable(
            "you have no permission to read it.", "Ask for it, or name a copy that you can read."
        ) from None
    opened.notes = (*notes, *opened.notes)
    return opened


def _place(path: str, folder: Path, roots: Sequence[Path]) -> Path:
    """Where a path leads. Raises UnreadableTable."""
    try:
        place = located(path, folder, roots)
    except (OSError, ValueError, RuntimeError):
        raise UnreadableTable("the path leads nowhere.", "Correct the path.") from None
    if place is None:
        raise UnreadableTable(
            "it lies outside the folder of the assessment.",
            "Move it there, or name its folder as --root when you run govcheck.",
        )
    return place


def _files(place: Path) -> tuple[list[Path], tuple[str, ...]]:
    """The file, or the files of one kind in a folder by name; and what is to be said of them."""
    if place.is_dir():
        return _in_folder(place)
    status = place.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableTable("it is neither a file nor a folder.", f"Name {_KINDS}.")
    if status.st_size > MAX_BYTES:
        raise UnreadableTable(
            "it is larger than 100 GB, and is not read.", "Put it into a database, and name that."
        )
    return [place], ()


def _in_folder(folder: Path) -> tuple[list[Path], tuple[str, ...]]:
    every = [path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "~$"))]
    files = [path for path in every if path.suffix.lower() in ENDINGS and _is_beside(path)]
    kinds = sorted({path.suffix.lower() for path in files})
    if len(kinds) > 1:
        raise UnreadableTable(
            f"the folder holds files of several kinds ({', '.join(kinds)}).",
            "Keep files of one kind in it, or name one of the files.",
        )
    if not kinds or len(files) > _MOST_FILES:
        many = f"more than {_MOST_FILES} files" if kinds else "no file that can be read"
        raise UnreadableTable(f"the folder holds {many}.", f"Name {_KINDS}.")
    notes = [f"{len(files)} {'file' if len(files) == 1 else 'files'} of the folder"]
    if len(every) > len(files):
        notes.append(f"{len(every) - len(files)} in the folder left out: no {kinds[0]} file of it")
    return files, tuple(notes)


def _is_beside(path: Path) -> bool:
    """Whether it really lies in its folder: a link may lead anywhere."""
    return path.resolve().parent == path.parent.resolve() and path.is_file()


def _open(paths: Sequence[Path], source: DataSource, name: str) -> OpenedTable:
    ending = paths[0].suffix.lower()
    if ending == ".csv":
        return _open_csv(paths, source, name)
    if ending == ".xlsx":
        from govcheck.evidence.files.workbook_table import workbook_table  # noqa: PLC0415 - seldom

        return workbook_table(paths, source, name)
    if ending == ".parquet":
        return _open_parquet(paths, name)
    if ending in _OLD:
        fix = "Open it in Excel and save it as .xlsx, or as “CSV UTF-8”."
        raise UnreadableTable(f"workbooks of the kind {ending} are not read.", fix)
    if ending in _TEXT:
        fix = "If it is a table with one row in a line, give it a name that ends in .csv."
        raise UnreadableTable(f"files of the kind {ending} are not read.", fix)
    raise UnreadableTable("files of this kind are not read.", f"Name {_KINDS}.")


def _open_csv(paths: Sequence[Path], source: DataSource, name: str) -> OpenedTable:
    from govcheck.evidence.files.csv_form import form_of  # noqa: PLC0415 - only where there is such

    size = sum(path.stat().st_size for path in paths)
    small = size <= SMALL or (size <= MOST_IN_MEMORY and find_spec("duckdb") is None)
    several = len(paths) > 1
    files: dict[Path, CsvForm] = {}
    notes: dict[str, None] = {}
    for path in paths:
        with told_of(path, several=several):
            files[path], found = form_of(path, source)
            first = files[paths[0]]
            check_same_headers(files[path].headers, first.headers, paths[0])
            if not (small or files[path] == first._replace(usual=files[path].usual)):
                raise UnreadableTable(
                    f"it is not written as {shortened(paths[0].name, _LONGEST)} is.",
                    "All files of a large folder need the same delimiter and encoding.",
                )
            notes |= dict.fromkeys(found)
    if small:
        from govcheck.evidence.files.csv_table import small_csv_table  # noqa: PLC0415 - as above

        return small_csv_table(files, name, tuple(notes))
    try:
        from govcheck.evidence.embedded.duckdb_csv import csv_table  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnreadableTable("it is too large to be read without an engine.", _ENGINE) from None
    form = first._replace(usual=all(item.usual for item in files.values()))
    return csv_table(paths, form, name, tuple(notes))


def _open_parquet(paths: Sequence[Path], name: str) -> OpenedTable:
    try:
        from govcheck.evidence.embedded.duckdb_table import parquet_table  # noqa: PLC0415 - an extra
    except ImportError:
        raise UnreadableTable("Parquet files need an engine.", _ENGINE) from None
    return parquet_table(paths, name)
