"""Dates that somebody types into an option are read as people write them."""

from __future__ import annotations

import datetime

import pytest

from retrieval.question.dates.typed import typed

_SUNDAY = datetime.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026", "2026", "2026"),
        ("2026-03", "2026-03", "2026-03"),
        ("yesterday", "2026-11-28", "2026-11-28"),
        ("gisteren", "2026-11-28", "2026-11-28"),
        ("5 March 2026", "2026-03-05", "2026-03-05"),
        ("the 5th of March, 2026", "2026-03-05", "2026-03-05"),
        ("5 maart", "2026-03-05", "2026-03-05"),
        ("31-12-2025", "2025-12-31", "2025-12-31"),
        ("31.12.25", "2025-12-31", "2025-12-31"),
        ("  Vorige   week ", "2026-11-16", "2026-11-22"),
        ("since last month", "2026-10", "2026-10"),
        ("de afgelopen drie maanden", "2026-08", "2026-11"),
        ("maart", "2026-03", "2026-03"),
        ("zomer 2025", "2025-06", "2025-08"),
        ("two weeks ago", "2026-11-09", "2026-11-15"),
        ("afgelopen maandag", "2026-11-23", "2026-11-23"),
    ],
)
def test_a_date_is_read_in_figures_and_in_words(written: str, first: str, last: str) -> None:
    (period,) = typed(written, ("en", "nl"), _SUNDAY)

    assert (str(period.first), str(period.last)) == (first, last)


def test_a_day_and_month_in_figures_have_the_day_first_and_may_be_the_other_way_round() -> None:
    assert [str(period.first) for period in typed("05-03-2026", ("nl", "en"), _SUNDAY)] == [
        "2026-03-05",
        "2026-05-03",
    ]


@pytest.mark.parametrize(
    "written", ["", "soon", "2026-02-30", "13/14/2026", "5 March or 7 March 2026", "the budget of 2025", "31"]
)
def test_what_is_no_single_date_is_read_as_none(written: str) -> None:
    assert typed(written, ("en", "nl"), _SUNDAY) == []
