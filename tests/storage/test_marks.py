"""What an article is marked with is kept with it, and filled in where it was not."""

from __future__ import annotations

from sqlalchemy import create_engine, text

from bot.assembly import Desk
from corpus.article import Genre, Shortfall
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.decide import Status, completed
from tests.conftest import OpenDesk
from tests.storage.newsroom import BRIDGE, add_one, article

URL = "https://www.example.org/bridge"


def test_a_catalogue_of_before_gets_the_marks_and_keeps_its_texts(open_desk: OpenDesk, database: str) -> None:
    desk = open_desk(DATABASE_URL=database)
    stored = add_one(desk, article(f"{BRIDGE} And then…", title="Column: a bridge", url=URL)).article
    engine = create_engine(database)
    with engine.begin() as connection:
        connection.execute(text("UPDATE versions SET genre = NULL, shortfall = NULL"))
        connection.execute(text("UPDATE facts SET value = '1' WHERE name = 'format'"))
        for table in ("schema_revision", "vocabulary", "barred_channels"):
            connection.execute(text(f"DROP TABLE {table}"))
    engine.dispose()
    catalogue = Catalogue(database)
    with catalogue.reading() as connection:
        found = articles.find(connection, URL)
    catalogue.close()
    assert found.draft == stored.draft
    assert (found.draft.genre, found.draft.shortfall) == (Genre.COLUMN, Shortfall.BEGINNING)


def test_the_whole_text_is_no_longer_a_beginning(newsdesk: Desk) -> None:
    short = add_one(newsdesk, article(f"{BRIDGE}\n\nLees verder", url=URL))
    assert (short.article.draft.text, short.article.draft.shortfall) == (BRIDGE, Shortfall.BEGINNING)
    whole = add_one(newsdesk, article(f"{BRIDGE} The mayor cut a ribbon.", url=URL))
    assert (whole.status, whole.article.draft.shortfall) == (Status.REPLACED, None)


def test_the_same_text_stays_marked_and_is_unchanged(newsdesk: Desk) -> None:
    closed = article(BRIDGE, url=URL, shortfall=Shortfall.BEGINNING, genre=Genre.OPINION)
    add_one(newsdesk, closed)
    again = add_one(newsdesk, article(BRIDGE, url=URL))
    assert (again.status, again.article.draft.shortfall) == (Status.UNCHANGED, Shortfall.BEGINNING)
    longer = completed(article(f"{BRIDGE} More.", url=URL), closed)
    assert (longer.shortfall, longer.genre) == (None, Genre.OPINION)


def test_a_corrected_text_is_marked_anew(newsdesk: Desk) -> None:
    add_one(newsdesk, article(f"{BRIDGE} And…", url=URL))
    newsdesk.curator.correct(URL, "It was cut off.", "a tester", draft=article(BRIDGE))
    with newsdesk.catalogue.reading() as connection:
        found = articles.find(connection, URL).draft
    assert (found.text, found.shortfall) == (BRIDGE, None)
