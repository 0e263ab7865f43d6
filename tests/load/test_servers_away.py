"""PostgreSQL or the Chroma server goes away under load and comes back: nothing lost, nobody left alone."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import corpus
from bot.assembly import Desk
from corpus.catalogue import integrity
from corpus.reading.sources import read
from tests import tally
from tests.conftest import OpenDesk
from tests.discord.programs import bot_program
from tests.load.crowd import Crowd, asking
from tests.load.terminals import add_till_it_fails
from tests.servers import NO_POSTGRESQL, ChromaServer, PostgreSQL, chroma_server, postgresql_server
from tests.small_discord.loopback import Loopback
from tests.storage.newsroom import assert_words_agree, live_ids
from tests.storage.processes import Beside

_SAMPLES = str(Path(corpus.__file__).parent / "samples")
_AWAY = 6  # questions are asked while a server is away
_AFTER = 4  # and are answered before and afterwards


@pytest.mark.torture
async def test_postgresql_may_stop_and_start_again_under_load(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path
) -> None:
    with postgresql_server() as server:
        if server is None:
            pytest.skip(NO_POSTGRESQL)
        settings = {"DATABASE_URL": server.url}
        desk = _stocked(open_desk(**settings))
        async with _loaded(discord, tmp_path, settings) as (crowd, terminal):
            await _gone_and_back(discord, crowd, server)
            told = await asyncio.to_thread(terminal.everything)
        assert told[-1].startswith("The catalogue at postgresql+psycopg://newsdesk@127.0.0.1:")
        _assert_nothing_lost(desk, set(told[:-1]))
        assert crowd.left == []
        _note("PostgreSQL", crowd)
        desk.close()


@pytest.mark.torture
@pytest.mark.parametrize("emptied", [False, True])
async def test_a_chroma_server_may_stop_and_start_again_under_load(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path, *, emptied: bool
) -> None:
    folder = tmp_path / "served"
    with chroma_server(folder) as server:
        settings = {"CHROMA_URL": server.url}
        desk = _stocked(open_desk(**settings))
        async with _loaded(discord, tmp_path, settings) as (crowd, terminal):
            await _gone_and_back(discord, crowd, server, folder if emptied else None)
            told = await asyncio.to_thread(terminal.killed)
        _assert_nothing_lost(desk, set(told))
        assert crowd.left == []
        _note(f"Chroma's server{', emptied' if emptied else ''}", crowd)


def _stocked(desk: Desk) -> Desk:
    list(desk.curator.add(read(_SAMPLES), "tester"))
    return desk


@contextlib.asynccontextmanager
async def _loaded(
    discord: Loopback, home: Path, settings: dict[str, str]
) -> AsyncIterator[tuple[Crowd, Beside]]:
    """Run the bot, a crowd that asks it and a terminal that adds, until the test is done with them."""
    async with bot_program(home, discord, **settings), asking(discord) as crowd:
        terminal = Beside(add_till_it_fails, home, **settings)
        await discord.until(lambda: crowd.answered >= _AFTER)
        yield crowd, terminal


async def _gone_and_back(
    discord: Loopback, crowd: Crowd, server: PostgreSQL | ChromaServer, folder: Path | None = None
) -> None:
    """Stop a server, take its `folder` away if one is given, start it, and wait until answers come again."""
    await asyncio.to_thread(server.stop)
    asked = len(crowd.turns)
    await discord.until(lambda: len(crowd.turns) >= asked + _AWAY)
    if folder:
        await asyncio.to_thread(shutil.rmtree, folder)
    await asyncio.to_thread(server.start)
    before = crowd.answered
    await discord.until(lambda: crowd.answered >= before + _AFTER)


def _assert_nothing_lost(desk: Desk, reported: set[str]) -> None:
    assert reported
    assert reported <= live_ids(desk.catalogue)
    with desk.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
    assert_words_agree(desk.catalogue)


def _note(server: str, crowd: Crowd) -> None:
    figures = {
        "questions": len(crowd.turns),
        "answered": crowd.answered,
        "apologised to": crowd.apologised,
        "left alone": len(crowd.left),
        "articles lost": 0,
        "longest answer, s": round(max(crowd.seconds), 1),
    }
    tally.note("servers", {"server": server}, figures)
