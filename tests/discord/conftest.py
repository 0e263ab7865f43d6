"""A small Discord for each test, and the real bot connected to it."""

from __future__ import annotations

import asyncio
import contextlib
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest

from bot.assembly import Desk as RealDesk
from corpus.reading.parsing.here import HERE
from corpus.reading.parsing.jobs import Parser
from tests.conftest import OpenDesk
from tests.discord.answers import Desk

with warnings.catch_warnings():
    # discord.py 2.7 imports audioop, which Python 3.11 and 3.12 announce to remove.
    warnings.simplefilter("ignore", DeprecationWarning)
    from bot.discord.client import Newsdesk
    from bot.discord.running import serve
    from tests.discord.newsrooms import newsroom_of

from tests.discord.news_site import reading
from tests.reading.loopback import Site
from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.changes import PATIENCE

Start = Callable[..., Awaitable[Newsdesk]]


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback() as server:
        yield server
        assert server.http.broken == []


@pytest.fixture
async def start(discord: Loopback, open_desk: OpenDesk) -> AsyncIterator[Start]:
    """Start the bot with answers to give and wait until it is connected; stop it at the end."""
    async with contextlib.AsyncExitStack() as stack:

        async def begin(desk: Desk, **how: Any) -> Newsdesk:
            bot = Newsdesk(newsroom_of(open_desk(), desk.ask), **how)
            await stack.enter_async_context(running(bot, discord))
            return bot

        yield begin


@pytest.fixture
async def start_on(discord: Loopback) -> AsyncIterator[Start]:
    """Start the bot on a real desk and wait until it is connected; stop it at the end."""
    async with contextlib.AsyncExitStack() as stack:

        async def begin(desk: RealDesk, parser: Parser = HERE, **how: Any) -> Newsdesk:
            bot = Newsdesk(newsroom_of(desk, parser=parser), **how)
            await stack.enter_async_context(running(bot, discord))
            return bot

        yield begin


@pytest.fixture
def site(desk: RealDesk) -> Iterator[Site]:
    """A news site that the desk may read."""
    with reading(desk) as site:
        yield site


@pytest.fixture
async def bot(start_on: Start, desk: RealDesk, site: Site) -> Newsdesk:  # noqa: ARG001 - first the site
    """The bot on a real desk that may read the news site."""
    return await start_on(desk)


@contextlib.asynccontextmanager
async def running(bot: Newsdesk, discord: Loopback) -> AsyncIterator[None]:
    stop = asyncio.Event()
    served = asyncio.create_task(serve(TOKEN, bot, stop=stop, api=discord.api))
    ready = asyncio.create_task(discord.connected())
    await asyncio.wait({served, ready}, return_when=asyncio.FIRST_COMPLETED)
    if served.done():
        ready.cancel()
        await served
    yield
    stop.set()
    await asyncio.wait_for(served, PATIENCE)
