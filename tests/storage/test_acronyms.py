"""Acronyms are known as long as the article lives that gives them, to whoever sees it."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from bot.assembly import Desk
from corpus.catalogue import acronyms, answers, purge
from corpus.catalogue.copying import copy_articles
from corpus.catalogue.schema import acronyms as kept
from corpus.catalogue.schema import facts
from corpus.filters import Filters
from retrieval.question.names.readings import readings_of
from tests.conftest import OpenDesk
from tests.retrieval.newsroom import add, draft, now

BOTH = "Het Nationaal Instituut voor Verkeersveiligheid (NIV) pleit voor lagere snelheden."


def known(desk: Desk, guild: str | None = None) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.long for one in acronyms.known(connection, ["niv"], guild)]


def test_an_acronym_comes_and_goes_with_its_article(newsdesk: Desk) -> None:
    article = add(newsdesk, [draft(BOTH, "niv", language="nl", outlet="De Waterbode")])[0]
    assert known(newsdesk) == ["Nationaal Instituut voor Verkeersveiligheid"]
    newsdesk.curator.remove([article.id], "test")
    assert known(newsdesk) == []
    newsdesk.curator.undo(None, "test")
    assert known(newsdesk) == ["Nationaal Instituut voor Verkeersveiligheid"]
    add(newsdesk, [draft("Het instituut zegt nu niets meer over snelheden.", "niv", language="nl")])
    assert known(newsdesk) == []
    newsdesk.curator.undo(None, "test")
    assert known(newsdesk) == ["Nationaal Instituut voor Verkeersveiligheid"]


def test_it_is_found_by_either_form_with_the_outlet_that_gives_it(newsdesk: Desk) -> None:
    add(newsdesk, [draft(BOTH, "niv", language="nl", outlet="De Waterbode")])
    with newsdesk.catalogue.reading() as connection:
        by_long = acronyms.known(connection, ["nationaal instituut voor verkeersveiligheid"], None)
    assert [(one.short, one.stated, one.outlet) for one in by_long] == [("NIV", True, "De Waterbode")]


def test_a_guilds_acronyms_are_its_own_and_go_with_it(newsdesk: Desk) -> None:
    add(newsdesk, [draft(BOTH, "niv", language="nl")], guild="1")
    assert known(newsdesk) == known(newsdesk, "2") == []
    assert known(newsdesk, "1") == ["Nationaal Instituut voor Verkeersveiligheid"]
    with newsdesk.catalogue.writing() as connection:
        purge.purge(connection, "1", by="test", at=now())
    assert known(newsdesk, "1") == []


def test_articles_of_a_catalogue_made_before_are_read_once_on_opening(
    open_desk: OpenDesk, database: str
) -> None:
    before = open_desk(DATABASE_URL=database)
    add(before, [draft(BOTH, "niv", language="nl")])
    with before.catalogue.writing() as connection:
        connection.execute(delete(kept))
        connection.execute(delete(facts).where(facts.c.name == "acronyms"))
    assert known(before) == []
    assert known(open_desk(DATABASE_URL=database)) == ["Nationaal Instituut voor Verkeersveiligheid"]
    with before.catalogue.writing() as connection:
        connection.execute(delete(kept))
    assert known(open_desk(DATABASE_URL=database)) == []


def test_a_copy_of_the_articles_holds_their_passages_and_knows_their_acronyms(open_desk: OpenDesk) -> None:
    source = open_desk()
    add(source, [draft(BOTH, "niv", language="nl")])
    target = open_desk(DATABASE_URL="sqlite://")
    assert copy_articles(source.catalogue, target.catalogue) == 1
    assert known(target) == ["Nationaal Instituut voor Verkeersveiligheid"]


@pytest.mark.parametrize(
    ("question", "words", "reading"),
    [
        (
            "Hoeveel mensen werken er bij het NIV?",
            "120",
            ("NIV", "Nationaal Instituut voor Verkeersveiligheid"),
        ),
        ("Hoeveel mensen werken in Hamerdik?", "31", ("Hamerdik", "Hamerdijk")),
    ],
)
def test_both_databases_read_names_alike(
    newsdesk: Desk, question: str, words: str, reading: tuple[str, str]
) -> None:
    staff = "Bij het Nationaal Instituut voor Verkeersveiligheid werken 120 mensen."
    factory = "In de fabriek bij Hamerdijk werken 31 mensen."
    add(newsdesk, [draft(BOTH, "niv", language="nl"), draft(staff, "staff", language="nl")])
    add(newsdesk, [draft(factory, "factory", language="nl")])
    answer = newsdesk.answerer.ask(question, Filters())
    assert words in answer.text
    assert [(one.written, one.read_as) for one in answer.readings] == [reading]
    with newsdesk.catalogue.reading() as connection:
        assert readings_of(answers.find_any(connection, answer.id)) == answer.readings
