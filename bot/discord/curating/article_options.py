"""Options that name an article or a change, completed from those of the server."""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord.app_commands import Choice

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.tree import said
from bot.discord.curating.change_lines import change_choice
from bot.discord.curating.words import CURATING, CuratingWords
from bot.discord.display.escape import shortened
from corpus.catalogue import browsing, journal
from corpus.catalogue.browsing import Headline
from corpus.catalogue.connection import Connection
from corpus.catalogue.journal import UNDOABLE, Action, Change
from corpus.text import folded

Complete = Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[Choice[str]]]]

ARTICLE = said(
    "The article: type a part of its title or outlet", "Het artikel: typ een deel van de titel of het medium"
)
NOTE = said(
    "What was wrong, as readers will see it: 200 characters at most",
    "Wat er niet klopte, zoals lezers het te zien krijgen: tot 200 tekens",
)
ARTICLE_LENGTH, NOTE_LENGTH = 1000, 200
_CHOICE, _CHOICES = 100, 25
_OUTLET = 30


def article_choices(newsroom: Newsroom, *, own: bool) -> Complete:
    """Return what completes an article from those that the server sees, or from its own."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        visit = newsroom.visit(interaction)
        if visit.guild is None or not visit.moderates:
            return []
        words, guild = CURATING.of(visit.language), visit.guild
        found = await newsroom.read(
            lambda connection: browsing.titled(connection, guild, typed, _CHOICES, own=own)
        )
        return [Choice(name=_article_choice(one, words), value=one.id) for one in found]

    return complete


def change_choices(newsroom: Newsroom) -> Complete:
    """Return what completes a change from the server's last 100, those that can be taken back."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        visit = newsroom.visit(interaction)
        if visit.guild is None or not visit.moderates:
            return []
        words, guild = CURATING.of(visit.language), visit.guild
        found = await newsroom.read(lambda connection: _undoable(connection, guild))
        choices = [Choice(name=change_choice(one, words), value=str(one.id)) for one in found]
        return [one for one in choices if folded(typed).strip() in folded(one.name)][:_CHOICES]

    return complete


def _undoable(connection: Connection, guild: str) -> list[Change]:
    recent = journal.recent(connection, UNDOABLE, guild)
    return [one for one in recent if one.undone_by is None and one.action is not Action.PURGE]


def _article_choice(headline: Headline, words: CuratingWords) -> str:
    where = ", ".join(
        part
        for part in (
            shortened(headline.outlet or "", _OUTLET),
            str(headline.published) if headline.published else "",
        )
        if part
    )
    title = shortened(headline.title or "", _CHOICE - len(where) - len(" ()")) or words.untitled
    return f"{title} ({where})" if where else title
