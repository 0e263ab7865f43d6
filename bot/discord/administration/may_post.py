"""Whether the bot may post in a channel, as far as it knows without asking Discord."""

from __future__ import annotations

import discord

_NEEDED = discord.Permissions(view_channel=True, send_messages=True, embed_links=True)


def can_post(guild: discord.Guild | None, channel: str) -> bool:
    """Tell whether the bot can post cards in the channel of that number."""
    place = guild.get_channel(int(channel)) if guild is not None else None
    me: discord.Member | None = guild.me if guild is not None else None
    return place is not None and me is not None and place.permissions_for(me).is_superset(_NEEDED)
