"""Newer articles win among comparable ones, and among those alone."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate
from retrieval.search.fusion import HALF_LIFE, MOST, bonus

ASKED = datetime.date(2026, 11, 22)
DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


def day(date: datetime.date) -> PartialDate:
    return PartialDate(date.year, date.month, date.day)


@given(DATES, DATES, DATES)
def test_the_newer_never_gains_less(one: datetime.date, other: datetime.date, asked: datetime.date) -> None:
    older, newer = sorted((one, other))
    assert 0 <= bonus(day(older), asked) <= bonus(day(newer), asked) <= MOST


@pytest.mark.parametrize("half_lives", [0, 1, 2, 5])
def test_it_halves_with_every_half_life(half_lives: int) -> None:
    published = day(ASKED - datetime.timedelta(days=half_lives * HALF_LIFE))
    assert bonus(published, ASKED) == pytest.approx(MOST / 2**half_lives)


def test_it_fades_smoothly_from_day_to_day() -> None:
    days = [bonus(day(ASKED - datetime.timedelta(days=age)), ASKED) for age in range(1000)]
    assert max(before - after for before, after in pairwise(days)) < MOST / 400


def test_an_article_is_weighed_by_the_day_of_the_question_and_not_by_today() -> None:
    published = PartialDate(2023, 9, 1)
    assert bonus(published, datetime.date(2023, 9, 2)) > 7 * bonus(published, ASKED)


def test_a_vague_date_counts_as_its_middle() -> None:
    half = bonus(PartialDate(2025), ASKED)
    assert half == pytest.approx(bonus(PartialDate(2025, 7, 2), ASKED), rel=0.01)
    assert bonus(PartialDate(2025, 12, 31), ASKED) > half > bonus(PartialDate(2025, 1, 1), ASKED)


def test_the_year_under_way_is_not_taken_to_its_end() -> None:
    assert bonus(PartialDate(2026), ASKED) < bonus(PartialDate(2026, 7), ASKED)
    assert bonus(PartialDate(2026), ASKED) > bonus(PartialDate(2025, 12, 31), ASKED)


def test_an_article_without_a_date_gains_nothing_and_one_of_the_future_no_more_than_today() -> None:
    assert bonus(None, ASKED) == 0
    assert bonus(PartialDate(2031, 1, 1), ASKED) == bonus(day(ASKED), ASKED) == MOST
