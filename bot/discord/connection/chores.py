"""What the bot does by itself, again and again, while it is connected."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from corpus.errors import CatalogueUnusable
from retrieval.errors import IndexUnavailable

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chore:
    """Work to be done every so many `seconds`; an error is logged and the next turn comes as ever."""

    name: str
    seconds: float
    work: Callable[[], Awaitable[None]]


class Chores:
    """The chores of a bot: `begin` once it is ready, `end` before it goes."""

    def __init__(self) -> None:
        self._chores: list[Chore] = []
        self._tasks: list[asyncio.Task[None]] = []

    def add(self, chore: Chore) -> None:
        """Take a chore on, before they begin."""
        self._chores.append(chore)

    def begin(self) -> None:
        """Begin with all of them, unless they have begun."""
        if not self._tasks:
            self._tasks = [asyncio.create_task(_repeat(chore), name=chore.name) for chore in self._chores]

    async def end(self) -> None:
        """Stop all of them where they are: each must bear that."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _repeat(chore: Chore) -> None:
    while True:
        try:
            await chore.work()
        except (CatalogueUnusable, IndexUnavailable) as error:
            _log.error("the chore %s failed: %s Again in %g s.", chore.name, error, chore.seconds)
        except Exception:  # noqa: BLE001 - whatever it was, the next turn may go well
            _log.exception("the chore %s failed; again in %g s", chore.name, chore.seconds)
        await asyncio.sleep(chore.seconds)
