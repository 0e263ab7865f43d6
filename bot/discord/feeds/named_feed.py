"""Finding a feed by what a moderator chose or wrote."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord.app_commands import Choice

from bot.discord.connection.errors import Gone, Refusal
from bot.discord.connection.newsroom import Newsroom
from bot.discord.display.escape import inline, shortened
from bot.discord.feeds.words import FEEDS
from corpus.catalogue import feeds
from corpus.catalogue.connection import Connection
from corpus.catalogue.feeds import FeedRow
from corpus.text import folded

_CHOICES = 25
_TITLE = 80  # with what is said of it still below a choice's 100 characters
_WRITTEN = 60


def require_numbered(connection: Connection, number: str, guild: str) -> FeedRow:
    """Return the feed of that number.

    Raises:
        Gone: it is followed no longer, or by another server.
    """
    found = (feed for feed in feeds.of_guild(connection, guild) if str(feed.id) == number)
    feed = next(found, None)
    if feed is None:
        raise Gone
    return feed


def require_named(connection: Connection, written: str, guild: str) -> FeedRow:
    """Return the feed that a moderator chose, or names by its title or address.

    Raises:
        Refusal: this server follows no such feed.
    """
    sought = folded(written.strip())
    for feed in feeds.of_guild(connection, guild):
        if sought in {str(feed.id), folded(feed.url), folded(feed.title or "")}:
            return feed
    shown = inline(written, _WRITTEN)
    raise Refusal(lambda language: FEEDS.of(language).no_such_feed.format(written=shown))


def feed_choices(
    newsroom: Newsroom,
) -> Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[Choice[str]]]]:
    """Return what completes a feed from those that the server follows."""

    async def complete(interaction: discord.Interaction[Any], typed: str) -> list[Choice[str]]:
        visit = newsroom.visit(interaction)
        if visit.guild is None or not visit.moderates:
            return []
        followed = await newsroom.read(lambda connection: feeds.of_guild(connection, visit.guild))
        sought = folded(typed.strip())
        fitting = [feed for feed in followed if sought in folded(f"{feed.title} {feed.url}")]
        return [Choice(name=_choice(feed, visit.language), value=str(feed.id)) for feed in fitting[:_CHOICES]]

    return complete


def _choice(feed: FeedRow, language: str) -> str:
    title = shortened(feed.title or feed.url, _TITLE)
    return FEEDS.of(language).paused_choice.format(feed=title) if feed.paused else title
