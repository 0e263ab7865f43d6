"""Showing an answer while it grows: its newest state in one message, as often as Discord bears edits."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

from retrieval.search.results import Answer

EVERY = 1.2  # seconds between two edits of one message: Discord bears about five in five seconds in a channel
_PATIENCE = 10.0  # seconds that one edit may take before the next is tried

_log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def growing(
    edit: Callable[[Answer], Awaitable[object]], every: float = EVERY
) -> AsyncIterator[Callable[[Answer], None]]:
    """Give what takes an answer as far as it is, on any thread, and shows the newest one with `edit`.

    At the end no edit is under way, and the last one is `every` seconds ago: what is shown next stays.
    An edit that fails is logged and no more, for the answer itself is still to come.
    """
    shown = _Shown(edit, every)
    try:
        yield shown.take
    except BaseException:
        shown.hurry()
        raise
    finally:
        await shown.end()


class _Shown:
    def __init__(self, edit: Callable[[Answer], Awaitable[object]], every: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._edit = edit
        self._every = every
        self._newest: Answer | None = None
        self._keeping_up: asyncio.Task[None] | None = None
        self._ended = False
        self._hurried = asyncio.Event()

    def take(self, answer: Answer) -> None:
        # Once the bot has stopped there is no loop to tell: the answer is remembered all the same.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._taken, answer)

    def hurry(self) -> None:
        """Wait for no pause any more: something else than the answer is to be said."""
        self._hurried.set()

    async def end(self) -> None:
        self._ended, self._newest = True, None
        if self._keeping_up is not None:
            await self._keeping_up

    def _taken(self, answer: Answer) -> None:
        if self._ended:
            return
        self._newest = answer
        if self._keeping_up is None or self._keeping_up.done():
            self._keeping_up = asyncio.create_task(self._keep_up())

    async def _keep_up(self) -> None:
        while self._newest is not None:
            newest, self._newest = self._newest, None
            await self._try(newest)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._hurried.wait(), self._every)

    async def _try(self, answer: Answer) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._edit(answer)
        except Exception as error:  # noqa: BLE001 - whatever it is, what is shown in the end matters
            _log.info("answer %s could not be shown as far as it is phrased: %r", answer.id, error)
