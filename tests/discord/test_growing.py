"""An answer that grows is shown as it is, at its pace, and never after the one that is final."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.discord.asking.live_edits import growing
from retrieval.search.results import Answer
from tests.discord.answers import simple

ANSWERS = [replace(simple(), text=f"{number} sentences") for number in range(6)]
EVERY = 0.1
Show = Callable[[Answer], None]


class Message:
    """What was shown, and when; an edit takes `seconds`, and the first `failing` ones fail."""

    def __init__(self, seconds: float = 0, failing: int = 0) -> None:
        self.shown: list[Answer] = []
        self.times: list[float] = []
        self._seconds = seconds
        self._failing = failing

    async def edit(self, answer: Answer) -> None:
        self.times.append(time.monotonic())
        await asyncio.sleep(self._seconds)
        if len(self.times) <= self._failing:
            raise ConnectionResetError
        self.shown.append(answer)


def told_from_a_thread(show: Show, pause: float) -> threading.Thread:
    def tell() -> None:
        for answer in ANSWERS:
            show(answer)
            time.sleep(pause)

    thread = threading.Thread(target=tell)
    thread.start()
    return thread


async def test_the_newest_is_shown_at_its_pace_and_the_last_edit_is_that_long_ago() -> None:
    message = Message(seconds=0.02)
    async with growing(message.edit, EVERY) as show:
        thread = told_from_a_thread(show, 0.03)
        await asyncio.to_thread(thread.join)

    assert time.monotonic() - message.times[-1] >= EVERY
    assert all(later - one >= EVERY for one, later in pairwise(message.times))
    assert message.shown[0] == ANSWERS[0]
    assert 1 < len(message.shown) < len(ANSWERS)
    assert [one for one in ANSWERS if one in message.shown] == message.shown


async def test_what_comes_after_the_end_is_not_shown() -> None:
    message = Message()
    async with growing(message.edit, EVERY) as show:
        pass
    show(ANSWERS[0])
    await asyncio.sleep(EVERY)

    assert message.shown == []


async def test_an_edit_that_fails_ends_nothing() -> None:
    message = Message(failing=1)
    async with growing(message.edit, EVERY) as show:
        thread = told_from_a_thread(show, 0.05)
        await asyncio.to_thread(thread.join)

    assert message.shown


async def test_where_no_answer_comes_the_edit_under_way_is_the_last_and_nobody_waits_for_more() -> None:
    message = Message(seconds=0.05)
    begun = time.monotonic()

    async def fails() -> None:
        async with growing(message.edit, 30) as show:
            show(ANSWERS[0])
            await asyncio.sleep(0.01)
            raise LookupError

    with pytest.raises(LookupError):
        await fails()

    assert message.shown == ANSWERS[:1]
    assert time.monotonic() - begun < 5


def test_an_answer_that_comes_when_the_bot_has_stopped_breaks_nothing() -> None:
    async def begin() -> Show:
        async with growing(Message().edit) as show:
            return show

    show = asyncio.run(begin())
    show(ANSWERS[0])
