"""The `/ask` command: a question goes in, a card comes back."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from bot.discord import translation
from bot.discord.asking.options import DateOption
from bot.discord.cards.card import card, plain
from bot.discord.delivery import persist
from bot.discord.errors import Refusal
from bot.discord.words import words_for
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.results import Answer

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

QUESTION_LENGTH = 500
OUTLET_LENGTH = 100
# Discord forgets a request after 15 minutes; nobody waits that long.
PATIENCE = 120.0

_log = logging.getLogger(__name__)
_Date = app_commands.Transform[PartialDate, DateOption]


def ask_command(
    answer: Callable[[str, Filters], Awaitable[Answer]], patience: float = PATIENCE
) -> app_commands.Command[Any, ..., None]:
    """Return the command; `answer` finds the answer, which is given up after `patience` seconds."""

    @app_commands.command(name="ask", description=locale_str(translation.ASK))
    @app_commands.describe(
        question=locale_str(translation.QUESTION),
        since=locale_str(translation.SINCE),
        until=locale_str(translation.UNTIL),
        outlet=locale_str(translation.OUTLET),
    )
    async def ask(
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, QUESTION_LENGTH],
        since: _Date | None = None,
        until: _Date | None = None,
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
    ) -> None:
        guild = str(interaction.guild_id) if interaction.guild_id is not None else None
        filters = _filters(guild, since, until, outlet)
        await persist(lambda: interaction.response.defer(thinking=True))
        try:
            found = await asyncio.wait_for(answer(question, filters), patience)
        except TimeoutError as error:
            _log.warning("request %s took too long", interaction.id, exc_info=error)
            raise Refusal(lambda words: words.too_slow) from error
        await _show(interaction, found)

    return ask


def _filters(
    guild: str | None, since: PartialDate | None, until: PartialDate | None, outlet: str | None
) -> Filters:
    if since is not None and until is not None and since.first() > until.last():
        raise Refusal(lambda words: words.dates_swapped.format(since=since, until=until))
    return Filters(guild=guild, since=since, until=until, outlet=outlet)


async def _show(interaction: discord.Interaction[Any], found: Answer) -> None:
    """Show the answer as a card, or as text where the bot may not embed links."""
    words = words_for(str(interaction.locale))
    if interaction.app_permissions.embed_links:
        embed = card(found, words)
        await persist(lambda: interaction.edit_original_response(embed=embed))
    else:
        text = plain(found, words)
        await persist(lambda: interaction.edit_original_response(content=text))
