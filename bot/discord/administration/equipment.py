"""What a server has of what the bot needs there, as far as the bot knows."""

from typing import Any

import discord

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.missing import Equipment, lacking, missing
from corpus.catalogue import articles, feeds
from corpus.catalogue.connection import Connection

_NEEDED = discord.Permissions(view_channel=True, send_messages=True, embed_links=True)


async def still_missing(newsroom: Newsroom, interaction: discord.Interaction[Any], visit: Visit) -> list[str]:
    """Return a sentence for each thing that the server of an interaction has yet to set or allow.

    Raises:
        Busy: too much is waiting already.
    """

    def look(connection: Connection) -> tuple[bool, bool]:
        return articles.any_seen(connection, visit.guild), bool(feeds.of_guild(connection, visit.guild))

    has_articles, has_feeds = await newsroom.read(look)
    settings = visit.settings
    equipment = Equipment(
        articles=has_articles,
        feeds=has_feeds,
        moderator_role=settings.moderator_role is not None,
        moderators_channel=settings.moderators_channel is not None,
        reads_messages=interaction.client.intents.message_content,
        lacks=lacked(interaction.guild),
    )
    return missing(equipment, visit.language)


def lacked(guild: discord.Guild | None) -> tuple[str, ...]:
    """Return the permissions that the bot does not have in a server; none where it does not know."""
    me: discord.Member | None = guild.me if guild is not None else None
    return lacking(me.guild_permissions.value) if me is not None else ()


def can_post(guild: discord.Guild | None, channel: str) -> bool:
    """Tell whether the bot can post cards in the channel of that number."""
    place = guild.get_channel(int(channel)) if guild is not None else None
    me: discord.Member | None = guild.me if guild is not None else None
    return place is not None and me is not None and place.permissions_for(me).is_superset(_NEEDED)
