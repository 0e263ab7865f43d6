"""The *Ask about this* menu on any message."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.ask import answer_here
from bot.discord.errors import Refusal
from bot.discord.floor import Floor
from bot.discord.talking.text import matter_of
from bot.discord.talking.words import TALKING
from bot.discord.translation import said
from corpus.tokens import words

# Annotations stay real in this file: discord.py reads them to know what the menu is on.


def install(floor: Floor) -> None:
    """Add the menu."""
    newsroom = floor.newsroom

    async def about(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        question = matter_of(message)
        if not words(question):
            raise Refusal(lambda language: TALKING.of(language).nothing_to_ask)
        await answer_here(floor.asker, interaction, question, newsroom.visit(interaction).filters())

    name = said("Ask about this", "Vraag hierover")
    floor.tree.add_command(app_commands.ContextMenu(name=name, callback=about))
