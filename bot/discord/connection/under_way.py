"""The requests that are being worked on, so that none is forgotten when the bot stops."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Farewell = Callable[[], Awaitable[None]]


class UnderWay:
    """Requests by the task that works on each; `closing` once no more are taken."""

    def __init__(self) -> None:
        self.closing = False
        self._farewells: dict[asyncio.Task[Any], Farewell] = {}

    def enter(self, farewell: Farewell) -> None:
        """Remember the request until the task that called this is done; `farewell` apologises for it."""
        task = asyncio.current_task()
        if task is not None:
            self._farewells[task] = farewell
            task.add_done_callback(self._farewells.pop)

    async def settle(self, patience: float, apologies: float) -> None:
        """Take no more; give the rest `patience` seconds, then apologise within `apologies` seconds."""
        self.closing = True
        if not self._farewells:
            return
        _, late = await asyncio.wait(self._farewells, timeout=patience)
        given_up = [self._farewells[task] for task in late]
        for task in late:
            task.cancel()
        if given_up:
            farewells = [asyncio.ensure_future(farewell()) for farewell in given_up]
            await asyncio.wait(farewells, timeout=apologies)
