"""Turns that all processes of a catalogue take one after the other, a while apart."""

import datetime

from sqlalchemy import Connection

from corpus.catalogue import facts

_NONE = datetime.timedelta(0)


def take(
    connection: Connection, name: str, at: datetime.datetime, apart: datetime.timedelta
) -> datetime.timedelta:
    """Take the turn of that name and return zero, or how long it is taken for still.

    Args:
        connection: a writing one.
        name: what the turns are for.
        at: the time, in UTC.
        apart: how long after one turn the next may begin.
    """
    kept = facts.read(connection, _fact(name))
    since = at - datetime.datetime.fromisoformat(kept) if kept is not None else apart
    # One in the future was taken by a clock that is wrong, or was: nobody waits for that.
    if _NONE <= since < apart:
        return apart - since
    facts.write(connection, _fact(name), at.isoformat())
    return _NONE


def _fact(name: str) -> str:
    return f"turn: {name}"
