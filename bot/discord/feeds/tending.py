"""Removing, pausing and resuming feeds."""

from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.connection.components import Components, button, rows
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.feeds.feed_panel import line
from bot.discord.feeds.words import FEEDS
from corpus.catalogue import feeds, proposals
from corpus.catalogue.connection import Connection
from corpus.catalogue.feeds import FeedRow
from retrieval.curating import followed_feeds

_REMOVE, _KEEP, _RESUME = "feed-remove", "feed-keep", "feed-resume"


class Tending:
    """What is done with a feed that is there; a custom id names it by its number."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(_REMOVE, self._remove)
        components.add(_KEEP, self._keep)
        components.add(_RESUME, self._resume_clicked)

    async def ask_to_remove(self, interaction: discord.Interaction[Any], visit: Visit, written: str) -> None:
        """Ask whether a feed is to be removed, and say what would go with it."""
        guild = require_moderator(visit)
        await think(interaction, private=True)
        words = FEEDS.of(visit.language)

        def look(connection: Connection) -> tuple[FeedRow, int]:
            row = followed_feeds.named(connection, written, guild)
            return row, len(proposals.waiting(connection, guild, row.id))

        row, waiting = await self._newsroom.read(look)
        lost = [counted(words.would_lose, waiting)] if waiting else []
        asking = "\n".join([words.ask_to_remove, line(row, visit.language), *lost])
        remove = button(words.remove, _REMOVE, row.id, style=discord.ButtonStyle.danger)
        view = rows([remove, button(words.cancel, _KEEP, row.id)])
        await show(interaction, embed=discord.Embed(description=asking), view=view)

    async def pause(self, interaction: discord.Interaction[Any], visit: Visit, written: str) -> None:
        """Pause a feed; *Resume* takes that back."""
        guild = require_moderator(visit)
        await think(interaction, private=True)

        def stop(connection: Connection) -> FeedRow:
            row = followed_feeds.named(connection, written, guild)
            feeds.pause(connection, row.id, guild)
            return row

        row = await self._newsroom.write(stop)
        words = FEEDS.of(visit.language)
        view = rows([button(words.resume, _RESUME, row.id)])
        await self._say(interaction, visit, words.now_paused, row, view)

    async def resume(self, interaction: discord.Interaction[Any], visit: Visit, written: str) -> None:
        """Have a paused feed polled again, at once."""
        guild = require_moderator(visit)
        await think(interaction, private=True)
        now = self._newsroom.parts.now()
        row = await self._newsroom.write(
            lambda connection: followed_feeds.resume(
                connection, followed_feeds.named(connection, written, guild), now
            )
        )
        await self._say(interaction, visit, FEEDS.of(visit.language).resumed, row)

    async def _resume_clicked(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        now = self._newsroom.parts.now()
        row = await self._newsroom.write(
            lambda connection: followed_feeds.resume(
                connection, followed_feeds.numbered(connection, number, guild), now
            )
        )
        await self._say(interaction, visit, FEEDS.of(visit.language).resumed, row)

    async def _remove(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)

        def remove(connection: Connection) -> FeedRow:
            row = followed_feeds.numbered(connection, number, guild)
            feeds.remove(connection, row.id, guild)
            return row

        row = await self._newsroom.write(remove)
        await self._say(interaction, visit, FEEDS.of(visit.language).removed, row)

    async def _keep(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        row = await self._newsroom.read(lambda connection: followed_feeds.numbered(connection, number, guild))
        await self._say(interaction, visit, FEEDS.of(visit.language).kept, row)

    async def _say(
        self,
        interaction: discord.Interaction[Any],
        visit: Visit,
        sentence: str,
        row: FeedRow,
        view: discord.ui.View | None = None,
    ) -> None:
        said = discord.Embed(description=sentence.format(feed=line(row, visit.language)))
        await show(interaction, embed=said, view=view)
