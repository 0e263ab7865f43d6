"""What a Chroma collection lacks of a catalogue and has too much, all of it or what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.catalogue import since, vectors
from corpus.catalogue.connection import Connection
from corpus.catalogue.since import State

BATCH = 1000  # passages that are handed over at once


@dataclass(frozen=True, slots=True)
class Difference:
    """The passages that are to come and to go, in order, and how many there are then."""

    came: Sequence[int]
    went: Sequence[int]
    held: int


@dataclass(frozen=True, slots=True)
class Held:
    """What a collection tells of what it holds; both raise IndexUnavailable where it does not answer.

    `count` is how many, `names` are the ids: of some passages, or of all where none are given.
    """

    count: Callable[[], int]
    names: Callable[[Sequence[str] | None], list[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """What was so when a collection was brought up to date: the state, the model, and how many it held."""

    state: State
    model_id: int
    held: int


def difference(connection: Connection, model_id: int, collection: Held, known: Known | None) -> Difference:
    """Return what a collection of that model's vectors lacks and has too much.

    Args:
        connection: to the catalogue.
        model_id: the model in use.
        collection: what is to hold the live passages.
        known: what was so before; without it every passage is looked at.

    Raises:
        IndexUnavailable: Chroma does not answer.
    """
    changed = None if known is None else _changed(connection, model_id, collection, known)
    if changed is not None:
        return changed
    wanted = set(vectors.indexable_ids(connection, model_id))
    there = {int(name) for name in collection.names(None)}
    return Difference(sorted(wanted - there), sorted(there - wanted), len(wanted))


def batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Part passages into as many as are handed over at once."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _changed(connection: Connection, model_id: int, collection: Held, known: Known) -> Difference | None:
    """Return the same from what changed since; None where that does not tell, or others are missing."""
    moved = since.moved(connection, known.state) if known.model_id == model_id else None
    if moved is None:
        return None
    touched = vectors.passages_of(connection, moved.touched)
    there = {int(name) for some in batches(touched) for name in collection.names([str(one) for one in some])}
    lived = len(vectors.passages_of(connection, moved.lived))
    # A server may have come back with fewer than it had, and another process have brought it up to date.
    if collection.count() - len(there) != known.held - lived:
        return None
    wanted = set(vectors.indexable_ids(connection, model_id, moved.touched))
    return Difference(sorted(wanted - there), sorted(there - wanted), known.held - lived + len(wanted))
