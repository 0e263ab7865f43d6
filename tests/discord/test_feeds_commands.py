"""Moderators follow feeds: seen first, listed with how they do, and what they find waits or is added."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.assembly import Desk, now
from bot.discord.client import Newsdesk
from bot.discord.feeds.announcing import Announcing
from bot.discord.feeds.feed_panel import list_embed
from corpus.catalogue import feeds, guild_settings, proposals
from corpus.catalogue.feeds import FeedRow
from corpus.catalogue.guild_settings import GuildSettings
from retrieval.curating.polling import Poller
from tests.discord.added import held, shown
from tests.discord.conftest import running
from tests.discord.news_site import page, reading
from tests.discord.newsrooms import newsroom_of
from tests.reading.loopback import Answer, Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import (
    ADMIN,
    CLOSED_CHANNEL_ID,
    GUILD_ID,
    OTHER_GUILD_ID,
    OTHER_MODERATOR,
    READER,
    SECOND_CHANNEL_ID,
)

StartOn = Callable[..., Awaitable[Any]]
TITLES = ("Brug *dicht*", "Pont vaart", "Kerk open", "Markt vol")
SENTENCES = (
    "De brug bij Sluisdorp is sinds maandag dicht voor onderhoud, meldt de provincie.",
    "Het veer over de Waarde vaart weer elk half uur na een winter zonder dienst.",
    "De kerk van Bargstede is elke zaterdag open voor bezoekers uit de hele streek.",
    "Op de markt in Waardermonde staan dit jaar zestig kramen, twaalf meer dan toen.",
)


@pytest.fixture
def site(desk: Desk) -> Iterator[Site]:
    """A newspaper whose home page names its feed of four articles."""
    with reading(desk) as site:
        items = ""
        for number, (title, sentence) in enumerate(zip(TITLES, SENTENCES, strict=True)):
            site.show(f"/{number}", page(title, sentence, language="nl"))
            items += (
                f"<item><title>{title}</title><link>/{number}</link><guid>g{number}</guid>"
                f"<pubDate>0{number + 1} Mar 2025 12:00:00 +0000</pubDate></item>"
            )
        channel = f"<channel><title>De Stad</title>{items}</channel>"
        site.show("/feed", f"<rss version='2.0'>{channel}</rss>", "application/rss+xml")
        site.show("/", "<html><link rel=alternate type=application/rss+xml href=/feed></html>")
        yield site


def poll(desk: Desk) -> None:
    Poller(desk.catalogue, desk.curator, now, lambda: 0.5, desk.web_client, pause=0).poll_due()


def followed(desk: Desk, guild: str = GUILD_ID) -> list[FeedRow]:
    with desk.catalogue.reading() as connection:
        return feeds.of_guild(connection, guild)


def follow(desk: Desk, site: Site, *, adds: bool = False, guild: str = GUILD_ID) -> FeedRow:
    with desk.catalogue.writing() as connection:
        url = f"{site.url}/feed"
        return feeds.add(connection, guild, url, "De Stad", adds=adds, by="admin", at=now())


def settle(desk: Desk, **values: Any) -> None:
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, GUILD_ID, GuildSettings(**values))


async def listed(discord: Loopback, **how: Any) -> Message:
    message = (await discord.use("corpus feed list", by=ADMIN, **how)).message
    assert message is not None
    assert message.only_for == ADMIN.id
    return message


def is_previewed(message: Message, title: str) -> bool:
    return title in message.text and message.content == ""


async def refused(discord: Loopback, url: str, **how: Any) -> str:
    turn = await discord.use("corpus feed add", {"url": url, "mode": "ask"}, by=ADMIN, **how)
    await discord.until(lambda: " feed " in turn.text)
    return turn.text


async def test_a_page_leads_to_its_feed_which_is_seen_before_it_is_followed(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    await start_on(desk)
    turn = await discord.use("corpus feed add", {"url": f"<{site.url}/>", "mode": "add"}, by=ADMIN)
    message = await shown(discord, turn, "Follow", "Cancel")
    await asyncio.to_thread(poll, desk)

    assert turn.private
    assert f"[De Stad](<{site.url}/feed>)" in message.text
    assert "It holds 4 articles; the newest:" in message.text
    assert f"- news.example, <t:1741089600:D>: [Markt vol](<{site.url}/3>)" in message.text
    assert "Pont vaart" in message.text
    assert "Brug" not in message.text
    assert "New articles are added by themselves." in message.text
    assert held(desk) == set()
    assert "**Not followed yet**" in (await listed(discord)).text

    await discord.click(message, "Follow", by=ADMIN)
    assert message.text.startswith("**Followed**: news.example: [De Stad]")
    assert message.buttons == []
    assert "for the first time within a minute" in (await listed(discord)).text
    await asyncio.to_thread(poll, desk)
    assert held(desk) == set(TITLES)
    assert "Read <t:" in (await listed(discord)).text


async def test_a_feed_not_wanted_is_cancelled_and_one_followed_already_changes_its_mode(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    await start_on(desk)
    options = {"url": f"{site.url}/feed", "mode": "ask"}
    turn = await discord.use("corpus feed add", options, by=ADMIN, locale="nl")
    message = await shown(discord, turn, "Volgen", "Annuleren")
    await discord.click(message, "Annuleren", by=ADMIN, locale="nl")
    assert message.text.startswith("**Niet gevolgd**")
    assert followed(desk) == []

    follow(desk, site, adds=True)
    again = await discord.use("corpus feed add", options, by=ADMIN)
    await discord.until(lambda: "already" in again.text)
    assert "New articles wait until a moderator adds them." in again.text
    assert [feed.adds for feed in followed(desk)] == [False]


async def test_what_is_no_feed_or_no_public_address_is_refused_with_what_to_do(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    await start_on(desk)
    port = site.url.rpartition(":")[2]

    assert "Only http and https addresses can be followed" in await refused(discord, "the newspaper")
    assert "There is no feed at this address" in await refused(discord, f"{site.url}/0")
    assert "leads into a private network" in await refused(discord, f"http://router.example:{port}/feed")
    dutch = await refused(discord, f"{site.url}/nothing", locale="nl")
    assert dutch.startswith("Er is geen feed om te volgen. ")
    assert followed(desk) == []


async def test_what_waits_is_gone_through_one_by_one(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    follow(desk, site)
    await asyncio.to_thread(poll, desk)
    await start_on(desk)
    everything = await listed(discord)
    assert "**4 articles wait.**" in everything.text

    turn = await discord.click(everything, "Review 1", by=ADMIN)
    message = await shown(discord, turn, "Add", "Edit", "Cancel", "Next")
    assert turn.private
    assert "Brug \\*dicht\\*" in message.text
    await discord.click(message, "Add", by=ADMIN)
    await shown(discord, turn, "Undo", "Next")
    # Of the three that are left the first is passed over, and comes round again.
    for title, passed_over in ((TITLES[1], True), *((title, False) for title in (*TITLES[2:], TITLES[1]))):
        await discord.click(message, "Next", by=ADMIN)
        await discord.until(functools.partial(is_previewed, message, title))
        if not passed_over:
            await discord.click(message, "Cancel", by=ADMIN)
            await shown(discord, turn, "Next")

    nothing = await discord.click(message, "Next", by=ADMIN)
    assert nothing.text == "No article of this feed waits any more."
    assert held(desk) == {TITLES[0]}
    assert (await listed(discord)).buttons == []


async def test_a_failing_feed_says_why_and_since_when_and_is_paused_resumed_and_removed(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    follow(desk, site)
    await asyncio.to_thread(poll, desk)
    site.answer("/feed", Answer(b"no", 503))
    with desk.catalogue.writing() as connection:
        feeds.resume(connection, 1, GUILD_ID, now())
    await asyncio.to_thread(poll, desk)
    await start_on(desk)

    failing = (await listed(discord)).text
    assert "**It could not be read** the last time: The site" in failing
    assert "It was last read <t:" in failing
    (choice,) = await discord.suggest("corpus feed pause", "feed", "STAD", by=ADMIN)
    assert choice == {"name": "De Stad", "value": "1"}
    paused = (await discord.use("corpus feed pause", {"feed": "1"}, by=ADMIN)).message
    assert paused is not None
    (choice,) = await discord.suggest("corpus feed resume", "feed", "", by=ADMIN)
    assert choice["name"] == "De Stad (paused)"
    assert "**Paused**: `/corpus feed resume` reads it again." in (await listed(discord)).text
    await discord.click(paused, "Resume", by=ADMIN)
    assert paused.text.startswith("**Resumed**")
    assert not followed(desk)[0].paused

    asking = (await discord.use("corpus feed remove", {"feed": "De Stad"}, by=ADMIN)).message
    assert asking is not None
    assert "4 articles that wait would go." in asking.text
    await discord.click(asking, "Cancel", by=ADMIN)
    assert asking.text.startswith("**Kept**")
    asking = (await discord.use("corpus feed remove", {"feed": "De Stad"}, by=ADMIN)).message
    assert asking is not None
    await discord.click(asking, "Remove", by=ADMIN)
    assert followed(desk) == []
    unknown = await discord.use("corpus feed pause", {"feed": "De Stad"}, by=ADMIN)
    assert unknown.text.startswith("“De Stad” is none of the feeds here")
    assert (await listed(discord)).text.startswith("No feed is followed yet")


async def test_finds_are_announced_once_in_the_moderators_channel_and_decided_there(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    settle(desk, moderators_channel=SECOND_CHANNEL_ID)
    discord.world.guilds[GUILD_ID].locale = "nl"
    follow(desk, site)
    follow(desk, site, guild=OTHER_GUILD_ID)
    await asyncio.to_thread(poll, desk)
    bot = await start_on(desk)
    await Announcing(bot, bot.newsroom).announce()
    await Announcing(bot, bot.newsroom).announce()

    posted = discord.seen(SECOND_CHANNEL_ID)
    assert len(posted) == len(TITLES)
    assert "Gevonden door feed De Stad." in posted[0].text
    assert posted[0].buttons == ["Toevoegen", "Bewerken", "Annuleren"]
    await discord.click(posted[0], "Toevoegen", by=ADMIN, locale="nl")
    await discord.until(lambda: posted[0].buttons == ["Ongedaan maken"])
    assert held(desk) == {TITLES[0]}
    assert len(unannounced(desk)) == len(TITLES)


async def test_a_channel_that_cannot_be_written_in_is_logged_once_and_named_in_the_list(
    discord: Loopback, desk: Desk, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    settle(desk, moderators_channel=CLOSED_CHANNEL_ID)
    follow(desk, site)
    await asyncio.to_thread(poll, desk)
    with caplog.at_level(logging.WARNING, "bot.discord.feeds.announcing"):
        async with running(Newsdesk(newsroom_of(desk)), discord):
            await discord.until(lambda: "finds of feeds are not posted" in caplog.text)
            message = await listed(discord)
        caplog.clear()
        async with running(bot := Newsdesk(newsroom_of(desk)), discord):
            announcing = Announcing(bot, bot.newsroom)
            await announcing.announce()
            await announcing.announce()

    assert caplog.text.count("finds of feeds are not posted") == 1
    # The chore and both calls: each gives up the server after the first of its finds.
    assert discord.http.requests.count(("POST", f"/channels/{CLOSED_CHANNEL_ID}/messages")) == 3
    assert message.content.startswith(f"I cannot post finds in <#{CLOSED_CHANNEL_ID}>: give me")
    assert len(unannounced(desk)) == len(TITLES)


async def test_the_feeds_of_a_server_are_its_own(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    follow(desk, site)
    await asyncio.to_thread(poll, desk)
    await start_on(desk)
    mine = await listed(discord)
    review = mine.part("Review 1")
    assert review is not None

    theirs = await discord.use("corpus feed list", by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)
    named = await discord.use("corpus feed pause", {"feed": "1"}, by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)
    offered = await discord.suggest("corpus feed pause", "feed", "", by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)
    clicked = await discord.click(
        mine, review["custom_id"], by=OTHER_MODERATOR, from_guild=OTHER_GUILD_ID, forced=True
    )
    reader = await discord.use("corpus feed remove", {"feed": "1"}, by=READER, forced=True)

    assert theirs.text.startswith("No feed is followed yet")
    assert named.text.startswith("“1” is none of the feeds here")
    assert offered == []
    assert clicked.text == "This is no longer here, or was never here: it may have been removed."
    assert reader.text.startswith("Only moderators can do this")
    assert not followed(desk)[0].paused


def test_a_page_of_the_longest_feeds_fits(desk: Desk) -> None:
    strange = "*_[x](https://example.org)" * 40
    with desk.catalogue.writing() as connection:
        for number in range(6):
            url = f"https://example.org/{number}?{'x' * 280}"
            feed = feeds.add(connection, GUILD_ID, url, strange, adds=True, by="admin", at=now())
            feeds.note_failed(connection, feed.id, due=now(), error=strange)
            feeds.lose(connection, feed.id, strange)
    page = list_embed(followed(desk), dict.fromkeys(range(7), 12), 1, "nl", 50)
    assert len(page.description or "") <= 4096
    assert (page.description or "").count("**Er wachten 12 artikelen.**") == 5


async def test_a_server_follows_no_more_feeds_than_the_operator_allows(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    desk.settings = replace(desk.settings, feeds_per_server=2)
    await start_on(desk)
    with desk.catalogue.writing() as connection:
        for number in range(2):
            url = f"https://example.org/{number}"
            feeds.add(connection, GUILD_ID, url, None, adds=True, by="admin", at=now())
    assert "2 feeds of at most 2" in (await listed(discord)).text
    english = await refused(discord, f"{site.url}/feed")
    assert english.startswith("This server follows 2 feeds, which is the most here")
    dutch = await refused(discord, f"{site.url}/feed", locale="nl")
    assert dutch.startswith("Deze server volgt 2 feeds")
    assert len(followed(desk)) == 2


def unannounced(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.id for one in proposals.unannounced(connection)]
