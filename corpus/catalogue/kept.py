"""What was counted of the articles, kept until the journal says that they changed.

Only visits that read keep anything or are given it: what a writer or a trial sees is nobody else's yet.
Whoever keeps something names the guild that it is told of, if it is told of one.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from corpus.weighed import Weighed

_Value = TypeVar("_Value")
_OPTION = "newsdesk_kept"
_NOTHING = (0, None)  # the state of a catalogue without a change
# Its moment beside its number: a catalogue that was restored gives numbers again.
_NEWEST = text("SELECT id, at FROM changes ORDER BY id DESC LIMIT 1")


class Kept:
    """What is known of the newest state of one catalogue that anybody has seen."""

    def __init__(self, most: int = 4096) -> None:
        """Keep up to `most` values."""
        self._most = most
        self._newest: tuple[tuple[int, Any], Weighed[Hashable, Any]] = (_NOTHING, Weighed(most))

    def at(self, state: tuple[int, Any]) -> Weighed[Hashable, Any] | None:
        """Return what is kept of a state; None of one that others have seen the end of."""
        newest, kept = self._newest
        if state == newest:
            return kept
        if state[0] < newest[0]:
            return None
        kept = Weighed(self._most)
        self._newest = state, kept
        return kept


class Visit:
    """One visit that reads: it sees one state of the articles."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._here: Weighed[Hashable, Any] | None = None
        self._looked = False

    def here(self, connection: Connection) -> Weighed[Hashable, Any] | None:
        """Return what is kept of the state that this visit sees, if anything may be."""
        if not self._looked:
            row = connection.execute(_NEWEST).one_or_none()
            self._here, self._looked = self._kept.at((row[0], row[1]) if row else _NOTHING), True
        return self._here


def begin(connection: Connection, kept: Kept) -> None:
    """Let a connection that only reads, and whose transaction is yet to begin, use what is kept."""
    connection.execution_options(**{_OPTION: Visit(kept)})


def of(connection: Connection, name: Hashable, compute: Callable[[], _Value]) -> _Value:
    """Return what is kept under a name, or compute it; nobody may change it.

    Args:
        connection: to the catalogue that it is computed from.
        name: of what, with everything that it depends on beside the articles.
        compute: what computes it; None is not kept.
    """
    visit: Visit | None = connection.get_execution_options().get(_OPTION)
    here = visit.here(connection) if visit else None
    if here is None:
        return compute()
    known: _Value | None = here.get(name)
    if known is None:
        known = compute()
        here.keep(name, known, 1)
    return known
