"""Answers given before, read back for whoever is where they were given."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.discord.errors import Gone
from bot.discord.newsroom import Newsroom
from corpus.catalogue import answers
from corpus.catalogue.answers import Given
from retrieval.explaining import Explanation, recall


async def recalled(newsroom: Newsroom, answer_id: str, guild: str | None) -> Explanation:
    """Return an answer and how it came about.

    Raises:
        Gone: there is none of that id, or it was given elsewhere.
        Busy: too much is waiting already.
    """
    catalogue = newsroom.parts.catalogue
    found = await newsroom.workers.run(lambda: recall(catalogue, answer_id, guild), short=True)
    if found is None:
        raise Gone
    return found


def require_given(connection: Connection, answer_id: str, guild: str | None) -> Given:
    """Return an answer as it is remembered.

    Raises:
        Gone: there is none of that id, or it was given elsewhere.
    """
    given = answers.find(connection, answer_id, guild)
    if given is None:
        raise Gone
    return given
