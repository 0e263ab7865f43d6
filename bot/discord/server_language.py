"""The language of what the bot says in a server to nobody in particular."""

from __future__ import annotations

import discord

from bot.discord.preferences import Preferences
from bot.discord.visit import DUTCH, ENGLISH


def language_of(client: discord.Client, preferences: Preferences, guild: str) -> str:
    """Return the language that a server has set, or else its own where that is Dutch; English otherwise."""
    server = client.get_guild(int(guild))
    dutch = server is not None and server.preferred_locale is discord.Locale.dutch
    return preferences.of(guild).language or (DUTCH if dutch else ENGLISH)
