"""Several shards, in one process or in several with one catalogue: each server is answered and told once."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import shutil
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import Desk, now
from bot.discord.client import Newsdesk
from bot.discord.connection.errors import StartedTooOften
from bot.discord.connection.ledger import Run, this_run
from bot.discord.curating.past_cards import PastCards
from bot.discord.digest.drawing_up_digest import Drawing
from bot.discord.digest.post import Posting
from bot.discord.feeds.announcing import Announcing
from bot.discord.greeting.joining import Arrivals
from bot.discord.watching.round import Notifying
from corpus.catalogue import digests, feeds, guild_settings, proposals, servers, underway, watches
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.underway import Begun
from tests.conftest import OpenDesk
from tests.discord.answers import Desk as Answering
from tests.discord.conftest import running
from tests.discord.followed import COUNTED, RECOUNTED, WON, add, told, without_own_rounds
from tests.discord.newsrooms import newsroom_of
from tests.discord.programs import started
from tests.discord.stocked import HOW_MANY_WOLVES, WOLVES, asked, stocked
from tests.discord.test_metrics import value
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.changes import PATIENCE
from tests.small_discord.state.people import (
    CHANNEL_ID,
    FAR_CHANNEL_ID,
    FAR_GUILD_ID,
    GUILD_ID,
    OTHER_GUILD_ID,
    far_channel,
    far_guild,
)

NEAR: dict[str, Any] = {"guild": GUILD_ID, "channel": CHANNEL_ID}
FAR: dict[str, Any] = {"guild": FAR_GUILD_ID, "channel": FAR_CHANNEL_ID}
ALONE: dict[str, Any] = {"guild": None}


@pytest.fixture(autouse=True)
def far_away(discord: Loopback) -> None:
    """Add a server that the second shard of two has; both may begin at once."""
    discord.world.add(far_guild(), far_channel())
    discord.gateway.starts.at_once = 2


@contextlib.asynccontextmanager
async def both(discord: Loopback, open_desk: OpenDesk) -> AsyncIterator[tuple[Newsdesk, Newsdesk]]:
    """Run a bot of each shard of two on one catalogue, until the context ends."""
    first, second = (
        Newsdesk(newsroom_of(open_desk(SHARD_IDS=shard, SHARD_COUNT="2"))) for shard in ("0", "1")
    )
    async with running(first, discord), running(second, discord):
        await discord.until(lambda: discord.gateway.shards == {0, 1})
        await discord.until(lambda: len(first.guilds) == 2 and len(second.guilds) == 1)
        yield first, second


async def test_one_process_answers_in_the_servers_of_all_its_shards_and_is_ready_with_all(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    discord.gateway.starts.shards = 2
    bot = Newsdesk(newsroom_of(open_desk(), Answering().ask))
    seen = bot.newsroom.parts.seen
    async with running(bot, discord):
        await discord.until(lambda: value(bot, "shard_connected", shard="0"))
        assert (seen.connected, value(bot, "shard_connected", shard="1")) == (False, 0)
        await discord.until(lambda: seen.connected)
        here, there = await discord.answered("Why?"), await discord.answered("Why?", guild=FAR_GUILD_ID)
        alone = await discord.answered("Why?", guild=None)
        assert value(bot, "shard_servers", shard="0") == 2
        assert value(bot, "shard_servers", shard="1") == 1
        assert value(bot, "shard_latency_seconds", shard="1") is not None

    assert [identity["shard"] for identity in discord.gateway.identities] == [[0, 2], [1, 2]]
    assert all(turn.text for turn in (here, there, alone))


async def test_two_processes_answer_each_in_its_own_servers_by_their_own_settings(
    discord: Loopback, open_desk: OpenDesk, desk: Desk
) -> None:
    stocked(desk, [WOLVES])
    with desk.catalogue.writing() as connection:
        for guild in (GUILD_ID, FAR_GUILD_ID):
            guild_settings.write(connection, guild, GuildSettings(language="nl"))
    async with both(discord, open_desk) as (first, second):
        here = await asked(discord, desk, **NEAR)
        there = await asked(discord, desk, **FAR)
        alone = await asked(discord, desk, guild=None)
        counted = [value(bot, "requests_total", command="ask") for bot in (first, second)]
        known = [
            [bot.newsroom.preferences.of(guild).language for guild in (GUILD_ID, FAR_GUILD_ID)]
            for bot in (first, second)
        ]

    assert all("39" in card.text for card in (here, there, alone))
    assert counted == [2, 1]
    assert known == [["nl", None], [None, "nl"]]


async def test_programs_of_a_shard_each_answer_and_go_in_peace(
    discord: Loopback, tmp_path: Path, sampled_home: Path
) -> None:
    home = shutil.copytree(sampled_home, tmp_path / "home")
    bots = [await started(home, discord, "bot", SHARD_IDS=one, SHARD_COUNT="2") for one in ("0", "1")]
    try:
        await discord.until(lambda: discord.gateway.shards == {0, 1})
        turns = [await discord.answered(HOW_MANY_WOLVES, guild=one) for one in (GUILD_ID, FAR_GUILD_ID)]
        bots[1].kill()
        await discord.until(lambda: discord.gateway.shards == {0})
        turns.append(await discord.answered(HOW_MANY_WOLVES))
        bots[0].send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(bots[0].wait(), PATIENCE)
    finally:
        for one in bots:
            if one.returncode is None:
                one.kill()
            await one.wait()

    assert all("39" in turn.embed["description"] for turn in turns)
    assert code == 0


async def test_sessions_of_several_processes_begin_one_after_the_other(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    discord.gateway.starts.at_once, discord.gateway.starts.pause = 1, 5.0
    async with both(discord, open_desk):
        pass
    assert discord.gateway.starts.too_early == []


async def test_a_bot_that_was_started_too_often_does_not_risk_its_token(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    discord.gateway.starts.remaining = 0
    with pytest.raises(StartedTooOften, match="start it again in 1 minutes"):
        async with running(Newsdesk(newsroom_of(open_desk())), discord):
            pass


async def test_finds_of_feeds_and_digests_are_posted_once_by_whoever_has_the_server(
    discord: Loopback, open_desk: OpenDesk, desk: Desk
) -> None:
    draft = replace(add(desk, COUNTED).draft, text=WON, url="https://news.example/chess")
    for guild, channel in ((GUILD_ID, CHANNEL_ID), (FAR_GUILD_ID, FAR_CHANNEL_ID)):
        with desk.catalogue.writing() as connection:
            guild_settings.write(connection, guild, GuildSettings(moderators_channel=channel))
            feed = feeds.add(connection, guild, "https://x.example", "X", adds=False, by="a", at=now())
            feeds.pause(connection, feed.id, guild)
            proposals.put(connection, draft, guild=guild, by="feed X", at=now(), feed_id=feed.id)
            digests.settle(connection, guild, now() - datetime.timedelta(days=2), channel=channel)
        add(desk, RECOUNTED, guild=guild)

    async with both(discord, open_desk) as bots:
        for _ in range(2):
            announcing = [Announcing(bot, bot.newsroom).announce() for bot in bots]
            posting = [Posting(bot, bot.newsroom, Drawing(bot, bot.newsroom)).post_due() for bot in bots]
            await asyncio.gather(*announcing, *posting)
        for place in (NEAR, FAR):
            assert len(_shown(discord, place, "Add")) == 1
            assert len(_shown(discord, place, "Digest settings")) == 1


async def test_who_watches_is_told_once_and_cards_are_corrected_once(
    discord: Loopback, open_desk: OpenDesk, desk: Desk
) -> None:
    counted = add(desk, COUNTED)
    async with both(discord, open_desk) as bots:
        for bot in bots:
            await without_own_rounds(discord, bot)
        cards = [await asked(discord, desk, **place) for place in (NEAR, FAR, ALONE)]
        for card in cards:
            await discord.click(card, "Watch")
        add(desk, RECOUNTED, "2026-03-03")
        before = len(discord.http.requests)
        with desk.catalogue.writing() as connection:
            watches.mark(connection, [one.id for one in watches.every(connection)])
        await Notifying(bots[1], bots[1].newsroom).go_round()
        assert [one.channel for one in told(discord)] == [FAR_CHANNEL_ID]
        await _gone_round(bots)
        await _gone_round(bots)
        channels = sorted(one.channel for one in told(discord))
        sent = [path for method, path in discord.http.requests[before:] if method == "POST"]

        desk.curator.correct(counted.id, "Nine.", "operator")
        before = len(discord.http.requests)
        for _ in range(2):
            await asyncio.gather(*(PastCards(bot, bot.newsroom, 0).bring_up_to_date() for bot in bots))
        edits = [path for method, path in discord.http.requests[before:] if method == "PATCH"]

    assert channels == sorted(card.channel for card in cards)
    assert len(sent) == len(cards)
    assert all("**Corrected**" in card.text for card in cards)
    assert sorted(set(edits)) == sorted(edits)


async def test_who_starts_leaves_alone_what_the_other_has_under_way_and_puts_its_own_right(
    discord: Loopback, open_desk: OpenDesk, desk: Desk
) -> None:
    left = await discord.post("How many wolves are there far away?", guild=FAR_GUILD_ID, mentions_bot=True)
    mine = await discord.post("How many wolves are there near by?", mentions_bot=True)
    # To the other it looks as if a process of this machine had died, whatever the truth.
    run = str(Run(this_run().machine, 2**22 + 1, "elsewhere"))
    with desk.catalogue.writing() as connection:
        for message, guild in ((left, FAR_GUILD_ID), (mine, GUILD_ID)):
            underway.begin(connection, Begun(message.id, now(), run, "en", guild, message.channel))

    second = Newsdesk(newsroom_of(open_desk(SHARD_IDS="1", SHARD_COUNT="2"), Answering().ask))
    async with running(second, discord):
        await discord.until(lambda: _under_way(desk) == [mine.id], 30)
    assert [one.reply_to for one in _apologies(discord)] == [left.id]


async def test_servers_of_other_shards_stay_as_the_other_process_knows_them(
    discord: Loopback, open_desk: OpenDesk, desk: Desk
) -> None:
    with desk.catalogue.writing() as connection:
        servers.meet(connection, ["2999", str((1 << 22) + 5)], now())
    async with both(discord, open_desk) as bots:
        await discord.until(lambda: len(_present(desk)) == 3)
        await asyncio.gather(*(Arrivals(bot, bot.newsroom).look_round() for bot in bots))
        assert _present(desk) == sorted([GUILD_ID, OTHER_GUILD_ID, FAR_GUILD_ID])


async def _gone_round(bots: tuple[Newsdesk, ...]) -> None:
    await asyncio.gather(*(Notifying(bot, bot.newsroom).go_round() for bot in bots))


def _under_way(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [begun.id for begun in underway.left(connection)]


def _present(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return sorted(one.guild for one in servers.present(connection))


def _shown(discord: Loopback, place: dict[str, Any], label: str) -> list[Message]:
    return [
        one for one in discord.messages.values() if one.channel == place["channel"] and label in one.buttons
    ]


def _apologies(discord: Loopback) -> list[Message]:
    return [one for one in discord.messages.values() if "I was interrupted" in one.content]
