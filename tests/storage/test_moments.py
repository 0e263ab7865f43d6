from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import DateTime, make_url

from corpus.catalogue import feeds
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.feeds import FeedRow
from corpus.catalogue.moments import NaiveMoment
from corpus.catalogue.schema import tables

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def catalogue(database: str) -> Iterator[Catalogue]:
    # A session of PostgreSQL speaks in the zone of its machine, whichever that is.
    url = make_url(database)
    if url.get_backend_name() == "postgresql":
        options = f"{url.query.get('options', '')} -cTimeZone=Asia/Tokyo"
        url = url.update_query_dict({"options": options.strip()})
    opened = Catalogue(str(url))
    yield opened
    opened.close()


def follow(catalogue: Catalogue, at: datetime.datetime) -> None:
    with catalogue.writing() as connection:
        feeds.add(connection, "1", "https://krant.example/feed", None, adds=False, by="a tester", at=at)


def due(catalogue: Catalogue, now: datetime.datetime) -> FeedRow | None:
    with catalogue.writing() as connection:
        return feeds.claim_due(connection, now)


@pytest.mark.parametrize("zone", ["UTC", "Europe/Amsterdam", "America/New_York"])
def test_a_moment_is_the_same_in_whatever_zone_it_is_given(catalogue: Catalogue, zone: str) -> None:
    there = ZoneInfo(zone)
    follow(catalogue, NOON.astimezone(there))
    assert due(catalogue, (NOON - SECOND).astimezone(there)) is None
    found = due(catalogue, NOON.astimezone(there))
    assert found is not None
    assert (found.due, found.due.tzinfo) == (NOON + feeds.LEASE, datetime.UTC)


def test_a_time_without_a_zone_is_refused_and_nothing_is_kept(catalogue: Catalogue) -> None:
    with pytest.raises(NaiveMoment, match="has no time zone"):
        follow(catalogue, NOON.replace(tzinfo=None))
    with catalogue.reading() as connection:
        assert feeds.of_guild(connection, "1") == []


def test_sqlite_keeps_moments_as_it_always_did(tmp_path: Path) -> None:
    """The row is written as the versions before wrote it: the figures of UTC, without a zone."""
    file = tmp_path / "catalogue.db"
    catalogue = Catalogue(f"sqlite:///{file}")
    written = "2026-11-22 12:00:00.000000"
    with sqlite3.connect(file) as raw:
        raw.execute(
            "INSERT INTO feeds (guild, url, adds, paused, added_by, due, failures, lost)"
            " VALUES ('2', 'https://elders.example/feed', 0, 0, 'a tester', ?, 0, 0)",
            [written],
        )
    follow(catalogue, NOON)
    with catalogue.reading() as connection:
        assert [one.due for guild in "12" for one in feeds.of_guild(connection, guild)] == [NOON, NOON]
    assert raw.execute("SELECT due FROM feeds").fetchall() == [(written,), (written,)]
    raw.close()
    catalogue.close()


def test_no_table_keeps_a_moment_in_another_way() -> None:
    columns = [column for table in tables.sorted_tables for column in table.columns]
    assert not [str(column) for column in columns if isinstance(column.type, DateTime)]
