"""The small Discord is as strict as Discord: what people may do and see, and what a bot is told."""

from __future__ import annotations

from typing import Any, cast

import pytest

from tests.small_discord.guest import Guest, visiting
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import (
    ADMIN,
    MODERATOR,
    MODERATOR_ROLE,
    OTHER_GUILD_ID,
    OTHER_MODERATOR,
    OTHER_READER,
    READER,
    SECOND_CHANNEL_ID,
)
from tests.small_discord.state.world import File


async def test_an_answer_takes_the_place_of_thinking_and_its_buttons_work(discord: Loopback) -> None:
    async with visiting(discord):
        card = await discord.use("ask", {"question": "Why?"}, by=READER)
        assert card.message is not None
        private = await discord.click(card.message, "Passages", by=OTHER_READER)
        chosen = await discord.choose(card.message, "outlet", "B")
        await discord.click(card.message, "later")
        await discord.until(lambda: card.content == "changed")

    assert [message.text for message in discord.seen(by=READER)] == ["changed", "followed"]
    assert [message.text for message in discord.seen(by=OTHER_READER)] == ["changed", "only for you"]
    assert private.private
    assert chosen.message is card.message
    assert [version["content"] for version in card.message.versions] == ["", "Why?", "chose B"]
    assert card.message.buttons == []


async def test_a_button_works_after_a_restart_and_only_for_those_who_see_it(discord: Loopback) -> None:
    async with visiting(discord):
        card = await discord.use("ask", {"question": "Why?"})
    async with visiting(discord):
        assert card.message is not None
        private = await discord.click(card.message, "Passages")
        assert private.message is not None
        with pytest.raises(AssertionError, match="does not see the message"):
            await discord.click(private.message, "Passages", by=OTHER_READER)
        with pytest.raises(AssertionError, match="there is no 'Buy'"):
            await discord.click(card.message, "Buy")
        elsewhere = await discord.click(card.message, "Passages", from_guild=OTHER_GUILD_ID)

    assert elsewhere.document["guild_id"] == OTHER_GUILD_ID
    assert len(discord.gateway.identities) == 2


async def test_a_modal_returns_what_is_typed_and_its_files(discord: Loopback) -> None:
    async with visiting(discord):
        card = await discord.use("ask", {"question": "Why?"})
        assert card.message is not None
        kept = await discord.submit(
            await discord.click(card.message, "Edit"), {"File": File("a.txt", b"text", "text/plain")}
        )
        modal = await discord.click(card.message, "Edit")
        typed = await discord.submit(modal, {"title": "New"})
        with pytest.raises(AssertionError, match="must be from 0 to 20 long"):
            await discord.submit(modal, {"Title": "x" * 21})

    assert (kept.content, typed.content) == ("Old ['text']", "New []")


async def test_options_are_typed_as_they_are_registered(discord: Loopback) -> None:
    async with visiting(discord):
        file = File("a.txt", b"text")
        added = await discord.use(
            "corpus add", {"file": file, "channel": SECOND_CHANNEL_ID, "member": READER.id}, by=ADMIN
        )
        fed = await discord.use("corpus feed add", {"outlet": "A", "often": 2}, by=ADMIN)
        choices = await discord.suggest("corpus feed add", "outlet", "De", by=ADMIN)
        roles = await discord.use("corpus add", {"role": MODERATOR_ROLE}, by=ADMIN)
        assert roles.message is not None
        chosen = await discord.choose(roles.message, "roles", [MODERATOR_ROLE], by=ADMIN)
        for wrong in ({}, {"outlet": "A", "often": 25}, {"outlet": "A", "mode": "x"}, {"outlet": 1}):
            with pytest.raises(AssertionError):
                await discord.use("corpus feed add", wrong, by=ADMIN)

    assert added.content == "text talk reader"
    assert fed.content == "A 2 auto"
    assert choices == [{"name": "De 2000", "value": "De"}]
    assert chosen.content == "moderators"


async def test_commands_are_shown_by_permission_place_and_the_servers_settings(discord: Loopback) -> None:
    async with visiting(discord):
        everyone = {"ask", "Ask about this"}
        assert discord.visible_commands(READER) == everyone
        assert discord.visible_commands(MODERATOR) == everyone
        assert discord.visible_commands(ADMIN) == everyone | {"corpus"}
        assert discord.visible_commands(ADMIN, guild=OTHER_GUILD_ID) == everyone
        assert discord.visible_commands(OTHER_MODERATOR, guild=OTHER_GUILD_ID) == everyone | {"corpus"}
        assert discord.visible_commands(ADMIN, guild=None) == everyone
        with pytest.raises(AssertionError, match="reader is not shown 'corpus'"):
            await discord.use("corpus add")
        forced = await discord.use("corpus add", forced=True)
        discord.allow("corpus", {MODERATOR_ROLE})
        assert discord.visible_commands(MODERATOR) == everyone | {"corpus"}

    assert forced.message is not None


async def test_a_bot_reads_only_what_its_intents_allow(discord: Loopback) -> None:
    async with visiting(discord) as guest:
        first = await discord.post("hidden", attachments=[File("a.txt", b"text")])
        await discord.post("asked", mentions_bot=True, replies_to=first)
        await discord.post("direct", guild=None)
        await discord.until(lambda: len(guest.heard) == 3)
        fetched = await guest.heard[0].channel.fetch_message(int(first.id))
        about = await discord.menu("Ask about this", first)

    assert [message.content for message in guest.heard[:3]] == ["", "<@1000> asked", "direct"]
    assert guest.heard[0].attachments == []
    replied = guest.heard[1].reference
    assert replied is not None
    assert cast("Any", replied.resolved).content == ""
    assert fetched.content == ""
    assert about.content == "about hidden"


async def test_with_message_content_granted_everything_is_read(discord: Loopback) -> None:
    discord.grant_message_content()
    async with visiting(discord, Guest(message_content=True)) as guest:
        await discord.post("open", attachments=[File("a.txt", b"text")])
        await discord.until(lambda: guest.heard)
        assert await guest.heard[0].attachments[0].read() == b"text"

    assert guest.heard[0].content == "open"


async def test_an_intent_that_was_not_granted_closes_the_gateway(discord: Loopback) -> None:
    with pytest.raises(Exception, match=r"privileged intents|4014"):
        async with visiting(discord, Guest(message_content=True)):
            pass

    assert discord.gateway.identities == []


async def test_without_message_intents_no_message_comes(discord: Loopback) -> None:
    async with visiting(discord, Guest(messages=False)) as guest:
        await discord.post("unheard")
        await discord.answered()

    assert guest.heard == []
