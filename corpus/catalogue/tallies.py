"""Counts over all articles, kept and brought up to date by what the journal says came and went."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection

from corpus.catalogue import since
from corpus.catalogue.schema import versions
from corpus.catalogue.selection import among
from corpus.catalogue.since import State

# Counts versions that fulfil a condition: the guild that they belong to, what of them, how many.
Count: TypeAlias = Callable[[ColumnElement[bool]], Iterable[tuple[str | None, Hashable, int]]]
Counted: TypeAlias = Mapping[str | None, Mapping[Hashable, int]]


class Tallies:
    """The counts of one catalogue, by name, each as of the newest state that anybody asked it for.

    They are of all guilds, each by itself, so that a guild's first question needs no count of its own.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[State, Counted]] = {}
        self._lock = threading.Lock()

    def of(self, connection: Connection, state: State, name: str, count: Count) -> Counted:
        """Return what is counted under a name, of each guild; nobody may change it.

        Args:
            connection: one that reads.
            state: the newest change that it sees.
            name: of what.
            count: counts a part of the versions; a version's share never changes.
        """
        with self._lock:
            held = self._held.get(name)
        if held is not None and held[0] == state:
            return held[1]
        counted = _brought_up(connection, *held, count) if held and held[0][0] < state[0] else None
        if counted is None:
            counted = _with({}, count(versions.c.live.is_(True)))
        with self._lock:
            known = self._held.get(name)
            if known is None or known[0][0] <= state[0]:
                self._held[name] = state, counted
        return counted

    def tried(self, connection: Connection, name: str, count: Count) -> Counted | None:
        """Return the same as a connection sees it whose changes nobody else sees, and keep nothing of it.

        It is counted on from what is held by what that connection changed; None where nothing is held.
        """
        with self._lock:
            held = self._held.get(name)
        return None if held is None else _brought_up(connection, *held, count)


def _brought_up(connection: Connection, before: State, counted: Counted, count: Count) -> Counted | None:
    moved = since.moved(connection, before)
    if moved is None:
        return None
    for numbers, step in ((moved.came, 1), (moved.went, -1)):
        for some in among(numbers):
            counted = _with(counted, count(some), step)
    return counted


def _with(counted: Counted, share: Iterable[tuple[str | None, Hashable, int]], step: int = 1) -> Counted:
    """Return counts with a share put in, `step` times; what is none is left out."""
    now = dict(counted)
    for guild, what, number in share:
        of_guild = {**now.get(guild, {})}
        of_guild[what] = of_guild.get(what, 0) + step * number
        now[guild] = {one: many for one, many in of_guild.items() if many}
    return now
