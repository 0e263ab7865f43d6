"""The language of what the bot says in a server to nobody in particular."""

from __future__ import annotations

import discord

from bot.discord.connection.preferences import Preferences
from bot.discord.connection.visit import ENGLISH, spoken


def language_of(client: discord.Client, preferences: Preferences, guild: str) -> str:
    """Return the language that a server has set, or else its own where that is Dutch; English otherwise."""
    server = client.get_guild(int(guild))
    own = spoken(str(server.preferred_locale)) if server is not None else ENGLISH
    return preferences.of(guild).language or own
