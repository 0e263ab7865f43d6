"""Getting words to the person who asked, whatever the network does."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiohttp
import discord

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

# What Discord's client raises for a request that got no reply; those with a reply it retries itself.
NO_REPLY = (aiohttp.ClientError, OSError)
_PAUSES = (0.3, 1.0, 3.0)

_UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _UNKNOWN_INTERACTION = 10008, 10015, 10062
_INVALID_WEBHOOK_TOKEN, _ALREADY_ACKNOWLEDGED = 50027, 40060
_GONE = frozenset(
    {_UNKNOWN_MESSAGE, _UNKNOWN_WEBHOOK, _UNKNOWN_INTERACTION, _INVALID_WEBHOOK_TOKEN, _ALREADY_ACKNOWLEDGED}
)


def is_gone(error: BaseException) -> bool:
    """Say whether nothing can be said any more: the request expired, was deleted or is answered elsewhere."""
    return isinstance(error, discord.HTTPException) and error.code in _GONE


async def persist(send: Callable[[], Awaitable[_Result]]) -> _Result:
    """Return what `send` returns, trying again where the connection broke before Discord replied."""
    for pause in _PAUSES:
        try:
            return await send()
        except NO_REPLY:
            _log.info("a request to Discord got no reply; again in %s s", pause)
            await asyncio.sleep(pause)
    return await send()


async def say(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say one sentence instead of an answer, privately where nothing is shown yet; log where that fails."""

    async def send() -> None:
        if interaction.response.is_done():
            await interaction.edit_original_response(content=sentence, embeds=[], view=None)
        else:
            await interaction.response.send_message(sentence, ephemeral=True)

    try:
        await persist(send)
    except (discord.DiscordException, *NO_REPLY) as error:
        _log.warning("could not tell about request %s: %s", interaction.id, error)
