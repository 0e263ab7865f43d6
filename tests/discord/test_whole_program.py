"""`newsdesk bot` as operators run it: the program, its model and its corpus, in a process of its own."""

from __future__ import annotations

import asyncio
import signal
import time
from dataclasses import replace
from pathlib import Path

from tests.discord.programs import started
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.state.changes import PATIENCE
from tests.small_discord.state.people import READER

_TIMES = 9  # a person may ask ten questions a minute
_BEES = "title: Bijen\nurl: https://example.org/bijen\n\nIn het dal zijn 47 bijenvolken ziek geworden.\n"


async def test_the_bot_answers_from_articles_that_the_terminal_adds_meanwhile(
    discord: Loopback, stocked_home: Path
) -> None:
    bot = await started(stocked_home, discord, "bot")
    try:
        await asyncio.wait_for(discord.gateway.ready.wait(), PATIENCE)
        first = await discord.answered("Hoeveel wolven leven er in het Drostenwoud?")
        await _finished(stocked_home, discord, "add", "-", typed=_BEES)
        await _answered(discord, "Hoeveel bijenvolken in het dal zijn ziek geworden?", "47 bijenvolken")
    finally:
        bot.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(bot.wait(), PATIENCE)

    assert "39" in first.embed["description"]
    assert code == 0


async def _answered(discord: Loopback, question: str, said: str) -> str:
    """Ask until the bot has taken in the article that says so, which takes it seconds."""
    for _ in range(_TIMES):
        turn = await discord.answered(question)
        if said in seen(turn.text):
            return turn.text
        await asyncio.sleep(1)
    raise AssertionError(turn.text)


async def _finished(home: Path, discord: Loopback, *arguments: str, typed: str = "") -> None:
    program = await started(home, discord, *arguments)
    await program.communicate(typed.encode())
    assert program.returncode == 0


async def test_a_bot_that_computes_answers_is_stopped_in_time_and_in_peace(
    discord: Loopback, stocked_home: Path
) -> None:
    bot = await started(stocked_home, discord, "bot")
    await asyncio.wait_for(discord.gateway.ready.wait(), PATIENCE)
    turns = [
        await discord.ask(
            f"Hoeveel wolven leven er in gebied {number}?", by=replace(READER, id=f"49{number}")
        )
        for number in range(40)
    ]
    await turns[0].acknowledged.wait()
    begun = time.monotonic()
    bot.send_signal(signal.SIGTERM)
    code = await asyncio.wait_for(bot.wait(), PATIENCE)

    assert code == 0
    assert time.monotonic() - begun < 10
    assert all(turn.text for turn in turns)
