"""The hour itself: the bot is started, busy, cut off now and then, at rest twice, and stopped."""

from __future__ import annotations

import asyncio
import contextlib
import random
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.discord.news_site import serving
from tests.discord.programs import environment, started
from tests.small_discord.loopback import Loopback
from tests.small_discord.routes.faults import Fault
from tests.small_discord.state.fair_clock import fair_time
from tests.soak.gauges import Reading, read
from tests.soak.people import People
from tests.soak.town import Newspaper, found, questions
from tests.soak.verdict import Soaked

_ROOT = Path(__file__).parents[2]
_WARM = 600.0  # seconds until the bot is compared with itself: the ten minutes
_BEAT = 5.0  # seconds between heartbeats; Discord asks for one in 41
_LOOK, _TELL = 10.0, 120.0  # seconds between readings, and between those that are told
_REST = 30.0  # seconds of rest: a kept connection is closed after fifteen
_PACE = 1.2  # seconds between two acts, half of that to twice of it: two cores are busy and keep up
_STARTING, _STOPPING = 180.0, 30.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A soak to come: in which folder, for how many seconds, with how many servers, drawn from which seed.

    What is to be kept of it goes to the folder `out`.
    """

    home: Path
    seconds: float
    guilds: int
    seed: int
    out: Path | None = None

    @property
    def warm(self) -> float:
        """The seconds until the bot counts as warm; a sixth of a shorter soak."""
        return min(_WARM, self.seconds / 6)


@dataclass(slots=True)
class _Bot:
    process: asyncio.subprocess.Process
    log: Path
    begun: float

    def look(self) -> Reading:
        return read(self.process.pid, time.monotonic() - self.begun)


async def soak(plan: Plan) -> tuple[Soaked, list[Reading]]:
    """Run a soak; return what was seen, and all readings in their order."""
    chance = random.Random(plan.seed)  # noqa: S311 - a day that can be lived again
    readings: list[Reading] = []
    cuts: list[float] = []
    async with Loopback(heartbeat=_BEAT) as small:
        towns = found(small, plan.guilds)
        with serving() as site:
            paper = Newspaper(site, chance)
            people = People(small, towns, paper, questions(), chance)
            adding = await started(plan.home, small, "add", "--samples", "--quiet")
            await adding.communicate()
            assert adding.returncode == 0, "the samples could not be added"
            async with _bot(plan.home, small, site.server.server_port) as bot:
                await asyncio.wait_for(small.gateway.ready.wait(), _STARTING)
                await people.follow()
                looking = asyncio.create_task(_look(bot, people, readings))
                disturbing = asyncio.create_task(_disturb(small, paper, cuts, chance))
                await _busy(people, plan.warm, chance)
                warm = await _at_rest(people, bot)
                await _busy(people, plan.seconds - plan.warm, chance)
                ended = await _at_rest(people, bot)
                for task in (looking, disturbing):
                    task.cancel()
                await asyncio.gather(looking, disturbing, return_exceptions=True)
        _keep(bot.log, plan.out)
        return Soaked(
            warm=warm,
            ended=ended,
            beats=small.gateway.beats,
            cuts=cuts,
            interval=_BEAT,
            acts=dict(people.done) | {"lines cut": len(cuts)},
            unanswered=people.unanswered,
            broken=[str(one) for one in small.http.broken],
            errors=list(_errors(bot.log)),
            exit_code=bot.process.returncode or 0,
        ), readings


@contextlib.asynccontextmanager
async def _bot(home: Path, small: Loopback, port: int) -> AsyncIterator[_Bot]:
    log = home / "bot.log"
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.soak.bot_process", str(port)),
            cwd=_ROOT,
            env=environment(home, small),
            stderr=written,
        )
    try:
        yield _Bot(process, log, time.monotonic())
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.wait(), _STOPPING)


async def _busy(people: People, seconds: float, chance: random.Random) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        await people.act()
        await asyncio.sleep(_PACE * chance.uniform(0.5, 2))


async def _at_rest(people: People, bot: _Bot) -> list[Reading]:
    await people.rest()
    await asyncio.sleep(_REST)
    readings = []
    for _ in range(5):
        readings.append(bot.look())
        await asyncio.sleep(1)
    bot.process.send_signal(signal.SIGUSR1)
    return readings


async def _look(bot: _Bot, people: People, readings: list[Reading]) -> None:
    told = 0.0
    while True:
        reading = bot.look()
        readings.append(reading)
        if reading.seconds >= told:
            told = reading.seconds + _TELL
            _tell(reading, people)
        await asyncio.sleep(_LOOK)


def _tell(reading: Reading, people: People) -> None:
    held = (
        f"{reading.own:.0f} + {reading.parsing:.0f} MB, {reading.threads} threads, {reading.sockets} sockets"
    )
    sys.stderr.write(f"{reading.seconds / 60:4.0f} min: {held}, {people.done.total()} acts\n")


async def _disturb(small: Loopback, paper: Newspaper, cuts: list[float], chance: random.Random) -> None:
    """Break the line, forget the session, let requests fail, and write into the feed, again and again."""
    while True:
        await asyncio.sleep(45 * chance.uniform(0.5, 1.5))
        paper.publish()
        await small.connected()
        trouble = chance.choice(("cut", "cut", "forget", "fault", "fault"))
        if trouble == "fault":
            small.http.faults.add(Fault("PATCH", "/webhooks/*", chance.choice((500, 503, 429))))
            continue
        cuts.append(fair_time())
        if trouble == "cut":
            small.gateway.cut()
        else:
            await small.gateway.forget()
        await small.connected()
        cuts.append(fair_time())


def _keep(log: Path, folder: Path | None) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(log, folder)


def _errors(log: Path) -> Iterator[str]:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return (line for line in lines if "ERROR" in line or "Traceback" in line or "CRITICAL" in line)
