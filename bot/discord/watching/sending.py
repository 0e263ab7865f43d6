"""Sending what is new about a watched question to those who watch it in one place, and noting it."""

import logging
from collections.abc import Sequence
from dataclasses import replace

import discord

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY
from bot.discord.watching.news import news_for
from bot.discord.watching.posted_once import post
from bot.discord.watching.reaching import Reach, direct
from bot.discord.watching.watch_card import in_channel, privately
from corpus.catalogue import posted, watches
from corpus.catalogue.connection import Connection
from corpus.catalogue.posted import Posted
from corpus.catalogue.watches import Watch

_log = logging.getLogger(__name__)
# People mentioned in one message, of 24 characters each; beside an answer in words there is room for fewer.
_TOGETHER, _IN_WORDS = 40, 10
# What says that a person takes no direct messages, or is no longer there.
_CLOSED = frozenset({50007, 10003, 10013})
# What says that nobody can be told in a channel: it is gone, closed, or its thread is locked.
_NOT_THERE = frozenset({10003, 50001, 50013, 160005})


class Sending:
    """Sends what was found and notes what each person knows then."""

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom

    async def send(self, reached: Sequence[Reach], found: str) -> None:
        """Tell those people of an answer, in their channel together, each other one directly.

        Raises:
            DiscordException: it cannot be sent now; whoever was not told is still to be.
        """
        apart = [one for one in reached if one.channel is None]
        there = [one for one in reached if one.channel is not None]
        together = _TOGETHER if all(one.may.embed_links for one in there) else _IN_WORDS
        for start in range(0, len(there), together):
            some = there[start : start + together]
            try:
                await self._in_channel(some, found)
            except discord.HTTPException as error:
                if error.code not in _NOT_THERE:
                    raise
                apart += [replace(one, channel=None) for one in some]
        # One who cannot be told now keeps nobody else from it.
        failed = [failure for one in apart if (failure := await self._privately(one, found)) is not None]
        if failed:
            raise failed[0]

    async def _in_channel(self, some: Sequence[Reach], found: str) -> None:
        # Who watches last knows the newest answer.
        last = max(some, key=lambda one: one.watch.told or one.watch.created)
        watch, channel = last.watch, last.channel
        if channel is None:
            return
        people, embedded = [one.watch.person for one in some], last.may.embed_links
        news = await news_for(self._newsroom, watch, found)
        message = await in_channel(self._newsroom, news, people, embedded=embedded)
        if watch.message is not None and last.may.read_message_history:
            message["reference"] = discord.MessageReference(
                message_id=int(watch.message), channel_id=channel.id, fail_if_not_exists=False
            )
        watched = [one.watch for one in some]
        sent = await post(self._newsroom, channel, watched, message)
        shown = Posted(str(sent.id), str(sent.channel.id), found, watch.language, embedded)
        await self._note(watched, found, shown)

    async def _privately(self, one: Reach, found: str) -> Exception | None:
        """Tell one person directly; return what keeps that from succeeding now."""
        watch = one.watch
        news = await news_for(self._newsroom, watch, found)
        message = await privately(self._newsroom, news, one.server.name if one.server else None, _link(watch))
        try:
            sent = await post(self._newsroom, direct(self._client, one), [watch], message)
        except discord.HTTPException as error:
            if error.code not in _CLOSED:
                return error
            _log.info("watch %s ends: the person takes no direct messages", watch.id)
            await self._newsroom.write(lambda connection: watches.end(connection, [watch.id]))
            return None
        except NO_REPLY as error:
            return error
        shown = Posted(str(sent.id), str(sent.channel.id), found, watch.language, embedded=True)
        # What was asked in a server is looked into there: outside of it nothing leads from a message to it.
        await self._note([watch], found, shown if watch.guild is None else None)
        return None

    async def _note(self, watched: Sequence[Watch], found: str, shown: Posted | None) -> None:
        now = self._newsroom.parts.now()

        def write(connection: Connection) -> None:
            watches.note_told(connection, watched, found, now)
            if shown is not None:
                posted.remember(connection, shown)

        await self._newsroom.write(write)


def _link(watch: Watch) -> str | None:
    if watch.guild is None:
        return None
    return "/".join(filter(None, ("https://discord.com/channels", watch.guild, watch.channel, watch.message)))
