"""The `/sources` command: what is in the corpus, newest first."""

from typing import Any

import discord
from discord import app_commands

from bot.bilingual import counted
from bot.discord.asking.date_option import Since, Until
from bot.discord.asking.narrowing_options import SINCE, UNTIL, require_order
from bot.discord.asking.outlet_option import OUTLET, OUTLET_LENGTH, outlet_choices, require_outlet
from bot.discord.asking.words import ASKING, AskingWords
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Lists, Page
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CARD, CardWords
from bot.discord.display.sources import source
from corpus.catalogue import browsing
from corpus.catalogue.browsing import Headline
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_ON_A_PAGE = 10
# Longest links that are tried in turn until a page fits: without any, ten lines always do.
_LINKS = (300, 100, 0)


def install(floor: Floor) -> None:
    """Add the command."""
    floor.tree.add_command(_command(floor.newsroom, floor.lists))


def _command(newsroom: Newsroom, lists: Lists) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(
        name="sources",
        description=said(
            "See which articles there are, newest first, for you alone",
            "Bekijk welke artikelen er zijn, de nieuwste eerst, alleen voor jou",
        ),
    )
    @app_commands.describe(outlet=OUTLET, since=SINCE, until=UNTIL)
    @app_commands.autocomplete(outlet=outlet_choices(newsroom))
    async def sources(
        interaction: discord.Interaction[Any],
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
        since: Since | None = None,
        until: Until | None = None,
    ) -> None:
        require_order(since, until)
        visit = newsroom.visit(interaction)
        outlet = await require_outlet(newsroom, visit, outlet)
        await think(interaction, private=True)
        filters = visit.filters(since, until, outlet=outlet)
        if await newsroom.read(lambda connection: browsing.total(connection, filters)):
            await lists.open(interaction, visit, lambda number: _page(newsroom, visit, filters, number))
        else:
            narrowed = any((outlet, since, until))
            sentence = _nothing(ASKING.of(visit.language), visit, narrowed=narrowed)
            await show(interaction, content=sentence)

    return sources


async def _page(newsroom: Newsroom, visit: Visit, filters: Filters, number: int) -> Page:
    leaf = await newsroom.read(lambda connection: browsing.leaf(connection, filters, number, _ON_A_PAGE))
    embed = discord.Embed(description=_text(leaf.listed, CARD.of(visit.language)))
    embed.set_footer(text=counted(ASKING.of(visit.language).listed, leaf.total))
    return Page(embed, leaf.leaves)


def _text(listed: list[Headline], words: CardWords) -> str:
    written = ("\n".join(f"- {source(one, one.url, words, longest)}" for one in listed) for longest in _LINKS)
    return next(text for text in written if len(text) <= DESCRIPTION)


def _nothing(words: AskingWords, visit: Visit, *, narrowed: bool) -> str:
    if narrowed:
        return words.nothing_listed
    return words.nothing_there if visit.guild else words.nothing_shared
