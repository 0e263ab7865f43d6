"""Answering the questions of one message, each in a place of its own, in their conversation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import discord

from bot.discord.asking.answer_message import Understood
from bot.discord.asking.asker import Asker
from bot.discord.asking.places import Place
from bot.discord.connection.visit import Visit
from bot.discord.talking.attention import Decision
from bot.discord.talking.conversation import Conversations
from bot.discord.talking.in_context import Earlier, Look, understand
from bot.discord.talking.message_text import LONGEST
from bot.discord.talking.words import TALKING
from corpus.tokens import words
from retrieval.question.asked import Question, within
from retrieval.question.dependence import leans, matter

_MOST = 3
_LONGEST_MESSAGE = 2000


class _Introduced:
    def __init__(self, place: Place, sentence: str) -> None:
        self._place = place
        self._sentence = sentence

    async def meanwhile(self, **message: Any) -> None:  # noqa: ANN401 - discord.py's own arguments
        await self._place.meanwhile(**message)

    async def show(self, **message: Any) -> discord.Message | None:  # noqa: ANN401 - discord.py's own arguments
        said = f"{self._sentence}\n{message.get('content') or ''}".strip()
        fits = len(said) <= _LONGEST_MESSAGE
        return await self._place.show(**(message | {"content": said} if fits else message))


class Answering:
    """Answers what messages ask."""

    def __init__(self, client: discord.Client, asker: Asker) -> None:
        self._asker = asker
        self._conversations = Conversations(asker.newsroom, client)

    async def answer(
        self, message: discord.Message, decision: Decision, visit: Visit, place_of: Callable[[int], Place]
    ) -> None:
        """Answer the first questions of a message; each is understood from the one before it.

        Args:
            message: the message.
            decision: what of it is answered.
            visit: who asks.
            place_of: returns where the answer to each question is shown, from 0; it may refuse.

        Raises:
            Refusal: it took too long, or `place_of` refused.
            Busy: too much is waiting already.
        """
        before: Understood | None = None
        for number, question in enumerate(first_of(decision.questions)):
            place = place_of(number)
            asked = within(question.text, LONGEST)
            if asked is None:
                said = TALKING.of(visit.language).too_long.format(length=len(question.text), most=LONGEST)
                await place.show(content=said, embed=None, view=None)
                continue
            look = self._looking(message, decision, question, before)
            before = await self._understood(visit, asked, decision.title, look)
            shown = place if number else introduced(place, len(decision.questions), visit.language)
            await self._asker.answer(visit, shown, before, asked)

    async def _understood(self, visit: Visit, asked: str, title: str, look: Look) -> Understood:
        meant = await understand(self._asker.newsroom, visit, asked, look)
        return meant if leans(asked) else _under(title, meant)

    def _looking(
        self, message: discord.Message, decision: Decision, question: Question, before: Understood | None
    ) -> Look:
        """Return what finds what a question leans on: first the one before it in the message."""

        async def look() -> Earlier:
            if before is not None:
                return Earlier((before.question,), before.filters)
            if decision.about:
                return Earlier((decision.about,))
            found = await self._conversations.before(message)
            return found if found.questions or not question.before else Earlier((question.before,))

        return look


def _under(title: str, meant: Understood) -> Understood:
    """Return a question with what the title of its post says besides."""
    there = set(words(meant.question))
    more = [word for word in title.split() if matter(words(word)) and there.isdisjoint(words(word))]
    return replace(meant, question=f"{meant.question} ({' '.join(more)})") if more else meant


def first_of(questions: Sequence[Question]) -> Sequence[Question]:
    """Return the questions that are answered."""
    return questions[:_MOST]


def introduced(place: Place, count: int, language: str) -> Place:
    """Return where the first answer is shown, with a line above it where there are more questions."""
    if count <= _MOST:
        return place
    return _Introduced(place, TALKING.of(language).first_ones.format(count=count, most=_MOST))
