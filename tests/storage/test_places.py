from __future__ import annotations

import numpy as np

from bot.assembly import Desk
from corpus.catalogue import articles, places, vectors
from corpus.filters import Filters
from tests.storage.newsroom import add, article


def test_a_passage_is_placed_with_its_vector_as_its_article_says_and_only_while_that_lives(
    newsdesk: Desk,
) -> None:
    add(
        newsdesk,
        article("De brug gaat open. " * 60, url="https://example.org/1", language="nl"),
        article("The ferry sails.", url="https://example.org/2", language=None),
    )
    with newsdesk.catalogue.reading() as connection:
        ids = vectors.live_ids(connection)
        placed, matrix = places.places(connection, 1, [*ids, 10_000], Filters())
        located = articles.located(connection, ids)
        stored = dict(zip(*vectors.read(connection, 1, ids), strict=True))
    assert len(ids) > 2
    assert placed.keys() == located.keys() == set(ids)
    for one, (whole, span) in located.items():
        told = placed[one].version, placed[one].span, placed[one].language, placed[one].published
        assert told == (whole.version, span, whole.draft.language, whole.draft.published)
    for one, vector in zip(placed, matrix, strict=True):
        np.testing.assert_array_equal(vector, stored[one])
    newsdesk.curator.remove([located[ids[0]][0].id], "a tester")
    with newsdesk.catalogue.reading() as connection:
        left, _ = places.places(connection, 1, ids, Filters())
        assert left.keys() == set(vectors.live_ids(connection)) != set(ids)
        dutch, none = places.places(connection, 1, ids, Filters(language="nl"))
    assert {place.language for place in dutch.values()} <= {"nl"}
    assert none.shape[0] == len(dutch)
