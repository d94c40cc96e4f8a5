"""What can be asked of a data set, and what is said where it cannot."""

from datetime import date

import pytest

from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, counted
from govcheck.intake.question import Asked, Question, QuestionError, read_question
from govcheck.model.column import Code, Day, Key, Number
from govcheck.plugin.dataset import Dataset


class Plots(Dataset, key="plots"):
    crop = Code("What grows.", {"beans": ["bean"], "peas": []})
    rented_on = Day("When it was rented.")
    size = Number("How large it is.")
    plot = Key("Its number.")


class Codes(Dataset, key="codes"):
    crop = Code("What grows.", {"beans": []})


ROWS = Rows(
    ["crop", "rented_on", "size", "plot"],
    [
        ["beans", "peas", "bean", None],
        ["2023-01-31", "2023-02-01", "2023-02-28", None],
        ["1", "2", None, "4"],
        ["1", "2", "3", "4"],
    ],
)
LAYOUT = Layout({column: column.name for column in Plots.columns()}, date(2023, 6, 30))


def answer(question: Question) -> dict[tuple[str, ...], object]:
    tally = question.measure.tally()
    found = question.measure.answer(counted(ROWS, [tally], LAYOUT)[tally], 3)
    return {group: getattr(value, "exact", value) for group, value in found.items()}


@pytest.mark.parametrize(
    ("asked", "words", "expected"),
    [
        (Asked(), "rows", {(): 4}),
        (Asked(where="size > 1"), "rows where size > 1", {(): 2}),
        (
            Asked(by=("crop",)),
            "rows, by crop",
            {("beans",): 2, ("not stated",): 1, ("peas",): 1},
        ),
        (
            Asked(by=("month(rented_on), crop",)),
            "rows, by month(rented_on), crop",
            {
                ("2023-01", "beans"): 1,
                ("2023-02", "beans"): 1,
                ("2023-02", "peas"): 1,
                ("not stated", "not stated"): 1,
            },
        ),
        (
            Asked("rate", "crop = beans"),
            "share with crop = beans, of all rows",
            {(): (2, 4, 3)},
        ),
        (
            Asked("rate", "crop = beans", "size is blank"),
            "share with crop = beans, of rows where size is blank",
            {(): (1, 1, 3)},
        ),
        (Asked("missing", "size"), "share in which size is blank, of all rows", {(): (1, 4, 3)}),
        (Asked("distinct", "plot"), "different values of plot", {(): 4}),
        (
            Asked("first-last", "rented_on", "crop = beans"),
            "first and last rented_on of rows where crop = beans",
            {(): (date(2023, 1, 31), date(2023, 2, 28))},
        ),
    ],
)
def test_a_question_is_asked_as_it_is_meant(
    asked: Asked, words: str, expected: dict[tuple[str, ...], object]
) -> None:
    question = read_question(asked, Plots)
    assert question.words == words
    assert answer(question) == expected


@pytest.mark.parametrize("column", ["crop", "size"])
def test_the_values_of_codes_and_numbers_can_be_asked_for(column: str) -> None:
    question = read_question(Asked("histogram", column, by=("crop",)), Plots)
    assert question.words == f"values of {column} in all rows, by crop"
    assert set(answer(question)) == {("beans",), ("peas",), ("not stated",)}


@pytest.mark.parametrize(
    ("asked", "option", "said"),
    [
        (Asked(where="corp = peas"), "where", "there is no column “corp”. Did you mean: crop?"),
        (Asked("rate", "crop ="), "rate", "a value is missing before the end."),
        (Asked("missing", "sizes"), "missing", "there is no column “sizes”. Did you mean: size?"),
        (
            Asked("histogram", "rented_on"),
            "histogram",
            "the single values of “rented_on” are those of persons and are not shown. It goes with "
            "columns of values or numbers. Ask for --count --by 'month(rented_on)'.",
        ),
        (
            Asked("histogram", "plot"),
            "histogram",
            "the single values of “plot” are those of persons and are not shown. It goes with "
            "columns of values or numbers.",
        ),
        (
            Asked("distinct", "plot", "size > 1"),
            "distinct",
            "different values are counted over the whole table. Leave out --where and --by.",
        ),
        (Asked("distinct", "plot", None, ("crop",)), "distinct", "different values are counted"),
        (
            Asked("first-last", "size"),
            "first-last",
            "“size” is no column of days. Columns of days are: rented_on.",
        ),
        (Asked(by=("corp",)), "by", "there is no column “corp”. Did you mean: crop?"),
        (
            Asked(by=("rented_on",)),
            "by",
            "“rented_on” has a value for each person. Write: month(rented_on).",
        ),
        (Asked(by=("plot",)), "by", "“plot” has a value for each person. Choose a column of"),
        (Asked(by=("month(size)",)), "by", "“size” is no column of days."),
    ],
)
def test_a_mistake_is_told_with_its_option(asked: Asked, option: str, said: str) -> None:
    with pytest.raises(QuestionError) as caught:
        read_question(asked, Plots)
    assert caught.value.option == option
    assert str(caught.value).startswith(said)


def test_a_data_set_without_days_has_no_first_and_last() -> None:
    with pytest.raises(QuestionError) as caught:
        read_question(Asked("first-last", "crop"), Codes)
    assert str(caught.value) == "“crop” is no column of days."


def test_the_place_of_a_mistake_in_a_condition_is_kept() -> None:
    with pytest.raises(QuestionError) as caught:
        read_question(Asked(where="crop = figs"), Plots)
    assert (caught.value.text, caught.value.at) == ("crop = figs", 7)


def test_labels_that_the_assessment_explains_will_do() -> None:
    labels = {"crop": {" Broad  Beans": "beans", "odd": "bean"}}
    asked = Asked("rate", "crop = broad beans", where="crop in (peas, BROAD BEANS)")
    words = read_question(asked, Plots, labels).words
    assert (
        words
        == read_question(Asked("rate", "crop = beans", where="crop in (peas, beans)"), Plots).words
    )
    with pytest.raises(QuestionError, match="“crop” is never “odd”"):
        read_question(Asked(where="crop = odd"), Plots, labels)
