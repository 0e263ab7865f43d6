"""Several questions in one message: how many are answered, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord

from bot.discord.asking.places import Place
from bot.discord.talking.words import TALKING
from retrieval.question.asked import Question

_MOST = 3
_LONGEST_MESSAGE = 2000


def first_of(questions: Sequence[Question]) -> Sequence[Question]:
    """Return the questions that are answered."""
    return questions[:_MOST]


def introduced(place: Place, count: int, language: str) -> Place:
    """Return where the first answer is shown, with a line above it where there are more questions."""
    if count <= _MOST:
        return place
    return _Introduced(place, TALKING.of(language).first_ones.format(count=count, most=_MOST))


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
