"""Sending what is new about a watched question: once, whatever breaks between the message and its note.

That a message is on its way is noted first, then it is sent with a nonce, then that it was told. What was on
its way when the bot died is sent again with the same nonce, which Discord takes for the same message within
minutes; after that it is sought where it would stand.
"""

from __future__ import annotations

import datetime
import hashlib
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord
from sqlalchemy import Connection

from bot.discord.components import custom_id
from bot.discord.delivery import NO_REPLY, persist
from bot.discord.newsroom import Newsroom
from bot.discord.watching.pictures import News, in_channel, privately
from bot.discord.watching.reaching import Channel, Reach, direct
from bot.discord.watching.starting import STOP
from corpus.article import Article
from corpus.catalogue import posted, watches
from corpus.catalogue.posted import Posted
from corpus.catalogue.watches import Watch
from corpus.filters import Filters
from retrieval.explaining import Explanation, recall_any
from retrieval.watching.difference import Difference

_log = logging.getLogger(__name__)
_TOGETHER = 40  # people mentioned in one message: 24 characters each leave room for what it says
_NONCE = 24
_BACK = 200  # messages that are looked through for one that was on its way
_MARGIN = datetime.timedelta(minutes=5)  # by which clocks may differ
# What says that a person takes no direct messages, or is no longer there.
_CLOSED = frozenset({50007, 10003, 10013})
# What says that nobody can be told in a channel: it is gone, closed, or its thread is locked.
_NOT_THERE = frozenset({10003, 50001, 50013, 160005})


class Sending:
    """Sends to people who watch the same in the same place, and notes what each knows then."""

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom

    async def send(self, reached: Sequence[Reach]) -> None:
        """Tell those people what was found for them, in their channel together, each other one directly.

        Raises:
            DiscordException: it cannot be sent now; whoever was not told is still to be.
        """
        apart = [one for one in reached if one.channel is None]
        there = [one for one in reached if one.channel is not None]
        for start in range(0, len(there), _TOGETHER):
            some = there[start : start + _TOGETHER]
            try:
                await self._in_channel(some)
            except discord.HTTPException as error:
                if error.code not in _NOT_THERE:
                    raise
                apart += [replace(one, channel=None) for one in some]
        # One who cannot be told now keeps nobody else from it.
        failed = [failure for one in apart if (failure := await self._privately(one)) is not None]
        if failed:
            raise failed[0]

    async def _in_channel(self, some: Sequence[Reach]) -> None:
        newest = max(some, key=lambda one: one.watch.told or one.watch.created)
        watch, channel = newest.watch, newest.channel
        if channel is None:
            return
        people = [one.watch.person for one in some]
        embedded = newest.may.embed_links
        message = await in_channel(self._newsroom, await self._news(watch), people, embedded=embedded)
        if watch.message is not None and newest.may.read_message_history:
            message["reference"] = discord.MessageReference(
                message_id=int(watch.message), channel_id=channel.id, fail_if_not_exists=False
            )
        watched = [one.watch for one in some]
        sent = await self._sent(channel, watched, message)
        await self._note(watched, Posted(*_place(sent), watch.found or "", watch.language, embedded))

    async def _privately(self, one: Reach) -> Exception | None:
        """Tell one person directly; return what keeps that from succeeding now."""
        watch, server = one.watch, one.server
        link = f"https://discord.com/channels/{watch.guild}/{watch.channel}/{watch.message or ''}"
        where = (server.name, link.rstrip("/")) if server is not None else ()
        message = await privately(self._newsroom, await self._news(watch), *where)
        try:
            sent = await self._sent(direct(self._client, one), [watch], message)
        except discord.HTTPException as error:
            if error.code not in _CLOSED:
                return error
            _log.info("watch %s ends: the person takes no direct messages", watch.id)
            await self._newsroom.write(lambda connection: watches.end(connection, [watch.id]))
            return None
        except NO_REPLY as error:
            return error
        # Of what was asked in a server the message has no buttons that lead to the answer.
        shown = Posted(*_place(sent), watch.found or "", watch.language, embedded=True)
        await self._note([watch], shown if server is None else None)
        return None

    async def _sent(
        self, channel: Channel, watched: Sequence[Watch], message: dict[str, Any]
    ) -> discord.Message:
        """Return the message as it stands, sent now or before."""
        tried = [one.tried for one in watched if one.tried is not None]
        if tried:
            standing = await self._standing(channel, watched[0], min(tried))
            if standing is not None:
                return standing
        now = self._newsroom.parts.now()
        await self._newsroom.write(lambda connection: watches.try_first(connection, watched, now))
        nonce = hashlib.sha256(f"{watched[0].id} {watched[0].found}".encode()).hexdigest()[:_NONCE]
        return await persist(lambda: channel.send(**message, nonce=nonce))

    async def _standing(
        self, channel: Channel, first: Watch, tried: datetime.datetime
    ) -> discord.Message | None:
        """Return the message that tells of what was found, if it got there when it was tried."""
        try:
            async for message in channel.history(limit=_BACK, after=tried - _MARGIN):
                told = first.place[0] == "person" or f"<@{first.person}>" in message.content
                if message.author == self._client.user and told and _stops(message, first.found or ""):
                    return message
        except discord.Forbidden:
            pass
        return None

    async def _note(self, watched: Sequence[Watch], shown: Posted | None) -> None:
        now, found = self._newsroom.parts.now(), watched[0].found or ""

        def write(connection: Connection) -> None:
            watches.tell(connection, watched, found, now)
            if shown is not None:
                posted.remember(connection, shown)

        await self._newsroom.write(write)

    async def _news(self, watch: Watch) -> News:
        catalogue = self._newsroom.parts.catalogue
        left_out = self._newsroom.preferences.of(watch.guild).outlets_left_out
        hidden = Filters(outlets_left_out=left_out).folded_left_out

        def sees(article: Article) -> bool:
            here = article.guild is None or article.guild == watch.guild
            return here and (article.draft.outlet or "").casefold() not in hidden

        def recall_both() -> tuple[Explanation, Explanation]:
            return recall_any(catalogue, watch.answer_id), recall_any(catalogue, watch.found or "")

        known, found = await self._newsroom.workers.run(recall_both, short=True)
        return News(known, found, Difference(watch.difference or Difference.OTHER), watch.language, sees)


def _place(message: discord.Message) -> tuple[str, str]:
    return str(message.id), str(message.channel.id)


def _stops(message: discord.Message, answer: str) -> bool:
    """Say whether a message has the button that stops the watch of what an answer answers."""
    buttons = (part for row in message.components for part in getattr(row, "children", []))
    return any(getattr(part, "custom_id", None) == custom_id(STOP, answer) for part in buttons)
