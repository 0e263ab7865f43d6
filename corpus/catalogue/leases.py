"""Work that one process of a catalogue does at a time: held until it is given back, or for so long."""

import datetime

from sqlalchemy import Connection

from corpus.catalogue import facts


def take(
    connection: Connection, name: str, by: str, at: datetime.datetime, lasts: datetime.timedelta
) -> bool:
    """Take the lease of that name; False where another holds it.

    Args:
        connection: a writing one.
        name: what it is for.
        by: who takes it, a word that nobody else has.
        at: the time, in UTC.
        lasts: after which whoever held it is taken for dead. A moment later than that from now was written
            by a clock that is wrong, and holds nobody up.
    """
    kept = facts.read(connection, _fact(name))
    if kept is not None:
        holder, until = kept.split(" ")
        if holder != by and at < datetime.datetime.fromisoformat(until) <= at + lasts:
            return False
    facts.write(connection, _fact(name), f"{by} {(at + lasts).isoformat()}")
    return True


def give_back(connection: Connection, name: str, by: str) -> None:
    """Give a lease back; one that another has taken meanwhile stays theirs."""
    if (facts.read(connection, _fact(name)) or "").split(" ")[0] == by:
        facts.remove(connection, _fact(name))


def _fact(name: str) -> str:
    return f"lease: {name}"
