"""The `/corpus list` command: the articles that a server sees, its own marked as such."""

from typing import Any

import discord
from discord import app_commands

from bot.bilingual import counted
from bot.discord.asking.date_option import Since, Until
from bot.discord.asking.narrowing_options import SINCE, UNTIL, require_order
from bot.discord.asking.outlet_option import OUTLET, OUTLET_LENGTH, outlet_choices, require_outlet
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.curating.words import CURATING, CuratingWords
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CARD
from bot.discord.display.sources import source
from corpus.catalogue import browsing
from corpus.catalogue.browsing import Headline, Leaf
from corpus.catalogue.connection import Connection
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_ON_A_PAGE = 10
# Longest links that are tried in turn until a page fits: without any, ten lines always do.
_LINKS = (200, 100, 0)


def install(floor: Floor) -> None:
    """Add the command."""
    newsroom = floor.newsroom

    @app_commands.command(
        name="list",
        description=said(
            "List the articles that this server sees, with their numbers",
            "Toon de artikelen die deze server ziet, met hun nummers",
        ),
    )
    @app_commands.describe(
        outlet=OUTLET,
        since=SINCE,
        until=UNTIL,
        own=said("Only this server's own articles", "Alleen artikelen van deze server zelf"),
    )
    @app_commands.autocomplete(outlet=outlet_choices(newsroom))
    async def list_articles(
        interaction: discord.Interaction[Any],
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
        since: Since | None = None,
        until: Until | None = None,
        own: bool = False,  # noqa: FBT001, FBT002 - an option as discord.py reads it
    ) -> None:
        require_order(since, until)
        visit = newsroom.visit(interaction)
        outlet = await require_outlet(newsroom, visit, outlet, used=False)
        await think(interaction, private=True)
        # What the server leaves out of its answers is there all the same, and is marked.
        filters = Filters(guild=visit.guild, since=since, until=until, outlet=outlet)
        if await newsroom.read(lambda connection: browsing.total(connection, filters, own=own)):
            await floor.lists.open(
                interaction, visit, lambda number: _page(newsroom, visit, filters, number, own=own)
            )
        else:
            words = CURATING.of(visit.language)
            narrowed = any((outlet, since, until))
            nothing = words.nothing_own if own else words.nothing_there
            await show(interaction, content=words.nothing_fits if narrowed else nothing)

    floor.corpus.add_command(list_articles)


async def _page(newsroom: Newsroom, visit: Visit, filters: Filters, number: int, *, own: bool) -> Page:
    def look(connection: Connection) -> tuple[Leaf, int]:
        leaf = browsing.leaf(connection, filters, number, _ON_A_PAGE, own=own)
        return leaf, leaf.total if own else browsing.total(connection, filters, own=True)

    leaf, of_which_own = await newsroom.read(look)
    words = CURATING.of(visit.language)
    footer = [counted(words.listed, leaf.total)]
    if not own:
        footer.append(words.of_which_own.format(own=of_which_own))
    embed = discord.Embed(description=_text(leaf.listed, visit, words)).set_footer(text=", ".join(footer))
    return Page(embed, leaf.leaves)


def _text(listed: list[Headline], visit: Visit, words: CuratingWords) -> str:
    left_out = visit.filters().folded_left_out
    written = (
        "\n".join(_line(one, left_out, visit.language, words, longest) for one in listed)
        for longest in _LINKS
    )
    return next(text for text in written if len(text) <= DESCRIPTION)


def _line(one: Headline, left_out: list[str], language: str, words: CuratingWords, longest_link: int) -> str:
    shared = words.left_out if (one.outlet or "").casefold() in left_out else words.shared
    whose = words.own if one.guild is not None else shared
    return f"`{one.id}` *{whose}* {source(one, one.url, CARD.of(language), longest_link)}"
