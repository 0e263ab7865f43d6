"""What may stand in which channel: a digest, or in it a question that was asked elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

import discord

# Without the history it cannot be told whether a post that was begun stands there already.
_NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, embed_links=True, read_message_history=True
)


def can_stand(guild: discord.Guild | None, channel: str) -> bool:
    """Tell whether the bot can post a digest in a channel, as far as it knows without asking Discord."""
    place = guild.get_channel(int(channel)) if guild is not None else None
    return guild is not None and place is not None and place.permissions_for(guild.me).is_superset(_NEEDED)


def may_be_told(
    guild: discord.Guild | None, asked_in: Iterable[str], channel: str, private: str | None
) -> bool:
    """Tell whether a question may be repeated in `channel`.

    Who reads that must be able to see where it was asked. Moderators see the questions of all channels: in
    their channel, `private`, any may be repeated.
    """
    return channel == private or any(one == channel or _is_open(guild, one) for one in asked_in)


def _is_open(guild: discord.Guild | None, channel: str) -> bool:
    """Tell whether everybody in the server sees a channel."""
    place = guild.get_channel_or_thread(int(channel)) if guild is not None else None
    if guild is None or place is None or (isinstance(place, discord.Thread) and place.is_private()):
        return False
    outer = place.parent if isinstance(place, discord.Thread) else place
    return outer is not None and outer.permissions_for(guild.default_role).view_channel
