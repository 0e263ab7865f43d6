"""The entries of feeds that have been dealt with, so that none is taken in twice."""

import datetime
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, func, insert, select, update

from corpus.catalogue.schema import entries

MOST = 3_000  # entries of one feed; it names a thousand at most, and what it names no longer is not asked for


def seen(connection: Connection, feed_id: int, keys: Collection[str]) -> set[str]:
    """Return which entries of a feed have been dealt with."""
    wanted = select(entries.c.key).where(
        entries.c.feed_id == feed_id, entries.c.key.in_(list(keys)), entries.c.seen.is_not(None)
    )
    return set(connection.execute(wanted).scalars())


def see(connection: Connection, feed_id: int, keys: Iterable[str], at: datetime.datetime) -> None:
    """Note that entries of a feed have been dealt with."""
    named = list(dict.fromkeys(keys))
    here = (entries.c.feed_id == feed_id, entries.c.key.in_(named))
    connection.execute(delete(entries).where(*here))
    if named:
        rows = [{"feed_id": feed_id, "key": key, "seen": at, "tries": 0} for key in named]
        connection.execute(insert(entries), rows)


def miss(connection: Connection, feed_id: int, key: str) -> int:
    """Count a page of an entry that could not be read, and return how often that has happened."""
    here = (entries.c.feed_id == feed_id, entries.c.key == key)
    tries = (connection.scalar(select(entries.c.tries).where(*here)) or 0) + 1
    if tries == 1:
        connection.execute(insert(entries).values(feed_id=feed_id, key=key, seen=None, tries=tries))
    else:
        connection.execute(update(entries).where(*here).values(tries=tries))
    return tries


def forget(connection: Connection, feed_id: int, named: Collection[str], most: int = MOST) -> None:
    """Forget the entries that a feed no longer names where it has had more than `most`, which may be many."""
    here = entries.c.feed_id == feed_id
    if (connection.scalar(select(func.count()).select_from(entries).where(here)) or 0) > most:
        connection.execute(delete(entries).where(here, entries.c.key.not_in(list(named))))
