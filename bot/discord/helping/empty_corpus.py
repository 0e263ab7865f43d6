"""What is said instead of that nothing was found: that the corpus is empty, or which languages are read."""

from collections.abc import Mapping
from typing import Any

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.helping.words import EMPTINESS
from bot.languages_read import languages_read
from corpus.catalogue import articles, browsing
from corpus.catalogue.connection import Connection
from retrieval.question.foreign_language import foreign
from retrieval.search.results import Answer


async def emptiness(newsroom: Newsroom, visit: Visit) -> str | None:
    """Return that no article can be used here, and what whoever asks can do; None where there is one.

    Raises:
        Busy: too much is waiting already.
    """

    def look(connection: Connection) -> str | None:
        if browsing.any_usable(connection, visit.filters()):
            return None
        return said(visit, left_out=articles.any_seen(connection, visit.guild))

    return await newsroom.read(look)


async def with_emptiness(
    newsroom: Newsroom, visit: Visit, answer: Answer, message: Mapping[str, Any]
) -> dict[str, Any]:
    """Return an answer's message that also says, of an abstention, that there is no article at all.

    Raises:
        Busy: too much is waiting already.
    """
    empty = None
    if answer.abstained and not answer.nearest and not answer.unread:
        empty = await emptiness(newsroom, visit)
    return _with(message, empty) if empty else dict(message)


def _with(message: Mapping[str, Any], sentence: str) -> dict[str, Any]:
    embed = message.get("embed")
    if embed is None:
        return {**message, "content": f"{message['content']}\n{sentence}"}
    shown = embed.copy()
    shown.description = f"{shown.description}\n{sentence}"
    return {**message, "embed": shown}


def said(visit: Visit, *, left_out: bool) -> str:
    """Return the sentences of an empty corpus.

    Args:
        visit: who asks, and where.
        left_out: whether there are articles, all of outlets that the server leaves out.
    """
    words = EMPTINESS.of(visit.language)
    if visit.guild is None:
        return words.nothing_shared
    if not visit.moderates:
        return f"{words.empty} {words.moderators_fill}"
    return words.all_left_out if left_out else f"{words.empty} {words.fill}"


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
