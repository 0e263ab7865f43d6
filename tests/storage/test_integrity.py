import pytest
from sqlalchemy import text

from bot.assembly import Desk
from bot.diagnosis import diagnose
from corpus.catalogue import integrity
from corpus.filters import Filters
from retrieval.models.reindexing import reindex
from tests.storage.newsroom import BONUS, BRIDGE, add, article, assert_words_agree


def faults(desk: Desk) -> list[integrity.Fault]:
    with desk.catalogue.reading() as connection:
        return integrity.faults(connection)


def damage(desk: Desk, statement: str) -> None:
    with desk.catalogue.writing() as connection:
        connection.execute(text(statement))


def test_a_catalogue_in_use_is_whole(newsdesk: Desk) -> None:
    assert faults(newsdesk) == []
    add(newsdesk, article(BONUS), article(BRIDGE))
    newsdesk.curator.undo(None, "a tester")
    assert faults(newsdesk) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM vectors WHERE passage_id = 1", "1 passages have no vector."),
        ("DELETE FROM words WHERE rowid = 1", "the word index lacks 1 passages and has 0 too many."),
        (
            "INSERT INTO words (rowid, tokens) VALUES (77, 'brug')",
            "the word index lacks 0 passages and has 1 too many.",
        ),
    ],
)
def test_what_is_lacking_is_found_and_its_cure_cures_it(newsdesk: Desk, statement: str, fault: str) -> None:
    add(newsdesk, article(BONUS), article(BRIDGE))
    damage(newsdesk, statement)
    assert faults(newsdesk) == [integrity.Fault(fault, "Run `newsdesk reindex`.")]
    list(reindex(newsdesk.catalogue, newsdesk.embedder))
    assert faults(newsdesk) == []
    assert_words_agree(newsdesk.catalogue)


def test_a_passage_without_its_vector_stops_neither_chroma_nor_the_search(newsdesk: Desk) -> None:
    add(newsdesk, article(BONUS), article(BRIDGE))
    damage(newsdesk, "DELETE FROM vectors WHERE passage_id = 1")
    assert newsdesk.chroma is not None
    assert newsdesk.chroma.synchronise() == (0, 0)
    vector = newsdesk.embedder.embed([BONUS])[0]
    assert set(newsdesk.chroma.nearest(vector, 5, Filters())) == {2}
    unwell = [one for one in diagnose(newsdesk) if not one.well]
    assert [one.finding for one in unwell] == ["1 passages have no vector."]
