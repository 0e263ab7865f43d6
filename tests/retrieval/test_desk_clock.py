"""All parts of a desk go by its one clock, whatever day it is where the program runs."""

from __future__ import annotations

import datetime

import pytest

from bot.assembly import Desk
from corpus.dates import PartialDate
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.retrieval.newsroom import BEES, BRIDGE, add, draft, noon

SOON, LATER = datetime.date(2023, 3, 3), datetime.date(2033, 1, 1)
FARE = "How much is the night ferry to Saltmarsh?"
YESTERDAY = "What did the night ferry to Saltmarsh cost yesterday?"
OPENING = "When does the new swimming pool of Marrowdale open?"
OLD = draft(
    "The night ferry to Saltmarsh costs 46 euros for a passenger on foot. Fuel is dear.",
    "old",
    "2021-03-02",
    title="Ferry fares rise",
    outlet="The Harbour Ledger",
)
NEW = draft(
    "Whoever takes the ferry to Saltmarsh at night pays 58 euros, on foot. Fuel is dear.",
    "new",
    "2023-03-02",
    title="Ferry fares rise",
    outlet="De Noorderpost",
)
POOL = draft(
    "The new swimming pool of Marrowdale opens on 4 May 2023. Entry is free that day.", "pool", "2023-02-01"
)
# A question as of one day gets what it would have got then, whatever day the clock says.
BY_CLOCK_OR_AS_OF = pytest.mark.parametrize(
    ("clock", "as_of"), [(SOON, None), (LATER, None), (LATER, SOON), (SOON, LATER)]
)


def opened(open_desk: OpenDesk, day: datetime.date) -> Desk:
    desk = open_desk(now=lambda: noon(day))
    add(desk, [OLD, NEW, POOL, draft(BRIDGE, "bridge", "2020-02"), draft(BEES, "bees", "2020")])
    return desk


def filters(as_of: datetime.date | None) -> Filters:
    return Filters(as_of=PartialDate(as_of.year, as_of.month, as_of.day) if as_of else None)


@BY_CLOCK_OR_AS_OF
def test_what_is_new_and_what_was_yesterday_is_told_from_the_clock_of_the_desk(
    open_desk: OpenDesk, clock: datetime.date, as_of: datetime.date | None
) -> None:
    desk, asked, day = opened(open_desk, clock), filters(as_of), as_of or clock
    names = [hit.article.draft.url for hit in desk.search.find(FARE, 2, asked).hits]
    assert names == ([NEW.url, OLD.url] if day == SOON else [OLD.url, NEW.url])

    before = day - datetime.timedelta(days=1)
    told = {desk.answerer.ask(YESTERDAY, asked).narrowed, desk.timelines.of(YESTERDAY, asked).narrowed}
    assert {one.since for one in told} == {PartialDate(before.year, before.month, before.day)}
    assert {one.widened for one in told} == {day == LATER}


@pytest.mark.parametrize(("day", "passed"), [(SOON, False), (LATER, True)])
def test_a_preview_tells_what_has_passed_by_the_clock_of_the_desk(
    open_desk: OpenDesk, day: datetime.date, *, passed: bool
) -> None:
    desk = opened(open_desk, day)
    desk.answerer.ask(OPENING, Filters())
    postponed = draft("The new swimming pool of Marrowdale opens on 6 June 2023.", "postponed")
    (changed,) = desk.previewer.adding(postponed, None).changed
    assert {one.passed for one in changed.before.answers} == {passed}
