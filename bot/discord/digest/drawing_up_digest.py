"""Drawing up a digest: what came in, with those of the questions that wait which it answers."""

import asyncio
from collections.abc import Sequence
from functools import partial

import discord

from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.digest.channels import may_be_told
from corpus.catalogue import posted, unanswered
from corpus.catalogue.connection import Connection
from corpus.catalogue.digests import Digest
from corpus.catalogue.unanswered import Open, Reason
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.curating.digest.answered_since import Answered, Drawn, answered_now, is_answered_by
from retrieval.curating.digest.gathering import came_in
from retrieval.curating.question_groups import Group, gathered, questions_only

_ASKED = 20  # questions that are asked again, those that moderators were told of first
_WITHIN = 10.0  # seconds for all of them; other people's questions go between


class Drawing:
    """Draws up the digests of servers; it leaves no trace."""

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom

    async def draw(self, digest: Digest, until: int) -> Drawn:
        """Return what came in after the last digest, up to the change `until`, and what that answers.

        Raises:
            Busy: too much is waiting already.
            CorpusError: the catalogue cannot be used.
            RetrievalError: a model or an index fails.
        """
        left_out = self._newsroom.preferences.of(digest.guild).outlets_left_out
        seen = Filters(guild=digest.guild, outlets_left_out=left_out)
        found = await self._newsroom.work_patiently(
            lambda parts: came_in(parts.catalogue, seen, digest.told, until)
        )
        if not found.total:
            return Drawn(found, digest.since)
        groups = await self._groups(digest)
        answered = await self._asked_again(groups[:_ASKED], left_out)
        not_asked = len(groups) - len(answered)
        kept = tuple(one for one in answered if is_answered_by(one.answer, found.articles))
        # Where the hours were changed since, what came in before that is told of too.
        since = min(digest.since, *(one.added for story in found.stories for one in story.articles))
        return Drawn(found, since, kept, not_asked)

    async def _groups(self, digest: Digest) -> list[Group]:
        """Return the questions that found nothing, as far as the readers of the digest may know of them."""

        def look(connection: Connection) -> tuple[list[Open], dict[str, set[str]]]:
            waiting = unanswered.open_ones(connection, digest.guild)
            return waiting, posted.channels_of(connection, [one.answer_id for one in waiting])

        waiting, places = await self._newsroom.read(look)
        guild = self._client.get_guild(int(digest.guild))
        private = self._newsroom.preferences.of(digest.guild).moderators_channel
        told = [
            one
            for one in waiting
            if one.reason is Reason.ABSTAINED
            and may_be_told(guild, places.get(one.answer_id, ()), digest.channel or "", private)
        ]
        return await self._newsroom.work_patiently(
            lambda parts: gathered(questions_only(told, parts.tell), parts.embedder)
        )

    async def _asked_again(self, groups: Sequence[Group], left_out: tuple[str, ...]) -> list[Answered]:
        loop = asyncio.get_running_loop()
        end, answered = loop.time() + _WITHIN, list[Answered]()
        for group in groups:
            if loop.time() > end:
                break
            asking = partial(_answered, one=group.first, left_out=left_out)
            answered.append(await self._newsroom.work_patiently(asking))
        return answered


def _answered(parts: Parts, one: Open, left_out: tuple[str, ...]) -> Answered:
    answerer = Answerer(parts.catalogue, parts.search, parts.reader, parts.now)
    return answered_now(parts.catalogue, answerer, one, left_out)
