"""Discord fails for a while: what was due is said once all the same, or told by the way that works."""

from __future__ import annotations

import asyncio
import logging

import aiohttp
import discord as library
import pytest

from bot.assembly import Desk as RealDesk
from bot.discord.client import Newsdesk
from bot.discord.connection.retrying import AT_ONCE, may_pass, persist
from bot.discord.talking.replying import Reply
from tests.conftest import OpenDesk
from tests.discord.answers import BONUS, Desk
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import WOLVES, asked, stocked
from tests.discord.talked import reply_to, said_by_bot, settle, talked
from tests.discord.things import Things
from tests.small_discord.loopback import Loopback
from tests.small_discord.routes.faults import Fault
from tests.small_discord.screen.shown import Message
from tests.small_discord.state import permissions
from tests.small_discord.state.people import (
    ADMIN,
    BOT,
    CHANNEL_ID,
    OTHER_READER,
    READER,
    SECOND_CHANNEL_ID,
    Person,
)

_POSTS = f"/channels/{CHANNEL_ID}/messages"


@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("status", [503, None])
async def test_a_mention_is_answered_once_though_discord_failed_once(
    discord: Loopback, start: Start, status: int | None, *, done: bool
) -> None:
    await start(Desk())
    discord.http.fail("POST", _POSTS, status, done=done)

    reply = await talked(discord, "why?", mentions_bot=True)
    await discord.until(lambda: reply.embeds)
    last = await talked(discord, "why?", mentions_bot=True)

    assert BONUS in reply.text
    assert said_by_bot(discord) == [reply, last]


@pytest.mark.torture
async def test_who_was_acknowledged_is_answered_though_the_word_of_that_was_lost_at_the_last_moment(
    discord: Loopback, start: Start
) -> None:
    await start(Desk())
    discord.http.faults.add(Fault("POST", "/interactions/*", done=True, delay=AT_ONCE - 0.1))
    turn = await discord.answered()
    assert BONUS in turn.text


@pytest.mark.parametrize("done", [False, True])
async def test_follow_up_opens_and_greets_once_though_discord_failed_once(
    discord: Loopback, start_on: Start, desk: RealDesk, *, done: bool
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    discord.http.fail("POST", f"{_POSTS}/{card.id}/threads", 503, done=done)
    discord.http.fail("POST", f"/channels/{card.id}/messages", 503, done=done)

    turn = await discord.click(card, "Follow up", by=OTHER_READER)

    thread = discord.thread(card)
    greetings = [one for one in said_by_bot(discord) if one.channel == thread.id and one.buttons == ["Ask"]]
    assert turn.content == f"You can ask on in <#{thread.id}>."
    assert len(greetings) == 1


async def test_a_find_and_a_word_to_the_moderators_are_posted_once_though_their_replies_were_lost(
    discord: Loopback, start_on: Start, desk: RealDesk
) -> None:
    settle(desk, moderators_channel=SECOND_CHANNEL_ID)
    things = Things(desk)
    things.find()
    discord.http.fail("POST", f"/channels/{SECOND_CHANNEL_ID}/messages", 503, done=True)
    await start_on(desk)
    await discord.until(lambda: len(discord.seen(SECOND_CHANNEL_ID, by=ADMIN)) == 2)
    discord.http.fail("POST", f"/channels/{SECOND_CHANNEL_ID}/messages", None, done=True)
    abstention = (await discord.use("ask", {"question": "Wie is de baas van Zwolgen?"})).message
    assert abstention is not None
    await discord.click(abstention, "Tell the moderators")
    await discord.until(lambda: len(discord.seen(SECOND_CHANNEL_ID, by=ADMIN)) == 3)
    await discord.use("sources", {})

    assert len(discord.seen(SECOND_CHANNEL_ID, by=ADMIN)) == 3


async def test_what_cannot_be_said_in_reply_is_said_directly_and_else_shown_by_a_sign(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot.discord")
    bot = await start(Desk())
    first = await _unanswerable(discord, bot, READER)
    (direct,) = discord.seen(by=READER, guild=None)
    place = discord.world.direct(OTHER_READER)
    discord.http.fail("POST", f"/channels/{place.id}/messages", 403)
    second = await _unanswerable(discord, bot, OTHER_READER)

    assert direct.content.startswith("Sorry.\n-# https://discord.com/channels/")
    assert direct.content.endswith(first.id)
    assert first.reactions == []
    assert [one.encode() for one in second.reactions] == ["\N{WARNING SIGN}".encode()]
    assert discord.seen(by=OTHER_READER, guild=None) == []
    assert f"{OTHER_READER.id} could not be told privately" in caplog.text


async def _unanswerable(discord: Loopback, bot: Newsdesk, by: Person) -> Message:
    heard = asyncio.create_task(bot.wait_for("message"))
    await asyncio.sleep(0)
    posted = await discord.post("Just talking.", author=by)
    reply = Reply(await heard, within=0.1)
    discord.http.fail("POST", _POSTS, 503)
    with pytest.raises(library.DiscordServerError):
        await reply.show(content="The answer")
    await reply.say("Sorry.")
    return posted


async def test_who_cannot_be_told_under_the_command_is_told_directly(discord: Loopback, start: Start) -> None:
    await start(Desk())
    discord.http.fail("POST", "/interactions/*", None, times=6)

    await discord.ask("why?")
    await discord.until(lambda: discord.seen(by=READER, guild=None))

    (direct,) = discord.seen(by=READER, guild=None)
    assert direct.content.startswith("Something went wrong")
    assert direct.content.endswith(f"<#{CHANNEL_ID}>")


async def test_what_discord_may_take_later_is_tried_for_a_while_and_no_other() -> None:
    tries: list[float] = []

    async def failing(error: Exception, within: float) -> int:
        tries.clear()

        async def send() -> None:
            tries.append(asyncio.get_running_loop().time())
            raise error

        with pytest.raises(type(error)):
            await persist(send, within)
        return len(tries)

    for status, again in ((429, True), (500, True), (503, True), (524, True), (400, False), (403, False)):
        error = library.HTTPException(_Response(status), "")  # type: ignore[arg-type]
        assert may_pass(error) is again
    assert await failing(aiohttp.ServerDisconnectedError(), 0.4) == 2
    assert await failing(library.HTTPException(_Response(503), ""), 0.0) == 1  # type: ignore[arg-type]
    assert await failing(library.HTTPException(_Response(403), ""), 60) == 1  # type: ignore[arg-type]


class _Response:
    """What discord.py's errors look at of a response."""

    def __init__(self, status: int) -> None:
        self.status, self.reason = status, ""


def _denied(discord: Loopback, *channels: str) -> None:
    for channel in channels:
        discord.world.channels[channel].overwrites[BOT.id] = (0, permissions.SEND_MESSAGES)


async def test_where_the_bot_may_not_write_each_person_is_told_once_directly_across_restarts(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    _denied(discord, CHANNEL_ID, SECOND_CHANNEL_ID)
    async with running(Newsdesk(newsroom_of(open_desk(), Desk().ask)), discord):
        for _ in range(2):
            await discord.post("why?", mentions_bot=True)
        await discord.post("Hoeveel is de bonus en waarom is die zo?", author=OTHER_READER, mentions_bot=True)
        await _told(discord, READER, 1)
        await _told(discord, OTHER_READER, 1)
        discord.http.requests.clear()
    async with running(Newsdesk(newsroom_of(open_desk(), Desk().ask)), discord):
        await discord.post("why?", mentions_bot=True)
        await discord.post("why?", mentions_bot=True, channel=SECOND_CHANNEL_ID)
        await _told(discord, READER, 2)
        await discord.post("why?", mentions_bot=True, channel=SECOND_CHANNEL_ID)
        here = await discord.answered("By command?")

    first, second = discord.seen(by=READER, guild=None)
    (dutch,) = discord.seen(by=OTHER_READER, guild=None)
    assert first.content.startswith(f"I may not write in <#{CHANNEL_ID}> of Readers")
    assert "`/ask` works there all the same" in first.content
    assert "permission Send Messages in that channel" in first.content
    assert f"<#{SECOND_CHANNEL_ID}>" in second.content
    assert "mag ik niet schrijven" in dutch.content
    assert BONUS in here.text
    assert [one for one in said_by_bot(discord) if one.channel == CHANNEL_ID] == [here.message]


async def test_who_is_barred_and_takes_no_direct_messages_is_left_alone_and_the_log_says_so(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot.discord")
    await start(Desk())
    place = discord.world.direct(READER)
    discord.http.fail("POST", f"/channels/{place.id}/messages", 403, times=1)
    # The bot does not know of it yet: it finds out when it replies.
    discord.http.fail("POST", _POSTS, 403)
    _denied(discord, CHANNEL_ID)
    message = await discord.post("why?", mentions_bot=True)
    await discord.until(lambda: f"{READER.id} could not be told privately" in caplog.text)
    await discord.post("why?", mentions_bot=True)
    await reply_to(discord, await _elsewhere(discord))

    assert message.reactions == []
    assert discord.seen(by=READER, guild=None) == []


async def _elsewhere(discord: Loopback) -> Message:
    return await discord.post("why?", mentions_bot=True, channel=SECOND_CHANNEL_ID)


async def _told(discord: Loopback, person: Person, times: int) -> None:
    await discord.until(lambda: len(discord.seen(by=person, guild=None)) == times)
