"""What is said instead of passages or a timeline: which languages are read, or that nothing is there."""

from __future__ import annotations

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.helping.empty_corpus import emptiness
from bot.languages_read import languages_read
from retrieval.question.foreign_language import foreign


async def unread(newsroom: Newsroom, question: str) -> str | None:
    """Return which languages are read, to a question in another; None for one that may be in one of them.

    Raises:
        Busy: too much is waiting already.
    """
    language = await newsroom.work(lambda _: foreign(question))
    return languages_read(language) if language else None


async def instead(newsroom: Newsroom, visit: Visit, question: str) -> str | None:
    """Return why nothing was found, where that is the question's language or an empty corpus.

    Raises:
        Busy: too much is waiting already.
    """
    return await unread(newsroom, question) or await emptiness(newsroom, visit)
