"""Editing a message of the past, also in a thread that is archived by now."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.discord.retrying import persist

_ARCHIVED = 50083
_TOO_MANY = 429
_OWN_FAULTS = 500


async def edit_past(
    client: discord.Client, channel_id: str, message_id: str, message: dict[str, Any]
) -> None:
    """Edit the bot's own message; what it is edited to is what `edit` of discord.py takes.

    Raises:
        discord.NotFound: it is gone.
        discord.DiscordException: Discord refuses or fails; `is_for_good` tells which.
    """
    shown = client.get_partial_messageable(int(channel_id)).get_partial_message(int(message_id))
    try:
        await persist(lambda: shown.edit(**message))
    except discord.HTTPException as error:
        if error.code != _ARCHIVED:
            raise
        async with _reopened(client, channel_id):
            await persist(lambda: shown.edit(**message))


def is_for_good(error: Exception) -> bool:
    """Say whether Discord refused in a way that will not change: trying again would be for ever."""
    return (
        isinstance(error, discord.HTTPException) and error.status < _OWN_FAULTS and error.status != _TOO_MANY
    )


@contextlib.asynccontextmanager
async def _reopened(client: discord.Client, channel_id: str) -> AsyncIterator[None]:
    """Open an archived thread, and archive it again where that is allowed."""
    thread = await client.fetch_channel(int(channel_id))
    if not isinstance(thread, discord.Thread):
        raise discord.ClientException(channel_id)
    await thread.edit(archived=False)
    yield
    with contextlib.suppress(discord.HTTPException):
        await thread.edit(archived=True)
