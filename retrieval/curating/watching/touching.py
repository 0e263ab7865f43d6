"""Which of the answers given before can be otherwise after changes of the corpus, told without a search."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.catalogue import articles, models, vectors
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Connection
from corpus.catalogue.journal import Change
from corpus.filters import Filters
from corpus.text import normalise
from retrieval.curating import screening
from retrieval.curating.screening import Passage
from retrieval.models.embedding import Embedder
from retrieval.question.names.readings import readings_of
from retrieval.question.names.wording import wordings

_TOGETHER = 50  # answers looked at together: the passages of all of them are held at once


def touched(
    connection: Connection,
    embedder: Embedder,
    given: Sequence[Given],
    made: Sequence[Change],
    today: datetime.date,
) -> set[str]:
    """Return the ids of those of the answers that the changes can touch.

    They can where they quote an article that was changed, where they weighed a passage that is gone, or
    where one that came scores as much as what they weighed, among the articles that their filters allow.

    Args:
        connection: the catalogue after the changes.
        embedder: the model that the catalogue was embedded by.
        given: the answers, each with the filters that its question would be asked with now.
        made: the changes.
        today: the day on which the questions would be asked again.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    reached: set[str] = set()
    for start in range(0, len(given), _TOGETHER):
        some = given[start : start + _TOGETHER]
        reached |= _losing(connection, some, made)
        left = [one for one in some if one.id not in reached]
        reached |= _gaining(connection, embedder, left, made, today)
    return reached


def _losing(connection: Connection, given: Sequence[Given], made: Sequence[Change]) -> set[str]:
    """Return the answers that quote an article that was changed, or weighed a passage that lives no more."""
    changed = {one.article_id for one in made}
    gone = {one.before for one in made if one.before is not None and one.before != one.after}
    quoted = articles.of_versions(connection, {version for one in given for _, version, _ in one.quotes})
    weighed = [int(hit["passage"]) for one in given for hit in one.candidates]
    located = articles.located(connection, sorted(set(weighed)), live=False) if gone else {}
    lost = {passage for passage, (article, _) in located.items() if article.version in gone}
    return {
        one.id
        for one in given
        if any(version in quoted and quoted[version].id in changed for _, version, _ in one.quotes)
        or any(int(hit["passage"]) in lost for hit in one.candidates)
    }


def _gaining(
    connection: Connection,
    embedder: Embedder,
    given: Sequence[Given],
    made: Sequence[Change],
    today: datetime.date,
) -> set[str]:
    """Return the answers among whose hits a passage that came can be."""
    came = {one.after for one in made if one.after is not None and one.after != one.before}
    by_filters: dict[Filters, list[Given]] = {}
    for one in given:
        by_filters.setdefault(one.filters, []).append(one)
    reached: set[str] = set()
    for filters, some in by_filters.items():
        moving = list(_passages(connection, articles.allowed(connection, came, filters)))
        if moving:
            posed = [wording for one in some for wording in _posed(one)]
            asked = embedder.embed([one.standalone for one in posed])
            reached |= {one.id for one in screening.touched(connection, posed, asked, moving, today)}
    return reached


def _posed(given: Given) -> Iterator[Given]:
    """Yield an answer by its question, and by what that is with each of its readings."""
    for wording in wordings(normalise(given.standalone), readings_of(given)):
        yield replace(given, standalone=wording)


def _passages(connection: Connection, numbers: set[int]) -> Iterator[Passage]:
    """Yield the passages of versions, as they are scored."""
    active = models.active(connection)
    if active is None:
        return
    for number, article in articles.of_versions(connection, numbers).items():
        _, matrix = vectors.of_version(connection, active[0], number)
        if len(matrix):
            yield from screening.of_draft(article.draft, articles.spans(connection, number), matrix)
