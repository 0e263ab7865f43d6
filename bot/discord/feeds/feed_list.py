"""The list of feeds, and going through what waits of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import discord

from bot.discord.adding.outcomes import NEXT
from bot.discord.adding.previews import show_preview
from bot.discord.administration.equipment import can_post
from bot.discord.connection.components import Components, button, whole
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Refusal
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page, leaves, within
from bot.discord.connection.visit import Visit
from bot.discord.feeds.feed_panel import ON_A_PAGE, list_embed, on_page
from bot.discord.feeds.words import FEEDS
from corpus.catalogue import feeds, proposals
from corpus.catalogue.connection import Connection
from corpus.catalogue.feeds import FeedRow
from corpus.catalogue.proposals import Proposal
from retrieval.curating.followed_feeds import numbered

_LEAF, _REVIEW = "feeds", "feed-review"


class Listing:
    """Shows the feeds of a server; everything is in the custom ids."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(_LEAF, self._leaf)
        components.add(_REVIEW, self._review)
        components.add(NEXT, self._next)

    async def open(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        """Show the first page, for one person alone."""
        require_moderator(visit)
        await think(interaction, private=True)
        await self._show(interaction, visit, 1)

    async def _leaf(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        await hold(interaction)
        await self._show(interaction, visit, whole(number))

    async def _show(self, interaction: discord.Interaction[Any], visit: Visit, number: int) -> None:
        guild = require_moderator(visit)
        words = FEEDS.of(visit.language)

        def look(connection: Connection) -> tuple[list[FeedRow], Counter[int]]:
            waiting = Counter(one.feed_id or 0 for one in proposals.waiting(connection, guild))
            return feeds.of_guild(connection, guild), waiting

        followed, waiting = await self._newsroom.read(look)
        if not followed:
            await show(interaction, content=words.none, embed=None, view=None)
            return
        pages = -(-len(followed) // ON_A_PAGE)
        number = within(number, pages)
        embed = list_embed(followed, waiting, number, visit.language, self._newsroom.parts.most_feeds)
        page = Page(embed, pages, _reviews(followed, waiting, number, visit.language))
        view = leaves(page, visit.language, number, _LEAF)
        await show(interaction, content=_obstacle(interaction, visit), embed=embed, view=view)

    async def _review(self, interaction: discord.Interaction[Any], visit: Visit, feed: str) -> None:
        """Show what has waited longest of a feed, in a message of its own: the list stays."""
        require_moderator(visit)
        await think(interaction, private=True)
        await self._show_waiting(interaction, visit, feed)

    async def _next(
        self, interaction: discord.Interaction[Any], visit: Visit, feed: str, proposal: str
    ) -> None:
        """Show what waits after a find, or from the beginning again, in the same message."""
        require_moderator(visit)
        await hold(interaction)
        await self._show_waiting(interaction, visit, feed, proposal)

    async def _show_waiting(
        self, interaction: discord.Interaction[Any], visit: Visit, feed: str, shown: str | None = None
    ) -> None:
        guild = require_moderator(visit)

        def look(connection: Connection) -> Proposal | None:
            row = numbered(connection, feed, guild)
            waiting = proposals.waiting(connection, guild, row.id)
            before = proposals.find(connection, shown, guild) if shown is not None else None
            return _after(before, waiting)

        found = await self._newsroom.read(look)
        if found is None:
            raise Refusal(lambda language: FEEDS.of(language).nothing_waits)
        await show_preview(self._newsroom, interaction, visit, found)


def _after(shown: Proposal | None, waiting: Sequence[Proposal]) -> Proposal | None:
    """Return what comes after the one shown, which may be decided about, of those that wait, oldest first."""
    later = [one for one in waiting if shown is not None and (one.at, one.id) > (shown.at, shown.id)]
    return next(iter([*later, *waiting]), None)


def _reviews(
    followed: Sequence[FeedRow], waiting: Mapping[int, int], number: int, language: str
) -> list[list[discord.ui.Item[Any]]]:
    words = FEEDS.of(language)
    offered: list[discord.ui.Item[Any]] = [
        button(words.review.format(number=place), _REVIEW, feed.id)
        for place, feed in on_page(followed, number)
        if waiting[feed.id]
    ]
    return [offered] if offered else []


def _obstacle(interaction: discord.Interaction[Any], visit: Visit) -> str | None:
    """Say where finds are to be posted but cannot be."""
    channel = visit.settings.moderators_channel
    if channel is None or can_post(interaction.guild, channel):
        return None
    return FEEDS.of(visit.language).cannot_post.format(channel=f"<#{channel}>")
