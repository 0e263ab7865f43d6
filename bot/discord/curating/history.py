"""The `/corpus history` command: who changed what, and when."""

from typing import Any

import discord
from discord import app_commands

from bot.bilingual import counted
from bot.discord.connection.delivery import show, think
from bot.discord.connection.floor import Floor
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.pages import Page, packed, within
from bot.discord.connection.tree import said
from bot.discord.curating.change_lines import change_line
from bot.discord.curating.words import CURATING
from corpus.catalogue import journal
from corpus.catalogue.connection import Connection
from corpus.catalogue.journal import Change

# Annotations stay real in this file: discord.py reads them to describe the options to Discord.

_ON_A_PAGE = 10
_MOST = 1000  # a hundred pages: nobody leafs further, and `newsdesk history` has the rest


def install(floor: Floor) -> None:
    """Add the command."""
    newsroom = floor.newsroom

    @app_commands.command(
        name="history",
        description=said(
            "Who changed which articles of this server, and when",
            "Wie welke artikelen van deze server wijzigde, en wanneer",
        ),
    )
    async def history(interaction: discord.Interaction[Any]) -> None:
        visit = newsroom.visit(interaction)
        guild = require_moderator(visit)
        await think(interaction, private=True)

        def look(connection: Connection) -> list[Change]:
            return journal.recent(connection, _MOST, guild)

        async def turn(number: int) -> Page:
            return _page(await newsroom.read(look), number, visit.language)

        if await newsroom.read(look):
            await floor.lists.open(interaction, visit, turn)
        else:
            await show(interaction, content=CURATING.of(visit.language).history_empty)

    floor.corpus.add_command(history)


def _page(changes: list[Change], number: int, language: str) -> Page:
    words = CURATING.of(language)
    texts = packed((change_line(change, words) for change in changes), _ON_A_PAGE)
    whole = len(changes) < _MOST
    footer = counted(words.history_all, len(changes)) if whole else words.history_last.format(count=_MOST)
    text = texts[within(number, len(texts)) - 1] if texts else words.history_empty
    return Page(discord.Embed(description=text).set_footer(text=footer), len(texts))
