"""Moderators have a digest of what came in posted: once whatever happens, and none where nothing came in."""

from __future__ import annotations

import asyncio
import datetime
import functools
import itertools
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.assembly import Desk, now
from bot.discord.client import Newsdesk
from bot.discord.digest.digest_card import digest_card
from bot.discord.digest.drawing_up_digest import Drawing
from bot.discord.digest.post import Posting
from corpus.article import Article, Genre
from corpus.catalogue import arrivals, digests, guild_settings, posted, schema, unanswered
from corpus.catalogue.digests import Digest, Every
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.posted import Posted
from corpus.catalogue.unanswered import Reason
from corpus.filters import Filters
from retrieval.curating.digest.answered_since import Answered, Drawn
from retrieval.curating.digest.gathering import CameIn, Story
from tests.discord.conftest import running
from tests.discord.dying import post_and_die
from tests.discord.newsrooms import newsroom_of
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state import permissions
from tests.small_discord.state.people import (
    ADMIN,
    BOT,
    CHANNEL_ID,
    CLOSED_CHANNEL_ID,
    GUILD_ID,
    MODERATOR,
    MODERATOR_ROLE,
    OTHER_GUILD_ID,
    READER,
    SECOND_CHANNEL_ID,
    Channel,
)
from tests.storage.newsroom import add_one, article
from tests.storage.processes import Beside
from tests.stores import shared

StartOn = Callable[..., Awaitable[Newsdesk]]
DAY = datetime.timedelta(days=1)
QUAY = (
    "The quay wall at Hollum gave way on Tuesday night and took two parked vans with it. Nobody was hurt. "
    "The port will rebuild the wall before the winter, for 4 million euros."
)
VANS = (
    "Divers have lifted both vans out of the port of Hollum, a week after the quay wall there gave way. The "
    "port will rebuild the old wall before the winter and closes the quay until then."
)
CHEESE = "De kaasmakerij in Ternaard wint de nationale prijs voor de beste oude kaas, die 5000 euro waard is."
PRICE = "What will it cost to rebuild the quay wall at Hollum?"
CHESS = "Who won the chess tournament in Reykjavik?"


def settle(desk: Desk, **values: Any) -> None:
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(**values))


def due_digest(desk: Desk, channel: str = CHANNEL_ID, guild: str = GUILD_ID) -> None:
    """Have a digest that was set two days ago, and is due."""
    with desk.catalogue.writing() as connection:
        digests.settle(connection, guild, now() - 2 * DAY, channel=channel)


def held(desk: Desk) -> Digest:
    with desk.catalogue.reading() as connection:
        return digests.find(connection, GUILD_ID)


def news(desk: Desk, most: int = 4) -> None:
    every = (
        (QUAY, "Quay wall gives way", "2026-11-18", "Sea *Mail*"),
        (VANS, "Vans lifted from port of Hollum", "2026-11-25", "Harbour Post"),
        (f"{QUAY} More tomorrow.", "Hollum quay collapses", "2026-11-19", "Copy"),
        (CHEESE, "Ternaardse kaas wint prijs", "2026-11-20", "De Zuivel"),
    )
    for text, title, day, outlet in every[:most]:
        url = f"https://{outlet.split()[0].lower()}.example/{day}"
        add_one(desk, article(text, day, title=title, outlet=outlet, url=url), guild=GUILD_ID)


def ask(desk: Desk, question: str, channel: str | None = CHANNEL_ID) -> str:
    """Have a question asked in a channel that nothing answers, so that it waits."""
    answer = desk.answerer.ask(question, Filters(guild=GUILD_ID))
    assert answer.abstained
    with desk.catalogue.writing() as connection:
        if channel is not None:
            shown = Posted(f"{channel}{answer.id[:4]}", channel, answer.id, "en", embedded=True)
            posted.remember(connection, shown)
        unanswered.put(connection, answer.id, Reason.ABSTAINED, now())
    return answer.id


def is_told(desk: Desk, before: int) -> bool:
    return held(desk).told > before


async def post_due(bot: Newsdesk) -> None:
    await Posting(bot, bot.newsroom, Drawing(bot, bot.newsroom)).post_due()


async def opened(discord: Loopback, **how: Any) -> Message:
    message = (await discord.use("digest", **{"by": ADMIN, **how})).message
    assert message is not None
    await discord.until(lambda: not message.loading)
    return message


def part(message: Message, name: str) -> dict[str, Any]:
    found = message.part(name)
    assert found is not None
    return found


async def test_moderators_choose_where_and_when_and_see_before_what_would_be_posted(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    settle(desk, moderator_role=MODERATOR_ROLE)
    await start_on(desk)
    message = await opened(discord, by=ADMIN)
    assert message.only_for == ADMIN.id
    assert message.embed["description"].startswith("No digest is posted")
    turn = await discord.click(message, "Show now", by=ADMIN)
    assert turn.text.startswith("Nothing has come in since <t:")

    await discord.choose(message, "Choose the channel", SECOND_CHANNEL_ID, by=ADMIN)
    await discord.choose(message, "digest-every", "week", by=ADMIN)
    await discord.choose(message, "digest-hour", "20", by=ADMIN)
    assert f"posted in <#{SECOND_CHANNEL_ID}>, the next <t:" in message.text
    news(desk)
    shown = (await discord.click(message, "Show now", by=ADMIN)).message
    assert shown is not None
    assert shown.only_for == ADMIN.id
    assert shown.content == "This is what a digest would say now; only you see it."
    assert "4 articles came in since" in shown.text
    await discord.choose(message, "digest-hour", "21", by=ADMIN)
    later = (await discord.click(message, "Show now", by=ADMIN)).message
    assert later is not None
    with desk.catalogue.reading() as connection:
        first = min(one.added for one in arrivals.arrived(connection, Filters(guild=GUILD_ID), 0, 4))
    assert f"4 articles came in since <t:{int(first.timestamp())}:f>" in later.text
    zoned = await opened(discord, options={"time_zone": "amsterdam"}, by=ADMIN)
    assert "`Europe/Amsterdam`" in zoned.text
    assert (held(desk).every, held(desk).hour, held(desk).channel) == (Every.WEEK, 21, SECOND_CHANNEL_ID)
    forced = await discord.use("digest", by=MODERATOR, forced=True)
    assert "the next <t:" in forced.text
    await discord.choose(message, "digest-every", "never", by=ADMIN)
    assert not held(desk).on
    assert discord.seen(SECOND_CHANNEL_ID) == []


async def test_time_zones_are_offered_and_unknown_ones_told(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    offered = await discord.suggest("digest", "time_zone", "ams", by=ADMIN)
    wrong = await discord.use("digest", {"time_zone": "Amsterdm"}, by=ADMIN)
    dutch = await discord.use("digest", {"time_zone": "de maan"}, by=ADMIN, locale="nl")
    reader = await discord.use("digest", by=READER, forced=True)
    assert offered[0]["value"] == "Europe/Amsterdam"
    assert "is no time zone that I know" in wrong.text
    assert "`Europe/Amsterdam`" in wrong.text.split("Did you mean")[1]
    assert "is geen tijdzone die ik ken" in dutch.text
    assert reader.text.startswith("Only moderators can do this")
    assert "digest" not in discord.visible_commands(READER)


async def test_what_came_in_is_posted_once_by_story_with_what_it_answers(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    settle(desk, outlets_left_out=("the gutter",))
    due_digest(desk)
    ask(desk, PRICE)
    ask(desk, CHESS)
    corner = Channel("3003", "corner", guild=GUILD_ID)
    corner.overwrites = {GUILD_ID: (0, permissions.VIEW_CHANNEL), BOT.id: (permissions.VIEW_CHANNEL, 0)}
    discord.world.channels[corner.id] = corner
    for place in (CLOSED_CHANNEL_ID, corner.id, None):
        ask(desk, f"{PRICE} This is secret.", place)
    news(desk)
    add_one(desk, article("Elsewhere it rains.", title="Rain"), guild=OTHER_GUILD_ID)
    add_one(desk, article("A duck was seen.", title="Duck", outlet="The Gutter"))
    bot = await start_on(desk)
    await discord.until(lambda: discord.seen(CHANNEL_ID))
    await discord.until(lambda: held(desk).told == 6)
    await post_due(bot)

    (message,) = discord.seen(CHANNEL_ID)
    assert message.embed["author"]["name"] == "News digest"
    heading, first, second, questions = message.embed["description"].split("\n\n")
    assert heading.startswith("**4 articles came in since <t:")
    assert heading.endswith(":f>**, 2 stories.")
    vans, quay = first.splitlines()
    assert vans.startswith("- Harbour Post, <t:")
    assert vans.endswith(":D>: [Vans lifted from port of Hollum](<https://harbour.example/2026-11-25>)")
    assert quay.endswith(
        "(<https://sea.example/2026-11-18>) (also in [Copy](<https://copy.example/2026-11-19>))"
    )
    assert "Sea \\*Mail\\*" in quay
    assert second.endswith("[Ternaardse kaas wint prijs](<https://de.example/2026-11-20>)")
    assert questions.startswith(
        f"**Questions that waited and have an answer now**\n- {PRICE} **4 million euros**"
    )
    assert "sea.example/2026-11-18" in questions
    assert all(word not in message.text for word in ("Rain", "Duck", "chess", "secret"))
    assert message.buttons == ["Digest settings"]
    clicked = await discord.click(message, "Digest settings", by=ADMIN)
    assert clicked.message is not None
    assert clicked.message.only_for == ADMIN.id
    assert (await discord.click(message, "Digest settings", by=READER)).text.startswith("Only moderators")
    assert (held(desk).told, held(desk).sending) == (6, None)


async def test_nothing_is_posted_where_nothing_came_in_or_it_is_gone_again(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    due_digest(desk)
    gone = add_one(desk, article(CHEESE, title="Kaas"), guild=GUILD_ID).article
    desk.curator.withdraw(gone.id, "It was no cheese.", "5", GUILD_ID)
    bot = await start_on(desk)
    await discord.until(lambda: held(desk).told == 2)
    await post_due(bot)
    assert discord.seen(CHANNEL_ID) == []
    assert held(desk).since > now() - DAY


@pytest.mark.parametrize("posted_before", [True, pytest.param(False, marks=pytest.mark.torture)])
async def test_a_bot_that_goes_between_sending_and_noting_posts_once(
    discord: Loopback, desk: Desk, *, posted_before: bool
) -> None:
    due_digest(desk)
    news(desk, 1)
    path = f"/channels/{CHANNEL_ID}/messages"
    discord.http.fail("POST", path, None, times=4, done=posted_before)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: ("POST", path) in discord.http.requests)
        await discord.until(lambda: len(discord.seen(CHANNEL_ID)) == int(posted_before))
    while discord.http.faults.take("POST", path):
        pass
    assert held(desk).sending is not None
    assert (held(desk).told, len(discord.seen(CHANNEL_ID))) == (0, int(posted_before))
    for message in discord.seen(CHANNEL_ID):
        message.nonce = None  # Discord knows a nonce for some minutes only
    await discord.post("Something else")
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: held(desk).sending is None)
    assert len([message for message in discord.seen(CHANNEL_ID) if message.buttons]) == 1
    assert held(desk).told == 1


async def test_two_bots_on_one_catalogue_post_once(discord: Loopback, start_on: StartOn, desk: Desk) -> None:
    due_digest(desk)
    news(desk, 1)
    path = f"/channels/{CHANNEL_ID}/messages"
    held_back = discord.http.hold("POST", path)
    first = await start_on(desk)
    await discord.until(held_back.met.is_set)
    discord.gateway.ready.clear()
    await start_on(desk)
    await discord.until(lambda: held(desk).told == 1)
    assert held_back.held is not None
    held_back.held.set()
    # The client sends to one route after the other: what was held back has come when this has.
    await first.get_partial_messageable(int(CHANNEL_ID)).send("Afterwards")
    assert [bool(message.embeds) for message in discord.seen(CHANNEL_ID)] == [True, False]


@pytest.mark.torture
async def test_a_bot_that_is_killed_before_any_change_of_what_it_knows_posts_once(
    discord: Loopback, desk: Desk, tmp_path: Path
) -> None:
    due_digest(desk)
    news(desk, 1)
    posts: list[int] = []
    for moment in itertools.count(1):
        before = held(desk).told
        add_one(desk, article(f"Op dag {moment} is er nieuws.", title=f"Dag {moment}"), guild=GUILD_ID)
        with desk.catalogue.writing() as connection:
            connection.execute(update(schema.digests).values(since=now() - 2 * DAY))
        discord.gateway.ready.clear()
        dies = Beside(post_and_die, tmp_path, discord.api, moment, **shared())
        if await asyncio.to_thread(dies.everything):
            break
        for message in discord.seen(CHANNEL_ID):
            message.nonce = None
        discord.gateway.ready.clear()
        async with running(Newsdesk(newsroom_of(desk)), discord):
            await discord.until(functools.partial(is_told, desk, before))
        posts.append(sum(f"- Dag {moment}" in one.text.splitlines() for one in discord.seen(CHANNEL_ID)))
    assert posts == [1] * len(posts)
    assert len(posts) >= 4


async def test_a_channel_that_is_closed_is_told_once_and_the_digest_comes_once_it_can(
    discord: Loopback, start_on: StartOn, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    settle(desk, moderators_channel=SECOND_CHANNEL_ID)
    due_digest(desk, CLOSED_CHANNEL_ID)
    news(desk, 1)
    with caplog.at_level(logging.WARNING, "bot.discord.digest"):
        bot = await start_on(desk)
        await discord.until(lambda: discord.seen(SECOND_CHANNEL_ID))
        with desk.catalogue.writing() as connection:
            digests.complain(connection, GUILD_ID, now() - DAY)
        await post_due(bot)
    (told,) = discord.seen(SECOND_CHANNEL_ID)
    assert told.content.startswith(
        f"I cannot post the digest in <#{CLOSED_CHANNEL_ID}>: give me *View Channel*"
    )
    assert caplog.text.count("is not posted in channel") == 1
    assert held(desk).told == 0

    message = await opened(discord)
    assert f"**I cannot post in <#{CLOSED_CHANNEL_ID}>" in message.text
    await discord.choose(message, "Choose the channel", CHANNEL_ID, by=ADMIN)
    await post_due(bot)
    (digest,) = discord.seen(CHANNEL_ID)
    assert "One article came in" in digest.text
    assert held(desk).told == 1


@pytest.mark.parametrize("history", [True, False])
async def test_a_refusal_of_discord_keeps_the_digest_due(
    discord: Loopback, start_on: StartOn, desk: Desk, *, history: bool
) -> None:
    settle(desk, moderators_channel=SECOND_CHANNEL_ID, language="nl")
    due_digest(desk)
    news(desk, 1)
    if history:
        discord.http.fail("POST", f"/channels/{CHANNEL_ID}/messages", 403)
    else:  # whether a post that was begun stands there could not be told
        overwrites = discord.world.channels[CHANNEL_ID].overwrites
        overwrites[BOT.id] = (0, permissions.READ_MESSAGE_HISTORY)
    await start_on(desk)
    await discord.until(lambda: discord.seen(SECOND_CHANNEL_ID))
    (told,) = discord.seen(SECOND_CHANNEL_ID)
    assert told.content.startswith(f"Ik kan het nieuwsoverzicht niet plaatsen in <#{CHANNEL_ID}>")
    assert (held(desk).told, held(desk).sending) == (0, None)
    assert held(desk).not_before is not None
    assert discord.seen(CHANNEL_ID) == []


async def test_a_post_that_was_begun_elsewhere_stands_in_the_channel_of_now(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    due_digest(desk, CLOSED_CHANNEL_ID)
    news(desk, 1)
    with desk.catalogue.writing() as connection:
        digests.begin(connection, digests.find(connection, GUILD_ID), 1, now())
        digests.settle(connection, GUILD_ID, now(), channel=CHANNEL_ID)
    await start_on(desk)
    await discord.until(lambda: discord.seen(CHANNEL_ID))
    await discord.until(lambda: held(desk).told == 1)
    assert len(discord.seen(CHANNEL_ID)) == 1


def test_what_a_satire_says_is_told_as_such(desk: Desk) -> None:
    add_one(desk, article(QUAY, "2026-11-18", title="Quay wall", language="en", genre=Genre.SATIRE))
    answer = desk.answerer.consider(PRICE, Filters()).answer
    made = tuple(one.article for one in answer.citations[:1])
    found = CameIn((Story((made,)),), 1)
    text = digest_card(Drawn(found, now(), (Answered(PRICE, answer),)), "nl").description or ""
    assert "\n- *satire* <t:" in text
    assert f"- {PRICE} Satire: **4 million euros** (" in text


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_longest_digest_fits_and_counts_what_is_left_out(desk: Desk, language: str) -> None:
    strange = "*_[x](https://example.org)" * 40
    made = [
        Article(
            f"{number}",
            number,
            None,
            article(
                QUAY,
                "2026-11-18",
                title=f"{number} {strange}",
                outlet=strange,
                url=f"https://a.example/{'x' * (number * 3)}",
                genre=Genre.SATIRE,
            ),
            now(),
        )
        for number in range(200)
    ]
    reports = [tuple(made[start : start + 5]) for start in range(0, 200, 5)]
    add_one(desk, article(QUAY, "2026-11-18", title="Quay wall gives way", language="en"))
    answer = desk.answerer.consider(PRICE, Filters()).answer
    answered = tuple(Answered(strange, answer) for _ in range(20))
    found = CameIn((Story(tuple(reports[:20])), Story(tuple(reports[20:]))), 900)
    card = digest_card(Drawn(found, now(), answered, 60), language)
    text = card.description or ""
    assert len(text) <= 4096
    told = text.count("(ook in") + text.count("(also in")
    assert told >= 2
    assert str(900 - 5 * told) in text
    assert "60" in text.splitlines()[-1]
