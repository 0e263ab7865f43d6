"""`newsdesk` as operators run it, in a process of its own that talks to the small Discord."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path

from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.changes import PATIENCE

_ROOT = Path(__file__).parents[2]


def environment(home: Path, discord: Loopback) -> dict[str, str]:
    """Return the environment of a program that lives in that home and talks to the small Discord."""
    own = {"NEWSDESK_HOME": str(home), "DISCORD_TOKEN": TOKEN, "DISCORD_API": discord.api}
    return {**os.environ, **own}  # noqa: TID251 - the program's own environment


async def started(
    home: Path, discord: Loopback, *arguments: str, module: str = "bot", **settings: str
) -> Process:
    """Start `newsdesk`, or what another module makes of it, with these arguments and settings."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", module, *arguments),
        cwd=_ROOT,
        env=environment(home, discord) | settings,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )


@contextlib.asynccontextmanager
async def bot_program(home: Path, discord: Loopback, **settings: str) -> AsyncIterator[Process]:
    """Run `newsdesk bot` from when it is connected until SIGTERM ends it, in peace."""
    discord.gateway.ready.clear()
    bot = await started(home, discord, "bot", **settings)
    try:
        await asyncio.wait_for(discord.gateway.ready.wait(), PATIENCE)
        yield bot
        bot.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(bot.wait(), PATIENCE) == 0
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.wait()
