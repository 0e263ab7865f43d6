"""Asking, by whatever way the question came: the same limits, the same answer, the same card."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

import discord

from bot.bilingual import counted
from bot.discord.asking.answer_message import Understood, message_of
from bot.discord.asking.live_edits import growing
from bot.discord.asking.places import Place
from bot.discord.asking.words import ASKING
from bot.discord.connection.errors import Refusal
from bot.discord.connection.limits import Limits
from bot.discord.connection.newsroom import Newsroom, Parts
from bot.discord.connection.visit import Visit
from bot.discord.display.words import WORDS
from bot.discord.helping.empty_corpus import with_emptiness
from bot.outside.metrics import Outcome
from bot.outside.request import answered_with, way
from corpus.catalogue import askers, posted, unanswered, waiters
from corpus.catalogue.connection import Connection
from corpus.catalogue.posted import Posted
from corpus.catalogue.unanswered import Reason
from corpus.errors import CatalogueUnusable
from retrieval.question.names.readings import Reading
from retrieval.question.utterances.kinds import Kind
from retrieval.search.results import Answer

# Discord forgets a request after 15 minutes; nobody waits that long.
PATIENCE = 120.0
# Questions that wait, from which on a person is told; fewer are answered before the words are read.
_LONG_QUEUE = 8
_CHANNELS = 5

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Asker:
    """Answers questions of people in Discord."""

    def __init__(
        self, newsroom: Newsroom, *, limits: Limits | None = None, patience: float = PATIENCE
    ) -> None:
        self.newsroom = newsroom
        self._limits = limits or Limits()
        self._patience = patience
        self._metrics = newsroom.parts.seen.metrics

    def admit(self, visit: Visit) -> None:
        """Count one question of this person.

        Raises:
            Refusal: questions are not answered in this channel, or too many were asked in the last minute.
        """
        try:
            self._count(visit)
        except Refusal:
            self._metrics.asked(way(), Outcome.REFUSED)
            raise

    def _count(self, visit: Visit) -> None:
        if not visit.welcome:
            channels = ", ".join(f"<#{number}>" for number in visit.settings.channels[:_CHANNELS])
            raise Refusal(lambda language: WORDS.of(language).not_in_this_channel.format(channels=channels))
        allowances = {f"person {visit.guild} {visit.person}": visit.settings.per_person}
        if visit.guild is not None:
            allowances[f"guild {visit.guild}"] = visit.settings.per_guild
        seconds = self._limits.wait(allowances)
        if seconds:
            raise Refusal(lambda language: counted(WORDS.of(language).too_many, seconds))

    async def answer(self, visit: Visit, place: Place, meant: Understood, asked: str) -> None:
        """Show the answer, where a chat model is set also while it is being phrased, and remember where.

        Args:
            visit: who asks.
            place: where it is shown.
            meant: what is asked.
            asked: the asker's own words.

        Raises:
            Refusal: it took too long, or too many wait already.
        """
        began = time.perf_counter()
        try:
            answer, shown = await self._shown(visit, place, meant, asked)
        except Exception:
            self._metrics.asked(way(), Outcome.FAILED)
            raise
        seconds = time.perf_counter() - began
        outcome = Outcome.ABSTAINED if answer.abstained else Outcome.ANSWERED
        self._metrics.asked(way(), outcome)
        self._metrics.answered(way(), seconds)
        _log.info("a question: %s in %.2f s", outcome.value, seconds)
        if shown is not None:
            await self._remember(visit, answer, shown, asked)

    async def _shown(
        self, visit: Visit, place: Place, meant: Understood, asked: str
    ) -> tuple[Answer, discord.Message | None]:
        async def grown(so_far: Answer) -> None:
            await place.meanwhile(**await self._message(visit, so_far, meant, growing=True))

        async with growing(grown) as show:
            answer, instead = await self.wait(
                visit,
                lambda parts: _answered(parts, meant, asked, show),
                lambda sentence: place.meanwhile(content=sentence),
            )
        answered_with(answer.id)
        return answer, await place.show(**await self._message(visit, answer, meant, instead))

    async def wait(
        self,
        visit: Visit,
        work: Callable[[Parts], _Result],
        tell: Callable[[str], Awaitable[object]],
    ) -> _Result:
        """Return what the work gives; where many wait before it, `tell` that first.

        Raises:
            Refusal: it took too long, or too many wait already.
        """
        waiting = self.newsroom.workers.waiting
        working = asyncio.ensure_future(self.newsroom.work(work))
        if waiting >= _LONG_QUEUE:
            await tell(counted(ASKING.of(visit.language).queued, waiting))
        try:
            return await asyncio.wait_for(working, self._patience)
        except TimeoutError as error:
            _log.warning("a question took too long", exc_info=error)
            raise Refusal(lambda language: WORDS.of(language).too_slow) from error

    async def _message(
        self,
        visit: Visit,
        answer: Answer,
        meant: Understood,
        instead: Reading | None = None,
        *,
        growing: bool = False,
    ) -> dict[str, Any]:
        how: dict[str, Any] = {"embedded": visit.may_embed, "growing": growing, "instead": instead}
        message = await message_of(self.newsroom, answer, meant, visit.language, **how)
        return await with_emptiness(self.newsroom, visit, answer, message)

    async def _remember(self, visit: Visit, answer: Answer, message: discord.Message, asked: str) -> None:
        """Remember where an answer stands, to find it again and to correct it; queue what found none."""
        shown = Posted(
            message_id=str(message.id),
            channel_id=str(message.channel.id),
            answer_id=answer.id,
            language=visit.language,
            embedded=visit.may_embed,
        )

        def write(connection: Connection, *, waits: bool) -> None:
            posted.remember(connection, shown)
            askers.remember(connection, shown.message_id, visit.person)
            if waits:
                self.queue(connection, answer, visit)

        try:
            waits = await self.waits(visit, answer, asked)
            await self.newsroom.write(partial(write, waits=waits))
        except CatalogueUnusable as error:
            _log.warning("answer %s is not remembered as message %s: %s", answer.id, message.id, error)
        except Exception:  # noqa: BLE001 - see below
            # The person has the answer: what is lost is that this one card can be corrected later.
            _log.exception("answer %s is not remembered as message %s", answer.id, message.id)

    async def waits(self, visit: Visit, answer: Answer, asked: str) -> bool:
        """Say whether a question waits for the moderators: whatever was asked by command, no remark does."""
        if not answer.abstained or answer.unread or visit.guild is None:
            return False
        told = await self.newsroom.workers.run(lambda: self.newsroom.parts.tell(asked), short=True)
        return told.likeliest is Kind.QUESTION

    def queue(self, connection: Connection, answer: Answer, visit: Visit) -> None:
        """Put an unanswered question on the moderators' list, with who waits for it."""
        waiters.add(connection, answer.id, visit.person)
        unanswered.put(connection, answer.id, Reason.ABSTAINED, self.newsroom.parts.now())


def _answered(
    parts: Parts, meant: Understood, asked: str, show: Callable[[Answer], object]
) -> tuple[Answer, Reading | None]:
    """Return the answer and, where it is none, which word may have been meant otherwise."""
    answer = parts.ask(meant.question, meant.filters, asked, show)
    if not answer.abstained or parts.suggest is None:
        return answer, None
    return answer, parts.suggest(answer, meant.question, meant.filters)
