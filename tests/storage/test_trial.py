from __future__ import annotations

import threading

import pytest
from sqlalchemy import text

from bot.assembly import Desk, now
from corpus.catalogue import articles, integrity, journal
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.schema import facts
from corpus.errors import ArticleNotFound, CatalogueUnusable
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.curating.curator import Curator
from retrieval.index.exact import ExactIndex
from retrieval.search.search import Search
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article, assert_words_agree, found, listed

QUESTION = "what did the new bridge cost?"


def curator(desk: Desk, catalogue: Catalogue) -> Curator:
    return Curator(catalogue, desk.embedder, now)


def put(desk: Desk, catalogue: Catalogue, written: str) -> None:
    list(curator(desk, catalogue).add([article(written, language="en")], "a trial"))


def texts(catalogue: Catalogue) -> set[str]:
    with catalogue.reading() as connection:
        return {one.draft.text for one in articles.every(connection)}


def test_a_change_is_tried_with_the_real_parts_and_nothing_of_it_remains(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS))
    with newsdesk.catalogue.trial() as trial:
        put(newsdesk, trial, BRIDGE)
        curator(newsdesk, trial).remove([first.article.id], "a trial")
        search = Search(trial, newsdesk.embedder, ExactIndex(trial), now)
        answer = Answerer(trial, search, newsdesk.reader, now).ask(QUESTION, Filters())
        assert [citation.quote for citation in answer.citations] == [BRIDGE]
        assert texts(trial) == {BRIDGE}
    assert listed(newsdesk) == [BONUS]
    assert_words_agree(newsdesk.catalogue)
    with newsdesk.catalogue.reading() as connection:
        assert journal.latest(connection) == 1
        assert connection.scalar(text("SELECT count(*) FROM answers")) == 0
        assert integrity.faults(connection) == []


def test_readers_go_on_and_see_nothing_of_a_trial(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    with newsdesk.catalogue.trial() as trial:
        put(newsdesk, trial, BRIDGE)
        assert found(newsdesk, QUESTION) == [BONUS]
        assert listed(newsdesk) == [BONUS]


def test_a_writer_waits_for_the_end_of_a_trial(newsdesk: Desk) -> None:
    writer = threading.Thread(target=add_one, args=(newsdesk, article(BONUS)))
    with newsdesk.catalogue.trial() as trial:
        put(newsdesk, trial, BRIDGE)
        writer.start()
        writer.join(0.3)
        assert writer.is_alive()
    writer.join(30)
    assert listed(newsdesk) == [BONUS]


def test_what_follows_a_trial_is_found_although_its_ids_were_given_in_it(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    assert found(newsdesk, QUESTION) == [BONUS]
    with newsdesk.catalogue.trial() as trial:
        put(newsdesk, trial, "Honey will be dearer in spring, say the beekeepers of Marrowdale.")
        assert found(newsdesk, QUESTION) == [BONUS]
    add_one(newsdesk, article(BRIDGE, language="en"))
    assert found(newsdesk, QUESTION) == [BRIDGE, BONUS]


def test_what_fails_in_a_trial_is_taken_back_alone(newsdesk: Desk) -> None:
    bonus = add_one(newsdesk, article(BONUS))
    with newsdesk.catalogue.trial() as trial:
        put(newsdesk, trial, BRIDGE)
        with pytest.raises(ArticleNotFound):
            curator(newsdesk, trial).remove([bonus.article.id, "nothing"], "a trial")
        with pytest.raises(CatalogueUnusable), trial.writing() as connection:
            connection.execute(facts.insert(), [{"name": "format", "value": "another"}])
        assert texts(trial) == {BONUS, BRIDGE}
    assert listed(newsdesk) == [BONUS]


def test_a_trial_that_fails_leaves_the_catalogue_to_others(newsdesk: Desk) -> None:
    def fail() -> None:
        with newsdesk.catalogue.trial() as trial:
            put(newsdesk, trial, BRIDGE)
            curator(newsdesk, trial).remove(["nothing"], "a trial")

    with pytest.raises(ArticleNotFound):
        fail()
    add_one(newsdesk, article(BONUS))
    assert listed(newsdesk) == [BONUS]


def test_a_trial_within_a_trial_leaves_the_outer_one_as_it_was(newsdesk: Desk) -> None:
    with newsdesk.catalogue.trial() as outer:
        put(newsdesk, outer, BONUS)
        with outer.trial() as inner:
            put(newsdesk, inner, BRIDGE)
            assert texts(inner) == {BONUS, BRIDGE}
        assert texts(outer) == {BONUS}
        outer.close()
    assert listed(newsdesk) == []
