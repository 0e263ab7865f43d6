"""Which feeds a server follows, by the word of its moderators.

A feed that is shown but not decided about is kept as a paused one: it is found again after a restart.
"""

import datetime

from corpus.catalogue import feeds
from corpus.catalogue.connection import Connection
from corpus.catalogue.feeds import FeedRow
from corpus.errors import DecidedAlready, FeedNotFound
from corpus.text import folded


def numbered(connection: Connection, number: str, guild: str) -> FeedRow:
    """Return the feed of that number.

    Raises:
        FeedNotFound: it is followed no longer, or by another server.
    """
    found = (feed for feed in feeds.of_guild(connection, guild) if str(feed.id) == number)
    feed = next(found, None)
    if feed is None:
        raise FeedNotFound
    return feed


def named(connection: Connection, written: str, guild: str) -> FeedRow:
    """Return the feed of that number, title or address.

    Raises:
        FeedNotFound: the server follows no such feed.
    """
    sought = folded(written.strip())
    for feed in feeds.of_guild(connection, guild):
        if sought in {str(feed.id), folded(feed.url), folded(feed.title or "")}:
            return feed
    raise FeedNotFound(written)


def is_undecided(feed: FeedRow) -> bool:
    """Tell whether a feed was shown and not followed yet."""
    return feed.paused and feed.polled is None and not feed.failures


def put_forward(
    connection: Connection,
    guild: str,
    url: str,
    title: str | None,
    *,
    adds: bool,
    by: str,
    at: datetime.datetime,
    most: int = feeds.MOST,
) -> FeedRow:
    """Keep a feed that is shown, until somebody decides; of one that is followed already, set the mode.

    Args:
        connection: in a transaction that writes.
        guild: the server.
        url: the feed's address.
        title: the feed's own.
        adds: whether what it brings is added at once, instead of being put before the moderators.
        by: who names it.
        at: when, in UTC.
        most: how many feeds a server may have.

    Raises:
        FeedsFull: it has as many.
    """
    known = feeds.by_address(connection, guild, url)
    row = feeds.add(connection, guild, url, title, adds=adds, by=by, at=at, most=most)
    if known is None:
        feeds.pause(connection, row.id, guild)
    return numbered(connection, str(row.id), guild)


def follow(connection: Connection, number: str, guild: str, at: datetime.datetime) -> FeedRow:
    """Have a feed that was shown polled from now on, and return it as it was.

    Raises:
        FeedNotFound: it is there no longer.
        DecidedAlready: it is followed.
    """
    row = _paused(connection, number, guild)
    feeds.resume(connection, row.id, guild, at)
    return row


def leave(connection: Connection, number: str, guild: str) -> FeedRow:
    """Decide against a feed that was shown, and return it as it was; one followed before stays, paused.

    Raises:
        FeedNotFound: it is there no longer.
        DecidedAlready: it is followed.
    """
    row = _paused(connection, number, guild)
    if is_undecided(row):
        feeds.remove(connection, row.id, guild)
    return row


def resume(connection: Connection, feed: FeedRow, at: datetime.datetime) -> FeedRow:
    """Have a paused feed polled again, at once, and return it as it was."""
    # A feed that waits after failures is not to be polled sooner for being resumed without a pause.
    if feed.paused:
        feeds.resume(connection, feed.id, feed.guild, at)
    return feed


def _paused(connection: Connection, number: str, guild: str) -> FeedRow:
    row = numbered(connection, number, guild)
    if not row.paused:
        raise DecidedAlready
    return row
