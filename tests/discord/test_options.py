"""Dates, outlets and words that people write in their own way are understood, or told what to write."""

from __future__ import annotations

import datetime

import pytest

from bot.assembly import Desk
from corpus.catalogue import answers
from corpus.dates import day_of
from corpus.filters import Filters
from tests.discord.conftest import Start
from tests.discord.stocked import BONUS, WOLVES, stocked
from tests.retrieval.newsroom import add, draft
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN, GUILD_ID, OTHER_READER

_WITH_OUTLETS = ("ask", "search", "timeline", "sources", "corpus list")


async def test_dates_are_taken_as_people_write_them(discord: Loopback, start_on: Start, desk: Desk) -> None:
    await start_on(stocked(desk, [WOLVES]))
    today = day_of(datetime.datetime.now(datetime.UTC))

    await discord.use("ask", {"question": "How many wolves?", "since": "5 March 2021", "until": "gisteren"})

    filters = _last(desk)
    assert str(filters.since) == "2021-03-05"
    assert filters.until is not None
    assert filters.until.last() == today - datetime.timedelta(days=1)


async def test_while_a_date_is_typed_it_shows_how_it_is_understood(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(desk)
    today, week = day_of(datetime.datetime.now(datetime.UTC)), datetime.timedelta(days=7)
    monday = today - week - datetime.timedelta(days=today.weekday())
    # Each day once: on a Monday this week begins today, on a Tuesday yesterday.
    days = {today, today - datetime.timedelta(days=1), monday, monday + week}
    sunday = monday + datetime.timedelta(days=6)

    since = await discord.suggest("ask", "since", "vorige week", locale="nl")
    until = await discord.suggest("search", "until", "last week")
    day = await discord.suggest("timeline", "as_of", "05-03-2026")
    begun = await discord.suggest("ask", "since", "yes")
    nothing = await discord.suggest("ask", "since", "")

    assert [choice["value"] for choice in since] == [monday.isoformat()]
    assert since[0]["name"].endswith("(vorige week)")
    assert [choice["value"] for choice in until] == [sunday.isoformat()]
    assert [choice["name"] for choice in day] == ["5 March 2026 (05-03-2026)", "3 May 2026 (05-03-2026)"]
    assert [choice["name"].endswith("(yesterday)") for choice in begun] == [True]
    assert len(nothing) == len(days) + len(["this month", "last month", "this year", "last year"])
    assert await discord.suggest("ask", "since", "soon" * 30) == []


@pytest.mark.parametrize("command", _WITH_OUTLETS)
async def test_an_unknown_outlet_is_told_in_private_with_the_nearest_names(
    discord: Loopback, start_on: Start, desk: Desk, command: str
) -> None:
    await start_on(stocked(desk, [WOLVES], GUILD_ID))
    question = {} if command in {"sources", "corpus list"} else {"question": "How many wolves?"}

    turn = await discord.use(command, {**question, "outlet": "Het Oosterbald"}, by=ADMIN)

    assert turn.private
    assert turn.content == (
        "There is no article here of an outlet “Het Oosterbald”. Did you mean “Het Oosterblad”?"
    )


async def test_blanks_and_case_of_an_outlet_do_not_matter(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    await discord.use("ask", {"question": "How many wolves?", "outlet": "  het OOSTERBLAD "})

    assert _last(desk).outlet == "Het Oosterblad"


async def test_did_you_mean_asks_with_the_word_that_was_meant_also_for_somebody_else_after_a_restart(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    toll = "Drivers of heavy lorries pay a weighing toll of 14 euros at the Brannock bridge."
    add(desk, [draft(toll, "toll", "2026-04-04", title="Toll at the bridge", outlet="Courier")])
    await start_on(stocked(desk, [BONUS]))
    asked = await discord.use(
        "ask", {"question": "what do lorries pray at the Brannock bridge?", "since": "2026"}
    )
    assert asked.message is not None
    assert asked.message.buttons[0] == "Did you mean “pay”?"

    answered = await discord.click(asked.message, "Did you mean “pay”?", by=OTHER_READER)

    assert "14 euros" in answered.embed["description"]
    assert str(_last(desk).since) == "2026"


def _last(desk: Desk) -> Filters:
    with desk.catalogue.reading() as connection:
        (given,) = answers.recent(connection, GUILD_ID, 1)
    return given.filters
