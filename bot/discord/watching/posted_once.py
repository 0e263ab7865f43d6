"""Posting what is told to whoever watches so that it stands there once, whatever breaks and restarts.

That a message is on its way is noted first, then it is sent with a nonce, then the rest of the round notes
that it was told. What was on its way when the bot died is sent with the same nonce again, which Discord takes
for the same message within minutes; it is sought before that where it would stand.
"""

import datetime
import hashlib
from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.connection.components import custom_id
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import persist
from bot.discord.watching.reaching import Channel
from bot.discord.watching.starting import STOP
from corpus.catalogue import watches
from corpus.catalogue.watches import Watch

_NONCE = 24
_BACK = 200  # messages that are looked through for one that was on its way
_MARGIN = datetime.timedelta(minutes=5)  # by which clocks may differ


async def post(
    newsroom: Newsroom, channel: Channel, watched: Sequence[Watch], message: dict[str, Any]
) -> discord.Message:
    """Return the message that tells those who watch, posted now or when it was tried before.

    Raises:
        DiscordException: Discord refuses it, or fails.
    """
    tried = [one.tried for one in watched if one.tried is not None]
    standing = await _standing(channel, watched[0], min(tried)) if tried else None
    if standing is not None:
        return standing
    now = newsroom.parts.now()
    await newsroom.write(lambda connection: watches.try_first(connection, watched, now))
    nonce = hashlib.sha256(f"{watched[0].id} {watched[0].found}".encode()).hexdigest()[:_NONCE]
    return await persist(lambda: channel.send(**message, nonce=nonce))


async def _standing(channel: Channel, first: Watch, tried: datetime.datetime) -> discord.Message | None:
    """Return the bot's message that tells of what was found, if it got there when it was tried."""
    try:
        async for message in channel.history(limit=_BACK, after=tried - _MARGIN):
            if _tells(message, first):
                return message
    except discord.Forbidden:  # where the history is not for the bot, the nonce is all there is
        return None
    return None


def _tells(message: discord.Message, watch: Watch) -> bool:
    """Say whether a message has the button that stops the watch of what was found, and is for that person.

    Nobody but the bot posts buttons with its own names.
    """
    buttons = (part for row in message.components for part in getattr(row, "children", []))
    stops = any(getattr(part, "custom_id", None) == custom_id(STOP, watch.found) for part in buttons)
    return stops and (message.guild is None or f"<@{watch.person}>" in message.content)
