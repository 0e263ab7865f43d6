"""Waiting until something is so: whatever changes in the small Discord says so at once."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

# What never comes is what this is for: a machine that is busy with other tests takes its time.
PATIENCE = 120.0
# What changes outside, in the bot or its catalogue, tells nobody: it is looked at this often.
_ELSEWHERE = 0.01


class Changes:
    """Wakes whoever waits whenever something changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def tell(self) -> None:
        for waiting in self._waiting:
            waiting.set()

    async def until(self, holds: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Wait until `holds` is true.

        Raises:
            TimeoutError: it did not become true within these seconds.
        """
        changed = asyncio.Event()
        self._waiting.add(changed)
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    changed.clear()
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(changed.wait(), _ELSEWHERE)
        finally:
            self._waiting.discard(changed)
