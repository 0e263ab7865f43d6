"""Two bots of a shard each, two workers, PostgreSQL and Chroma, each killed once: all is done, once."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.catalogue import articles, feeds, guild_settings, integrity, journal
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.jobs import standing
from tests import tally
from tests.conftest import OpenDesk
from tests.discord.news_site import page, serving
from tests.discord.programs import started
from tests.discord.stocked import WOLVES, stocked
from tests.jobs.left_jobs import listed
from tests.load.crowd import QUESTION, Crowd, is_final
from tests.reading.loopback import Answer, Site
from tests.servers import NO_POSTGRESQL, ChromaServer, PostgreSQL, chroma_server, postgresql_server
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import (
    CHANNEL_ID,
    FAR_CHANNEL_ID,
    FAR_GUILD_ID,
    GUILD_ID,
    READER,
    far_channel,
    far_guild,
)
from tests.storage.newsroom import assert_words_agree

_PAGES, _FILED, _FEEDS, _ENTRIES = 100, 50, 10, 5  # 200 articles, by three ways
_QUESTIONS = 500
_EVERY = 0.25  # seconds between two questions
_BETWEEN = 16.0  # seconds between two deaths
_DOWN = 2.0  # seconds that something stays dead
_PLACES = ((GUILD_ID, CHANNEL_ID), (FAR_GUILD_ID, FAR_CHANNEL_ID))


@dataclass
class Stage:
    """All that runs, and what it runs with."""

    discord: Loopback
    home: Path
    site: Site
    postgresql: PostgreSQL
    chroma: ChromaServer
    programs: dict[str, Process] = field(default_factory=dict)

    @property
    def settings(self) -> dict[str, str]:
        return {"DATABASE_URL": self.postgresql.url, "CHROMA_URL": self.chroma.url, "EMBEDDING_THREADS": "1"}

    async def start(self, name: str) -> None:
        """Start a bot, `bot 0` or `bot 1` by its shard, or a worker."""
        kind, _, number = name.partition(" ")
        shard = {"SHARD_IDS": number, "SHARD_COUNT": "2"} if kind == "bot" else {}
        port = str(self.site.server.server_port)
        module = "tests.jobs.worker_process"
        given = {**self.settings, **shard}
        self.programs[name] = await started(self.home, self.discord, kind, port, module=module, **given)

    async def kill(self, name: str) -> None:
        """Kill one and start it again."""
        if name in {"postgresql", "chroma"}:
            server = self.postgresql if name == "postgresql" else self.chroma
            end = self.postgresql.kill if name == "postgresql" else self.chroma.stop
            await asyncio.to_thread(end)
            await asyncio.sleep(_DOWN)
            await asyncio.to_thread(server.start)
            return
        self.programs[name].kill()
        await self.programs[name].wait()
        await asyncio.sleep(_DOWN)
        await self.start(name)

    async def end(self) -> list[int]:
        """Stop all programs and return how each ended."""
        for one in self.programs.values():
            if one.returncode is None:
                one.terminate()
        return [await asyncio.wait_for(one.wait(), 60) for one in self.programs.values()]


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[tuple[PostgreSQL, ChromaServer]]:
    """Both stores, which a test may kill."""
    with postgresql_server() as postgresql, chroma_server(tmp_path / "served") as chroma:
        if postgresql is None:
            pytest.skip(NO_POSTGRESQL)
        yield postgresql, chroma


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback() as server:
        yield server


@pytest.mark.torture
async def test_each_process_is_killed_once_and_nothing_is_lost_or_done_twice(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path, servers: tuple[PostgreSQL, ChromaServer]
) -> None:
    began = time.monotonic()
    discord.world.add(far_guild(), far_channel())
    discord.gateway.starts.at_once = 2
    with serving() as site:
        stage = Stage(discord, tmp_path, site, *servers)
        desk = stocked(open_desk(long_running=True, **stage.settings), [WOLVES])
        _prepare(desk, site)
        names = ["worker 1", "bot 0", "worker 2", "bot 1"]
        for name in names:
            await stage.start(name)
        await discord.until(lambda: discord.gateway.shards == {0, 1})
        leaving = asyncio.create_task(_leave(stage))
        crowd = Crowd()
        asking = asyncio.create_task(_ask(discord, crowd))
        for name in (*names, "chroma", "postgresql"):
            await asyncio.sleep(_BETWEEN)
            await stage.kill(name)
        await asyncio.gather(leaving, asking)
        await _all_done(desk)
        codes = await stage.end()

    texts = Counter(text for text in _stored(desk) if "Bericht" in text)
    made = _changes_by_article(desk)
    unheard = [turn for turn in crowd.turns if not is_final(turn)]
    figures = {
        "articles": len(texts),
        "stored twice": sum(texts.values()) - len(texts),
        "changed twice": sum(count > 1 for count in made.values()),
        "questions": len(crowd.turns),
        "answered": crowd.answered,
        "told to ask again": crowd.apologised,
        "told by Discord that the bot is away": sum(turn.acknowledged_at is None for turn in unheard),
        "left alone": sum(turn.acknowledged_at is not None for turn in unheard),
        "given up": len(listed(desk)),
        "longest answer, s": round(max(crowd.seconds), 1),
        "seconds": round(time.monotonic() - began),
    }
    print(json.dumps(figures))  # noqa: T201 - what a scenario showed is what it is run for
    tally.note("scenario", {"stores": "PostgreSQL and Chroma's server"}, figures)
    assert len(texts) == _PAGES + _FILED + _FEEDS * _ENTRIES
    assert set(texts.values()) == {1}
    assert set(made.values()) == {1}
    assert len(crowd.turns) == _QUESTIONS
    assert (figures["left alone"], figures["given up"]) == (0, 0)
    assert crowd.answered > _QUESTIONS / 2
    assert [turn.text for turn in crowd.turns if turn.followups] == []
    assert codes == [0] * 4
    _assert_whole(desk)


def _prepare(desk: Desk, site: Site) -> None:
    """Let both servers be asked as often as this asks, and follow feeds that bring articles."""
    with desk.catalogue.writing() as connection:
        for guild, _ in _PLACES:
            generous = GuildSettings(per_guild=1000, per_person=1000)
            guild_settings.write(connection, guild, generous)
        for number in range(_FEEDS):
            items = ""
            for entry in range(_ENTRIES):
                url = site.show(f"/feed{number}/{entry}", _page(f"feed {number} {entry}"))
                items += f"<item><title>{number} {entry}</title><link>{url}</link></item>"
            body = f"<rss version='2.0'><channel><title>Krant {number}</title>{items}</channel></rss>"
            feed = site.answer(f"/feed{number}", Answer(body.encode()))
            guild = _PLACES[number % 2][0]
            feeds.add(connection, guild, feed, None, adds=True, by="Mia", at=desk.now())
    for number in range(_PAGES):
        site.show(f"/pagina{number}", _page(f"pagina {number}"))


def _text(name: str) -> str:
    words = "De gemeente heeft maandag besloten over de brug, de haven en het nieuwe station aan de kade. "
    return f"Bericht {name}. {words}Volgens de wethouder van {name} begint het werk in het voorjaar."


def _page(name: str) -> str:
    return page(f"Besluit {name}", _text(name), language="nl")


async def _leave(stage: Stage) -> None:
    """Leave pages by their addresses for one server, and articles of a file for everybody."""
    urls = [f"{stage.site.url}/pagina{number}" for number in range(_PAGES)]
    filed = stage.home / "filed.jsonl"
    lines = [json.dumps({"text": _text(f"lijst {number}"), "language": "nl"}) for number in range(_FILED)]
    filed.write_text("\n".join(lines))
    for given in (["--guild", GUILD_ID, *urls], [str(filed)]):
        program = await started(stage.home, stage.discord, "add", "--later", *given, **stage.settings)
        await program.communicate()
        assert program.returncode == 0


async def _ask(discord: Loopback, crowd: Crowd) -> None:
    """Ask in the servers of both shards by turns, and wait for what everybody is told."""
    waiting = []
    for number in range(_QUESTIONS):
        waiting.append(asyncio.create_task(_ask_one(discord, crowd, number)))
        await asyncio.sleep(_EVERY)
    await asyncio.gather(*waiting)


async def _ask_one(discord: Loopback, crowd: Crowd, number: int) -> None:
    guild, channel = _PLACES[number % 2]
    person = replace(READER, id=f"51{number % 200:03}")
    began = time.monotonic()
    turn = await discord.ask(QUESTION, guild=guild, channel=channel, by=person)
    crowd.turns.append(turn)
    with contextlib.suppress(TimeoutError):
        # Nobody waits for longer than three seconds for a bot that is away: Discord says so by itself.
        await discord.until(lambda: turn.acknowledged_at is not None or is_final(turn), 5)
        await discord.until(lambda: is_final(turn))
        crowd.seconds.append(time.monotonic() - began)


async def _all_done(desk: Desk) -> None:
    for _ in itertools.repeat(None, 240):
        with desk.catalogue.reading() as connection:
            found = standing.counted(connection)
        if found is not None and not found.waiting + found.later + found.running:
            return
        await asyncio.sleep(1)
    pytest.fail(f"jobs are left: {listed(desk)}")


def _stored(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.draft.text for one in articles.every(connection)]


def _changes_by_article(desk: Desk) -> Counter[str]:
    with desk.catalogue.reading() as connection:
        return Counter(one.article_id for one in journal.recent(connection, 10_000))


def _assert_whole(desk: Desk) -> None:
    with desk.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
        for guild, _ in _PLACES:
            for feed in feeds.of_guild(connection, guild):
                assert (feed.failures, feed.lost) == (0, 0)
                assert feed.polled is not None
    assert_words_agree(desk.catalogue)
    assert desk.chroma is not None
    desk.chroma.synchronise()
    assert desk.chroma.synchronise() == (0, 0)
