"""Questions that were answered before and would be again: what they quote still stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from corpus.catalogue import answers
from corpus.catalogue.answers import Given
from corpus.catalogue.schema import feedback, versions
from corpus.catalogue.selection import conditions
from corpus.filters import Filters

_LOOKED_THROUGH = 50  # answers given last


def questions(connection: Connection, filters: Filters, channels: Sequence[str], longest: int) -> list[str]:
    """Return questions that were answered in those channels, newest first, as they were asked.

    Only such as stand alone, were asked of all articles there, disappointed nobody, and whose quoted
    articles are all still there.

    Args:
        connection: a connection to the catalogue.
        filters: the articles that may be used, narrowed by nothing that a question does not say.
        channels: where they were shown: not everybody sees every channel.
        longest: characters of a question.
    """
    given = [
        one
        for one in answers.recent(connection, filters.guild, _LOOKED_THROUGH, channels)
        if _is_plain(one) and len(one.question) <= longest
    ]
    standing = _standing(connection, filters, given)
    disliked = _disliked(connection, given)
    kept = (
        one.question
        for one in given
        if one.id not in disliked and standing.issuperset(version for _, version, _ in one.quotes)
    )
    return list({question.casefold(): question for question in kept}.values())


def _is_plain(given: Given) -> bool:
    alone = given.question == given.standalone and not given.abstained
    return alone and replace(given.filters, outlets_left_out=()) == Filters(guild=given.filters.guild)


def _standing(connection: Connection, filters: Filters, given: Iterable[Given]) -> set[int]:
    quoted = {version for one in given for _, version, _ in one.quotes}
    wanted = select(versions.c.id).where(versions.c.id.in_(quoted), *conditions(filters))
    return set(connection.scalars(wanted))


def _disliked(connection: Connection, given: Iterable[Given]) -> set[str]:
    unhelpful = select(feedback.c.answer_id).where(
        feedback.c.answer_id.in_([one.id for one in given]), feedback.c.helpful.is_(False)
    )
    return set(connection.scalars(unhelpful))
