"""A bot and ten terminals add a thousand articles at once, while people ask."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

import corpus
from bot.assembly import Desk
from corpus.catalogue import articles, integrity
from corpus.filters import Filters
from corpus.reading.sources import read
from tests import tally
from tests.conftest import OpenDesk
from tests.discord.programs import bot_program
from tests.load.crowd import Crowd, asking
from tests.load.terminals import Ended, run_newsdesk
from tests.servers import new_schema
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN, GUILD_ID
from tests.small_discord.state.world import File
from tests.storage.newsroom import assert_chroma_agrees, assert_words_agree
from tests.storage.processes import Beside

_TERMINALS = 10
_EACH = 99
_BY_BOT = 10
_PATIENCE = 600.0  # seconds for a terminal, on a busy machine
_SAMPLES = str(Path(corpus.__file__).parent / "samples")
_SEEN = ("de molen", "het veer", "the harbour", "de kaasmarkt", "the lighthouse", "het stadhuis", "de dijk")


def text(terminal: int, number: int) -> str:
    return f"Dossier {terminal}x{number}: {_SEEN[number % len(_SEEN)]} van Hollum is sinds maandag weer open."


@pytest.mark.torture
@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
async def test_a_bot_and_ten_terminals_add_a_thousand_articles_at_once(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path, request: pytest.FixtureRequest, database: str
) -> None:
    settings = _settings(tmp_path, request, database)
    desk = open_desk(**settings)
    list(desk.curator.add(read(_SAMPLES), "tester"))
    before = len(_urls(desk))
    files = [_written(tmp_path, terminal) for terminal in range(_TERMINALS)]
    async with bot_program(tmp_path, discord, **settings), asking(discord) as crowd:
        begun = time.monotonic()
        terminals = [
            Beside(run_newsdesk, tmp_path, number, ("add", str(file), "--json"), **settings)
            for number, file in enumerate(files)
        ]
        by_bot = [asyncio.create_task(_added_by_bot(discord, number)) for number in range(_BY_BOT)]
        told = await asyncio.gather(
            *(asyncio.to_thread(terminal.everything, _PATIENCE) for terminal in terminals)
        )
        await asyncio.gather(*by_bot)
        took = time.monotonic() - begun

    ended: list[Ended] = [one for (one,) in told]
    assert [one.code for one in ended] == [0] * _TERMINALS, [one.err for one in ended]
    assert sum(len(one.added) for one in ended) == _TERMINALS * _EACH
    _assert_whole(open_desk(long_running=True, **settings), tmp_path, before)
    assert (crowd.apologised, crowd.left) == (0, [])
    _note(database, crowd, ended, took)


def _settings(home: Path, request: pytest.FixtureRequest, database: str) -> dict[str, str]:
    if database == "SQLite":
        return {"DATABASE_URL": f"sqlite:///{home / 'catalogue.db'}"}
    return {"DATABASE_URL": new_schema(request.getfixturevalue("postgresql"))}


def _written(home: Path, terminal: int) -> Path:
    file = home / f"articles-{terminal}.jsonl"
    lines = [
        json.dumps({"text": text(terminal, number), "url": f"https://example.org/{terminal}/{number}"})
        for number in range(_EACH)
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


async def _added_by_bot(discord: Loopback, number: int) -> None:
    """Add an article as a moderator does in Discord."""
    file = File(f"bericht-{number}.txt", text(_TERMINALS, number).encode(), "text/plain")
    turn = await discord.use("corpus add", {"file": file}, by=ADMIN)
    await discord.until(lambda: turn.message and "Add" in turn.message.buttons)
    assert turn.message is not None
    await discord.click(turn.message, "Add", by=ADMIN)
    await discord.until(lambda: turn.message and "Undo" in turn.message.buttons)


def _urls(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.draft.text for one in articles.every(connection, Filters(guild=GUILD_ID))]


def _assert_whole(desk: Desk, home: Path, before: int) -> None:
    expected = Counter(text(terminal, number) for terminal in range(_TERMINALS) for number in range(_EACH))
    expected += Counter(text(_TERMINALS, number) for number in range(_BY_BOT))
    held = _urls(desk)
    assert len(held) == before + _TERMINALS * _EACH + _BY_BOT
    assert expected - Counter(held) == Counter()
    assert desk.chroma is not None
    for sought in list(expected)[:: len(expected) // 20]:
        hits = desk.search.find(sought, 10, Filters(guild=GUILD_ID)).hits
        assert sought in {hit.article.draft.text for hit in hits}
    with desk.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
    assert_words_agree(desk.catalogue)
    assert_chroma_agrees(desk.catalogue, home / "chroma")


def _note(database: str, crowd: Crowd, ended: Sequence[Ended], took: float) -> None:
    waits = [wait for one in ended for wait in one.waits]
    figures = {
        "articles added": _TERMINALS * _EACH + _BY_BOT,
        "lost": 0,
        "twice": 0,
        "seconds": round(took, 1),
        "waits for the lock": len(waits),
        "longest wait, s": round(max(waits, default=0), 2),
        "questions": len(crowd.turns),
        "answered": crowd.answered,
        "longest answer, s": round(max(crowd.seconds), 1),
    }
    tally.note("load", {"database": database}, figures)
