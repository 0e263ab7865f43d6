"""Running the bot until it is told to stop."""

import asyncio
import contextlib
import logging
import signal
import threading
from collections.abc import AsyncIterator, Iterator

import aiohttp
import discord
from discord.gateway import KeepAliveHandler
from discord.http import Route

from bot.discord.client import Newsdesk
from bot.discord.connection.errors import DiscordRefused, DiscordUnreachable, TokenRefused
from bot.discord.connection.gateway import late_heartbeats_counted
from bot.discord.connection.newsroom import Newsroom
from bot.outside.pulse import Pulse

_log = logging.getLogger(__name__)
_AUTHENTICATION_FAILED = 4004
_INTENTS_DISALLOWED = 4014
_SERVER_ERRORS = 500
_GOODBYE = 1.0


def run(
    token: str, newsroom: Newsroom, *, expected: tuple[type[Exception], ...] = (), api: str | None = None
) -> None:
    """Answer in Discord until SIGTERM or SIGINT; then finish or apologise for what is under way, within 8 s.

    Args:
        token: the bot's token.
        newsroom: what answers and curates.
        expected: the errors whose own text is a sentence for people; of others a number is told.
        api: where Discord's HTTP API is, such as `https://discord.com/api/v10`; None for Discord itself.

    Raises:
        DiscordError: the bot cannot run; its text says why and what to do.
    """
    asyncio.run(serve(token, Newsdesk(newsroom, expected=expected), stop=None, api=api))


async def serve(
    token: str, bot: Newsdesk, *, stop: asyncio.Event | None = None, api: str | None = None
) -> None:
    """Keep the bot connected until `stop` is set, by default by SIGTERM or SIGINT; then end it with grace.

    Raises:
        DiscordError: the bot cannot run; its text says why and what to do.
    """
    if len(token.split()) != 1 or not token.isascii():
        raise TokenRefused
    if api is not None:
        Route.BASE = api
    stop = stop or _told_by_signals()
    seen = bot.newsroom.parts.seen
    with _as_sentences(), late_heartbeats_counted(seen):
        async with _beating(seen.pulse), _heartbeats_stopped(), bot:
            connected = asyncio.create_task(bot.start(token))
            told = asyncio.create_task(stop.wait())
            await asyncio.wait({connected, told}, return_when=asyncio.FIRST_COMPLETED)
            if connected.done():
                told.cancel()
                await connected
            _log.info("stopping")
            await bot.finish()
            connected.cancel()
            await asyncio.gather(connected, return_exceptions=True)


@contextlib.asynccontextmanager
async def _beating(pulse: Pulse) -> AsyncIterator[None]:
    """Have the loop's pulse beat, for those who feel it from another thread."""
    beating = asyncio.create_task(pulse.beat())
    try:
        yield
    finally:
        beating.cancel()


@contextlib.asynccontextmanager
async def _heartbeats_stopped() -> AsyncIterator[None]:
    """Leave only once discord.py's heartbeat threads have ended: they use the event loop until then."""
    try:
        yield
    finally:
        hearts = [thread for thread in threading.enumerate() if isinstance(thread, KeepAliveHandler)]
        for heart in hearts:
            heart.stop()
        for heart in hearts:
            await asyncio.to_thread(heart.join, _GOODBYE)


def _told_by_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        # Windows has no such handlers; there Ctrl-C ends the bot without the grace.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    return stop


@contextlib.contextmanager
def _as_sentences() -> Iterator[None]:
    """Turn what discord.py raises where it gives up into this package's errors."""
    try:
        yield
    except discord.LoginFailure as error:
        raise TokenRefused from error
    except discord.PrivilegedIntentsRequired as error:
        raise DiscordRefused(_INTENTS_DISALLOWED) from error
    except discord.ConnectionClosed as error:
        raise (
            TokenRefused if error.code == _AUTHENTICATION_FAILED else DiscordRefused(error.code)
        ) from error
    except discord.HTTPException as error:
        raise (
            DiscordUnreachable if error.status >= _SERVER_ERRORS else DiscordRefused(error.status)
        ) from error
    except (discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
        raise DiscordUnreachable from error
