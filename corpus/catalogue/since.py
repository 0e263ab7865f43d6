"""What the journal says became of versions since a state of the catalogue that was seen before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, text

# The number and the moment of the newest change: a catalogue that was restored gives numbers again.
State: TypeAlias = tuple[int, Any]

NOTHING: State = (0, None)  # the state of a catalogue without a change
_MOST = 2_000  # changes; where there are more, whatever was kept is made anew

_NEWEST = text("SELECT id, at FROM changes ORDER BY id DESC LIMIT 1")
_AT = text("SELECT at FROM changes WHERE id = :number")
_MADE = text(
    "SELECT action, before, after FROM changes WHERE id > :number ORDER BY id LIMIT :most"
).bindparams(most=_MOST + 1)


@dataclass(frozen=True, slots=True)
class Moved:
    """The versions that changes were about: those that lived before, and those that live since."""

    touched: frozenset[int]
    lived: frozenset[int]
    live: frozenset[int]

    @property
    def came(self) -> frozenset[int]:
        """Those that live since and did not before."""
        return self.live - self.lived

    @property
    def went(self) -> frozenset[int]:
        """Those that lived before and do no longer."""
        return self.lived - self.live


def state(connection: Connection) -> State:
    """Return the newest state that a connection sees."""
    row = connection.execute(_NEWEST).one_or_none()
    return (row[0], row[1]) if row else NOTHING


def moved(connection: Connection, before: State) -> Moved | None:
    """Return what became of versions since a state; None where the journal does not say it all.

    It does not where another catalogue was put in its place, where a guild's part of it was deleted, and
    where there is so much that counting anew takes less.
    """
    number, at = before
    if number == 0 or connection.scalar(_AT, {"number": number}) != at:
        return None
    made = connection.execute(_MADE, {"number": number}).all()
    if len(made) > _MOST or any(one.action == "purge" for one in made):
        return None
    return _moved([(one.before, one.after) for one in made])


def _moved(around: Sequence[tuple[int | None, int | None]]) -> Moved:
    first: dict[int, bool] = {}
    last: dict[int, bool] = {}
    for before, after in around:
        if before is not None:
            first.setdefault(before, True)
            last[before] = False
        if after is not None:
            first.setdefault(after, False)
            last[after] = True
    return Moved(
        frozenset(first),
        frozenset(one for one, lives in first.items() if lives),
        frozenset(one for one, lives in last.items() if lives),
    )
