"""The `/search` command: passages as they are found, without an answer."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.ask import QUESTION_LENGTH
from bot.discord.asking.asker import Asker
from bot.discord.asking.date_option import Since, Until
from bot.discord.asking.found_passages import Found, document, pages, title
from bot.discord.asking.narrowing_options import AS_OF, KIND, KINDS, SINCE, UNTIL, require_order
from bot.discord.asking.outlet_option import OUTLET, OUTLET_LENGTH, outlet_choices, require_outlet
from bot.discord.asking.share_button import SEARCH, kept, share_button
from bot.discord.asking.words import ASKING
from bot.discord.connection.delivery import meanwhile, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.pages import Lists, Page
from bot.discord.connection.translation import said
from bot.discord.connection.visit import Visit
from bot.discord.helping.instead import instead, unread
from corpus.catalogue import notices
from corpus.filters import Filters

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_MOST = 20


def install(floor: Floor, asker: Asker) -> None:
    """Add the command."""
    floor.tree.add_command(_command(asker, floor.lists))


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
        since: Since | None = None,
        until: Until | None = None,
        as_of: Until | None = None,
        outlet: app_commands.Range[str, 1, OUTLET_LENGTH] | None = None,
        kind: str | None = None,
    ) -> None:
        require_order(since, until)
        visit = asker.newsroom.visit(interaction)
        outlet = await require_outlet(asker.newsroom, visit, outlet)
        asker.admit(visit)
        await think(interaction, private=True)
        filters = visit.filters(since, until, as_of, outlet, kind)
        found = await asker.wait(
            visit,
            lambda parts: _find(parts, question, filters),
            lambda sentence: meanwhile(interaction, sentence),
        )
        if found:
            sentence = await unread(asker.newsroom, question)
            if sentence is not None:
                await meanwhile(interaction, sentence)
            await _show(asker.newsroom, lists, interaction, visit, question, found)
            return
        why = await instead(asker.newsroom, visit, question)
        await show(interaction, content=why or ASKING.of(visit.language).nothing_found)

    return search


def _find(parts: Parts, question: str, filters: Filters) -> list[Found]:
    with parts.precedence.question():
        hits = parts.search.find(question, _MOST, filters).hits
    with parts.catalogue.reading() as connection:
        told = notices.about(connection, [hit.article for hit in hits])
    return [Found(hit, told.get(hit.article.version)) for hit in hits]


async def _show(
    newsroom: Newsroom,
    lists: Lists,
    interaction: discord.Interaction[Any],
    visit: Visit,
    question: str,
    found: list[Found],
) -> None:
    shown = {one.hit.article.id for one in found}
    look = await kept(newsroom, visit, SEARCH, document(question, found), shown)
    # Only the pages are kept while the list is open, not the articles.
    written = pages(found, visit.language)

    async def turn(number: int) -> Page:
        embed = discord.Embed(description=written[number - 1])
        embed.set_author(name=title(question, visit.language))
        above = [[share_button(visit.language, look, number)]] if look else []
        return Page(embed, len(written), above)

    await lists.open(interaction, visit, turn)
