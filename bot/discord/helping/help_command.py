"""The `/help` command: what the bot is and how to ask it, for whoever wants to know."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.translation import said
from bot.discord.helping.help_card import help_message

# Annotations stay real in this file: discord.py reads them.


def install(floor: Floor) -> None:
    """Add the command."""
    newsroom = floor.newsroom

    @app_commands.command(
        name="help",
        description=said(
            "What I do, questions to try and how to ask, for you alone",
            "Wat ik doe, vragen om te proberen en hoe je vraagt, alleen voor jou",
        ),
    )
    async def help_(interaction: discord.Interaction[Any]) -> None:
        await think(interaction, private=True)
        await show(interaction, **await help_message(newsroom, newsroom.visit(interaction)))

    floor.tree.add_command(help_)
