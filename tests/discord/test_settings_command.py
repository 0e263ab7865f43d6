"""What those who manage a server set: shown anew at once, in force at once, for that server, for good."""

from __future__ import annotations

import zoneinfo
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.assembly import Desk
from bot.discord.administration.left_out_outlets import fits, from_lines, from_menu, outlets_message
from bot.discord.administration.panel import settings_message
from bot.discord.administration.settings_command import ZONES
from bot.discord.client import Newsdesk
from corpus.catalogue import guild_settings
from corpus.catalogue.guild_settings import GuildSettings
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import BONUS, HOW_MANY_WOLVES, WOLVES, stocked
from tests.discord.stocked import UNKNOWN as CHESS
from tests.small_discord.acts.filled import prefilled
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
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
)
from tests.small_discord.state.permissions import SEND_MESSAGES

StartOn = Callable[..., Awaitable[Any]]
CHANNELS, ROLE = "Channels where I answer; none: everywhere", "A role whose members are moderators too"
MODERATORS_CHANNEL = "A channel to tell moderators in"
LANGUAGE = "set-language"
WOLVES_OUTLET = "Het Oosterblad"


async def opened(discord: Loopback, **how: Any) -> Message:
    message = (await discord.use("newsdesk settings", by=ADMIN, **how)).message
    assert message is not None
    assert message.only_for == ADMIN.id
    return message


def kept(desk: Desk, guild: str = GUILD_ID) -> GuildSettings:
    with desk.catalogue.reading() as connection:
        return guild_settings.read(connection, guild)


async def test_nothing_has_to_be_set_and_what_is_chosen_is_kept_and_shown_anew(
    discord: Loopback, desk: Desk
) -> None:
    discord.world.channels[CHANNEL_ID].overwrites[BOT.id] = (0, SEND_MESSAGES)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        message = await opened(discord)
        assert "Channels where I answer\nEverywhere" in message.text
        assert "10 for each person, 60 for the whole server" in message.text
        assert "Integrations" not in message.text

        await discord.choose(message, CHANNELS, [CHANNEL_ID, SECOND_CHANNEL_ID], by=ADMIN)
        assert f"<#{CHANNEL_ID}>, <#{SECOND_CHANNEL_ID}>" in message.text
        await discord.choose(message, ROLE, [MODERATOR_ROLE], by=ADMIN)
        assert f"and <@&{MODERATOR_ROLE}>\nDiscord shows `/corpus` to that role only once" in message.text
        for closed in (CLOSED_CHANNEL_ID, CHANNEL_ID):
            await discord.choose(message, MODERATORS_CHANNEL, closed, by=ADMIN)
            assert "**I cannot post there: give me" in message.text
        await discord.choose(message, MODERATORS_CHANNEL, SECOND_CHANNEL_ID, by=ADMIN)
        assert "I cannot post there" not in message.text
        await discord.click(message, "Do not answer mentions", by=ADMIN, twice=True)
        assert "Mentions of me and replies to me\nNot answered" in message.text
        await discord.choose(message, LANGUAGE, "nl", by=ADMIN)
        assert message.text.startswith("Instellingen van deze server")
        assert "Vermeldingen beantwoorden" in message.buttons

    chosen = GuildSettings(
        channels=(CHANNEL_ID, SECOND_CHANNEL_ID),
        moderator_role=MODERATOR_ROLE,
        moderators_channel=SECOND_CHANNEL_ID,
        language="nl",
        mentions=False,
    )
    assert kept(desk) == chosen
    assert kept(desk, OTHER_GUILD_ID) == GuildSettings()
    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.choose(message, "set-role", [], by=ADMIN)
        await discord.choose(message, LANGUAGE, "own", by=ADMIN)
    assert kept(desk) == replace(chosen, moderator_role=None, language=None)


async def test_what_is_set_counts_at_once_and_in_that_server_alone(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    message = await opened(discord)
    await discord.choose(message, CHANNELS, SECOND_CHANNEL_ID, by=ADMIN)
    await discord.choose(message, ROLE, MODERATOR_ROLE, by=ADMIN)
    form = await discord.click(message, "Questions a minute", by=ADMIN)
    assert form.modal is not None
    assert prefilled(form.modal) == {"For each person": "10", "For the whole server": "60"}
    await discord.submit(form, {"For each person": "1"})
    assert "1 for each person, 60 for the whole server" in message.text
    await discord.choose(message, LANGUAGE, "nl", by=ADMIN)

    refused = await discord.answered(CHESS)
    answered = await discord.answered(CHESS, channel=SECOND_CHANNEL_ID)
    too_many = await discord.answered(CHESS, channel=SECOND_CHANNEL_ID)
    elsewhere = [await discord.answered(CHESS, guild=OTHER_GUILD_ID) for _ in range(2)]
    discord.allow("corpus", {MODERATOR_ROLE})
    by_role = await discord.use("corpus unanswered", by=MODERATOR)
    by_reader = await discord.use("corpus unanswered", by=READER, forced=True)

    assert refused.content == f"Ik beantwoord vragen hier in <#{SECOND_CHANNEL_ID}>."
    assert "Ik vond niets dat dit beantwoordt." in answered.text
    assert too_many.content.startswith("Dat was even een vraag te veel")
    assert all("I found nothing that answers this." in turn.text for turn in elsewhere)
    assert "vraag" in by_role.text
    assert by_reader.content.startswith("Dit kunnen alleen moderatoren")


async def test_a_bad_number_or_everyones_role_is_refused_and_nothing_changes(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    message = await opened(discord)
    for written in ("0", "601", "1.5", "-3", "many", "٣"):
        form = await discord.click(message, "Questions a minute", by=ADMIN)
        answer = await discord.submit(form, {"For the whole server": written})
        assert answer.content.endswith("is not a whole number from 1 to 600: nothing has been changed.")
    role = await discord.choose(message, ROLE, GUILD_ID, by=ADMIN)

    assert role.content == "With that role everyone would be a moderator: choose another."
    assert kept(desk) == GuildSettings()


async def test_the_nights_are_quiet_by_the_clock_of_a_city(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    message = await opened(discord)
    assert "No: people are told at any hour what they watch" in message.text
    await discord.click(message, "Quiet at night", by=ADMIN)
    await discord.choose(message, "set-nights-chosen", "America/New_York", by=ADMIN)
    assert "From 22 to 8 o'clock in New York nobody is told what they watch" in message.text
    assert kept(desk).quiet == "America/New_York"
    await discord.click(message, "Quiet at night", by=ADMIN)
    await discord.choose(message, "set-nights-chosen", "never", by=ADMIN)
    assert kept(desk) == GuildSettings()


def test_every_city_has_a_clock_and_fits_the_menu() -> None:
    assert len(ZONES) == len(set(ZONES)) <= 24
    assert set(ZONES) <= zoneinfo.available_timezones()


async def test_an_outlet_left_out_is_not_quoted_found_or_offered(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS]))
    message = await opened(discord)
    assert "39" in (await discord.answered(HOW_MANY_WOLVES)).text

    await discord.click(message, "Outlets left out", by=ADMIN)
    await discord.choose(message, "set-outlets-chosen", WOLVES_OUTLET, by=ADMIN)
    assert f"- {WOLVES_OUTLET}: one article" in message.text
    asked = await discord.answered(HOW_MANY_WOLVES)
    found = await discord.use("search", {"question": HOW_MANY_WOLVES})
    listed = await discord.use("sources")
    offered = await discord.suggest("ask", "outlet", "o", {"question": HOW_MANY_WOLVES})
    elsewhere = await discord.answered(HOW_MANY_WOLVES, guild=OTHER_GUILD_ID)

    assert "39" not in asked.text
    assert WOLVES_OUTLET not in found.text + listed.text
    assert "One article" in listed.text
    assert WOLVES_OUTLET not in [choice["value"] for choice in offered]
    assert "39" in elsewhere.text

    form = await discord.click(message, "Type names", by=ADMIN)
    assert form.modal is not None
    assert prefilled(form.modal) == {"Outlets left out": WOLVES_OUTLET}
    await discord.submit(
        form, {"Outlets left out": f"\n  de   *Stentor* \n{WOLVES_OUTLET.upper()}\nDe *stentor*"}
    )
    assert "- de \\*Stentor\\*: no articles" in message.text
    await discord.choose(message, "set-outlets-chosen", [], by=ADMIN)
    await discord.click(message, "Back", by=ADMIN)
    assert "Outlets left out\nde \\*Stentor\\*" in message.text
    assert kept(desk).outlets_left_out == ("de *Stentor*",)
    assert "39" in (await discord.answered(HOW_MANY_WOLVES)).text


async def test_only_who_may_manage_the_server_sees_and_changes_its_settings(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    message = await opened(discord)
    await discord.choose(message, ROLE, MODERATOR_ROLE, by=ADMIN)
    button = "set-mentions:no"

    assert "newsdesk" in discord.visible_commands(ADMIN)
    assert "newsdesk" not in discord.visible_commands(MODERATOR) | discord.visible_commands(ADMIN, guild=None)
    used = await discord.use("newsdesk settings", by=MODERATOR, forced=True)
    clicked = await discord.click(message, button, by=MODERATOR, forced=True)
    elsewhere = await discord.click(message, button, by=ADMIN, from_guild=OTHER_GUILD_ID, forced=True)
    direct = await discord.use("newsdesk settings", guild=None, forced=True)

    sentence = "Only people who may manage the server can see and change its settings."
    assert [turn.content for turn in (used, clicked, elsewhere)] == [sentence] * 3
    assert direct.content == "This works in a server only, not in a direct message."
    assert kept(desk).mentions
    assert kept(desk, OTHER_GUILD_ID) == GuildSettings()


async def test_a_server_that_is_unavailable_or_leaves_keeps_all_it_had(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    stocked(desk, [WOLVES], GUILD_ID)
    bot = await start_on(desk)
    await discord.choose(await opened(discord), LANGUAGE, "nl", by=ADMIN)
    await discord.answered(CHESS)
    for going in (discord.outage, discord.leave):
        await going()
        await discord.until(lambda: is_unknown(bot))
        await discord.join()
        await discord.until(lambda: not is_unknown(bot))

    card = await discord.answered(HOW_MANY_WOLVES)
    waiting = await discord.use("corpus unanswered", by=ADMIN)
    assert "39" in card.text
    assert card.text.startswith("Vraag: ")
    assert CHESS in waiting.text


def is_unknown(bot: Newsdesk) -> bool:
    guild = bot.get_guild(int(GUILD_ID))
    return guild is None or guild.unavailable


def test_what_was_not_offered_stays_left_out_and_names_are_kept_once() -> None:
    assert from_menu(["De Stentor", "nos"], ["NOS", "NRC"], ["NRC"]) == ("De Stentor", "NRC")
    assert from_lines(" De  Stentor\n\nnrc\u200b\nNRC\n") == ("De Stentor", "nrc")
    assert fits(["x" * 39] * 100)
    assert not fits(["x"] * 101)
    assert not fits(["x" * 40] * 100)


def test_the_longest_settings_fit() -> None:
    names = tuple(f"{number:02}{'*[' * 19}" for number in range(97))
    numbers = tuple(str(10**19 + number) for number in range(25))
    settings = GuildSettings(numbers, numbers[0], numbers[0], None, outlets_left_out=names)
    for language in ("en", "nl"):
        fields = settings_message(settings, None, language)["embed"].fields
        assert all(len(field.value) <= 1024 for field in fields)
        outlets = outlets_message(names, [(f"{'x' * 98}{number}", 3) for number in range(30)], language)
        assert len(outlets["embed"].description) <= 4096
