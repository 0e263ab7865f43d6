"""Taking the new articles of a feed in: pages are read, and added or put before the moderators."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from corpus.article import Draft
from corpus.catalogue import feed_entries, feeds, proposals
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.feeds import FeedRow
from corpus.errors import SourceUnreadable
from corpus.reading.feed_entry import Entry
from corpus.reading.parsing.jobs import Parser
from corpus.reading.web import read_web
from retrieval.curating.curator import Added, Curator
from retrieval.curating.deciding import decided
from retrieval.curating.entry_fields import completed

if TYPE_CHECKING:
    import httpx

_TRIES = 3
_MOST_WAITING = 100  # finds of one feed before the moderators: who decides about none needs no more
_MOST_AT_FIRST = 5  # a feed that is new to us is not new to its readers


class Outcome(Enum):
    """What became of an entry."""

    ADDED = auto()
    PROPOSED = auto()
    KNOWN = auto()
    UNREAD = auto()  # to be tried again
    LOST = auto()
    UNFOLLOWED = auto()  # somebody removed or paused the feed meanwhile


class Intake:
    """Takes the new articles of feeds in, one by one."""

    def __init__(
        self, catalogue: Catalogue, curator: Curator, now: Callable[[], datetime.datetime], parser: Parser
    ) -> None:
        self._catalogue = catalogue
        self._curator = curator
        self._now = now
        self._parser = parser

    def fresh(self, feed: FeedRow, entries: Sequence[Entry]) -> list[Entry]:
        """Return the entries to take in, oldest first, of those that a feed names, newest first.

        Of a feed that is polled for the first time these are the five newest; the others count as seen.
        """
        with self._catalogue.writing() as connection:
            if not feeds.is_followed(connection, feed.id):
                return []
            named = [entry.key for entry in entries]
            seen = feed_entries.seen(connection, feed.id, named)
            if entries:
                feed_entries.forget(connection, feed.id, named)
            if feed.polled is None:
                old = [entry.key for entry in entries[_MOST_AT_FIRST:] if entry.key not in seen]
                feed_entries.see(connection, feed.id, old, self._now())
                entries = entries[:_MOST_AT_FIRST]
        return [entry for entry in reversed(entries) if entry.key not in seen]

    def room(self, feed: FeedRow) -> int:
        """Return how many finds of a feed may be put before the moderators beside those that wait."""
        with self._catalogue.reading() as connection:
            return max(_MOST_WAITING - proposals.count_waiting(connection, feed.id), 0)

    def take(
        self, feed: FeedRow, entry: Entry, client: httpx.Client
    ) -> tuple[Outcome, SourceUnreadable | None]:
        """Take the article of an entry in, and say why it could not be read where it could not.

        Raises:
            CatalogueUnusable: the database does not do its work.
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        read = read_web(entry.url, client, entry.published, parser=self._parser)
        if isinstance(read, SourceUnreadable):
            return self._miss(feed, entry, read), read
        draft = completed(read, entry)
        return (self._add if feed.adds else self._propose)(feed, entry, draft), None

    def _add(self, feed: FeedRow, entry: Entry, draft: Draft) -> Outcome:
        with self._catalogue.reading() as connection:
            if not feeds.is_followed(connection, feed.id):
                return Outcome.UNFOLLOWED

        def see(connection: Connection, _: Added) -> None:
            if feeds.is_followed(connection, feed.id):
                feed_entries.see(connection, feed.id, [entry.key], self._now())

        (one,) = self._curator.add([draft], _actor(feed), feed.guild, see)
        return Outcome.ADDED if isinstance(one, Added) and one.stored else Outcome.KNOWN

    def _propose(self, feed: FeedRow, entry: Entry, draft: Draft) -> Outcome:
        with self._catalogue.writing() as connection:
            if not feeds.is_followed(connection, feed.id):
                return Outcome.UNFOLLOWED
            feed_entries.see(connection, feed.id, [entry.key], self._now())
            if _is_known(connection, draft, feed.guild):
                return Outcome.KNOWN
            proposals.put(
                connection, draft, guild=feed.guild, by=_actor(feed), at=self._now(), feed_id=feed.id
            )
        return Outcome.PROPOSED

    def _miss(self, feed: FeedRow, entry: Entry, error: SourceUnreadable) -> Outcome:
        with self._catalogue.writing() as connection:
            if not feeds.is_followed(connection, feed.id):
                return Outcome.UNFOLLOWED
            if feed_entries.miss(connection, feed.id, entry.key) < _TRIES:
                return Outcome.UNREAD
            feed_entries.see(connection, feed.id, [entry.key], self._now())
            feeds.lose(connection, feed.id, f"{entry.url}: {error}")
        return Outcome.LOST


def _is_known(connection: Connection, draft: Draft, guild: str | None) -> bool:
    if decided(connection, draft, guild).kept is not None:
        return True
    return any(one.draft.text == draft.text for one in proposals.waiting(connection, guild))


def _actor(feed: FeedRow) -> str:
    return f"feed {feed.title or feed.url}"
