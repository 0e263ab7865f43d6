"""Following a feed: it is read and shown first, and polled once a moderator says so."""

from typing import Any

import discord

from bot.discord.adding.feed_reasons import in_words
from bot.discord.adding.progress_notes import during
from bot.discord.connection.components import Components, button, rows
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from bot.discord.feeds.feed_panel import line, mode, preview_embed
from bot.discord.feeds.words import FEEDS
from corpus.errors import SourceUnreadable
from corpus.reading.feed_entry import Feed
from corpus.reading.feed_source import find_feed
from corpus.reading.links import addresses_in
from retrieval.curating import followed_feeds

_FOLLOW, _CANCEL = "feed-follow", "feed-cancel"
_NAME, _SENTENCE = 60, 500


class Following:
    """Shows feeds and follows them; a custom id names the feed by its number."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(_FOLLOW, self._follow)
        components.add(_CANCEL, self._cancel)

    async def preview(
        self, interaction: discord.Interaction[Any], visit: Visit, written: str, *, adds: bool
    ) -> None:
        """Read a feed and show what it holds, to be followed or not; of one that is followed, set the mode.

        Raises:
            Refusal: there is no feed to read.
        """
        guild = require_moderator(visit)
        await think(interaction, private=True)
        words = FEEDS.of(visit.language)
        address = next(iter(addresses_in(written)), written.strip())
        reading = self._newsroom.read_site(guild, address, lambda parts: _read(parts, address))
        url, feed = await during(interaction, reading, words.reading.format(what=inline(address, _NAME)))
        now, most = self._newsroom.parts.now(), self._newsroom.parts.most_feeds
        row = await self._newsroom.write(
            lambda connection: followed_feeds.put_forward(
                connection, guild, url, feed.title, adds=adds, by=visit.actor, at=now, most=most
            )
        )
        if row.paused:
            view = rows(
                [
                    button(words.follow, _FOLLOW, row.id, style=discord.ButtonStyle.success),
                    button(words.cancel, _CANCEL, row.id),
                ]
            )
            await show(interaction, content=None, embed=preview_embed(row, feed, visit.language), view=view)
        else:
            lines = (words.followed_before.format(feed=line(row, visit.language)), mode(row, words))
            await show(interaction, content=None, embed=discord.Embed(description="\n".join(lines)))

    async def _follow(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        now = self._newsroom.parts.now()
        row = await self._newsroom.write(
            lambda connection: followed_feeds.follow(connection, number, guild, now)
        )
        words = FEEDS.of(visit.language)
        lines = (words.followed.format(feed=line(row, visit.language)), mode(row, words), words.begins)
        await show(interaction, embed=discord.Embed(description="\n".join(lines)), view=None)

    async def _cancel(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        row = await self._newsroom.write(lambda connection: followed_feeds.leave(connection, number, guild))
        words = FEEDS.of(visit.language)
        sentence = words.not_followed if followed_feeds.is_undecided(row) else words.left_as_it_was
        shown = discord.Embed(description=sentence.format(feed=line(row, visit.language)))
        await show(interaction, embed=shown, view=None)


def _read(parts: Parts, address: str) -> tuple[str, Feed]:
    try:
        with parts.web_client() as client:
            return find_feed(address, client, today=parts.now().date())
    except SourceUnreadable as error:
        refused = error

        def said(language: str) -> str:
            sentence = inline(in_words(refused, language), _SENTENCE)
            return FEEDS.of(language).unreadable.format(sentence=sentence)

        raise Refusal(said) from error
