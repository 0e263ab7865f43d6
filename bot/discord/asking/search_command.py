"""The `/search` command: passages as they are found, without an answer."""

from typing import Any

import discord
from discord import app_commands

from bot.discord.asking.asker import Asker
from bot.discord.asking.found_passages import Found, document, pages, title
from bot.discord.asking.question_options import Asked, asking
from bot.discord.asking.share_button import SEARCH, kept, share_button
from bot.discord.asking.words import ASKING
from bot.discord.connection.delivery import meanwhile, show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.pages import Lists, Page
from bot.discord.connection.tree import said
from bot.discord.connection.visit import Visit
from bot.discord.helping.empty_corpus import instead, unread
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
    @asking(asker.newsroom, question=said("What to look for", "Waar je naar zoekt"))
    async def search(interaction: discord.Interaction[Any], asked: Asked) -> None:
        visit, question = asked.visit, asked.question
        asker.admit(visit)
        await think(interaction, private=True)
        found = await asker.wait(
            visit,
            lambda parts: _find(parts, question, asked.filters),
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
