"""The commands' descriptions in Dutch; English is the default everywhere else."""

from __future__ import annotations

import discord
from discord import app_commands

QUESTION = "What do you want to know?"
SINCE = "Only articles published since: YYYY, YYYY-MM or YYYY-MM-DD"
UNTIL = "Only articles published until: YYYY, YYYY-MM or YYYY-MM-DD"
OUTLET = "Only articles of this outlet"
ASK = "Ask the news: the answer is a quotation with its source"

_DUTCH = {
    ASK: "Vraag het aan het nieuws: het antwoord is een citaat met zijn bron",
    QUESTION: "Wat wil je weten?",
    SINCE: "Alleen artikelen verschenen sinds: JJJJ, JJJJ-MM of JJJJ-MM-DD",
    UNTIL: "Alleen artikelen verschenen tot en met: JJJJ, JJJJ-MM of JJJJ-MM-DD",
    OUTLET: "Alleen artikelen van dit medium",
}


class Descriptions(app_commands.Translator):
    """Gives Discord the Dutch description beside the English one."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - the signature is discord.py's
    ) -> str | None:
        """Return the Dutch for one of the descriptions, None for any other language or text."""
        return _DUTCH.get(string.message) if locale is discord.Locale.dutch else None
