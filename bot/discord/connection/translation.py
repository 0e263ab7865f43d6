"""The commands' names and descriptions in Dutch, written beside the English ones; English is the default."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import locale_str


def said(english: str, dutch: str) -> locale_str:
    """Return a text for Discord's own menus in both languages."""
    return locale_str(english, dutch=dutch)


class Descriptions(app_commands.Translator):
    """Gives Discord the Dutch beside the English."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the signature is discord.py's
    ) -> str | None:
        """Return the Dutch of a text that has one, None for any other language or text."""
        return string.extras.get("dutch") if locale is discord.Locale.dutch else None
