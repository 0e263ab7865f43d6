"""Which passages hold a word how often, in memory: the order in which FTS5 finds them, without FTS5.

It reads the length of every passage that holds any word of a question: at 100,000 passages that takes half
a second. The figures here are its own, read from its tables, and so is the formula, so that the order is
the same. They are of the passages of all guilds, as its are: whoever asks leaves out what may not be seen.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection, bindparam, text

from corpus.catalogue.fts5_order import Places, found_best

State: TypeAlias = tuple[int, Any]

_FIRST_BEYOND = "\u0530"  # from here on FTS5 may part words otherwise than `corpus.tokens` does
_KEPT = 6_000_000  # places of words, 8 bytes each; a question at 100,000 passages takes up to half a million
_AS_GOOD = 8  # times as many as are wanted may be equally good, as copies of one article are
_TOUCHED = 2_000  # passages; where more have changed, everything is read again

_INSTANCES = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab('main', 'words', 'instance')"
)
# One text with all of them: as rows they took ten times as long to come.
_PLACES = text("SELECT group_concat(doc) FROM temp.instances WHERE term = :term")
_SIZES = text("SELECT id, sz FROM words_docsize")
_SIZES_OF = text("SELECT id, sz FROM words_docsize WHERE id IN :ids").bindparams(
    bindparam("ids", expanding=True)
)
_TOKENS_OF = text("SELECT rowid, tokens FROM words WHERE rowid IN :ids").bindparams(
    bindparam("ids", expanding=True)
)
_AT = text("SELECT at FROM changes WHERE id = :number")
_DONE = text("SELECT action FROM changes WHERE id > :number")
_TOUCHING = text(
    "SELECT passages.id FROM changes JOIN passages ON passages.version_id IN (changes.before, changes.after) "
    "WHERE changes.id > :number"
)


@dataclass(slots=True)
class _Held:
    """What is held as of a state: the length of each passage in tokens, -1 where there is none, and terms."""

    state: State
    lengths: npt.NDArray[np.int32]
    terms: OrderedDict[str, Places] = field(default_factory=OrderedDict)


class Postings:
    """The words of one SQLite catalogue, each read when a question has it first, and kept in step."""

    def __init__(self) -> None:
        self._held: _Held | None = None
        self._lock = threading.Lock()

    def best(self, connection: Connection, state: State, terms: Sequence[str], most: int) -> list[int] | None:
        """Return the passages that FTS5 finds best, at least `most` of them where there are; None if unknown.

        Args:
            connection: one that reads.
            state: the newest change that the connection sees.
            terms: as `corpus.tokens` makes them; any may stand in a passage.
            most: how many passages.
        """
        if not all(term.isascii() or max(term) < _FIRST_BEYOND for term in terms):
            return None
        with self._lock:
            held = self._of(connection, state)
            if held is None:
                return None
            places = self._places(connection, held, terms)
            lengths = held.lengths
        best = found_best(lengths, places, most)
        return best if len(best) <= most * _AS_GOOD else None

    def _of(self, connection: Connection, state: State) -> _Held | None:
        """Return what is held as of a state; None where others have seen a later one."""
        held = self._held
        if held is not None and state[0] < held.state[0]:
            return None
        if held is None or (state != held.state and not _catch_up(connection, held, state)):
            held = self._held = _Held(state, _with(np.empty(0, np.int32), connection.execute(_SIZES)))
        return held

    def _places(self, connection: Connection, held: _Held, terms: Sequence[str]) -> list[Places]:
        new = [term for term in terms if term not in held.terms]
        if new:
            connection.execute(_INSTANCES)  # the end of the visit takes it back
            held.terms |= {term: _read(connection, term) for term in new}
        found = [held.terms[term] for term in terms]
        for term in terms:
            held.terms.move_to_end(term)
        while sum(len(one.passages) for one in held.terms.values()) > _KEPT:
            held.terms.popitem(last=False)
        return found


def _catch_up(connection: Connection, held: _Held, state: State) -> bool:
    """Bring what is held to a later state by what the journal names; False where it does not say enough."""
    since = {"number": held.state[0]}
    if connection.scalar(_AT, since) != held.state[1]:
        return False  # another catalogue was put in its place, or a guild's part of the journal is gone
    touched = set(connection.scalars(_TOUCHING, since))
    if "purge" in set(connection.scalars(_DONE, since)) or len(touched) > _TOUCHED:
        return False
    ids = {"ids": sorted(touched)}
    tokens = {passage: Counter(held.split()) for passage, held in connection.execute(_TOKENS_OF, ids)}
    gone = held.lengths.copy()
    gone[[one for one in touched if one < len(gone)]] = -1
    held.lengths = _with(gone, connection.execute(_SIZES_OF, ids))
    held.terms = OrderedDict(
        (term, _changed(places, touched, {one: n[term] for one, n in tokens.items() if n[term]}))
        for term, places in held.terms.items()
    )
    held.state = state
    return True


def _changed(places: Places, touched: set[int], now: dict[int, int]) -> Places:
    """Return the places of a term after some passages changed, which hold it as often as `now` says."""
    kept = ~np.isin(places.passages, list(touched))
    passages = np.concatenate([places.passages[kept], np.fromiter(now, np.int32)])
    times = np.concatenate([places.times[kept], np.fromiter(now.values(), np.int32)])
    order = np.argsort(passages)
    return Places(passages[order], times[order])


def _read(connection: Connection, term: str) -> Places:
    written: str = connection.scalar(_PLACES, {"term": term}) or ""
    found = np.fromstring(written, np.int32, sep=",")
    passages, times = np.unique(found, return_counts=True)
    return Places(passages, times.astype(np.int32))


def _with(lengths: npt.NDArray[np.int32], rows: Iterable[Any]) -> npt.NDArray[np.int32]:
    """Return lengths by the number of the passage, with those of rows of FTS5's table put in."""
    read = {passage: _number(size) for passage, size in rows}
    filled = np.full(max(len(lengths), max(read, default=-1) + 1), -1, np.int32)
    filled[: len(lengths)] = lengths
    filled[list(read)] = list(read.values())
    return filled


def _number(varint: bytes) -> int:
    """Read a number as SQLite writes it: seven bits in each byte, the highest first."""
    number = 0
    for byte in varint:
        number = number << 7 | byte & 0x7F
    return number
