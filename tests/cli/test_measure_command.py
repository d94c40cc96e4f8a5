"""`govcheck measure` and `coverage`: what is counted at the terminal, and what is not shown."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.allotment import Allotment, allotment

__all__ = ["allotment"]

HEADER = "crop,asked,left_on,plot\n"


def rows(crop: str, asked: str, number: int, day: str = "2023-05-02") -> str:
    return "".join(f"{crop},{asked},{day},{crop}-{asked}-{at}\n" for at in range(number))


ROWS = HEADER + rows("beans", "yes", 40) + rows("beans", "n", 60) + rows("peas", "yes", 2)
"""Of 100 growers of beans 40 were asked; of peas there are only two."""
FOOTING = "Counts below 5 are shown as “fewer than 5”, others to the nearest 5.\n"


@pytest.fixture
def data(allotment: Allotment) -> Path:
    """A file of rows, which the assessment names."""
    path = allotment.folder / "plots.csv"
    path.write_text(ROWS, "utf-8")
    allotment.says("datasets:\n  plots: {path: plots.csv, about: 2023}\n")
    return path


def answer(allotment: Allotment, *options: object, file: Path | None = None) -> str:
    """The table that is printed, without what stands above and below it."""
    done = allotment.govcheck("measure", file or allotment.file, "plots", *options)
    assert done.exit_code == 0, done.output
    _, table, footing = done.output.split("\n\n", 2)
    assert ("Left out are groups" in footing) == ("--by" in options)
    assert footing.startswith("Source: plots.csv, about 100 rows")
    assert footing.endswith(FOOTING)
    return table


@pytest.mark.usefixtures("data")
def test_rows_are_counted_where_nothing_else_is_asked(allotment: Allotment) -> None:
    assert answer(allotment).splitlines()[-1] == "about 100"
    assert answer(allotment, "--count") == answer(allotment)
    assert answer(allotment, "--where", "crop = peas").splitlines()[-1] == "fewer than 5"


@pytest.mark.usefixtures("data")
def test_counts_are_split_by_values_and_months(allotment: Allotment) -> None:
    assert answer(allotment, "--by", "crop").splitlines()[2:] == ["beans   about 100"]
    assert answer(allotment, "--by", "month(left_on)").splitlines()[2:] == [
        "2023-05           about 100"
    ]


@pytest.mark.usefixtures("data")
def test_a_share_is_printed_with_its_parts_and_a_small_one_is_not(allotment: Allotment) -> None:
    shares = answer(allotment, "--rate", "asked = yes", "--by", "crop").splitlines()[2:]
    assert shares == [
        "beans   40 % (about 40 of about 100)",
    ]


@pytest.mark.usefixtures("data")
def test_everything_else_can_be_asked(allotment: Allotment) -> None:
    assert "fewer than 5 of about 100" in answer(allotment, "--missing", "asked")
    assert "sweet corn      fewer than 5" in answer(allotment, "--histogram", "crop")
    assert answer(allotment, "--distinct", "plot").splitlines()[-1] == "about 100"
    days = answer(allotment, "--first-last", "left_on", "--by", "crop").splitlines()[2:]
    assert days == ["beans   May 2023  May 2023  about 100"]


def test_a_single_day_is_not_shown_among_many_rows_without_one(
    allotment: Allotment, data: Path
) -> None:
    lines = [f"beans,yes,{'2023-05-02' if at == 7 else 'soon'},{at}\n" for at in range(10)]
    data.write_text(HEADER + "".join(lines) + rows("peas", "yes", 90, ""), "utf-8")
    shown = answer(allotment, "--first-last", "left_on", "--by", "crop")
    assert shown == "No group has as many as 5 rows."
    where = ("--where", "crop = beans")
    assert "not shown" in answer(allotment, "--first-last", "left_on", *where)


def test_numbers_are_shown_by_their_quarters(allotment: Allotment, data: Path) -> None:
    lines = [f"beans,yes,2023-05-02,{at},{at % 9}\n" for at in range(90)]
    data.write_text("crop,asked,left_on,plot,size\n" + "".join(lines), "utf-8")
    done = allotment.govcheck("measure", data, "plots", "--histogram", "size")
    assert "half have at most            4\n" in done.output


def test_a_file_of_rows_can_be_asked_by_itself(allotment: Allotment, data: Path) -> None:
    assert answer(allotment, file=data) == answer(allotment)
    assert answer(allotment, file=Path("plots.csv")) == answer(allotment)
    folder = allotment.folder / "many"
    folder.mkdir()
    data.rename(folder / "plots.csv")
    done = allotment.govcheck("measure", "many", "plots")
    assert "about 100" in done.output, done.output


def test_conditions_can_speak_of_the_date_of_judgement(
    allotment: Allotment, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> date:
            return date(2031, 1, 1)

    monkeypatch.setattr("govcheck.cli.measure.date", Clock)
    where = ("--where", "left_on > as_of - 24 months")
    assert answer(allotment, *where).splitlines()[-1] == "about 100"
    assert answer(allotment, *where, file=data).splitlines()[-1] == "fewer than 5"
    given = answer(allotment, *where, "--as-of", "2024-01-01", file=data)
    assert given.splitlines()[-1] == "about 100"


@pytest.mark.usefixtures("data")
def test_the_limit_below_which_nothing_is_shown_can_be_set_but_not_switched_off(
    allotment: Allotment,
) -> None:
    done = allotment.govcheck(
        "measure", allotment.file, "plots", "--small-count", "10", "--by", "crop"
    )
    assert "Left out are groups with fewer than 10 rows, if there are any." in done.output
    refused = allotment.govcheck("measure", allotment.file, "plots", "--small-count", "2")
    assert refused.exit_code == 2
    assert "3<=x<=1000" in refused.output
    (allotment.folder / "govcheck.toml").write_text("small_count = 20\n", "utf-8")
    by = allotment.govcheck("measure", allotment.file, "plots", "--by", "crop")
    assert "Left out are groups with fewer than 20 rows, if there are any." in by.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plot",), "no loaded pack knows a data set “plot”. Did you mean: plots?"),
        (
            ("plots", "--count", "--missing", "crop"),
            "Ask one thing at a time: give one of --count,",
        ),
        (
            ("plots", "--missing", "corp"),
            "--missing: there is no column “corp”. Did you mean: crop?",
        ),
        (
            ("plots", "--where", "crop = figs"),
            "--where: “crop” is never “figs”. Known are: beans, peas, sweet corn.\n"
            "  crop = figs\n"
            "         ^\n",
        ),
        (("plots", "--where", "crop\t= figs"), "Known are: beans, peas, sweet corn.\n"),
        (("plots", "--by", "plot"), "--by: “plot” has a value for each person."),
        (("plots", "--missing", "size"), "plots.csv has no column “size” (How large it is)"),
        (("plots", "--as-of", "soon"), "'soon' is not a day. Write it as 2023-10-31."),
    ],
)
@pytest.mark.usefixtures("data")
def test_a_mistake_is_told(allotment: Allotment, words: tuple[str, ...], said: str) -> None:
    done = allotment.govcheck("measure", allotment.file, *words)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".csv", "gone.csv", "gone"])
def test_a_file_that_cannot_be_is_told(allotment: Allotment, name: str) -> None:
    done = allotment.govcheck("measure", name, "plots")
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert name in done.output.replace("\n", "")


def test_a_data_set_that_the_assessment_does_not_name_is_told(allotment: Allotment) -> None:
    done = allotment.govcheck("measure", allotment.file, "plots")
    assert done.exit_code == 2
    assert "names no data set “plots”. Under datasets it names: none." in done.output


def test_a_source_that_cannot_be_counted_is_told(allotment: Allotment, data: Path) -> None:
    data.unlink()
    done = allotment.govcheck("measure", allotment.file, "plots")
    assert done.exit_code == 2
    assert "plots.csv cannot be counted: " in done.output


def test_data_may_lie_in_another_folder_that_is_named(allotment: Allotment, data: Path) -> None:
    store = allotment.folder.parent / "store"
    store.mkdir()
    data.rename(store / "plots.csv")
    assert allotment.govcheck("measure", allotment.file, "plots").exit_code == 2
    done = allotment.govcheck("measure", allotment.file, "plots", "--root", store)
    assert done.exit_code == 0, done.output
    ran = allotment.govcheck("run", allotment.file, "--root", store)
    assert "Measured: beans: 40 % (about 40 of about 100); wanted: at least 90 %" in " ".join(
        ran.output.split()
    )
    assert "PLOT-001" in ran.output


@pytest.mark.usefixtures("data")
def test_the_ledger_shows_what_was_measured(allotment: Allotment) -> None:
    allotment.file.write_text(
        allotment.file.read_text("utf-8")
        + 'recommendations: {"1": {requirements: {asked: {answer: yes}}}}\n',
        "utf-8",
    )
    done = allotment.govcheck("coverage", allotment.file)
    assert done.exit_code == 0, done.output
    assert "1.asked        met      not met       contradicted  measured\n" in done.output
    assert "  1.asked (counted: plots)\n    beans: 40 % (about 40 of about 100)" in done.output
    assert "Counted from data sets by these checks: 1 of 2 requirements.\n" in done.output
    assert (
        "| met | not met | contradicted: "
        in allotment.govcheck("coverage", allotment.file, "--format", "markdown").output
    )
    document = json.loads(allotment.govcheck("coverage", allotment.file, "--format", "json").output)
    schema = json.loads(allotment.govcheck("schema", "coverage").output)
    assert not list(Draft202012Validator(schema).iter_errors(document))
    assert list(Draft202012Validator(schema).iter_errors(document | {"more": 1}))
    assert document["totals"]["counted"] == 1


def test_no_value_of_a_row_is_in_any_output(allotment: Allotment, data: Path) -> None:
    """Cells that are wrong in every way stay out of tables, reports and messages."""
    strange = "Zanzibar"
    data.write_text(
        ROWS + f"{strange},{strange},{strange},{strange}\n" * 9 + f"beans,yes,,{strange}\n", "utf-8"
    )
    outputs = [
        allotment.govcheck(command, allotment.file, *options).output
        for command, *options in (
            ("measure", "plots", "--histogram", "crop"),
            ("measure", "plots", "--distinct", "plot"),
            ("measure", "plots", "--by", "crop", "--first-last", "left_on"),
            ("run", "-v"),
            ("run", "--format", "json"),
            ("run", "--format", "markdown"),
            ("coverage",),
            ("coverage", "--format", "json"),
        )
    ]
    assert all(outputs)
    assert not [text for text in outputs if strange in text or strange.lower() in text]
