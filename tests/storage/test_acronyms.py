"""Acronyms are known as long as the article lives that gives them, to whoever sees it."""

from __future__ import annotations

from sqlalchemy import delete

from bot.assembly import Desk
from corpus.catalogue import acronyms, purge
from corpus.catalogue.copying import copy_articles
from corpus.catalogue.schema import acronyms as kept
from corpus.catalogue.schema import facts
from tests.conftest import OpenDesk
from tests.retrieval.newsroom import add, draft, now

BOTH = "Het Nationaal Instituut voor Verkeersveiligheid (NIV) pleit voor lagere snelheden."


def known(desk: Desk, guild: str | None = None) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.long for one in acronyms.known(connection, ["niv"], guild)]


def test_an_acronym_comes_and_goes_with_its_article(desk: Desk) -> None:
    article = add(desk, [draft(BOTH, "niv", language="nl", outlet="De Waterbode")])[0]
    assert known(desk) == ["Nationaal Instituut voor Verkeersveiligheid"]
    desk.curator.remove([article.id], "test")
    assert known(desk) == []
    desk.curator.undo(None, "test")
    assert known(desk) == ["Nationaal Instituut voor Verkeersveiligheid"]
    add(desk, [draft("Het instituut zegt nu niets meer over snelheden.", "niv", language="nl")])
    assert known(desk) == []
    desk.curator.undo(None, "test")
    assert known(desk) == ["Nationaal Instituut voor Verkeersveiligheid"]


def test_it_is_found_by_either_form_with_the_outlet_that_gives_it(desk: Desk) -> None:
    add(desk, [draft(BOTH, "niv", language="nl", outlet="De Waterbode")])
    with desk.catalogue.reading() as connection:
        by_long = acronyms.known(connection, ["nationaal instituut voor verkeersveiligheid"], None)
    assert [(one.short, one.stated, one.outlet) for one in by_long] == [("NIV", True, "De Waterbode")]


def test_a_guilds_acronyms_are_its_own_and_go_with_it(desk: Desk) -> None:
    add(desk, [draft(BOTH, "niv", language="nl")], guild="1")
    assert known(desk) == known(desk, "2") == []
    assert known(desk, "1") == ["Nationaal Instituut voor Verkeersveiligheid"]
    with desk.catalogue.writing() as connection:
        purge.purge(connection, "1", by="test", at=now())
    assert known(desk, "1") == []


def test_articles_of_a_catalogue_made_before_are_read_once_on_opening(open_desk: OpenDesk) -> None:
    before = open_desk()
    add(before, [draft(BOTH, "niv", language="nl")])
    with before.catalogue.writing() as connection:
        connection.execute(delete(kept))
        connection.execute(delete(facts).where(facts.c.name == "acronyms"))
    assert known(before) == []
    assert known(open_desk()) == ["Nationaal Instituut voor Verkeersveiligheid"]
    with before.catalogue.writing() as connection:
        connection.execute(delete(kept))
    assert known(open_desk()) == []


def test_a_copy_of_the_articles_knows_their_acronyms(open_desk: OpenDesk) -> None:
    source = open_desk()
    add(source, [draft(BOTH, "niv", language="nl")])
    target = open_desk(DATABASE_URL="sqlite://")
    copy_articles(source.catalogue, target.catalogue)
    assert known(target) == ["Nationaal Instituut voor Verkeersveiligheid"]
