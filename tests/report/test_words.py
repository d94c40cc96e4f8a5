"""How reports write periods."""

import pytest

from govcheck.report.words import period


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023", "2023"),
        ("2023-10", "October 2023"),
        ("2023-03-31", "31 March 2023"),
        ("2022-04/2022-06", "April to June 2022"),
        ("2022-04/2023-03", "April 2022 to March 2023"),
        ("2022-04/2024-03-11", "April 2022 to 11 March 2024"),
        ("2022/2023", "2022 to 2023"),
        ("2023/2023", "2023"),
        ("first quarter", "first quarter"),
        ("2023-13", "2023-13"),
        ("", ""),
    ],
)
def test_a_period_is_written_as_people_write_it(text: str, said: str) -> None:
    assert period(text) == said
