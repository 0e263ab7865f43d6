"""Finding a post of the bot's own that was begun, by the mark that its button carries."""

import datetime

import discord

from corpus.catalogue.digests import Sending

# How long after it was begun a post can have been sent, and how far this clock may be from Discord's.
_SENT_WITHIN = datetime.timedelta(hours=1)
_CLOCKS = datetime.timedelta(minutes=10)


async def stands(client: discord.Client, begun: Sending, named: str, *, moved: bool) -> bool:
    """Say whether a message of the bot with a button of that custom id stands in the channel of `begun`.

    In a channel that is gone nobody sees one; nor, as far as the moderators care, in one that they have
    `moved` the digest away from and that the bot may no longer read.

    Raises:
        DiscordException: the channel cannot be read.
    """
    try:
        return await _found(client, begun, named)
    except discord.NotFound:
        return False
    except discord.Forbidden:
        if not moved:
            raise
    return False


async def _found(client: discord.Client, begun: Sending, named: str) -> bool:
    after, before = begun.began - _CLOCKS, begun.began + _SENT_WITHIN
    place = client.get_partial_messageable(int(begun.channel))
    # Oldest first. discord.py itself would read on to the end of the channel.
    async for message in place.history(limit=None, after=after):
        if message.created_at > before:
            break
        if message.author == client.user and _carries(message, named):
            return True
    return False


def _carries(message: discord.Message, named: str) -> bool:
    lines = (line for line in message.components if isinstance(line, discord.ActionRow))
    return any(getattr(item, "custom_id", None) == named for line in lines for item in line.children)
