"""The program that operators run: `newsdesk bot`, its log in JSON and its port, in a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from pathlib import Path

from tests.discord.stocked import HOW_MANY_WOLVES
from tests.discord.test_window import HERE, got
from tests.project.tree import ROOT
from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.changes import PATIENCE


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HERE, 0))
        number: int = found.getsockname()[1]
        return number


async def _bot(home: Path, **settings: str) -> asyncio.subprocess.Process:
    outer = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}  # noqa: TID251
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "bot", "bot"),
        cwd=ROOT,
        env={**outer, "NEWSDESK_HOME": str(home), "LOG_FORMAT": "json", **settings},
        stderr=asyncio.subprocess.PIPE,
    )


async def test_the_bot_shows_itself_at_its_port_and_logs_objects_until_it_is_stopped(
    discord: Loopback, stocked_home: Path
) -> None:
    home, port = stocked_home, _free_port()
    bot = await _bot(home, DISCORD_TOKEN=TOKEN, DISCORD_API=discord.api, METRICS_PORT=str(port))
    try:
        await discord.connected()
        await discord.answered(HOW_MANY_WOLVES)
        assert await asyncio.to_thread(got, port, "/healthz") == (200, "ok\n")
        assert await asyncio.to_thread(got, port, "/readyz") == (200, "ok\n")
        _, metrics = await asyncio.to_thread(got, port, "/metrics")
        bot.terminate()
        _, logged = await asyncio.wait_for(bot.communicate(), PATIENCE)
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.wait()
    assert bot.returncode == 0
    assert 'newsdesk_requests_total{command="ask"} 1.0' in metrics
    assert "newsdesk_index_lag_changes 0.0" in metrics
    assert 'newsdesk_stage_seconds_count{stage="reading"} 1.0' in metrics
    lines = [json.loads(line) for line in logged.decode().splitlines()]
    assert {"stopping", f"metrics and health are at http://{HERE}:{port}/metrics"} <= {
        line["message"] for line in lines
    }


async def test_a_bot_that_cannot_run_says_so_in_its_log(tmp_path: Path) -> None:
    bot = await _bot(tmp_path)
    _, logged = await bot.communicate()
    assert bot.returncode == 1
    (line,) = [json.loads(line) for line in logged.decode().splitlines()]
    assert line["level"] == "CRITICAL"
    assert line["message"].startswith("The bot needs DISCORD_TOKEN")
    assert "exception" not in line
