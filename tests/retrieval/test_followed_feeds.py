"""Feeds are shown first, followed by the word of a moderator, and let go again."""

from __future__ import annotations

import datetime

import pytest

from bot.assembly import Desk
from corpus.catalogue import feeds
from corpus.catalogue.feeds import FeedRow
from corpus.errors import DecidedAlready, FeedNotFound
from retrieval.curating import followed_feeds
from tests.retrieval.newsroom import now

MINE, THEIRS = "1001", "2002"
URL = "https://news.example/feed"


def shown(desk: Desk, *, adds: bool = False) -> FeedRow:
    with desk.catalogue.writing() as connection:
        return followed_feeds.put_forward(connection, MINE, URL, "Néws", adds=adds, by="5", at=now())


def test_a_feed_that_is_shown_is_not_polled_before_somebody_follows_it_once(desk: Desk) -> None:
    feed = shown(desk)
    assert followed_feeds.is_undecided(feed)
    with desk.catalogue.writing() as connection:
        assert feeds.claim_due(connection, now()) is None
        assert followed_feeds.follow(connection, str(feed.id), MINE, now()) == feed
        with pytest.raises(DecidedAlready):
            followed_feeds.follow(connection, str(feed.id), MINE, now())
        with pytest.raises(DecidedAlready):
            followed_feeds.leave(connection, str(feed.id), MINE)
        assert feeds.claim_due(connection, now()) is not None
    again = shown(desk, adds=True)
    assert (again.paused, again.adds) == (False, True)


def test_deciding_against_a_feed_forgets_it_unless_it_was_followed_before(desk: Desk) -> None:
    feed = shown(desk)
    with desk.catalogue.writing() as connection:
        followed_feeds.leave(connection, str(feed.id), MINE)
        assert feeds.of_guild(connection, MINE) == []
    feed = shown(desk)
    with desk.catalogue.writing() as connection:
        followed_feeds.follow(connection, str(feed.id), MINE, now())
        feeds.note_polled(connection, feed.id, at=now(), due=now())
        feeds.pause(connection, feed.id, MINE)
        followed_feeds.leave(connection, str(feed.id), MINE)
        assert [one.id for one in feeds.of_guild(connection, MINE)] == [feed.id]


def test_a_feed_that_waits_after_failures_is_not_polled_sooner_for_being_resumed(desk: Desk) -> None:
    feed, tomorrow = shown(desk), now() + datetime.timedelta(days=1)
    with desk.catalogue.writing() as connection:
        followed_feeds.follow(connection, str(feed.id), MINE, now())
        feeds.note_failed(connection, feed.id, due=tomorrow, error="no")
        followed_feeds.resume(connection, followed_feeds.numbered(connection, str(feed.id), MINE), now())
        assert feeds.claim_due(connection, now()) is None
        feeds.pause(connection, feed.id, MINE)
        followed_feeds.resume(connection, followed_feeds.numbered(connection, str(feed.id), MINE), now())
        assert feeds.claim_due(connection, now()) is not None


def test_a_feed_is_named_by_number_address_or_title_in_its_own_server(desk: Desk) -> None:
    feed = shown(desk)
    with desk.catalogue.reading() as connection:
        for name in (str(feed.id), URL, " news "):
            assert followed_feeds.named(connection, name, MINE) == feed
        with pytest.raises(FeedNotFound) as unknown:
            followed_feeds.named(connection, URL, THEIRS)
        assert unknown.value.written == URL
        with pytest.raises(FeedNotFound) as gone:
            followed_feeds.numbered(connection, str(feed.id), THEIRS)
        assert gone.value.written is None
