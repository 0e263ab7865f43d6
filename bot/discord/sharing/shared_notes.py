"""Shared looks as messages, which say from then on what a correction or withdrawal says of their articles."""

from typing import Any

import discord

from bot.discord.asking.found_passages import found_in, pages, title
from bot.discord.asking.share_button import TIMELINE, delete_button
from bot.discord.connection.chores import Chore
from bot.discord.connection.components import rows
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.past_messages import EVERY, PAUSE, bring_up_to_date, edit_past
from bot.discord.display.card import AUTHOR, CONTENT, DESCRIPTION
from bot.discord.display.escape import inline
from bot.discord.sharing.words import SHARING
from bot.discord.timeline.timeline_message import message_of
from corpus.catalogue import looks, shares
from corpus.catalogue.connection import Connection
from corpus.catalogue.looks import Look
from corpus.catalogue.shares import Share
from retrieval.timeline.documents import timeline_of


def install(floor: Floor) -> None:
    """Add the chore."""
    shared = SharedMessages(floor.client, floor.newsroom)
    floor.chores.add(Chore("shared messages", EVERY, shared.bring_up_to_date))


class SharedMessages:
    """Edits what the catalogue marks as stale: it survives a restart and hears of changes made elsewhere."""

    def __init__(self, client: discord.Client, newsroom: Newsroom, pause: float = PAUSE) -> None:
        self._client = client
        self._newsroom = newsroom
        self._pause = pause

    async def bring_up_to_date(self) -> None:
        """Edit the newest stale messages, one after the other."""
        concerns = self._newsroom.shards.has
        shared = await self._newsroom.read(lambda connection: shares.stale(connection, concerns=concerns))
        await bring_up_to_date(shared, self._edit, self._forget, self._refreshed, self._pause)

    async def _edit(self, share: Share) -> None:
        look = await self._newsroom.read(lambda connection: looks.find_any(connection, share.look_id))
        if look is not None:
            message = await drawn(
                self._newsroom,
                look,
                share.how,
                share.person,
                embedded=share.embedded,
                pictured=share.embedded,
            )
            await edit_past(self._client, share.channel_id, share.message_id, message)

    async def _forget(self, share: Share) -> None:
        await self._newsroom.write(lambda connection: shares.forget(connection, share.message_id))

    async def _refreshed(self, share: Share) -> None:
        await self._newsroom.write(lambda connection: shares.note_refreshed(connection, share))


async def drawn(
    newsroom: Newsroom, look: Look, how: str, person: str, *, embedded: bool, pictured: bool
) -> dict[str, Any]:
    """Return the message that shares a look.

    Args:
        newsroom: whose catalogue knows the articles.
        look: what was shown.
        how: the page of a search, or the theme of a timeline.
        person: the number of who shares it.
        embedded: whether cards may be shown there.
        pictured: whether files may be attached there.

    Raises:
        Busy: too much is waiting already.
    """
    by = f"-# {SHARING.of(look.language).shared_by.format(person=f'<@{person}>')}"
    draw = _timeline if look.kind == TIMELINE else _search

    def work(parts: Parts) -> dict[str, Any]:
        with parts.catalogue.reading() as connection:
            return draw(connection, look, how, by, embedded=embedded, pictured=pictured)

    return {**await newsroom.work(work), "view": rows([delete_button(look.language, look.id)])}


def _timeline(
    connection: Connection, look: Look, how: str, by: str, *, embedded: bool, pictured: bool
) -> dict[str, Any]:
    found = timeline_of(connection, look.document)
    theme = how if pictured else None
    return message_of(found, look.language, embedded=embedded, theme=theme, below=by)


def _search(
    connection: Connection,
    look: Look,
    how: str,
    by: str,
    *,
    embedded: bool,
    pictured: bool,  # noqa: ARG001 - as `_timeline` has it
) -> dict[str, Any]:
    question = look.document["question"]
    room = (DESCRIPTION if embedded else CONTENT) - len(by) - AUTHOR - 10
    written = pages(found_in(connection, look.document), look.language, room)
    body = f"{written[min(int(how), len(written)) - 1]}\n{by}" if written else by
    if not embedded:
        return {"content": f"**{inline(title(question, look.language), AUTHOR)}**\n{body}", "embed": None}
    embed = discord.Embed(description=body).set_author(name=title(question, look.language))
    return {"content": None, "embed": embed}
