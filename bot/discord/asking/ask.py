"""The `/ask` command: a question goes in, a card comes back."""

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.asker import Asker
from bot.discord.asking.date_option import Since, Until
from bot.discord.asking.narrowing_options import AS_OF, KIND, KINDS, QUESTION, SINCE, UNTIL, require_order
from bot.discord.asking.outlet_option import OUTLET, OUTLET_LENGTH, outlet_choices, require_outlet
from bot.discord.asking.places import Announced
from bot.discord.asking.understood import Understood
from bot.discord.connection.delivery import think
from bot.discord.connection.translation import said
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

QUESTION_LENGTH = 500


def ask_command(asker: Asker) -> app_commands.Command[Any, ..., None]:
    """Return the command."""

    @app_commands.command(
        name="ask",
        description=said(
            "Ask the news: the answer is a quotation with its source",
            "Vraag het aan het nieuws: het antwoord is een citaat met zijn bron",
        ),
    )
    @app_commands.describe(question=QUESTION, since=SINCE, until=UNTIL, as_of=AS_OF, outlet=OUTLET, kind=KIND)
    @app_commands.choices(kind=KINDS)
    @app_commands.autocomplete(outlet=outlet_choices(asker.newsroom))
    async def ask(
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, QUESTION_LENGTH],
        since: Since | None = None,
        until: Until | None = None,
        as_of: Until | None = None,
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
        kind: str | None = None,
    ) -> None:
        require_order(since, until)
        visit = asker.newsroom.visit(interaction)
        outlet = await require_outlet(asker.newsroom, visit, outlet)
        await answer_here(asker, interaction, question, visit.filters(since, until, as_of, outlet, kind))

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
