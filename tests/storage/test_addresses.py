import datetime

import pytest
from sqlalchemy import create_engine, text

from bot.assembly import Desk
from corpus.catalogue import articles, feeds, journal
from corpus.catalogue.decide import Status
from corpus.catalogue.journal import Action
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article, found, listed, live_ids

PAGE = "https://krant.example/nieuws/brug"
SPELLED = "http://www.KRANT.example/nieuws/brug/?utm_source=post#top"


def test_an_updated_article_under_another_spelling_replaces_the_old_one(newsdesk: Desk) -> None:
    first = add_one(newsdesk, article(BONUS, url=PAGE))
    again = add_one(newsdesk, article("Rusland betaalt nu 600 duizend roebel.", url=SPELLED))
    assert again.status is Status.REPLACED
    assert again.article.id == first.article.id
    assert found(newsdesk, "hoeveel betaalt Rusland?") == ["Rusland betaalt nu 600 duizend roebel."]


def test_another_spelling_alone_changes_nothing_and_the_address_stays_as_it_was_given(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS, url=SPELLED))
    again = add_one(newsdesk, article(BONUS, url=PAGE))
    assert again.status is Status.UNCHANGED
    assert again.article.draft.url == SPELLED


def test_an_article_is_named_by_any_spelling_of_its_address(newsdesk: Desk) -> None:
    added = add_one(newsdesk, article(BONUS, url=PAGE))
    with newsdesk.catalogue.reading() as connection:
        assert articles.find(connection, SPELLED).id == added.article.id
        assert articles.ids_of(connection, [SPELLED, "https://elders.example/"]) == {
            SPELLED: added.article.id
        }
    newsdesk.curator.remove([SPELLED], "a tester")
    assert not live_ids(newsdesk.catalogue)


def test_an_address_that_only_looks_alike_is_another_article(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS, url=f"{PAGE}?id=1"))
    assert add_one(newsdesk, article(BRIDGE, url=f"{PAGE}?id=2")).status is Status.ADDED
    assert len(listed(newsdesk)) == 2


def test_each_server_keeps_its_own_article_of_an_address(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS, url=PAGE), guild="1")
    assert add_one(newsdesk, article(BRIDGE, url=SPELLED), guild="2").status is Status.ADDED


def test_a_feed_is_followed_once_however_its_address_is_spelled(newsdesk: Desk) -> None:
    at = datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC)
    with newsdesk.catalogue.writing() as connection:
        for url in ("https://krant.example/feed", "http://www.krant.example/feed/", f"{PAGE}/feed"):
            feeds.add(connection, "1", url, None, adds=False, by="a tester", at=at)
        followed = [feed.url for feed in feeds.of_guild(connection, "1")]
    assert followed == ["https://krant.example/feed", f"{PAGE}/feed"]


def test_articles_of_one_address_are_brought_together_when_an_older_catalogue_is_opened(
    open_desk: OpenDesk, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    desk = open_desk(DATABASE_URL=database)
    other = "https://elders.example/ander"
    oldest = add_one(desk, article(BONUS, "2023-09-04", url=f"{PAGE}-1"))
    newest = add_one(desk, article("Nieuwe tekst over de brug.", "2024-02-01", url=f"{PAGE}-2"))
    between = add_one(desk, article("Tussentijdse tekst.", "2023-12-01", url=f"{PAGE}-3"))
    apart = add_one(desk, article(BRIDGE, url=other))
    desk.close()
    _made_by_format_1(
        database,
        {oldest.article.id: PAGE, newest.article.id: SPELLED, between.article.id: f"{PAGE}/amp"},
    )

    upgraded = open_desk(DATABASE_URL=database)
    assert live_ids(upgraded.catalogue) == {newest.article.id, apart.article.id}
    told, done = [record.getMessage() for record in caplog.records if record.name.startswith("corpus")]
    assert done.startswith(
        "The catalogue was of an earlier release (format 1) and has been brought up to date"
    )
    assert told.startswith("2 article(s) stood here under another spelling")
    assert "newsdesk undo" in told
    assert found(upgraded, "tussentijdse tekst") != ["Tussentijdse tekst."]

    with upgraded.catalogue.reading() as connection:
        removals = [one for one in journal.recent(connection) if one.action is Action.REMOVE]
    assert {one.article_id for one in removals} == {oldest.article.id, between.article.id}
    upgraded.curator.undo(removals[0].id, "a tester")
    assert len(live_ids(upgraded.catalogue)) == 3
    upgraded.close()

    again = open_desk(DATABASE_URL=database)  # what was taken back by hand stays
    assert len(live_ids(again.catalogue)) == 3


def test_the_later_added_text_stays_where_one_of_them_has_no_date(open_desk: OpenDesk, database: str) -> None:
    desk = open_desk(DATABASE_URL=database)
    dated = add_one(desk, article(BONUS, "2024-02-01", url=f"{PAGE}-1"))
    later = add_one(desk, article(BRIDGE, url=f"{PAGE}-2"))
    desk.close()
    _made_by_format_1(database, {dated.article.id: PAGE, later.article.id: SPELLED})
    assert live_ids(open_desk(DATABASE_URL=database).catalogue) == {later.article.id}


def test_the_columns_of_an_upgraded_catalogue_are_those_of_a_new_one(
    open_desk: OpenDesk, database: str
) -> None:
    desk = open_desk(DATABASE_URL=database)
    stored = add_one(desk, article(BONUS, url=PAGE)).article
    desk.close()
    _made_by_format_1(database, {})
    with open_desk(DATABASE_URL=database).catalogue.reading() as connection:
        assert articles.find(connection, SPELLED) == stored


def _made_by_format_1(database: str, addresses: dict[str, str]) -> None:
    """Turn a catalogue into one of the first format, in which addresses were compared letter by letter."""
    engine = create_engine(database)
    with engine.begin() as connection:
        for name, url in addresses.items():
            connection.execute(
                text("UPDATE versions SET url = :url WHERE article_id = :name"), {"url": url, "name": name}
            )
        for index in ("live_articles", "ix_versions_address"):
            connection.execute(text(f"DROP INDEX IF EXISTS {index}"))
        for column in ("address", "genre", "shortfall"):
            connection.execute(text(f"ALTER TABLE versions DROP COLUMN {column}"))
        connection.execute(text("UPDATE facts SET value = '1' WHERE name = 'format'"))
        for table in ("schema_revision", "vocabulary", "barred_channels"):
            connection.execute(text(f"DROP TABLE {table}"))
    engine.dispose()
