"""Completing the name of a feed while a moderator writes it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord.app_commands import Choice

from bot.discord.connection.newsroom import Newsroom
from bot.discord.display.escape import shortened
from bot.discord.feeds.words import FEEDS
from corpus.catalogue import feeds
from corpus.catalogue.feeds import FeedRow
from corpus.text import folded

_CHOICES = 25
_TITLE = 80  # with what is said of it still below a choice's 100 characters


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
