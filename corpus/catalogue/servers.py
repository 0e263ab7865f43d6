"""The servers that the bot has met: which of them it has yet to greet, and what it may not do there."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from corpus.catalogue.schema import servers

# The fact that says whether the bot may read messages that do not mention it.
READS_MESSAGES, YES, NO = "discord message content", "yes", "no"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that the bot is in. `lacks` are permissions that it did not have when it last looked."""

    guild: str
    name: str | None
    lacks: tuple[str, ...]


def meet(
    connection: Connection,
    guilds: Iterable[str],
    at: datetime.datetime,
    among: Callable[[str], bool] = lambda _: True,
) -> None:
    """Take servers for met that the bot found itself in: they are not greeted.

    Args:
        connection: a writing one.
        guilds: where it found itself.
        at: the time, in UTC.
        among: says of a server whether it looked there; in others of these it is no longer.
    """
    present = set(guilds)
    known = {guild for guild in connection.scalars(select(servers.c.guild)) if among(guild)}
    connection.execute(update(servers).where(servers.c.guild.in_(present)).values(present=True))
    connection.execute(update(servers).where(servers.c.guild.in_(known - present)).values(present=False))
    for guild in sorted(present - known):
        _insert(connection, guild, at, greeted=at)


def join(connection: Connection, guild: str, at: datetime.datetime) -> bool:
    """Note that the bot is in a server now; say whether it was never there before, and is to greet it."""
    again = connection.execute(update(servers).where(servers.c.guild == guild).values(present=True)).rowcount
    if not again:
        _insert(connection, guild, at, greeted=None)
    return not again


def leave(connection: Connection, guild: str) -> None:
    """Note that the bot is no longer in a server."""
    connection.execute(update(servers).where(servers.c.guild == guild).values(present=False))


def ungreeted(connection: Connection, since: datetime.datetime) -> list[str]:
    """Return the servers joined since then that are still to be greeted."""
    waiting = (servers.c.greeted.is_(None), servers.c.present.is_(True), servers.c.met >= since)
    return list(connection.scalars(select(servers.c.guild).where(*waiting).order_by(servers.c.met)))


def note_greeted(connection: Connection, guild: str, at: datetime.datetime) -> None:
    """Note that a server was greeted: it never is again."""
    connection.execute(update(servers).where(servers.c.guild == guild).values(greeted=at))


def note_look(connection: Connection, guild: str, name: str, lacks: Sequence[str]) -> None:
    """Keep what a server is called and what the bot may not do there."""
    connection.execute(
        update(servers).where(servers.c.guild == guild).values(name=name, lacks=list(lacks), present=True)
    )


def present(connection: Connection) -> list[Server]:
    """Return the servers that the bot is in, in the order in which it met them."""
    wanted = select(servers).where(servers.c.present.is_(True)).order_by(servers.c.met, servers.c.guild)
    return [Server(row.guild, row.name, tuple(row.lacks)) for row in connection.execute(wanted)]


def _insert(
    connection: Connection, guild: str, at: datetime.datetime, greeted: datetime.datetime | None
) -> None:
    connection.execute(insert(servers).values(guild=guild, met=at, greeted=greeted, present=True, lacks=[]))
