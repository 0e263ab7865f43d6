"""The digests that servers have asked for, and how far each has told of what came in."""

import datetime
import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from corpus.catalogue import journal
from corpus.catalogue.schema import digests

_EVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)


class Every(StrEnum):
    """How often a digest is posted."""

    DAY = "day"
    WEEK = "week"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Sending:
    """A post that was begun, and of which it is not known yet whether it stands in its channel.

    `mark` tells it from every other, `until` is the last change that it tells of, `began` is UTC.
    """

    mark: str
    until: int
    channel: str
    began: datetime.datetime


@dataclass(frozen=True, slots=True)
class Digest:
    """What a guild has set, and how far it was told.

    `hour`, from 0 to 23, is the guild's own. `told` is the last change it was told of, and `since` (UTC) when
    that was, or when the hours were set. `complained`: the moderators know that it cannot be posted.
    `not_before` (UTC) is when that is tried again.
    """

    guild: str
    channel: str | None = None
    every: Every = Every.DAY
    hour: int = 8
    told: int = 0
    since: datetime.datetime = _EVER
    complained: bool = False
    not_before: datetime.datetime | None = None
    sending: Sending | None = None

    @property
    def on(self) -> bool:
        """Whether it is posted at all."""
        return self.channel is not None and self.every is not Every.NEVER


def find(connection: Connection, guild: str) -> Digest:
    """Return the digest of a guild; one that is not posted where nothing was set."""
    row = connection.execute(select(digests).where(digests.c.guild == guild)).one_or_none()
    return _digest(row) if row is not None else Digest(guild)


def switched_on(connection: Connection) -> list[Digest]:
    """Return the digests of all guilds that are posted, by guild."""
    wanted = select(digests).where(digests.c.channel.is_not(None), digests.c.every != Every.NEVER.value)
    return [_digest(row) for row in connection.execute(wanted.order_by(digests.c.guild))]


def settle(connection: Connection, guild: str, at: datetime.datetime, **chosen: object) -> Digest:
    """Set the `channel`, `every` or `hour` of a guild's digest, and return it as it is then.

    One that is posted from now on tells of what comes in from now on. Where only its channel changes, what
    is due stays due; with another hour the next such hour is waited for.
    """
    before = find(connection, guild)
    values: dict[str, Any] = {
        "channel": before.channel,
        "every": before.every.value,
        "hour": before.hour,
        "told": before.told,
        "since": before.since,
    } | {name: str(value) if isinstance(value, Every) else value for name, value in chosen.items()}
    values |= {"complained": False, "not_before": None}
    if not before.on:
        values |= {"told": journal.latest(connection), "since": at} | _NOTHING_BEGUN
    elif set(chosen) != {"channel"}:
        values["since"] = at
    if connection.execute(update(digests).where(digests.c.guild == guild).values(**values)).rowcount == 0:
        connection.execute(insert(digests).values(guild=guild, **values))
    return find(connection, guild)


def begin(connection: Connection, digest: Digest, until: int, at: datetime.datetime) -> Sending | None:
    """Note that a post is begun, before it is sent; None where it has been begun or told elsewhere."""
    begun = Sending(uuid.uuid4().hex[:16], until, digest.channel or "", at)
    still = (
        digests.c.mark.is_(None),
        digests.c.told == digest.told,
        digests.c.channel == digest.channel,
        digests.c.every != Every.NEVER.value,
    )
    values = {"mark": begun.mark, "until": until, "place": begun.channel, "began": at}
    return begun if _set(connection, digest.guild, *still, **values) else None


def note_posted(connection: Connection, guild: str, begun: Sending, at: datetime.datetime) -> bool:
    """Note that a post that was begun stands in its channel; False where that is known already."""
    done: dict[str, Any] = {"told": begun.until, "since": at, "complained": False, "not_before": None}
    return _set(connection, guild, digests.c.mark == begun.mark, **done, **_NOTHING_BEGUN)


def pass_over(connection: Connection, digest: Digest, until: int, at: datetime.datetime) -> bool:
    """Note that nothing came in up to that change, so that nothing is posted."""
    still = (digests.c.mark.is_(None), digests.c.told == digest.told)
    return _set(connection, digest.guild, *still, told=until, since=at)


def give_up(connection: Connection, guild: str, begun: Sending) -> bool:
    """Note that a post that was begun certainly stands nowhere: what it would have told is still due."""
    return _set(connection, guild, digests.c.mark == begun.mark, **_NOTHING_BEGUN)


def complain(connection: Connection, guild: str, again: datetime.datetime) -> bool:
    """Put a digest off that cannot be posted; False where the moderators have been told of that."""
    _set(connection, guild, not_before=again)
    return _set(connection, guild, digests.c.complained.is_(False), complained=True)


_NOTHING_BEGUN = {"mark": None, "until": None, "place": None, "began": None}


def _set(connection: Connection, guild: str, *where: ColumnElement[bool], **values: object) -> bool:
    changed = update(digests).where(digests.c.guild == guild, *where).values(**values)
    return connection.execute(changed).rowcount > 0


def _digest(row: Row[Any]) -> Digest:
    begun = Sending(row.mark, row.until, row.place, row.began) if row.mark is not None else None
    return Digest(
        guild=row.guild,
        channel=row.channel,
        every=Every(row.every),
        hour=row.hour,
        told=row.told,
        since=row.since,
        complained=row.complained,
        not_before=row.not_before,
        sending=begun,
    )
