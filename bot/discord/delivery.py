"""Getting words to the person who asked, whatever the network does."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
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
_PRIVATE, _SHOWN = "private", "shown"

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


async def think(interaction: discord.Interaction[Any], *, private: bool = False) -> None:
    """Acknowledge a request within the three seconds: a new message follows, which `show` fills."""
    interaction.extras[_PRIVATE] = private
    announced = discord.InteractionResponseType.deferred_channel_message
    await _defer(interaction, announced, ephemeral=private, thinking=True)


async def hold(interaction: discord.Interaction[Any]) -> None:
    """Acknowledge a click: the message it was made on follows, which `show` changes."""
    await _defer(interaction, discord.InteractionResponseType.deferred_message_update)


async def show(interaction: discord.Interaction[Any], **message: Any) -> discord.InteractionMessage:  # noqa: ANN401 - discord.py's own arguments
    """Fill the message that `think` announced, or change the one that was clicked."""
    shown = await persist(lambda: interaction.edit_original_response(**message))
    interaction.extras[_SHOWN] = True
    return shown


async def meanwhile(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say something in the message that `think` announced, until `show` fills it."""
    await persist(lambda: interaction.edit_original_response(content=sentence))


async def say(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say one sentence instead of what was asked for, to that person alone; log where that fails.

    A message that is clicked stays as it is; one that thinks in public gives way to the private sentence.
    """
    try:
        await persist(lambda: _say(interaction, sentence))
    except (discord.DiscordException, *NO_REPLY) as error:
        _log.warning("could not tell about request %s: %s", interaction.id, error)


async def _defer(
    interaction: discord.Interaction[Any], kind: discord.InteractionResponseType, **how: bool
) -> None:
    tries = itertools.count()

    async def once() -> None:
        again = next(tries) > 0
        try:
            await interaction.response.defer(**how)
        except discord.HTTPException as error:
            if not (again and error.code == _ALREADY_ACKNOWLEDGED):
                raise
            # The try before got through, and its reply was lost: discord.py has to be told.
            interaction.response._response_type = kind  # noqa: SLF001 - see above

    await persist(once)


async def _say(interaction: discord.Interaction[Any], sentence: str) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(sentence, ephemeral=True)
    elif interaction.extras.get(_PRIVATE):
        try:
            await interaction.edit_original_response(content=sentence, embeds=[], view=None)
        except discord.HTTPException as error:
            if is_gone(error):
                raise
            await interaction.followup.send(sentence, ephemeral=True)
    else:
        if _thinks(interaction):
            with contextlib.suppress(discord.NotFound):  # the second time round
                await interaction.delete_original_response()
        await interaction.followup.send(sentence, ephemeral=True)


def _thinks(interaction: discord.Interaction[Any]) -> bool:
    announced = interaction.response.type is discord.InteractionResponseType.deferred_channel_message
    return announced and _SHOWN not in interaction.extras
