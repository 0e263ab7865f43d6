"""What was counted of the articles, kept until the journal says that they changed.

Only visits that read keep anything: what a writer or a trial sees is nobody else's yet. A trial counts on
from what is kept: it holds up whoever writes, and counting all takes half a second at 100,000 articles.
Whoever keeps something names the guild that it is told of, if it is told of one.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, and_

from corpus.catalogue import since
from corpus.catalogue.postings import Postings
from corpus.catalogue.ranked import Ranked
from corpus.catalogue.schema import versions
from corpus.catalogue.selection import visible
from corpus.catalogue.since import NOTHING, State
from corpus.catalogue.tallies import Count, Counted, Tallies
from corpus.weighed import Weighed

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_OPTION, _TRIED = "newsdesk_kept", "newsdesk_tried"


class Kept:
    """What is known of the newest state of one catalogue that anybody has seen."""

    def __init__(self, most: int = 4096, *, words: bool = False) -> None:
        """Keep up to `most` values, and `words`, which only who asks again and again gains by."""
        self._most = most
        self.postings = Postings() if words else None
        self.tallies = Tallies()
        self._newest: tuple[State, Weighed[Hashable, Any]] = (NOTHING, Weighed(most))

    def at(self, state: State) -> Weighed[Hashable, Any] | None:
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
        self._state: State = NOTHING

    @property
    def postings(self) -> Postings | None:
        """The words of the catalogue, where they are kept."""
        return self._kept.postings

    @property
    def tallies(self) -> Tallies:
        """What is counted over all articles."""
        return self._kept.tallies

    def state(self, connection: Connection) -> State:
        """Return the newest change that this visit sees."""
        self.here(connection)
        return self._state

    def here(self, connection: Connection) -> Weighed[Hashable, Any] | None:
        """Return what is kept of the state that this visit sees, if anything may be."""
        if not self._looked:
            self._state, self._looked = since.state(connection), True
            self._here = self._kept.at(self._state)
        return self._here


def begin(connection: Connection, kept: Kept) -> None:
    """Let a connection that only reads, and whose transaction is yet to begin, use what is kept."""
    connection.execution_options(**{_OPTION: Visit(kept)})


def begin_trial(connection: Connection, kept: Kept) -> None:
    """Let a connection whose changes will be taken back count on from what is kept, and keep nothing."""
    connection.execution_options(**{_TRIED: kept.tallies})


def of(connection: Connection, name: Hashable, compute: Callable[[], _Value]) -> _Value:
    """Return what is kept under a name, or compute it; nobody may change it.

    Args:
        connection: to the catalogue that it is computed from.
        name: of what, with everything that it depends on beside the articles.
        compute: what computes it; None is not kept.
    """
    here = _here(connection)
    if here is None:
        return compute()
    known: _Value | None = here.get(name)
    if known is None:
        known = compute()
        here.keep(name, known, 1)
    return known


def _here(connection: Connection) -> Weighed[Hashable, Any] | None:
    """Return what is kept of the state that a visit sees, where it may use and keep anything."""
    visit: Visit | None = connection.get_execution_options().get(_OPTION)
    return visit.here(connection) if visit else None


def each(
    connection: Connection,
    name: Hashable,
    keys: Iterable[_Key],
    compute: Callable[[list[_Key]], Mapping[_Key, _Value]],
) -> dict[_Key, _Value]:
    """Return what is kept under a name for each of several keys, and compute together what is not.

    `compute` gives a value, never None, for each key that it is given; nobody may change one.
    """
    here = _here(connection)
    wanted = list(keys)
    if here is None:
        return dict(compute(wanted))
    known: dict[_Key, _Value | None] = {key: here.get((name, key)) for key in wanted}
    missing = [key for key, value in known.items() if value is None]
    computed = compute(missing) if missing else {}
    for key, value in computed.items():
        here.keep((name, key), value, 1)
    return {key: computed[key] if value is None else value for key, value in known.items()}


def tally(connection: Connection, name: str, count: Count, guild: str | None) -> Mapping[Hashable, int]:
    """Return what is counted under a name of the live versions that `guild` sees, brought up to date.

    Args:
        connection: to the catalogue that it is counted in.
        name: of what.
        count: counts the versions that fulfil a condition; the share of a version never changes.
        guild: who sees what is shared and its own; None sees what is shared.
    """
    counted = _counted(connection, name, count)
    seen: Counter[Hashable] = Counter()
    if counted is None:
        for _, what, number in count(and_(versions.c.live.is_(True), visible(guild))):
            seen[what] += number
        return seen
    for one in {None, guild}:
        seen.update(counted.get(one, {}))
    return seen


def _counted(connection: Connection, name: str, count: Count) -> Counted | None:
    """Return what is counted under a name for each guild, where a visit may use what is kept."""
    options = connection.get_execution_options()
    visit: Visit | None = options.get(_OPTION)
    if visit is not None:
        return visit.tallies.of(connection, visit.state(connection), name, count)
    tallies: Tallies | None = options.get(_TRIED)
    return None if tallies is None else tallies.tried(connection, name, count)


def best(connection: Connection, terms: Sequence[str], most: int) -> Ranked | None:
    """Return `most` passages that FTS5 finds best, of all guilds, where the words are kept; else None."""
    visit: Visit | None = connection.get_execution_options().get(_OPTION)
    if visit is None or visit.postings is None or connection.dialect.name != "sqlite":
        return None
    return visit.postings.best(connection, visit.state(connection), terms, most)


def meet(connection: Connection, term: str | None) -> None:
    """Read the places of a term before a question asks for it, or of none the lengths alone, where kept."""
    visit: Visit | None = connection.get_execution_options().get(_OPTION)
    if visit is not None and visit.postings is not None and connection.dialect.name == "sqlite":
        visit.postings.meet(connection, visit.state(connection), [] if term is None else [term])
