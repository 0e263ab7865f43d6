"""The command tree: slash commands and context menus, with their names in English and Dutch."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.discord.connection.reception import Reception


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


class Tree(app_commands.CommandTree[Any]):
    """All commands."""

    def __init__(self, client: discord.Client, reception: Reception) -> None:
        super().__init__(
            client,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=False
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        self._reception = reception

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Remember the request; decline it where the bot is about to stop."""
        # What is typed into an option is answered at once or not at all.
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        return await self._reception.admit(interaction)

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /
    ) -> None:
        """Tell the person what failed."""
        await self._reception.tell(interaction, error)


def said(english: str, dutch: str) -> locale_str:
    """Return a text for Discord's own menus in both languages."""
    return locale_str(english, dutch=dutch)
