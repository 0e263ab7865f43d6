"""The first contact: one message to a server that the bot has joined, and what it has yet to set."""

from __future__ import annotations

import datetime
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.servers_found import of_servers
from corpus.catalogue import servers
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import WOLVES, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import (
    ADMIN,
    BOT,
    CHANNEL_ID,
    CLOSED_CHANNEL_ID,
    GUILD_ID,
    MODERATOR_ROLE,
    OTHER_GUILD_ID,
    OWNER,
    READER,
    SECOND_CHANNEL_ID,
)
from tests.small_discord.state.permissions import EMBED_LINKS

StartOn = Callable[..., Awaitable[Any]]


def said(discord: Loopback) -> list[Message]:
    """Return all that the bot has said to anybody."""
    return [message for message in discord.messages.values() if message.author == BOT.id]


def ungreeted(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return servers.ungreeted(connection, datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))


def known(desk: Desk) -> set[str]:
    with desk.catalogue.reading() as connection:
        return {one.guild for one in servers.present(connection)}


async def joined(discord: Loopback, desk: Desk, guild: str = GUILD_ID) -> None:
    """Invite the bot, and wait until it has dealt with that."""
    await discord.join(guild)
    await discord.until(lambda: guild in known(desk) and not ungreeted(desk))


async def test_a_server_is_greeted_once_in_its_system_channel_and_never_again(
    discord: Loopback, desk: Desk
) -> None:
    readers = discord.world.guilds[GUILD_ID]
    readers.joined, readers.system_channel, readers.locale = False, SECOND_CHANNEL_ID, "nl"
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: OTHER_GUILD_ID in known(desk))
        assert said(discord) == []
        await joined(discord, desk)
        (hello,) = said(discord)
        assert hello.channel == SECOND_CHANNEL_ID
        assert hello.content.startswith("Hallo! Ik beantwoord vragen uit nieuwsartikelen")
        assert hello.buttons == ["Voeg je eerste artikel toe", "Instellingen", "/help"]
        for going in (discord.outage, discord.leave):
            await going()
            await joined(discord, desk)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: known(desk) == {GUILD_ID, OTHER_GUILD_ID})
        await discord.leave()
        await discord.until(lambda: GUILD_ID not in known(desk))
        await joined(discord, desk)
    assert said(discord) == [hello]


async def test_the_buttons_of_the_greeting_do_what_they_say_for_whom_they_may(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    readers = discord.world.guilds[GUILD_ID]
    readers.joined, readers.system_channel = False, CHANNEL_ID
    await start_on(desk)
    await joined(discord, desk)
    (hello,) = said(discord)

    refused = await discord.click(hello, "Add your first article", by=READER)
    form = await discord.click(hello, "Add your first article", by=ADMIN)
    preview = await discord.submit(
        form, {"Text": "The otters of Quillhaven number 14, the wardens counted.", "Title": "Otters counted"}
    )
    settings = await discord.click(hello, "Settings", by=ADMIN)
    not_theirs = await discord.click(hello, "Settings", by=READER)
    helped = await discord.click(hello, "/help", by=READER)

    assert refused.private
    assert refused.content.startswith("Only moderators can do this: people who may manage the server")
    await discord.until(lambda: "Otters counted" in preview.text)
    assert settings.private
    assert "Settings of this server" in settings.text
    assert not_theirs.content.startswith("Only people who may manage the server")
    assert helped.private
    assert "I have no articles yet" in helped.text
    assert hello.edits == []


async def test_where_it_may_not_write_the_owner_is_told_and_a_fault_only_delays_that(
    discord: Loopback, desk: Desk
) -> None:
    readers = discord.world.guilds[GUILD_ID]
    readers.joined, readers.system_channel = False, CLOSED_CHANNEL_ID
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: OTHER_GUILD_ID in known(desk))
        discord.http.fail("POST", "/users/@me/channels", 503)
        await discord.join()
        await discord.until(lambda: ("POST", "/users/@me/channels") in discord.http.requests)
        assert ungreeted(desk) == [GUILD_ID]
        assert said(discord) == []
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: not ungreeted(desk))
        (hello,) = said(discord)
    assert hello.channel == discord.world.direct(OWNER).id
    assert hello.content.startswith("Thank you for inviting me to Readers.")
    assert "`/corpus add`" in hello.content
    assert hello.buttons == ["/help"]


async def test_stats_and_settings_say_what_is_missing_until_nothing_is(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    stats = await discord.use("corpus stats", by=ADMIN)
    settings = (await discord.use("newsdesk settings", by=ADMIN)).message
    assert settings is not None

    for text in (stats.text, settings.text):
        assert "What is missing" in text
        for sentence in (
            "No articles: add",
            "No feeds: follow",
            "No moderators' role",
            "No moderators' channel",
        ):
            assert sentence in text
        assert "No Message Content intent" in text
        assert "Permissions" not in text
    await discord.choose(settings, "set-role", MODERATOR_ROLE, by=ADMIN)
    await discord.choose(settings, "set-moderators-channel", SECOND_CHANNEL_ID, by=ADMIN)
    stocked(desk, [WOLVES], GUILD_ID)
    again = (await discord.use("corpus stats", by=ADMIN, locale="nl")).text
    assert "Wat er ontbreekt\n- Geen feeds" in again
    assert "rol" not in again.split("Wat er ontbreekt")[1]


async def test_doctor_tells_the_operator_what_each_server_has_yet_to_set_or_allow(
    discord: Loopback, desk: Desk
) -> None:
    everyone = discord.world.guilds[GUILD_ID].roles[GUILD_ID]
    discord.world.guilds[GUILD_ID].roles[GUILD_ID] = replace(
        everyone, permissions=everyone.permissions & ~EMBED_LINKS
    )
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.until(lambda: len(found(desk)) == 3)
    told = found(desk)

    assert told["message content"].startswith("in threads the bot reads only what mentions it.")
    assert "Permissions that I lack: Embed Links. No articles" in told[f"server Readers ({GUILD_ID})"]
    assert "Permissions" not in told[f"server Elsewhere ({OTHER_GUILD_ID})"]
    assert "No moderators' channel" in told[f"server Elsewhere ({OTHER_GUILD_ID})"]


def found(desk: Desk) -> dict[str, str]:
    """Return what `doctor` finds about Discord by the name of the check, once the servers have names."""
    findings = {one.name: one.finding for one in of_servers(desk)}
    return {name: finding for name, finding in findings.items() if name.endswith(")") or "content" in name}
