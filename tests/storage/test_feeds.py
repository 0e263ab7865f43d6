from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.assembly import Desk
from corpus.catalogue import feed_entries, feeds, proposals
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.feeds import LEASE, MOST, FeedRow
from corpus.errors import FeedsFull
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, article

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
LATER = NOW + datetime.timedelta(hours=1)
URL = "https://krant.example/feed"


def follow(catalogue: Catalogue, url: str = URL, guild: str | None = "g", *, adds: bool = False) -> FeedRow:
    with catalogue.writing() as connection:
        return feeds.add(connection, guild, url, "De Stadskrant", adds=adds, by="Mia", at=NOW)


def claim(catalogue: Catalogue, at: datetime.datetime) -> int | None:
    with catalogue.writing() as connection:
        feed = feeds.claim_due(connection, at)
    return feed.id if feed else None


def only(catalogue: Catalogue, guild: str | None = "g") -> FeedRow:
    with catalogue.reading() as connection:
        (feed,) = feeds.of_guild(connection, guild)
    return feed


def test_a_feed_is_followed_once_by_each_guild(newsdesk: Desk) -> None:
    first = follow(newsdesk.catalogue)
    assert (first.url, first.title, first.adds, first.paused, first.due) == (
        URL,
        "De Stadskrant",
        False,
        False,
        NOW,
    )
    again = follow(newsdesk.catalogue, adds=True)
    assert (again.id, again.adds) == (first.id, True)
    other, shared = follow(newsdesk.catalogue, guild="h"), follow(newsdesk.catalogue, guild=None)
    assert follow(newsdesk.catalogue, guild=None).id == shared.id
    assert len({first.id, other.id, shared.id}) == 3
    assert only(newsdesk.catalogue) == again
    assert only(newsdesk.catalogue, None) == shared


def test_a_guild_follows_so_many_feeds_and_no_more(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        for number in range(MOST):
            row = feeds.add(connection, "g", f"{URL}{number}", None, adds=False, by="Mia", at=NOW)
        feeds.pause(connection, row.id, "g")
        with pytest.raises(FeedsFull, match="50"):
            feeds.add(connection, "g", f"{URL}-", None, adds=False, by="Mia", at=NOW)
        feeds.add(connection, "h", f"{URL}-", None, adds=False, by="Mia", at=NOW)
        assert feeds.add(connection, "g", f"{URL}0", None, adds=True, by="Mia", at=NOW).adds
        feeds.remove(connection, row.id, "g")
        feeds.add(connection, "g", f"{URL}-", None, adds=False, by="Mia", at=NOW)
        assert feeds.count(connection, "g") == MOST


def test_many_who_follow_feeds_at_once_do_not_pass_the_limit(
    newsdesk: Desk, open_desk: OpenDesk, database: str
) -> None:
    catalogues = [newsdesk.catalogue, open_desk(DATABASE_URL=database).catalogue]

    def add(number: int) -> bool:
        try:
            with catalogues[number % 2].writing() as connection:
                feeds.add(connection, "g", f"{URL}{number}", None, adds=False, by="Mia", at=NOW, most=3)
        except FeedsFull:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(add, range(16))) == 3
    with newsdesk.catalogue.reading() as connection:
        assert feeds.count(connection, "g") == 3


def test_guilds_take_turns_however_many_feeds_one_has(newsdesk: Desk) -> None:
    many = [follow(newsdesk.catalogue, f"{URL}{number}").id for number in range(3)]
    other, third = follow(newsdesk.catalogue, guild="h").id, follow(newsdesk.catalogue, guild=None).id
    turns: dict[str | None, int] = {}
    claimed = []
    with newsdesk.catalogue.writing() as connection:
        for number in range(1, 6):
            feed = feeds.claim_due(connection, LATER, turns)
            assert feed is not None
            turns[feed.guild] = number
            claimed.append(feed.id)
        assert feeds.claim_due(connection, LATER, turns) is None
    assert claimed == [many[0], other, third, many[1], many[2]]


def test_what_a_feed_no_longer_names_is_forgotten_once_it_is_much(newsdesk: Desk) -> None:
    feed, other = follow(newsdesk.catalogue), follow(newsdesk.catalogue, guild="h")
    keys = [f"{number}" for number in range(8)]
    with newsdesk.catalogue.writing() as connection:
        for each in (feed, other):
            feed_entries.see(connection, each.id, keys, NOW)
        feed_entries.forget(connection, feed.id, keys[5:], most=8)
        assert feed_entries.seen(connection, feed.id, keys) == set(keys)
        feed_entries.forget(connection, feed.id, keys[5:], most=7)
        assert feed_entries.seen(connection, feed.id, keys) == set(keys[5:])
        assert feed_entries.seen(connection, other.id, keys) == set(keys)


def test_two_bots_never_poll_the_same_feed(newsdesk: Desk, open_desk: OpenDesk, database: str) -> None:
    feed = follow(newsdesk.catalogue)
    other = open_desk(DATABASE_URL=database).catalogue
    assert claim(other, NOW - datetime.timedelta(seconds=1)) is None
    assert claim(newsdesk.catalogue, NOW) == feed.id
    assert claim(other, NOW) is None
    assert claim(other, NOW + LEASE) == feed.id  # the first has died


def test_the_feed_that_has_waited_longest_comes_first(newsdesk: Desk) -> None:
    first, second = follow(newsdesk.catalogue), follow(newsdesk.catalogue, URL + "2")
    with newsdesk.catalogue.writing() as connection:
        feeds.note_polled(connection, first.id, at=NOW, due=LATER)
    assert claim(newsdesk.catalogue, LATER) == second.id
    assert claim(newsdesk.catalogue, LATER) == first.id


def test_a_paused_feed_is_not_due_until_it_is_resumed(newsdesk: Desk) -> None:
    feed = follow(newsdesk.catalogue)
    with newsdesk.catalogue.writing() as connection:
        assert not feeds.pause(connection, feed.id, "h")
        assert feeds.pause(connection, feed.id, "g")
        assert not feeds.is_followed(connection, feed.id)
    assert claim(newsdesk.catalogue, LATER) is None
    with newsdesk.catalogue.writing() as connection:
        assert not feeds.resume(connection, feed.id, "h", LATER)
        assert feeds.resume(connection, feed.id, "g", LATER)
    assert claim(newsdesk.catalogue, LATER) == feed.id


def test_failures_are_counted_and_a_success_clears_them(newsdesk: Desk) -> None:
    feed = follow(newsdesk.catalogue)
    with newsdesk.catalogue.writing() as connection:
        feeds.note_failed(connection, feed.id, due=LATER, error="It is down.")
        feeds.note_failed(connection, feed.id, due=LATER, error="It is gone.", paused=True)
        feeds.lose(connection, feed.id, "A wall.")
    failing = only(newsdesk.catalogue)
    assert (failing.failures, failing.error, failing.paused) == (2, "It is gone.", True)
    assert (failing.due, failing.polled, failing.lost, failing.lost_because) == (LATER, None, 1, "A wall.")
    with newsdesk.catalogue.writing() as connection:
        feeds.note_polled(connection, feed.id, at=NOW, due=LATER, url=URL + "/new", title="Krant", etag="e")
    well = only(newsdesk.catalogue)
    assert (well.failures, well.error, well.polled, well.etag, well.lost) == (0, None, NOW, "e", 1)
    assert (well.url, well.title) == (URL + "/new", "De Stadskrant")


def test_a_feed_does_not_move_onto_another_of_its_guild(newsdesk: Desk) -> None:
    first = follow(newsdesk.catalogue)
    follow(newsdesk.catalogue, URL + "2")
    with newsdesk.catalogue.writing() as connection:
        feeds.note_polled(connection, first.id, at=NOW, due=LATER, url=URL + "2")
        assert [feed.url for feed in feeds.of_guild(connection, "g")] == [URL, URL + "2"]


def test_an_entry_is_dealt_with_once_and_its_misses_are_counted(newsdesk: Desk) -> None:
    feed, other = follow(newsdesk.catalogue), follow(newsdesk.catalogue, guild="h")
    with newsdesk.catalogue.writing() as connection:
        feed_entries.see(connection, feed.id, ["a", "a", "b"], NOW)
        feed_entries.see(connection, feed.id, [], NOW)
        assert [feed_entries.miss(connection, feed.id, "c") for _ in range(3)] == [1, 2, 3]
        assert feed_entries.seen(connection, feed.id, ["a", "b", "c", "d"]) == {"a", "b"}
        feed_entries.see(connection, feed.id, ["c"], NOW)
        assert feed_entries.seen(connection, feed.id, ["c"]) == {"c"}
        assert not feed_entries.seen(connection, other.id, ["a", "b", "c"])


def test_a_removed_feed_takes_what_waits_of_it_along(newsdesk: Desk) -> None:
    feed = follow(newsdesk.catalogue)
    with newsdesk.catalogue.writing() as connection:
        feed_entries.see(connection, feed.id, ["a"], NOW)
        proposals.put(connection, article(BONUS), guild="g", by="feed", at=NOW, feed_id=feed.id)
        assert not feeds.remove(connection, feed.id, "h")
        assert not feeds.remove(connection, feed.id, None)
        assert feeds.remove(connection, feed.id, "g")
        assert not feeds.of_guild(connection, "g")
        assert not proposals.waiting(connection, "g")
