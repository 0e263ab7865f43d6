"""A bot takes threads with what it does first, and a bot that has stopped leaves none behind."""

from __future__ import annotations

import asyncio
import threading

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.connection.errors import Busy
from bot.discord.connection.worker import Workers
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import HOW_MANY_WOLVES, WOLVES, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.changes import PATIENCE


def _those_of_workers() -> set[threading.Thread]:
    lanes = ("newsdesk-question", "newsdesk-short", "newsdesk-patient", "newsdesk-site")
    return {thread for thread in threading.enumerate() if thread.name.startswith(lanes)}


async def test_a_bot_that_has_stopped_leaves_no_thread_behind(discord: Loopback, desk: Desk) -> None:
    before = _those_of_workers()
    async with running(Newsdesk(newsroom_of(stocked(desk, [WOLVES]))), discord):
        await discord.answered(HOW_MANY_WOLVES)
        assert _those_of_workers() - before

    await discord.until(lambda: not _those_of_workers() - before)


async def test_threads_of_a_kind_begin_with_its_first_call() -> None:
    before = _those_of_workers()
    workers = Workers(threads=3)
    assert _those_of_workers() == before

    await workers.run(lambda: None)
    assert len(_those_of_workers() - before) == 3
    await workers.run(lambda: None)
    assert len(_those_of_workers() - before) == 3
    await workers.run(lambda: None, short=True)
    assert {thread.name for thread in _those_of_workers() - before} == {
        *(f"newsdesk-question-{number}" for number in range(3)),
        *(f"newsdesk-short-{number}" for number in range(2)),
    }
    workers.close()


async def test_what_waits_when_the_threads_are_told_to_end_is_done_and_nothing_else() -> None:
    workers = Workers(threads=1)
    begun, released = threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        released.wait(PATIENCE)
        return "first"

    given = [asyncio.create_task(workers.run(work))]
    await asyncio.to_thread(begun.wait, PATIENCE)
    given.append(asyncio.create_task(workers.run(lambda: "second")))
    await asyncio.sleep(0)
    workers.close()

    with pytest.raises(Busy):
        await workers.run(lambda: "third")
    released.set()
    assert await asyncio.gather(*given) == ["first", "second"]
