"""Answers given before, read back for whoever is where they were given."""

from __future__ import annotations

from typing import Any

import discord

from bot.discord.asking.sight import require_seen
from bot.discord.connection.errors import Gone
from bot.discord.connection.newsroom import Newsroom
from corpus.catalogue import answers
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Connection
from retrieval.answering.explaining import Explanation, recall


async def recalled(
    newsroom: Newsroom,
    interaction: discord.Interaction[Any],
    answer_id: str,
    guild: str | None,
    *,
    named: bool = False,
) -> Explanation:
    """Return an answer and how it came about, to who sees a message that shows it.

    Args:
        newsroom: remembers it.
        interaction: that names the answer.
        answer_id: of the answer.
        guild: where the interaction is.
        named: whether the person typed it, as for `require_seen`.

    Raises:
        Gone: there is none of that id, it was given elsewhere, or the person does not see it.
        Busy: too much is waiting already.
    """
    await require_seen(newsroom, interaction, answer_id, named=named)
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
