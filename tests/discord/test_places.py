"""Reading sites takes few places, so that one that keeps silent keeps nobody else waiting for long."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator

from bot.discord.connection.places import AT_ONCE, Places
from bot.discord.connection.worker import Workers

PATIENCE = 20.0
A, B, C = "https://a.example/1", "https://b.example/1", "https://c.example/1"


class Reading:
    """Those who read sites or wait to."""

    def __init__(self) -> None:
        self.places = Places()
        self.reading: list[str] = []
        self._tasks: list[tuple[asyncio.Task[None], asyncio.Event]] = []

    async def begin(self, guild: str, address: str) -> int:
        done = asyncio.Event()

        async def read() -> None:
            async with self.places.held(guild, address):
                self.reading.append(f"{guild} {address}")
                await done.wait()
                self.reading.remove(f"{guild} {address}")

        self._tasks.append((asyncio.create_task(read()), done))
        await self.settle()
        return len(self._tasks) - 1

    async def end(self, number: int) -> None:
        task, done = self._tasks[number]
        done.set()
        await asyncio.wait_for(task, PATIENCE)
        await self.settle()

    async def settle(self) -> None:
        for _ in range(20):  # turns of the loop: nothing here waits for anything but the others
            await asyncio.sleep(0)


@contextlib.asynccontextmanager
async def all_ended(reading: Reading) -> AsyncIterator[Reading]:
    yield reading
    for number in range(len(reading._tasks)):  # noqa: SLF001 - the test's own record
        await reading.end(number)
    assert not reading.reading


async def test_one_site_is_read_once_at_a_time_whoever_names_it() -> None:
    async with all_ended(Reading()) as site:
        first = await site.begin("g", A)
        await site.begin("h", "https://A.example:8443/2")
        await site.begin("h", B)
        assert site.reading == [f"g {A}", f"h {B}"]
        await site.end(first)
        assert site.reading == [f"h {B}", "h https://A.example:8443/2"]


async def test_one_server_leaves_a_place_for_the_others() -> None:
    async with all_ended(Reading()) as sites:
        for address in (A, B, C, "https://d.example/", "https://[", "no address"):
            await sites.begin("g", address)
        assert sites.reading == [f"g {A}", f"g {B}"]
        await sites.begin("h", "https://e.example/")
        assert sites.reading[2:] == ["h https://e.example/"]
        await sites.begin("i", "https://f.example/")
        assert len(sites.reading) == AT_ONCE


async def test_sites_that_keep_silent_take_no_thread_of_questions() -> None:
    workers = Workers()
    answered = threading.Event()
    silent = [
        asyncio.create_task(workers.run(lambda: answered.wait(PATIENCE), site=True))
        for _ in range(AT_ONCE + 5)
    ]
    together = threading.Barrier(4)  # all four threads of questions are free
    await asyncio.gather(*(workers.run(lambda: together.wait(PATIENCE)) for _ in range(4)))
    answered.set()
    assert all(await asyncio.gather(*silent))
