"""Which requests to Discord are tried again after they failed, and for how long."""

import asyncio
import itertools
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import aiohttp
import discord

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

# What Discord's client raises for a request that got no reply.
NO_REPLY = (aiohttp.ClientError, OSError)
# Seconds: how long a person is waited for with the words that are due to them, and how long Discord waits
# for the first word on an interaction. Within both, discord.py tries again too, but not after every failure.
MINUTE, AT_ONCE = 60.0, 3.0
_PAUSES = (0.3, 1.0, 3.0)
_LONG_PAUSE = 6.0
_TOO_MANY_REQUESTS, _OWN_FAULTS = 429, 500


def may_pass(error: BaseException) -> bool:
    """Say whether what failed may go well later: the line broke, or Discord is unwell or asked too often."""
    if isinstance(error, discord.HTTPException):
        return error.status == _TOO_MANY_REQUESTS or error.status >= _OWN_FAULTS
    return isinstance(error, NO_REPLY)


async def persist(send: Callable[[], Awaitable[_Result]], within: float = MINUTE) -> _Result:
    """Return what `send` returns, trying again with pauses where that may help.

    What is sent must bear being sent twice: an edit does, and so does a message with a nonce of its own, for
    Discord may have done what it gave no word of.

    Args:
        send: one try.
        within: seconds after which no other try begins.
    """
    loop = asyncio.get_running_loop()
    last = loop.time() + within
    for pause in _pauses():
        try:
            return await send()
        except (discord.HTTPException, *NO_REPLY) as error:
            if not may_pass(error) or loop.time() + pause > last:
                raise
            _log.info("a request to Discord failed; again in %s s: %r", pause, error)
        await asyncio.sleep(pause)
    raise AssertionError


def _pauses() -> Iterator[float]:
    return itertools.chain(_PAUSES, itertools.repeat(_LONG_PAUSE))
