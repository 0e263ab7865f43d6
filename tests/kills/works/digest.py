"""Posting digests until death, and the small Discord where they are posted."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import itertools
import re
import threading
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import update

from bot.assembly import Desk, now
from corpus.catalogue import digests, schema
from tests.kills.orders import Mortal, Orders
from tests.kills.outside import Outside
from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.people import CHANNEL_ID, GUILD_ID
from tests.storage.newsroom import add_one, article

with warnings.catch_warnings():
    # discord.py 2.7 imports audioop, which Python 3.11 and 3.12 announce to remove.
    warnings.simplefilter("ignore", DeprecationWarning)
    from discord.http import Route

    from bot.discord.client import Newsdesk
    from bot.discord.connection.chores import Chores
    from bot.discord.digest.drawing_up_digest import Drawing
    from bot.discord.digest.post import Posting
    from tests.discord.newsrooms import newsroom_of

_DAY = datetime.timedelta(days=1)
_TITLE = re.compile(r"Dag \d+x\d+")


def post(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Post what others have left, then a digest of one new article after the other."""
    desk.reader = None  # type: ignore[assignment]  # no question waits
    asyncio.run(_post(mortal, desk, orders))


async def _post(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    bot = Newsdesk(newsroom_of(desk, ask=_never))
    bot._chores = Chores()  # noqa: SLF001 - what it does by itself would post them too
    Route.BASE = orders.address
    posting = Posting(bot, bot.newsroom, Drawing(bot, bot.newsroom))
    async with bot:
        connected = asyncio.create_task(bot.start(TOKEN))
        await bot.wait_until_ready()
        _make_due(desk)
        await posting.post_due()
        mortal.done(orders.left)
        for turn in itertools.count():
            title = f"Dag {orders.number}x{turn}"
            one = article(f"Op {title} is er nieuws.", url=f"https://example.org/{title[4:]}", title=title)
            with mortal.preparing({one.url or "": one.text}):
                add_one(desk, one, guild=GUILD_ID)
            _make_due(desk)
            with mortal.dying({f"posts of {title}": "1"}):
                await posting.post_due()
            assert not connected.done()


def _make_due(desk: Desk) -> None:
    with desk.catalogue.writing() as connection:
        if not digests.find(connection, GUILD_ID).on:
            digests.settle(connection, GUILD_ID, now() - 2 * _DAY, channel=CHANNEL_ID)
        connection.execute(update(schema.digests).values(since=now() - 2 * _DAY))


@contextlib.contextmanager
def discord() -> Iterator[Outside]:
    """Run a small Discord in a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    server = Loopback()
    asyncio.run_coroutine_threadsafe(server.__aenter__(), loop).result()

    def standing() -> dict[str, str | None]:
        posted = Counter(title for one in server.seen(CHANNEL_ID) for title in _TITLE.findall(one.text))
        for message in server.messages.values():
            message.nonce = None  # Discord knows a nonce for some minutes only
        return {f"posts of {title}": str(count) for title, count in posted.items()}

    try:
        yield Outside(server.api, standing)
    finally:
        asyncio.run_coroutine_threadsafe(server.__aexit__(None, None, None), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _never(*_: object, **__: object) -> Any:
    raise AssertionError
