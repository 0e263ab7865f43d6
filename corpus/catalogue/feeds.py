"""The feeds that guilds follow: when each is due, and how it went."""

import datetime
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from corpus.address import identity
from corpus.catalogue.schema import entries, feeds, proposals
from corpus.errors import FeedsFull

# Longer than the slowest poll takes: until then no other process polls a claimed feed.
LEASE = datetime.timedelta(hours=1)
NO_TURNS: Mapping[str | None, int] = {}
MOST = 50  # feeds of one guild, unless the operator sets another number


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed that a guild follows; times are UTC.

    `adds`: its articles are added by themselves, else put before the moderators. `polled` is when it last
    went well. `failures` counts the polls since then, `error` is the sentence of the last. `lost` counts the
    articles given up because their pages could not be read, `lost_because` is the sentence of the last.
    """

    id: int
    guild: str | None
    url: str
    title: str | None
    adds: bool
    paused: bool
    added_by: str
    etag: str | None
    last_modified: str | None
    polled: datetime.datetime | None
    due: datetime.datetime
    failures: int
    error: str | None
    lost: int
    lost_because: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many feeds there are: followed, of these failing and silent, and paused."""

    followed: int
    failing: int
    silent: int
    paused: int


def add(
    connection: Connection,
    guild: str | None,
    url: str,
    title: str | None,
    *,
    adds: bool,
    by: str,
    at: datetime.datetime,
    most: int = MOST,
) -> FeedRow:
    """Follow a feed from now on and return it; one that is followed already only changes `adds`.

    Raises:
        FeedsFull: the guild has `most` others, paused ones included; writers wait for each other, so that
            no two at once can pass that.
    """
    known = by_address(connection, guild, url)
    if known is not None:
        connection.execute(update(feeds).where(feeds.c.id == known.id).values(adds=adds))
        return _one(connection, known.id)
    if count(connection, guild) >= most:
        raise FeedsFull(most)
    put = insert(feeds).values(
        guild=guild, url=url, title=title, adds=adds, paused=False, added_by=by, due=at, failures=0, lost=0
    )
    return _one(connection, connection.execute(put.returning(feeds.c.id)).scalar_one())


def count(connection: Connection, guild: str | None) -> int:
    """Return how many feeds exactly that guild has, paused ones included."""
    return connection.scalar(select(func.count()).select_from(feeds).where(_of(guild))) or 0


def of_guild(connection: Connection, guild: str | None) -> list[FeedRow]:
    """Return the feeds of exactly that guild, oldest first."""
    return _read(connection, _of(guild))


def by_address(connection: Connection, guild: str | None, url: str) -> FeedRow | None:
    """Return the feed of that guild at that address, however it is spelled."""
    sought = identity(url)
    return next((feed for feed in of_guild(connection, guild) if identity(feed.url) == sought), None)


def remove(connection: Connection, feed_id: int, guild: str | None) -> bool:
    """Follow a feed no longer; what waits of it goes, added articles stay. Return whether it was there."""
    if not _read(connection, feeds.c.id == feed_id, _of(guild)):
        return False
    connection.execute(delete(proposals).where(proposals.c.feed_id == feed_id))
    connection.execute(delete(entries).where(entries.c.feed_id == feed_id))
    connection.execute(delete(feeds).where(feeds.c.id == feed_id))
    return True


def pause(connection: Connection, feed_id: int, guild: str | None) -> bool:
    """Poll a feed no more until it is resumed; return whether it was there."""
    return _change(connection, feed_id, guild, paused=True)


def resume(connection: Connection, feed_id: int, guild: str | None, at: datetime.datetime) -> bool:
    """Poll a paused feed again, at once; return whether it was there."""
    return _change(connection, feed_id, guild, paused=False, due=at, failures=0, error=None)


def claim_due(
    connection: Connection, now: datetime.datetime, turns: Mapping[str | None, int] = NO_TURNS
) -> FeedRow | None:
    """Return the feed that is to be polled next, put off for others; None where none is due.

    Args:
        connection: a writing one.
        now: the time, in UTC.
        turns: how late each guild had its last turn, as numbers that grow: one that has waited longer goes
            first, whatever the others have due; of one guild, the feed that has waited longest.
    """
    due = select(feeds.c.id, feeds.c.guild).where(feeds.c.due <= now, feeds.c.paused.is_(False))
    waiting = connection.execute(due.order_by(feeds.c.due, feeds.c.id)).all()
    if not waiting:
        return None
    feed_id = min(waiting, key=lambda row: turns.get(row.guild, 0)).id
    connection.execute(update(feeds).where(feeds.c.id == feed_id).values(due=now + LEASE))
    return _one(connection, feed_id)


def took_turn(turns: MutableMapping[str | None, int], feed: FeedRow) -> None:
    """Note that the guild of a feed that was claimed has had its turn, the last so far."""
    turns[feed.guild] = max(turns.values(), default=0) + 1


def counted(connection: Connection, since: datetime.datetime) -> Counted:
    """Count the feeds of all guilds; silent are those that have not been polled well `since` that moment."""
    followed = feeds.c.paused.is_(False)
    silent = feeds.c.polled.is_(None) | (feeds.c.polled < since)

    def count(*where: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).select_from(feeds).where(*where)) or 0

    return Counted(
        followed=count(followed),
        failing=count(followed, feeds.c.failures > 0),
        silent=count(followed, silent),
        paused=count(feeds.c.paused.is_(True)),
    )


def followed(connection: Connection, feed_id: int) -> FeedRow | None:
    """Return the feed of that id; None where it is no longer there, or paused."""
    return next(iter(_read(connection, feeds.c.id == feed_id, feeds.c.paused.is_(False))), None)


def is_followed(connection: Connection, feed_id: int) -> bool:
    """Tell whether a feed is still there and not paused."""
    return followed(connection, feed_id) is not None


def note_polled(
    connection: Connection,
    feed_id: int,
    *,
    at: datetime.datetime,
    due: datetime.datetime,
    url: str | None = None,
    title: str | None = None,
    etag: str | None = None,
    last_modified: str | None = None,
) -> None:
    """Note that a poll went well.

    Args:
        connection: a writing one.
        feed_id: which feed.
        at: when it was polled.
        due: when it is polled next.
        url: where it is to be found from now on, if it is not the guild's other feed.
        title: its title, where none is known yet.
        etag: what to ask with the next time.
        last_modified: the same.
    """
    here = feeds.c.id == feed_id
    known = {"polled": at, "due": due, "etag": etag, "last_modified": last_modified}
    new_title = func.coalesce(feeds.c.title, title)
    connection.execute(update(feeds).where(here).values(failures=0, error=None, title=new_title, **known))
    if url is not None and not _is_taken(connection, feed_id, url):
        connection.execute(update(feeds).where(here).values(url=url))


def note_failed(
    connection: Connection, feed_id: int, *, due: datetime.datetime, error: str, paused: bool = False
) -> None:
    """Note that a poll failed and why, when to try again, or that there is no use in trying."""
    values: dict[str, Any] = {"due": due, "error": error, "failures": feeds.c.failures + 1}
    if paused:
        values["paused"] = True
    connection.execute(update(feeds).where(feeds.c.id == feed_id).values(**values))


def lose(connection: Connection, feed_id: int, because: str) -> None:
    """Count an article that is given up."""
    lost = {"lost": feeds.c.lost + 1, "lost_because": because}
    connection.execute(update(feeds).where(feeds.c.id == feed_id).values(**lost))


def _of(guild: str | None) -> ColumnElement[bool]:
    return feeds.c.guild.is_not_distinct_from(guild)


def _change(connection: Connection, feed_id: int, guild: str | None, **values: object) -> bool:
    changed = update(feeds).where(feeds.c.id == feed_id, _of(guild)).values(**values)
    return connection.execute(changed).rowcount > 0


def _is_taken(connection: Connection, feed_id: int, url: str) -> bool:
    guild = select(feeds.c.guild).where(feeds.c.id == feed_id).scalar_subquery()
    return bool(_read(connection, feeds.c.guild.is_not_distinct_from(guild), feeds.c.url == url))


def _one(connection: Connection, feed_id: int) -> FeedRow:
    (row,) = _read(connection, feeds.c.id == feed_id)
    return row


def _read(connection: Connection, *where: ColumnElement[bool]) -> list[FeedRow]:
    return [_feed(row) for row in connection.execute(select(feeds).where(*where).order_by(feeds.c.id))]


def _feed(row: Row[Any]) -> FeedRow:
    return FeedRow(**{field.name: getattr(row, field.name) for field in fields(FeedRow)})
