"""The questions that people watch: what each was told last, what is to be told, and when."""

import datetime
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from corpus.catalogue import answers, facts
from corpus.catalogue.schema import watches
from corpus.filters import Filters

MOST = 20  # questions that one person watches in one guild
_POSITION = "watched"


@dataclass(frozen=True, slots=True)
class Watch:
    """One person's watch on one question; moments are UTC.

    `channel` is where it was asked, `message` the card there, None where there is none; `private`: the person
    wants to be told in a direct message. `question` is as it was asked, `standalone` as it was understood,
    `filters` what somebody chose that narrows it: what the guild sees is looked up when it is asked again.

    `answer_id` is the answer that the person knows, which took in the journal as far as `seen`, and `told`
    when they were told of it last. `marks` counts the changes since that can touch it. `found` is an answer
    that is to be told, `difference` how it differs, and `tried` when the telling was tried first.
    """

    person: str
    guild: str | None
    channel: str
    message: str | None
    private: bool
    language: str
    question: str
    standalone: str
    filters: Filters
    created: datetime.datetime
    answer_id: str
    seen: int
    told: datetime.datetime | None = None
    marks: int = 0
    found: str | None = None
    difference: str | None = None
    tried: datetime.datetime | None = None
    id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])

    @property
    def asks(self) -> tuple[str | None, str, str, Filters]:
        """What is asked: who watches the same is told the same."""
        return self.guild, self.question, self.standalone, self.filters

    @property
    def place(self) -> tuple[str, str]:
        """Where it is told: in a direct message to one person, or in a channel to all who watch there."""
        direct = self.private or self.guild is None
        return ("person", self.person) if direct else ("channel", self.channel)


def start(connection: Connection, watch: Watch) -> Watch | None:
    """Keep a watch and return it; None where the person has as many as they may in that guild.

    Who watches the same already is told where they asked last.
    """
    held = of_person(connection, watch.person, watch.guild)
    same = next((one for one in held if _alike(one, watch)), None)
    if same is not None:
        where = {"channel": watch.channel, "message": watch.message, "private": watch.private}
        _set(connection, [same.id], **where)
        return replace(same, channel=watch.channel, message=watch.message, private=watch.private)
    if len(held) >= MOST:
        return None
    connection.execute(insert(watches).values(**_columns(watch)))
    return watch


def stop(connection: Connection, watch_id: str, person: str) -> Watch | None:
    """End a watch of that person and return it; None where there is none of that id."""
    found = next(iter(_read(connection, watches.c.id == watch_id, watches.c.person == person)), None)
    end(connection, [found.id] if found else [])
    return found


def end(connection: Connection, ids: Collection[str]) -> None:
    """End watches."""
    connection.execute(delete(watches).where(watches.c.id.in_(list(ids))))


def begun_before(connection: Connection, at: datetime.datetime) -> list[str]:
    """Return the ids of the watches that began before a moment."""
    return list(connection.scalars(select(watches.c.id).where(watches.c.created < at)))


def of_person(connection: Connection, person: str, guild: str | None) -> list[Watch]:
    """Return what a person watches in a guild, or in direct messages (None), oldest first."""
    return _read(connection, watches.c.person == person, watches.c.guild.is_not_distinct_from(guild))


def everywhere_of(connection: Connection, person: str) -> list[Watch]:
    """Return all that a person watches, oldest first: for them alone."""
    return _read(connection, watches.c.person == person)


def every(connection: Connection) -> list[Watch]:
    """Return what anybody watches, oldest first."""
    return _read(connection)


def found_ones(connection: Connection) -> list[Watch]:
    """Return the watches for which something is to be told, oldest first."""
    return _read(connection, watches.c.found.is_not(None))


def any_marked(connection: Connection) -> bool:
    """Tell whether any watch is to be asked again."""
    return connection.scalar(select(watches.c.id).where(watches.c.marks > 0).limit(1)) is not None


def mark(connection: Connection, ids: Collection[str]) -> None:
    """Note that a change can touch what those watches ask: it is asked again."""
    connection.execute(update(watches).where(watches.c.id.in_(list(ids))).values(marks=watches.c.marks + 1))


def unmark(connection: Connection, asked: Iterable[Watch], **values: object) -> None:
    """Note that watches were asked again; what was marked meanwhile is asked once more."""
    for one in asked:
        same = (watches.c.id == one.id, watches.c.marks == one.marks)
        connection.execute(update(watches).where(*same).values(marks=0, **values))


def note_found(
    connection: Connection, asked: Iterable[Watch], answer_id: str, difference: str, seen: int
) -> None:
    """Note what is to be told to those that were asked again; `seen` is as far as it took in the journal."""
    unmark(connection, asked, found=answer_id, difference=difference, seen=seen)


def try_first(connection: Connection, watched: Collection[Watch], at: datetime.datetime) -> None:
    """Note when telling is tried, where it was not before."""
    new = (watches.c.id.in_([one.id for one in watched]), watches.c.tried.is_(None))
    connection.execute(update(watches).where(*new).values(tried=at))


def note_told(
    connection: Connection, watched: Collection[Watch], answer_id: str, at: datetime.datetime
) -> None:
    """Note that those people know that answer now."""
    same = (watches.c.id.in_([one.id for one in watched]), watches.c.found == answer_id)
    known = {"answer_id": answer_id, "told": at, "found": None, "difference": None, "tried": None}
    connection.execute(update(watches).where(*same).values(**known))


def position(connection: Connection, part: str = "") -> int | None:
    """Return the number of the last change that was looked at for a part; None before the first look."""
    kept = facts.read(connection, _position(part))
    return int(kept) if kept is not None else None


def advance(connection: Connection, before: int | None, to: int, part: str = "") -> bool:
    """Note how far was looked, unless another process has since `before`; return whether it was noted."""
    if position(connection, part) != before:
        return False
    facts.write(connection, _position(part), str(to))
    return True


def _position(part: str) -> str:
    """Return the fact of a part of the watches; of all of them where it has no name."""
    return f"{_POSITION} {part}".rstrip()


def _alike(one: Watch, other: Watch) -> bool:
    return (one.standalone, one.filters) == (other.standalone, other.filters)


def _read(connection: Connection, *where: ColumnElement[bool]) -> list[Watch]:
    wanted = select(watches).where(*where).order_by(watches.c.created, watches.c.id)
    return [_watch(row) for row in connection.execute(wanted)]


def _set(connection: Connection, ids: Collection[str], **values: object) -> None:
    connection.execute(update(watches).where(watches.c.id.in_(list(ids))).values(**values))


def _columns(watch: Watch) -> dict[str, Any]:
    held = {one.name: getattr(watch, one.name) for one in fields(Watch)}
    return held | {"filters": answers.narrowing(watch.filters)}


def _watch(row: Row[Any]) -> Watch:
    held = {one.name: getattr(row, one.name) for one in fields(Watch)}
    return Watch(**{**held, "filters": answers.filters_of(row.filters)})
