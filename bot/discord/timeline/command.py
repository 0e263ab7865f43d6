"""The `/timeline` command: the values that articles give for a question, over time."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.ask import QUESTION_LENGTH
from bot.discord.asking.asker import Asker
from bot.discord.asking.options import (
    AS_OF,
    OUTLET,
    OUTLET_LENGTH,
    QUESTION,
    SINCE,
    UNTIL,
    Date,
    outlet_choices,
    require_order,
)
from bot.discord.cards.card import AUTHOR, CONTENT, DESCRIPTION
from bot.discord.cards.escape import shortened
from bot.discord.delivery import meanwhile, show, think
from bot.discord.floor import Floor
from bot.discord.newsroom import Parts
from bot.discord.timeline.card import text
from bot.discord.timeline.words import TIMELINE
from bot.discord.translation import said
from corpus.dates import day_of
from corpus.filters import Filters
from retrieval.timeline.points import Timeline
from retrieval.timeline.timelines import Timelines

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.


def install(floor: Floor) -> None:
    """Add the command."""
    floor.tree.add_command(_command(floor.asker))


def _command(asker: Asker) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="timeline",
        description=said(
            "What articles say of a question over time, with a plot, for you alone",
            "Wat artikelen door de tijd over een vraag zeggen, met een grafiek, alleen voor jou",
        ),
    )
    @app_commands.describe(question=QUESTION, since=SINCE, until=UNTIL, as_of=AS_OF, outlet=OUTLET)
    @app_commands.autocomplete(outlet=outlet_choices(asker.newsroom))
    async def timeline(
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, QUESTION_LENGTH],
        since: Date | None = None,
        until: Date | None = None,
        as_of: Date | None = None,
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
    ) -> None:
        require_order(since, until)
        visit = asker.newsroom.visit(interaction)
        asker.admit(visit)
        # For that person alone: a card that stays for all to see must follow later corrections.
        await think(interaction, private=True)
        filters = visit.filters(since, until, as_of, outlet)
        found = await asker.wait(
            visit,
            lambda parts: _timeline(parts, question, filters),
            lambda sentence: meanwhile(interaction, sentence),
        )
        await show(interaction, **_message(found, visit.language, embedded=visit.may_embed))

    return timeline


def _timeline(parts: Parts, question: str, filters: Filters) -> Timeline:
    today = day_of(parts.now())
    timelines = Timelines(parts.catalogue, parts.search, parts.reader, lambda: today, parts.precedence)
    return timelines.of(question, filters)


def _message(found: Timeline, language: str, *, embedded: bool) -> dict[str, Any]:
    if not embedded or not found.points:
        return {"content": text(found, language, CONTENT), "embed": None}
    title = shortened(f"{TIMELINE.of(language).timeline}: {found.question}", AUTHOR)
    embed = discord.Embed(description=text(found, language, DESCRIPTION)).set_author(name=title)
    return {"content": None, "embed": embed}
