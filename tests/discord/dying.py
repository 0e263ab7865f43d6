"""A bot that dies, as by `kill -9`, at a given statement of what moderators click."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from discord.http import Route
from sqlalchemy import Engine, event

from bot.discord.client import Newsdesk
from bot.discord.connection.chores import Chores
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.digest.drawing_up_digest import Drawing
from bot.discord.digest.post import Posting
from bot.discord.running import serve
from retrieval.curating import carrying_out
from retrieval.models.bundled_embedder import bundled_embedder
from tests.discord.newsrooms import newsroom_of, parts_of
from tests.kills.works.feeds import reading
from tests.small_discord.loopback import TOKEN
from tests.small_discord.state.people import GUILD_ID
from tests.stores import desk_in

ACTOR = "Ann (4003)"


def decide(parts: Parts, what: str, *named: Any) -> None:
    """Do what a moderator's click does."""
    if what == "undo":
        parts.curator.undo(named[0], ACTOR, GUILD_ID)
        return
    done = {
        "add": carrying_out.add_or_correct,
        "correct": carrying_out.correct_in_words,
        "withdraw": carrying_out.withdraw,
        "remove": carrying_out.remove,
    }[what]
    done(parts.curator, *named, GUILD_ID, ACTOR)  # type: ignore[operator]


def decide_and_die(
    told: Connection, home: Path, moment: int, what: str, *named: Any, **settings: str
) -> None:
    """Do it, and die right before statement number `moment` of it, or tell that it did not come to that."""
    desk = desk_in(home, settings)
    desk.embedder = bundled_embedder(home, threads=1)
    desk.embedder.load()
    desk.reader = None  # type: ignore[assignment]  # nothing is read here
    parts = parts_of(desk, ask=_never)
    statements = itertools.count(1)

    def die(*_: object) -> None:
        if next(statements) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)
    decide(parts, what, *named)
    told.send("alive")


def click_and_die(
    told: Connection, home: Path, api: str, moment: int | None, site: str = "", **settings: str
) -> None:
    """Run the bot, and die right before statement number `moment` since the first interaction came.

    The number of each statement is told right before it. The bot may read the `site` on this machine.
    """
    desk = desk_in(home, settings)
    desk.embedder = bundled_embedder(home, threads=1)
    desk.web_client = reading(site)
    statements = itertools.count(1)
    one_at_a_time = threading.Lock()  # no other thread's statement comes after the last

    def count(*_: object) -> None:
        if bot.armed:
            with one_at_a_time:
                number = next(statements)
                told.send(number)
                if number == moment:
                    os.kill(os.getpid(), signal.SIGKILL)

    bot = _Dying(newsroom_of(desk))
    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    asyncio.run(serve(TOKEN, bot, api=api))


class _Dying(Newsdesk):
    """Is armed by the first interaction."""

    armed = False

    async def on_socket_event_type(self, kind: str) -> None:
        """Take note of what came, right before it is dealt with."""
        self.armed = self.armed or kind == "INTERACTION_CREATE"


def post_and_die(told: Connection, home: Path, api: str, moment: int, **settings: str) -> None:
    """Post the digests that are due, and die right before change number `moment`, or tell that it did not."""
    desk = desk_in(home, settings)
    desk.embedder = bundled_embedder(home, threads=1)
    desk.reader = None  # type: ignore[assignment]  # no question waits
    bot = Newsdesk(Newsroom(parts_of(desk, ask=_never)))
    Route.BASE = api
    changes = itertools.count(1)

    def die(*given: object) -> None:
        changing = any(isinstance(one, str) and one.startswith("UPDATE") for one in given) or len(given) == 1
        if changing and next(changes) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    async def post() -> None:
        async with bot:
            connected = asyncio.create_task(bot.start(TOKEN))
            await bot.wait_until_ready()
            event.listen(Engine, "before_cursor_execute", die)
            event.listen(Engine, "commit", die)
            await Posting(bot, bot.newsroom, Drawing(bot, bot.newsroom)).post_due()
            told.send("alive")
            connected.cancel()
            os._exit(0)

    bot._chores = Chores()  # noqa: SLF001 - what it does by itself would post them too
    asyncio.run(post())


def _never(*_: object, **__: object) -> Any:
    raise AssertionError
