"""The data sets of our packs: headers that mean one thing, and figures that are told."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from govcheck.plugin import Dataset, Threshold
from govcheck.registry.registry import LoadedPack, Registry
from govcheck.testing import judge_text, load_packs

GETTING_A_GRIP = "peel-getting-a-grip-2023"
HOME_OFFICE_WORKFORCE = (
    "As at 31 March,Geocode,Force name,Region,Sex,Rank,Worker type,Total (Headcount),Total (FTE)"
)
"""The columns of the open data table, as it is published."""


@cache
def registry() -> Registry:
    return load_packs()


def datasets() -> list[type[Dataset]]:
    return [item for loaded in registry().packs for item in loaded.datasets]


def folded(text: str) -> str:
    return " ".join(re.split(r"[\W_]+", text.casefold())).strip()


@pytest.mark.parametrize("kind", datasets(), ids=lambda kind: kind.dataset_key)
def test_no_header_stands_for_two_columns(kind: type[Dataset]) -> None:
    headers = Counter(
        header
        for column in kind.columns()
        for header in {folded(column.name), *map(folded, column.headers)}
    )
    assert [header for header, times in headers.items() if times > 1] == []


@pytest.mark.parametrize("kind", datasets(), ids=lambda kind: kind.dataset_key)
def test_every_data_set_says_what_one_row_is_and_what_its_columns_mean(kind: type[Dataset]) -> None:
    assert kind.one_row != Dataset.one_row
    assert all(column.about.endswith((".", "?")) for column in kind.columns())


def test_the_table_that_the_home_office_publishes_needs_no_mapping(tmp_path: Path) -> None:
    rows = "2023,E23000002,Cumbria,North West,Male,Constable,Police Officer,700,695.5\n"
    text = f"{HOME_OFFICE_WORKFORCE}\n{rows}"
    (tmp_path / "workforce.csv").write_text(text, encoding="utf-8")
    assessment = (
        f"govcheck: 1\nframework: {GETTING_A_GRIP}\nforce: cumbria\nas_at: 2023-12-15\n"
        "datasets: {workforce: {path: workforce.csv}}\n"
    )
    result = judge_text(assessment, registry(), folder=tmp_path)
    assert [(item.failure, item.violations) for item in result.datasets] == [("", ())]


def thresholds() -> list[tuple[LoadedPack, Threshold]]:
    return [
        (loaded, item)
        for loaded in registry().packs
        for module in loaded.pack.modules
        for item in vars(module).values()
        if isinstance(item, Threshold)
    ]


@pytest.mark.parametrize(
    ("loaded", "threshold"), [pytest.param(*item, id=item[1].name) for item in thresholds()]
)
def test_every_figure_is_told_where_it_decides(loaded: LoadedPack, threshold: Threshold) -> None:
    docs = [" ".join((check.function.__doc__ or "").split()) for check in loaded.checks]
    telling = [doc for doc in docs if f"({threshold.name})" in doc]
    assert telling
    assert all(threshold.shown(threshold.default) in doc for doc in telling)
    assert "own choice" in threshold.reason
    assert "inspectorate" in threshold.reason


def test_names_of_figures_are_different() -> None:
    names = [threshold.name for _, threshold in thresholds()]
    assert len(names) == len(set(names))
