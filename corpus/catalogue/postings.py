"""Which passages hold a word how often, in memory: the order in which FTS5 finds them, without FTS5.

It reads the length of every passage that holds any word of a question: at 100,000 passages that takes half
a second. The figures here are its own, read from its tables, and so is the formula, so that the order is
the same. They are of the passages of all guilds, as its are: whoever asks leaves out what may not be seen.
"""

import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, bindparam, text

from corpus.catalogue import since, vectors
from corpus.catalogue.fts5_order import Lengths, Numbers, Places, Term, found_best
from corpus.catalogue.ranked import Ranked
from corpus.catalogue.since import State

_FIRST_BEYOND = "\u0530"  # from here on FTS5 may part words otherwise than `corpus.tokens` does
# Places of words, 16 bytes each: those of one question can be four for each passage there is.
_KEPT = 3_000_000
_KEPT_OF_EACH = 8
_AS_GOOD = 8  # times as many as are wanted may be equally good, as copies of one article are
_TOUCHED = 2_000  # passages; where more have changed, everything is read again

_INSTANCES = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.instances USING fts5vocab('main', 'words', 'instance')"
)
# One text with all of them: as rows they took ten times as long to come.
_PLACES = text("SELECT group_concat(doc) FROM temp.instances WHERE term = :term")
# A size is a number of up to 28 bits as SQLite writes it, seven bits to a byte: here eight digits each.
_SIZES = (
    "SELECT group_concat(id) AS ids, group_concat(substr('00000000' || hex(sz), -8), '') AS sizes "
    "FROM words_docsize"
)
_ALL_SIZES = text(_SIZES)
_SIZES_OF = text(_SIZES + " WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))
_TOKENS_OF = text("SELECT rowid, tokens FROM words WHERE rowid IN :ids").bindparams(
    bindparam("ids", expanding=True)
)


@dataclass(slots=True)
class _Held:
    """What is held as of a state: the lengths of the passages, the places of terms, and what these weigh."""

    state: State
    lengths: Lengths
    terms: OrderedDict[str, Places] = field(default_factory=OrderedDict)
    weighed: dict[str, Term] = field(default_factory=dict)


class Postings:
    """The words of one SQLite catalogue, each read when a question has it first, and kept in step."""

    def __init__(self) -> None:
        self._held: _Held | None = None
        self._lock = threading.Lock()

    def best(self, connection: Connection, state: State, terms: Sequence[str], most: int) -> Ranked | None:
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
            weighed = self._weighed(connection, held, terms)
            lengths = held.lengths
        best = found_best(len(lengths.of), weighed, most)
        return Ranked(terms, best, lengths) if len(best.passages) <= most * _AS_GOOD else None

    def meet(self, connection: Connection, state: State, terms: Sequence[str]) -> None:
        """Read what is not held yet of the lengths and of terms, before a question asks for it."""
        with self._lock:
            held = self._of(connection, state)
            if held is not None:
                self._weighed(connection, held, terms)

    def _of(self, connection: Connection, state: State) -> _Held | None:
        """Return what is held as of a state; None where others have seen a later one."""
        held = self._held
        if held is not None and state[0] < held.state[0]:
            return None
        if held is None or (state != held.state and not _catch_up(connection, held, state)):
            lengths = Lengths(np.empty(0, np.int32)).with_those(*_sizes(connection.execute(_ALL_SIZES).one()))
            held = self._held = _Held(state, lengths)
        return held

    def _weighed(self, connection: Connection, held: _Held, terms: Sequence[str]) -> list[Term]:
        new = [term for term in terms if term not in held.terms]
        if new:
            connection.execute(_INSTANCES)  # the end of the visit takes it back
            held.terms |= {term: _read(connection, term) for term in new}
        for term in terms:
            held.terms.move_to_end(term)
            if term not in held.weighed:
                held.weighed[term] = Term.of(held.terms[term], held.lengths)
        found = [held.weighed[term] for term in terms]
        if new:
            _forget_longest_unused(held)
        return found


def _forget_longest_unused(held: _Held) -> None:
    most = max(_KEPT, _KEPT_OF_EACH * held.lengths.count)
    while sum(len(one.passages) for one in held.terms.values()) > most:
        term, _ = held.terms.popitem(last=False)
        held.weighed.pop(term, None)


def _catch_up(connection: Connection, held: _Held, state: State) -> bool:
    """Bring what is held to a later state by what the journal names; False where it does not say enough."""
    moved = since.moved(connection, held.state)
    touched = vectors.passages_of(connection, moved.touched) if moved else []
    if moved is None or len(touched) > _TOUCHED:
        return False
    ids = {"ids": touched}
    by_term: dict[str, dict[int, int]] = {}
    for passage, tokens in connection.execute(_TOKENS_OF, ids):
        for term, times in Counter(tokens.split()).items():
            by_term.setdefault(term, {})[passage] = times
    numbers = np.array(touched, np.int32)
    sizes = _sizes(connection.execute(_SIZES_OF, ids).one())
    held.lengths = held.lengths.without(touched).with_those(*sizes)
    held.terms = OrderedDict(
        (term, _changed(places, numbers, by_term.get(term, {}))) for term, places in held.terms.items()
    )
    held.weighed = {}  # among other passages every term weighs otherwise
    held.state = state
    return True


def _changed(places: Places, touched: Numbers, now: Mapping[int, int]) -> Places:
    """Return the places of a term after some passages changed, which hold it as often as `now` says."""
    at = np.searchsorted(places.passages, touched)
    there = at[at < len(places.passages)]
    there = there[np.isin(places.passages[there], touched, assume_unique=True)]
    if not (len(there) or now):
        return places
    passages, times = np.delete(places.passages, there), np.delete(places.times, there)
    came = np.array(sorted(now), np.int32)
    into = np.searchsorted(passages, came)
    return Places(
        np.insert(passages, into, came),
        np.insert(times, into, np.array([now[one] for one in came.tolist()], np.int32)),
    )


def _read(connection: Connection, term: str) -> Places:
    written: str = connection.scalar(_PLACES, {"term": term}) or ""
    found = np.fromstring(written, np.int32, sep=",")
    passages, times = np.unique(found, return_counts=True)
    return Places(passages, times.astype(np.int32))


def _sizes(row: Row[Any]) -> tuple[Numbers, Numbers]:
    """Return the passages of a row of `_SIZES`, and how long they are."""
    bytes_of = np.frombuffer(bytes.fromhex(row.sizes or ""), np.uint8).reshape(-1, 4).astype(np.int32) & 0x7F
    lengths = bytes_of @ np.array([1 << 21, 1 << 14, 1 << 7, 1], np.int32)
    return np.fromstring(row.ids or "", np.int32, sep=","), lengths
