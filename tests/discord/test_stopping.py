"""SIGTERM ends the bot within ten seconds, and nobody is left waiting."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

from tests.discord.answers import BONUS
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.changes import PATIENCE

_RESTARTED = "I am being restarted and could not finish this: please ask again in a minute."
_ROOT = Path(__file__).parents[2]


async def test_an_answer_under_way_is_finished(discord: Loopback, tmp_path: Path) -> None:
    async with _answering(discord, tmp_path, seconds=1) as (bot, turn):
        code, took = await _stopped(bot)

    assert BONUS in turn.embed["description"]
    assert took < 5
    assert code == 0


async def test_an_answer_that_hangs_is_apologised_for_and_new_questions_are_declined(
    discord: Loopback, tmp_path: Path
) -> None:
    async with _answering(discord, tmp_path, seconds=60) as (bot, turn):
        stopped = asyncio.create_task(_stopped(bot))
        await asyncio.sleep(0.5)
        late = await discord.answered("And this?")
        code, took = await stopped

    assert turn.content == _RESTARTED
    assert (late.content, late.private) == (_RESTARTED, True)
    assert took < 10
    assert code == 0
    assert discord.gateway.closed_with == [1000]


@contextlib.asynccontextmanager
async def _answering(discord: Loopback, home: Path, seconds: float) -> AsyncIterator[tuple[Process, Turn]]:
    """Start the bot in its own process and ask it a question that takes this long."""
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "tests.discord.bot_process"),
        *(discord.api, str(seconds), str(home)),
        cwd=_ROOT,
    )
    try:
        await discord.connected()
        turn = await discord.ask("Why?")
        await asyncio.wait_for(turn.acknowledged.wait(), PATIENCE)
        yield bot, turn
    finally:
        if bot.returncode is None:
            bot.kill()
        await bot.wait()


async def _stopped(bot: Process) -> tuple[int, float]:
    begun = time.monotonic()
    bot.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(bot.wait(), PATIENCE), time.monotonic() - begun
