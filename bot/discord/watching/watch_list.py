"""What a person watches, page by page, each with its *Stop*: for them alone."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.bilingual import counted
from bot.discord.connection.components import Components, button, whole
from bot.discord.connection.delivery import hold, show
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.pages import Page, leaves, within
from bot.discord.connection.visit import Visit
from bot.discord.display.escape import inline
from bot.discord.watching.words import WATCHING, WatchingWords
from corpus.catalogue import watches
from corpus.catalogue.connection import Connection
from corpus.catalogue.watches import Watch

_LEAF, _DROP = "watch-list", "watch-drop"
_ON_A_PAGE = 5
_QUESTION = 300


class Listing:
    """Shows the watches that were begun in a server; in direct messages all that the person has anywhere."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        components.add(_LEAF, self._leaf)
        components.add(_DROP, self._drop)

    async def show(
        self, interaction: discord.Interaction[Any], visit: Visit, number: int, notice: str | None = None
    ) -> None:
        """Show the page of that number, or the last where there are fewer, under a notice."""
        held = await self._newsroom.read(lambda connection: _of(connection, visit))
        words = WATCHING.of(visit.language)
        if not held:
            said = "\n".join(filter(None, (notice, words.none)))
            await show(interaction, content=said, embed=None, view=None)
            return
        pages = -(-len(held) // _ON_A_PAGE)
        number = within(number, pages)
        start = (number - 1) * _ON_A_PAGE
        shown = list(enumerate(held[start : start + _ON_A_PAGE], start + 1))
        stops = [
            button(words.stop_numbered.format(number=place), _DROP, one.id, number) for place, one in shown
        ]
        embed = discord.Embed(description="\n\n".join(_entry(place, one, words) for place, one in shown))
        embed.set_author(name=words.heading).set_footer(text=counted(words.listed, len(held)))
        view = leaves(Page(embed, pages, [stops]), visit.language, number, _LEAF)
        await show(interaction, content=notice, embed=embed, view=view)

    async def _leaf(self, interaction: discord.Interaction[Any], visit: Visit, number: str) -> None:
        await hold(interaction)
        await self.show(interaction, visit, whole(number))

    async def _drop(
        self, interaction: discord.Interaction[Any], visit: Visit, watch_id: str, number: str
    ) -> None:
        await hold(interaction)
        ended = await self._newsroom.write(
            lambda connection: watches.stop(connection, watch_id, visit.person)
        )
        words = WATCHING.of(visit.language)
        said = words.stopped.format(question=inline(ended.question, _QUESTION)) if ended else None
        await self.show(interaction, visit, whole(number), said)


def _of(connection: Connection, visit: Visit) -> Sequence[Watch]:
    if visit.guild is None:
        return watches.everywhere_of(connection, visit.person)
    return watches.of_person(connection, visit.person, visit.guild)


def _entry(place: int, watch: Watch, words: WatchingWords) -> str:
    direct = watch.place[0] == "person"
    where = words.privately if direct else words.place.format(channel=f"<#{watch.channel}>")
    since = words.since.format(since=f"<t:{int(watch.created.timestamp())}:D>")
    told = words.not_told
    if watch.told is not None:
        told = words.told.format(told=f"<t:{int(watch.told.timestamp())}:R>")
    return f"**{place}.** {inline(watch.question, _QUESTION)}\n-# {since}, {where}, {told}"
