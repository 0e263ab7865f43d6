"""The small Discord's HTTP API: threads, replies, refusals as Discord words them, and failures on request."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import discord as library
import pytest

from tests.small_discord.guest import Guest, visiting
from tests.small_discord.loopback import Loopback
from tests.small_discord.routes.channel_access import refuse_limits
from tests.small_discord.routes.replies import Refused
from tests.small_discord.rules.command_rules import commands_broken
from tests.small_discord.rules.component_rules import components_broken, modal_broken
from tests.small_discord.state.people import (
    CHANNEL_ID,
    CLOSED_CHANNEL_ID,
    GUILD_ID,
    OTHER_CHANNEL_ID,
    OTHER_GUILD_ID,
    OTHER_READER,
    READER,
)

_MESSAGES = f"/channels/{CHANNEL_ID}/messages"


@pytest.fixture
async def guest(discord: Loopback) -> AsyncIterator[Guest]:
    async with visiting(discord) as one:
        yield one


@pytest.fixture
def news(guest: Guest) -> library.PartialMessageable:
    return guest.get_partial_messageable(int(CHANNEL_ID), guild_id=int(GUILD_ID))


async def test_a_thread_is_a_channel_that_begins_with_its_message(discord: Loopback, guest: Guest) -> None:
    asked = await discord.post("Why?", mentions_bot=True)
    await discord.until(lambda: guest.heard)
    thread = await guest.heard[0].create_thread(name="Why?")
    await discord.post("And then?", author=OTHER_READER, thread=discord.thread(asked), mentions_bot=True)
    await discord.until(lambda: guest.heard[-1].content.endswith("And then?"))
    second = guest.heard[-1]
    answer = await second.reply("So.")
    history = [message async for message in thread.history(limit=10)]

    assert isinstance(second.channel, library.Thread)
    assert [message.content for message in history] == ["So.", "<@1000> And then?", ""]
    assert history[-1].type is library.MessageType.thread_starter_message
    assert discord.messages[str(answer.id)].reply_to == str(second.id)
    with pytest.raises(library.HTTPException) as refused:
        await guest.heard[0].create_thread(name="Again")
    assert refused.value.code == 160004


async def test_history_is_newest_first_between_two_messages(
    discord: Loopback, news: library.PartialMessageable
) -> None:
    posted = [await discord.post(str(number)) for number in range(5)]
    first, last = (library.Object(int(posted[place].id)) for place in (0, 4))

    before = [message.id async for message in news.history(limit=2, before=last)]
    after = [message.id async for message in news.history(limit=2, after=first)]

    assert before == [int(posted[3].id), int(posted[2].id)]
    assert after == [int(posted[1].id), int(posted[2].id)]


async def test_what_discord_refuses_it_refuses_with_its_codes(
    discord: Loopback, guest: Guest, news: library.PartialMessageable
) -> None:
    theirs = await discord.post("mine")
    private = await discord.menu("Ask about this", theirs)
    assert private.message is not None
    closed = guest.get_partial_messageable(int(CLOSED_CHANNEL_ID))
    refusals = {
        50005: news.get_partial_message(int(theirs.id)).edit(content="x"),
        50001: closed.send("x"),
        10008: news.get_partial_message(int(private.message.id)).edit(content="x"),
        10003: guest.fetch_channel(1),
    }

    for code, request in refusals.items():
        with pytest.raises(library.HTTPException) as refused:
            await request
        assert refused.value.code == code
    await discord.leave(OTHER_GUILD_ID)
    with pytest.raises(library.Forbidden):
        await guest.get_partial_messageable(int(OTHER_CHANNEL_ID)).send("x")
    await discord.until(lambda: guest.left)


async def test_a_server_that_is_unwell_is_not_one_that_was_left(discord: Loopback, guest: Guest) -> None:
    await discord.until(lambda: len(guest.guilds) == 2)
    await discord.outage()
    await discord.until(lambda: [guild.id for guild in guest.guilds if guild.unavailable] == [int(GUILD_ID)])
    await discord.join()
    await discord.until(lambda: not any(guild.unavailable for guild in guest.guilds))
    await discord.leave()
    await discord.until(lambda: guest.left == [int(GUILD_ID)])

    assert [guild.id for guild in guest.guilds] == [int(OTHER_GUILD_ID)]


async def test_failures_happen_where_a_test_asks_for_them(
    discord: Loopback, news: library.PartialMessageable
) -> None:
    discord.http.fail("POST", _MESSAGES, 429)
    await news.send("limited")
    discord.http.fail("POST", _MESSAGES, None, done=True)
    with pytest.raises(aiohttp.ClientError):
        await news.send("sent, but who knows")
    held = discord.http.hold("POST", _MESSAGES)
    sending = asyncio.create_task(news.send("late"))
    await held.met.wait()
    before = [message.content for message in discord.seen()]
    assert held.held is not None
    held.held.set()
    await sending

    assert before == ["limited", "sent, but who knows"]
    assert discord.seen()[-1].content == "late"


async def test_late_double_and_foreign_interactions_get_no_second_word(
    discord: Loopback, guest: Guest
) -> None:
    errors: list[Any] = []

    async def note(_: Any, error: Exception) -> None:
        errors.append(error)

    guest.tree.on_error = note  # type: ignore[method-assign]
    twice = await discord.use("ask", {"question": "Why?"}, twice=True)
    await discord.use("ask", {"question": "Why?"}, expired=True)
    await discord.use("ask", {"question": "Why?"}, taken=True)
    await discord.until(lambda: len(errors) == 3)

    assert sorted(error.original.code for error in errors) == [10062, 40060, 40060]
    assert [message.content for message in discord.seen()] == ["Why?"]
    twice.expired = True
    assert twice.message is not None


async def test_a_direct_message_is_between_two(discord: Loopback, guest: Guest) -> None:
    user = await guest.create_dm(library.Object(int(READER.id)))
    await user.send("hello")
    turn = await discord.use("ask", {"question": "Why?"}, guild=None)

    assert [message.content for message in discord.seen(guild=None)] == ["hello", "Why?"]
    assert turn.document["context"] == 1
    assert discord.seen(guild=None, by=OTHER_READER) == []


def _button(**of: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "x", "custom_id": "x"} | of


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ({"content": "x" * 2001}, "content is longer than 2000"),
        ({"content": "", "embeds": []}, "the message is empty"),
        ({"content": "x", "allowed_mentions": {"parse": [], "replied_user": True}}, "mentions are not"),
        ({"content": "x", "allowed_mentions": {"parse": [], "users": ["4000"]}}, "mentions are not"),
        ({"content": "x", "embeds": [{"fields": [{"name": "", "value": "x"}]}]}, "a field is empty"),
        ({"content": "x", "components": [{"type": 1, "components": [_button()] * 2}]}, "the same custom id"),
    ],
)
def test_a_message_over_a_limit_is_refused(body: dict[str, Any], rule: str) -> None:
    with pytest.raises(Refused, match=rule):
        refuse_limits({"allowed_mentions": {"parse": []}} | body)


@pytest.mark.parametrize(
    ("component", "rule"),
    [
        (_button(label="x" * 81), "label is longer than 80"),
        (_button(custom_id="x" * 101), "custom_id is longer than 100"),
        (_button(url="https://example.org"), "not either a custom id or an address"),
        (_button(label=""), "a button says nothing"),
        ({"type": 3, "custom_id": "x", "options": []}, "a select has not 1 to 25 options"),
    ],
)
def test_a_component_over_a_limit_is_refused(component: dict[str, Any], rule: str) -> None:
    broken = list(components_broken([{"type": 1, "components": [component]}], 0))

    assert any(rule in each for each in broken)


def test_modals_and_commands_over_a_limit_are_refused() -> None:
    text = {"type": 4, "custom_id": "x", "style": 1, "placeholder": "x" * 101}
    modal = {"title": "x" * 46, "custom_id": "x", "components": [{"type": 1, "components": [text]}]}
    option = {"name": "A", "description": "x", "type": 3, "required": False}
    required = {**option, "name": "b", "required": True}
    command = {"name": "ask", "description": "", "options": [option, required]}

    assert len(list(modal_broken(modal))) == 2
    assert len(list(commands_broken([command]))) == 3
