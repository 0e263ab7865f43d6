"""What a process that is to be killed is told, and what it tells: what it begins to change, and what is done.

A claim is a name, such as the address of an article, with what is to stand under it: the article's text, or
None for nothing.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from sqlalchemy import Engine, event

from bot.assembly import Desk

Claims = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Orders:
    """What one process is to do until it dies.

    Attributes:
        number: of the process, on a home where others did the same before.
        moment: it dies right before this statement of what it does, counted from 1; None: it is killed.
        left: what the process before had begun and not done.
        address: of what else the work needs, such as a site.
    """

    number: int
    moment: int | None = None
    left: Claims = field(default_factory=dict)
    address: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """These changes are begun: all of them stand afterwards or none, unless not `together`.

    `deadly`: it is a change of the act that the process is killed in, and none that only prepares it.
    """

    claims: Claims
    together: bool
    deadly: bool


@dataclass(frozen=True, slots=True)
class Done:
    """These changes were reported as done, after so many statements."""

    claims: Claims
    statements: int


class Mortal:
    """What a process does between `dying` it may die in."""

    def __init__(self, told: Connection, moment: int | None) -> None:
        self._told = told
        self._moment = moment
        self._armed = False
        self._statements = itertools.count(1)
        self._last = 0
        event.listen(Engine, "before_cursor_execute", self._count)
        event.listen(Engine, "commit", self._count)

    @contextlib.contextmanager
    def dying(self, claims: Claims, *, together: bool = True) -> Iterator[Callable[[Claims], None]]:
        """Begin a change that it may die in; gives what reports a part of it as done."""
        self._last = 0
        self._told.send(Begun(claims, together, deadly=True))
        self._armed = True
        yield self.done
        self._armed = False
        self.done(claims)

    @contextlib.contextmanager
    def preparing(self, claims: Claims) -> Iterator[None]:
        """Begin a change that something is to be done with."""
        self._last = 0
        self._told.send(Begun(claims, together=True, deadly=False))
        yield
        self.done(claims)

    def done(self, claims: Claims) -> None:
        """Report changes as done."""
        self._told.send(Done(claims, self._last))

    def _count(self, *_: object) -> None:
        if not self._armed:
            return
        self._last += 1
        if next(self._statements) == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)


Work = Callable[[Mortal, Desk, Orders], None]
