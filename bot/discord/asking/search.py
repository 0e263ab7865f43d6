"""The `/search` command: passages as they are found, without an answer."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.ask import QUESTION_LENGTH
from bot.discord.asking.asker import Asker
from bot.discord.asking.found import Found, lines
from bot.discord.asking.options import (
    AS_OF,
    KIND,
    KINDS,
    OUTLET,
    OUTLET_LENGTH,
    SINCE,
    UNTIL,
    Date,
    outlet_choices,
    require_order,
)
from bot.discord.asking.packing import packed
from bot.discord.asking.words import ASKING
from bot.discord.cards.card import AUTHOR
from bot.discord.cards.escape import shortened
from bot.discord.cards.words import CARD
from bot.discord.delivery import meanwhile, show, think
from bot.discord.floor import Floor
from bot.discord.newsroom import Parts
from bot.discord.pages import Lists, Page
from bot.discord.translation import said
from bot.discord.visit import Visit
from corpus.catalogue import notices
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_MOST = 20
_ON_A_PAGE = 5


def install(floor: Floor) -> None:
    """Add the command."""
    floor.tree.add_command(_command(floor.asker, floor.lists))


def _command(asker: Asker, lists: Lists) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="search",
        description=said(
            "Search the news: passages as they are found, for you alone",
            "Zoek in het nieuws: passages zoals ze gevonden zijn, alleen voor jou",
        ),
    )
    @app_commands.describe(
        question=said("What to look for", "Waar je naar zoekt"),
        since=SINCE,
        until=UNTIL,
        as_of=AS_OF,
        outlet=OUTLET,
        kind=KIND,
    )
    @app_commands.choices(kind=KINDS)
    @app_commands.autocomplete(outlet=outlet_choices(asker.newsroom))
    async def search(
        interaction: discord.Interaction[Any],
        question: app_commands.Range[str, 1, QUESTION_LENGTH],
        since: Date | None = None,
        until: Date | None = None,
        as_of: Date | None = None,
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
        kind: str | None = None,
    ) -> None:
        require_order(since, until)
        visit = asker.newsroom.visit(interaction)
        asker.admit(visit)
        await think(interaction, private=True)
        filters = visit.filters(since, until, as_of, outlet, kind)
        found = await asker.wait(
            visit,
            lambda parts: _find(parts, question, filters),
            lambda sentence: meanwhile(interaction, sentence),
        )
        await _show(lists, interaction, visit, question, found)

    return search


def _find(parts: Parts, question: str, filters: Filters) -> list[Found]:
    with parts.precedence.question():
        hits = parts.search.find(question, _MOST, filters).hits
    with parts.catalogue.reading() as connection:
        told = notices.about(connection, [hit.article for hit in hits])
    return [Found(hit, told.get(hit.article.version)) for hit in hits]


async def _show(
    lists: Lists, interaction: discord.Interaction[Any], visit: Visit, question: str, found: list[Found]
) -> None:
    words = ASKING.of(visit.language)
    if not found:
        await show(interaction, content=words.nothing_found)
        return
    # Only the pages are kept while the list is open, not the articles.
    pages = packed([lines(one, CARD.of(visit.language)) for one in found], _ON_A_PAGE)
    title = shortened(f"{words.searched}: {question}", AUTHOR)

    async def turn(number: int) -> Page:
        return Page(discord.Embed(description=pages[number - 1]).set_author(name=title), len(pages))

    await lists.open(interaction, visit, turn)
