"""Failures of Discord that a test asks for, each at its route."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from fnmatch import fnmatchcase


@dataclass
class Fault:
    """What happens to a request: held until set, then refused with a status, or cut where that is None.

    With `done` the request is carried out first and only its reply fails.
    """

    method: str
    path: str
    status: int | None = None
    retry_after: float = 0.2
    done: bool = False
    passes: bool = False
    held: asyncio.Event | None = None
    delay: float = 0.0
    met: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self) -> None:
        self.met.set()
        if self.held is not None:
            await self.held.wait()
        if self.delay:
            await asyncio.sleep(self.delay)


class Faults:
    """The failures to come; each is met once, in the order they were asked for."""

    def __init__(self) -> None:
        self._coming: list[Fault] = []

    def add(self, *faults: Fault) -> None:
        self._coming += faults

    def take(self, method: str, path: str) -> Fault | None:
        """Return the first failure that this request meets, and forget it."""
        for fault in self._coming:
            if fault.method == method and fnmatchcase(path, fault.path):
                self._coming.remove(fault)
                return fault
        return None
