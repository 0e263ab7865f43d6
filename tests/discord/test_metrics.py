"""What is counted of a running bot: every question once, by what became of it, and nobody named."""

from __future__ import annotations

import logging

from discord.gateway import KeepAliveHandler

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.connection.limits import Limits
from corpus.catalogue import feeds, guild_settings
from corpus.catalogue.guild_settings import GuildSettings
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.discord.answers import Desk as Answering
from tests.discord.conftest import Start
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, stocked
from tests.discord.talked import talked
from tests.reading.loopback import Site
from tests.retrieval.test_polling import Paper
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import GUILD_ID, READER


def value(bot: Newsdesk, name: str, **labels: str) -> float | None:
    """Return what a metric of the bot says; None where it says nothing yet."""
    return bot.newsroom.parts.seen.metrics.registry.get_sample_value(f"newsdesk_{name}", labels)


async def test_questions_are_counted_by_the_way_they_came_and_what_became_of_them(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    bot = await start_on(stocked(desk, [WOLVES]))

    await discord.answered(HOW_MANY_WOLVES)
    await discord.answered(UNKNOWN)
    await discord.until(lambda: value(bot, "questions_total", way="ask", outcome="abstained"))
    await talked(discord, HOW_MANY_WOLVES, mentions_bot=True)
    await discord.until(lambda: value(bot, "questions_total", way="mention", outcome="answered"))

    assert value(bot, "questions_total", way="ask", outcome="answered") == 1
    assert value(bot, "questions_total", way="ask", outcome="abstained") == 1
    assert value(bot, "answer_seconds_count", way="ask") == 2
    assert value(bot, "requests_total", command="ask") == 2
    assert (value(bot, "queue_wait_seconds_count", lane="question") or 0) >= 3
    await discord.until(lambda: value(bot, "requests_under_way") == 0)


async def test_a_failure_and_a_refusal_are_told_apart(discord: Loopback, start: Start, desk: Desk) -> None:
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(per_person=1))
    bot = await start(Answering(error=RuntimeError("broken")), limits=Limits(clock=lambda: 0.0))

    await discord.answered("Why?")
    await discord.answered("And why?")
    await discord.until(lambda: value(bot, "questions_total", way="ask", outcome="refused"))

    assert value(bot, "questions_total", way="ask", outcome="failed") == 1
    assert value(bot, "questions_total", way="ask", outcome="refused") == 1
    assert value(bot, "incidents_total", command="ask") == 1


async def test_a_connection_that_is_cut_is_seen_and_counted_when_it_is_back(
    discord: Loopback, start: Start
) -> None:
    bot = await start(Answering())
    await discord.until(lambda: value(bot, "gateway_connected"))
    assert value(bot, "gateway_reconnects_total") == 0

    discord.gateway.away = True
    discord.gateway.cut()
    await discord.until(lambda: value(bot, "gateway_connected") == 0)
    discord.gateway.away = False
    await discord.until(lambda: value(bot, "gateway_connected"))

    assert value(bot, "gateway_reconnects_total") == 1
    assert value(bot, "servers") == len(bot.guilds)


async def test_heartbeats_that_discord_py_calls_late_are_counted(start: Start) -> None:
    bot = await start(Answering())
    (shard,) = bot.shards.values()
    heart = shard._parent.ws._keep_alive  # noqa: SLF001 - only there are its own words for it
    assert isinstance(heart, KeepAliveHandler)

    log = logging.getLogger("discord.gateway")
    log.warning(f"{heart.block_msg}\nLoop thread traceback", None, 10)  # noqa: G004 - as discord.py does
    log.warning(heart.behind_msg, None, 11.0)
    log.warning("Something else %s", 1)

    assert value(bot, "gateway_late_heartbeats_total") == 2


async def test_no_label_names_a_person_a_server_or_a_word_of_theirs(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    bot = await start_on(stocked(desk, [WOLVES]))
    await discord.answered(HOW_MANY_WOLVES)
    await discord.until(lambda: value(bot, "questions_total", way="ask", outcome="answered"))
    told = {
        value
        for metric in bot.newsroom.parts.seen.metrics.registry.collect()
        for sample in metric.samples
        for value in sample.labels.values()
    }
    assert {"ask", "answered", "question"} <= told
    private = (GUILD_ID, READER.id, READER.name, "wolven", "Drostenwoud")
    assert [one for one in told if any(secret in one for secret in private)] == []


def test_the_stages_of_an_answer_are_timed(open_desk: OpenDesk) -> None:
    desk = stocked(open_desk(long_running=True), [WOLVES])
    desk.answerer.ask(HOW_MANY_WOLVES, Filters())
    registry = desk.seen.metrics.registry
    for stage in ("search", "reading"):
        assert registry.get_sample_value("newsdesk_stage_seconds_count", {"stage": stage}) == 1


def test_polls_of_feeds_are_counted_with_what_they_brought(desk: Desk, site: Site) -> None:
    paper = Paper(site)
    paper.write("pont")
    with desk.catalogue.writing() as connection:
        for feed in (paper.feed, f"{site.url}/nowhere"):
            feeds.add(connection, GUILD_ID, feed, "Stad", adds=True, by="Mia", at=desk.now())

    desk.poller.poll_due()

    def count(name: str, outcome: str) -> float | None:
        return desk.seen.metrics.registry.get_sample_value(f"newsdesk_{name}_total", {"outcome": outcome})

    assert (count("feed_polls", "ok"), count("feed_polls", "failed")) == (1, 1)
    assert (count("feed_articles", "added"), count("feed_articles", "lost")) == (1, 0)
