from __future__ import annotations

from bot.assembly import Desk
from corpus.catalogue import articles, places, vectors
from tests.storage.newsroom import add, article


def test_a_passage_is_placed_as_its_article_says_and_only_while_that_lives(newsdesk: Desk) -> None:
    add(
        newsdesk,
        article("De brug gaat open. " * 60, url="https://example.org/1", language="nl"),
        article("The ferry sails.", url="https://example.org/2", language=None),
    )
    with newsdesk.catalogue.reading() as connection:
        ids = vectors.live_ids(connection)
        placed, located = places.places(connection, ids), articles.located(connection, ids)
    assert len(ids) > 2
    assert placed.keys() == located.keys() == set(ids)
    for one, (whole, span) in located.items():
        told = placed[one].version, placed[one].span, placed[one].language, placed[one].published
        assert told == (whole.version, span, whole.draft.language, whole.draft.published)
    newsdesk.curator.remove([located[ids[0]][0].id], "a tester")
    with newsdesk.catalogue.reading() as connection:
        assert places.places(connection, ids).keys() == set(vectors.live_ids(connection)) != set(ids)
