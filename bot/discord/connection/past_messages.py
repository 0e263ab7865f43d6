"""Bringing messages of the past up to date, also in threads that are archived by now."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import Any, Protocol, TypeVar

import discord

from bot.discord.connection.retrying import NO_REPLY, persist

# Seconds between two looks, and between two edits: Discord bears about five edits in five seconds in one
# channel, and fewer of messages older than an hour.
EVERY = 5.0
PAUSE = 1.0
_ARCHIVED = 50083
_TOO_MANY = 429
_OWN_FAULTS = 500

_log = logging.getLogger(__name__)
_Stale = TypeVar("_Stale", bound="Stale")


class Stale(Protocol):
    """A message that no longer shows how things are."""

    @property
    def message_id(self) -> str:
        """The message's number."""


async def bring_up_to_date(
    stale: Iterable[_Stale],
    edit: Callable[[_Stale], Awaitable[None]],
    forget: Callable[[_Stale], Awaitable[None]],
    refreshed: Callable[[_Stale], Awaitable[None]],
    pause: float = PAUSE,
) -> None:
    """Edit messages one after the other, and note what became of each.

    Args:
        stale: the messages.
        edit: edits one.
        forget: notes that one is gone.
        refreshed: notes that one is as it should be, or never can be: it would be tried for ever.
        pause: seconds after each edit.
    """
    for one in stale:
        try:
            await edit(one)
        except discord.NotFound:
            await forget(one)
        except (discord.DiscordException, *NO_REPLY) as error:
            if is_for_good(error):
                _log.warning("message %s cannot be edited and stays as it is: %s", one.message_id, error)
                await refreshed(one)
            else:
                _log.warning("message %s could not be edited, it is tried again: %s", one.message_id, error)
        else:
            await refreshed(one)
        await asyncio.sleep(pause)


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
