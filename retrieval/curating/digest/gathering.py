"""Gathering a digest from the catalogue: what came in, by story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Article
from corpus.catalogue import arrivals, models, vectors
from corpus.catalogue.connection import Catalogue, Connection
from corpus.filters import Filters
from corpus.vector_space import Matrix
from retrieval.curating.digest.stories import Story, direction, stories

# Articles that are grouped: comparing texts and vectors takes the square of it, here half a second at most.
_GROUPED = 200


@dataclass(frozen=True, slots=True)
class CameIn:
    """What came in: the stories of the newest articles, and how many articles there are in all."""

    stories: tuple[Story, ...]
    total: int

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that are in the stories."""
        return frozenset(one.id for story in self.stories for one in story.articles)


def came_in(catalogue: Catalogue, filters: Filters, after: int, until: int) -> CameIn:
    """Return what the changes after `after` and up to `until` brought of what `filters` allow."""
    with catalogue.reading() as connection:
        found = arrivals.arrived(connection, filters, after, until)
        grouped = found[:_GROUPED]
        placed = _vectors(connection, grouped)
    return CameIn(stories(grouped, placed), len(found))


def _vectors(connection: Connection, articles: Sequence[Article]) -> Matrix:
    """Return the mean direction of the passages of each; nothing is near to one that has no vector."""
    active = models.active(connection)
    if active is None or not articles:
        return np.zeros((len(articles), 1), dtype=np.float32)
    each = (vectors.of_version(connection, active[0], one.version)[1] for one in articles)
    nothing = np.zeros((0, active[1].dimensions), dtype=np.float32)
    return np.array([direction(passages if len(passages) else nothing) for passages in each])
