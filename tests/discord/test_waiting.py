"""Questions that take their time do not stop the bot from living."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from typing import Any

import pytest

from bot.assembly import Desk as RealDesk
from bot.discord.connection.errors import Busy
from bot.discord.connection.worker import Workers
from corpus.catalogue import guild_settings
from corpus.catalogue.guild_settings import GuildSettings
from retrieval.search.results import Answer
from tests.discord.answers import Desk
from tests.discord.conftest import Start
from tests.small_discord.gateway.gateway import STILL_BEATING
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.turns import ACKNOWLEDGE_WITHIN, Turn
from tests.small_discord.state.changes import PATIENCE
from tests.small_discord.state.fair_clock import fair_time
from tests.small_discord.state.people import GUILD_ID


async def test_a_slow_answer_is_acknowledged_at_once_and_the_heart_beats_on(
    discord: Loopback, start: Start
) -> None:
    await start(Desk(seconds=3.2))
    begun, fairly = time.monotonic(), fair_time()

    turn = await discord.answered()

    assert turn.acknowledged_at is not None
    assert turn.acknowledged_at - turn.asked_at < ACKNOWLEDGE_WITHIN / 2
    assert time.monotonic() - begun >= 3.2
    assert _longest_gap(discord, fairly) < STILL_BEATING


async def test_fifty_questions_at_once_are_all_answered_and_the_heart_beats_on(
    discord: Loopback, start: Start, desk: RealDesk
) -> None:
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(per_person=50))
    slow = _Held()
    await start(slow)
    begun = fair_time()

    turns = await asyncio.gather(*(discord.ask(f"Question {number}?") for number in range(50)))
    await discord.until(lambda: any("questions are before yours" in _said(turn) for turn in turns))
    slow.released.set()
    await discord.until(lambda: all(turn.message and turn.message.embeds for turn in turns))

    acknowledged = [turn.acknowledged_at or float("inf") for turn in turns]
    assert max(at - turn.asked_at for at, turn in zip(acknowledged, turns, strict=True)) < ACKNOWLEDGE_WITHIN
    assert sorted(question for question, _ in slow.asked) == sorted(
        f"Question {number}?" for number in range(50)
    )
    assert len(slow.threads) == 4
    assert _longest_gap(discord, begun) < STILL_BEATING


async def test_a_full_queue_says_so() -> None:
    workers = Workers(threads=1, waiting=1)
    begun, released = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        released.wait(PATIENCE)

    held = [asyncio.create_task(workers.run(work))]
    await asyncio.to_thread(begun.wait, PATIENCE)
    held.append(asyncio.create_task(workers.run(lambda: None)))
    await asyncio.sleep(0)

    with pytest.raises(Busy):
        await workers.run(lambda: None)

    released.set()
    await asyncio.gather(*held)


def _longest_gap(discord: Loopback, begun: float) -> float:
    beats = [begun, *(beat for beat in discord.gateway.beats if beat > begun), fair_time()]
    return max(after - before for before, after in itertools.pairwise(beats))


class _Held(Desk):
    """Answers nothing before it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def ask(self, *asked: Any, **how: Any) -> Answer:
        self.released.wait(PATIENCE)
        return super().ask(*asked, **how)


def _said(turn: Turn) -> str:
    return turn.message.content if turn.message else ""
