"""A corpus without articles: what is said instead of that nothing was found."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.discord.helping.words import EMPTINESS
from bot.discord.newsroom import Newsroom
from bot.discord.visit import Visit
from corpus.catalogue import articles, browsing


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
