"""People who ask one question after the other while something else goes on, and what they were told."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

from bot.discord.display.words import WORDS
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import READER

QUESTION = "Hoeveel wolven leven er in het Drostenwoud?"
ANSWER = "39"
_PEOPLE = 200  # nobody asks more often than the bot allows
_APOLOGIES = (
    WORDS.english.out_of_reach,
    WORDS.english.model_changed,
    WORDS.english.apology.partition(";")[0],
    WORDS.english.too_slow,
    WORDS.english.busy,
)


@dataclass
class Crowd:
    """What was asked, and how long each answer took, in seconds."""

    turns: list[Turn] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    @property
    def answered(self) -> int:
        """How many were told the answer."""
        return sum(ANSWER in _told(turn) for turn in self.turns)

    @property
    def apologised(self) -> int:
        """How many were told that it cannot be told now."""
        return sum(_told(turn).startswith(_APOLOGIES) for turn in self.turns)

    @property
    def left(self) -> list[str]:
        """What all others were told last, nothing among it."""
        return [_told(turn) for turn in self.turns if not is_final(turn)]

    def said(self, sentence: str) -> int:
        """Return how many were told a sentence."""
        return sum(sentence in _told(turn) for turn in self.turns)


def _told(turn: Turn) -> str:
    return turn.text if turn.message is not None else ""


def is_final(turn: Turn) -> bool:
    """Tell whether somebody was told the answer, or that it cannot be told now."""
    return ANSWER in _told(turn) or _told(turn).startswith(_APOLOGIES)


@contextlib.asynccontextmanager
async def asking(discord: Loopback, every: float = 1.1) -> AsyncIterator[Crowd]:
    """Have people ask, one every so many seconds, for as long as this lasts; then wait for all answers."""
    crowd, over = Crowd(), asyncio.Event()
    waiting: list[asyncio.Task[None]] = []

    async def ask(number: int) -> None:
        begun = time.monotonic()
        turn = await discord.ask(QUESTION, by=replace(READER, id=f"51{number % _PEOPLE:03}"))
        crowd.turns.append(turn)
        with contextlib.suppress(TimeoutError):  # whoever is told nothing is among those `left`
            await discord.until(lambda: is_final(turn))
            crowd.seconds.append(time.monotonic() - begun)

    async def go_on() -> None:
        for number in itertools.count():
            waiting.append(asyncio.create_task(ask(number)))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(over.wait(), every)
                return

    going = asyncio.create_task(go_on())
    try:
        yield crowd
    finally:
        over.set()
        await going
        await asyncio.gather(*waiting)
