import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate

YEARS = st.integers(1, 9999)
MONTHS = st.builds(PartialDate, YEARS, st.integers(1, 12))
DAYS = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
DATES = st.builds(PartialDate, YEARS) | MONTHS | DAYS


@given(DATES)
def test_what_is_written_is_read_back_with_the_same_precision(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


def test_a_month_never_becomes_a_day() -> None:
    assert str(PartialDate.parse("2023-09")) == "2023-09"
    assert PartialDate.parse("2023-09").day is None
    assert str(PartialDate.parse("2023")) == "2023"


@given(DATES)
def test_the_first_day_it_can_mean_is_never_after_the_last(date: PartialDate) -> None:
    assert date.first() <= date.last()
    assert (date.first() == date.last()) == (date.day is not None)
    assert {str(date.first())[: len(str(date))], str(date.last())[: len(str(date))]} == {str(date)}


@given(MONTHS)
def test_a_month_ends_the_day_before_the_next_begins(month: PartialDate) -> None:
    if (month.year, month.month) != (9999, 12):
        assert (month.last() + datetime.timedelta(days=1)).day == 1


def test_february_knows_its_leap_years() -> None:
    assert str(PartialDate.parse("2024-02").last()) == "2024-02-29"
    assert str(PartialDate.parse("1900-02").last()) == "1900-02-28"


def test_short_months_and_days_and_blanks_are_read() -> None:
    assert PartialDate.parse(" 2023-9-1 ") == PartialDate(2023, 9, 1)


@pytest.mark.parametrize(
    "written",
    ["", "23", "september 2023", "2023-13", "2023-00", "2023-09-00", "2023-02-29", "0000", "2023-09-31",
     "2023/09", "2023-09-01T10:00", "-2023"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_sentence_that_names_it(written: str) -> None:
    with pytest.raises(ValueError, match=r"not a (date: write YYYY|date that exists)") as refused:
        PartialDate.parse(written)
    assert repr(written) in str(refused.value)


def test_a_day_without_its_month_does_not_exist() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2023, None, 5)
