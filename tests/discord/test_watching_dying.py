"""Whatever breaks between any two steps of a round, whoever watches is told once."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from bot.assembly import Desk, now
from bot.discord.client import Newsdesk
from corpus.catalogue import underway
from tests.discord.conftest import running
from tests.discord.followed import Clock, add, go_round, held, newsroom_at, told, without_own_rounds
from tests.discord.stocked import WOLVES, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.state.people import CHANNEL_ID

StartOn = Callable[..., Awaitable[Newsdesk]]
COUNT = "In het Drostenwoud leven nu {} wolven, blijkt uit telling {} van het Faunabureau."
POSTS = f"/channels/{CHANNEL_ID}/messages"


class Died(BaseException):
    """The process is gone."""


@contextmanager
def dying(moment: int) -> Iterator[None]:
    """Die right before statement number `moment` of those that write, commits among them."""
    writing = itertools.count(1)

    def strike(connection: Connection) -> None:
        if connection.get_execution_options().get("newsdesk_writes") and next(writing) == moment:
            raise Died

    def statement(connection: Connection, _: object, written: str, *__: Any) -> None:
        if written.startswith(("INSERT", "UPDATE", "DELETE")):
            strike(connection)

    event.listen(Engine, "before_cursor_execute", statement)
    event.listen(Engine, "commit", strike)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", statement)
        event.remove(Engine, "commit", strike)


def said(discord: Loopback, value: int) -> int:
    """Return how many messages tell of a value."""
    return sum(f"{value} wolven" in seen(one.embeds[0]["description"]) for one in told(discord))


@pytest.mark.parametrize(
    "place", ["in a channel", pytest.param("in direct messages", marks=pytest.mark.torture)]
)
async def test_whoever_watches_is_told_once_whenever_the_bot_dies(
    discord: Loopback, desk: Desk, place: str
) -> None:
    # The numbers of messages tell the real time: a clock that runs ahead of it would look for them too late.
    clock = Clock(now() - datetime.timedelta(days=60))
    where: Any = {} if place == "in a channel" else {"guild": None}
    async with running(bot := Newsdesk(newsroom_at(stocked(desk, [WOLVES]), clock)), discord):
        await without_own_rounds(discord, bot)
        await discord.click(await asked(discord, desk, **where), "Watch")
        # What is under way is struck out by a writer of its own: only the rounds are to die.
        await discord.until(lambda: _struck_out(desk))
        before: list[str] = []
        for moment in itertools.count(1):
            value = 100 + moment
            clock.forward(7)
            desk.curator.remove(before, "operator")
            before = [add(desk, COUNT.format(value, moment), f"2026-03-{moment:02}").id]
            died = False
            with dying(moment):
                try:
                    await go_round(bot)
                except Died:
                    died = True
            # The restart takes so long that Discord has forgotten what the message was sent with.
            for message in discord.messages.values():
                message.nonce = None
            await go_round(bot)
            await go_round(bot)
            assert said(discord, value) == 1, moment
            (watch,) = held(desk)
            assert (watch.found, watch.tried, watch.marks) == (None, None, 0)
            if not died:
                break
    assert moment > 10


def _struck_out(desk: Desk) -> bool:
    with desk.catalogue.reading() as connection:
        return not underway.left(connection)


async def test_a_reply_that_is_lost_and_a_channel_that_fails_bring_one_message(
    discord: Loopback, desk: Desk, start_on: StartOn
) -> None:
    bot = await start_on(stocked(desk, [WOLVES]))
    await without_own_rounds(discord, bot)
    await discord.click(await asked(discord, desk), "Watch")
    add(desk, COUNT.format(101, 1))
    discord.http.fail("GET", "/guilds/*/members/*", 400)
    await go_round(bot)
    assert told(discord) == []
    discord.http.fail("POST", POSTS, 400)
    await go_round(bot)
    assert told(discord) == []
    discord.http.fail("POST", POSTS, None, done=True)
    await go_round(bot)
    await go_round(bot)

    assert said(discord, 101) == len(told(discord)) == 1


async def test_a_change_made_while_the_bot_is_down_is_told_once_it_is_up(
    discord: Loopback, desk: Desk
) -> None:
    clock = Clock()
    stocked(desk, [WOLVES])
    async with running(Newsdesk(newsroom_at(desk, clock)), discord):
        await discord.click(await asked(discord, desk), "Watch")
    added = add(desk, COUNT.format(101, 1))
    add(desk, COUNT.format(102, 2), "2026-03-04")
    desk.curator.remove([added.id], "operator")
    async with running(bot := Newsdesk(newsroom_at(desk, clock)), discord):
        # The round that comes by itself and this one are as two processes.
        await go_round(bot)
        await discord.until(lambda: said(discord, 102), 10)
    assert [said(discord, value) for value in (101, 102)] == [0, 1]
    assert len(told(discord)) == 1
