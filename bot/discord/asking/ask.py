"""The `/ask` command: a question goes in, a card comes back."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.answer_message import Understood
from bot.discord.asking.asker import Asker
from bot.discord.asking.places import Announced
from bot.discord.asking.question_options import Asked, asking
from bot.discord.connection.delivery import think
from bot.discord.connection.tree import said
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.


def ask_command(asker: Asker) -> app_commands.Command[Any, ..., None]:
    """Return the command."""

    @app_commands.command(
        name="ask",
        description=said(
            "Ask the news: the answer is a quotation with its source",
            "Vraag het aan het nieuws: het antwoord is een citaat met zijn bron",
        ),
    )
    @asking(asker.newsroom)
    async def ask(interaction: discord.Interaction[Any], asked: Asked) -> None:
        await answer_here(asker, interaction, asked.question, asked.filters)

    return ask


async def answer_here(
    asker: Asker,
    interaction: discord.Interaction[Any],
    asked: str,
    filters: Filters,
    understand: Callable[[], Awaitable[Understood]] | None = None,
) -> None:
    """Answer a question in a new message under the interaction, for all to see.

    Args:
        asker: what answers.
        interaction: by whom and where it is asked.
        asked: the asker's own words.
        filters: what may be used.
        understand: returns what is meant in a conversation; none for a question outside of any.
    """
    visit = asker.newsroom.visit(interaction)
    asker.admit(visit)
    await think(interaction)
    meant = await understand() if understand is not None else Understood(asked, filters)
    await asker.answer(visit, Announced(interaction), meant, asked)
