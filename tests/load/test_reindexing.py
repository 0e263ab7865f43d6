"""Reindexing to another model beside the running bot, killed halfway and gone on with."""

from __future__ import annotations

from asyncio.subprocess import Process
from collections.abc import Callable
from pathlib import Path

import pytest

import corpus
from bot.discord.display.words import WORDS
from corpus.catalogue import articles
from corpus.reading.sources import read
from tests.conftest import OpenDesk
from tests.discord.programs import bot_program, started
from tests.load.crowd import asking
from tests.small_discord.loopback import Loopback
from tests.storage.newsroom import article
from tests.storage.other_model import other_model_in

_SAMPLES = str(Path(corpus.__file__).parent / "samples")
_MANY = [article(f"Bericht nummer {number} over een brug.") for number in range(400)]
_SLOW = "tests.load.slow_reindexing"
_BATCHES = 3  # are done when the first reindexing is killed
_BATCH = 64  # passages, of which one batch may be done and not told
_AFTER = 3  # questions


@pytest.mark.torture
async def test_the_bot_answers_from_the_old_vectors_until_the_new_are_complete(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path
) -> None:
    desk = open_desk()
    list(desk.curator.add([*read(_SAMPLES), *_MANY], "tester"))
    with desk.catalogue.reading() as connection:
        passages = articles.count(connection)[1]
    other = {"EMBEDDING_MODEL": other_model_in(tmp_path / "other-model")}

    async with bot_program(tmp_path, discord), asking(discord) as crowd:
        killed = await started(tmp_path, discord, module=_SLOW, **other)
        done = sum([await _batch(killed) for _ in range(_BATCHES)])
        killed.kill()
        done += await _rest(killed)
        await _some_more(discord, lambda: crowd.answered)
        again = await started(tmp_path, discord, module=_SLOW, **other)
        rest = await _batch(again)
        await _some_more(discord, lambda: crowd.answered)
        assert crowd.apologised == 0
        rest += await _rest(again)
        assert again.returncode == 0
        await _some_more(discord, lambda: crowd.said(WORDS.english.model_changed))
    assert crowd.left == []
    assert crowd.apologised == crowd.said(WORDS.english.model_changed)
    assert passages - _BATCH <= done + rest <= passages

    old = await started(tmp_path, discord, "bot")
    assert await old.wait() == 1
    async with bot_program(tmp_path, discord, **other), asking(discord) as crowd:
        await _some_more(discord, lambda: crowd.answered)
    assert (crowd.apologised, crowd.left) == (0, [])


async def _batch(reindexing: Process) -> int:
    assert reindexing.stdout is not None
    return int(await reindexing.stdout.readline())


async def _rest(reindexing: Process) -> int:
    """Wait for its end and return how many passages it told of since."""
    told, _ = await reindexing.communicate()
    return sum(int(line) for line in told.split())


async def _some_more(discord: Loopback, counted: Callable[[], int]) -> None:
    before = counted()
    await discord.until(lambda: counted() >= before + _AFTER)
