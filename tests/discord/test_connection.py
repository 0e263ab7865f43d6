"""Connecting, staying connected, and saying clearly why that is not possible."""

from __future__ import annotations

import asyncio

import pytest

from bot.assembly import Desk as RealDesk
from bot.discord.client import Newsdesk
from bot.discord.connection.errors import DiscordRefused, DiscordUnreachable, TokenRefused
from bot.discord.running import serve
from tests.discord.answers import Desk
from tests.discord.conftest import Start
from tests.discord.newsrooms import newsroom_of
from tests.discord.talked import reply_to
from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.changes import PATIENCE
from tests.small_discord.state.people import GUILD_ID, OTHER_GUILD_ID


async def test_a_cut_connection_is_resumed_and_what_was_asked_meanwhile_is_answered(
    discord: Loopback, start: Start
) -> None:
    await start(Desk())

    discord.gateway.cut()
    meanwhile = await discord.ask("Meanwhile?")
    await discord.connected()
    after = await discord.answered("After?")

    await asyncio.wait_for(meanwhile.shown.wait(), PATIENCE)
    assert len(discord.gateway.resumes) == 1
    assert after.message is not None


async def test_a_cut_in_the_middle_of_an_answer_does_not_lose_it(discord: Loopback, start: Start) -> None:
    desk = Desk(seconds=0.4)
    await start(desk)

    turn = await discord.ask("Why?")
    await discord.until(lambda: desk.asked)
    discord.gateway.cut()

    await asyncio.wait_for(turn.shown.wait(), PATIENCE)
    await discord.connected()


async def test_a_gateway_that_is_away_for_a_while_is_resumed_and_nothing_is_lost(
    discord: Loopback, start: Start
) -> None:
    await start(Desk())

    discord.gateway.away = True
    discord.gateway.cut()
    meanwhile = await discord.post("Why is the bridge closed?", mentions_bot=True)
    await asyncio.sleep(1)
    discord.gateway.away = False
    await discord.connected()

    assert (await reply_to(discord, meanwhile)).embeds
    assert len(discord.gateway.identities) == 1


async def test_a_server_that_a_bot_left_while_it_was_away_is_known_no_more(
    discord: Loopback, start: Start
) -> None:
    bot = await start(Desk())
    await discord.until(lambda: len(bot.guilds) == 2)

    discord.world.guilds[OTHER_GUILD_ID].joined = False
    await discord.gateway.forget()
    await discord.connected()

    await discord.until(lambda: [str(guild.id) for guild in bot.guilds] == [GUILD_ID])


async def test_a_session_that_discord_forgot_is_begun_anew(discord: Loopback, start: Start) -> None:
    await start(Desk())

    await discord.gateway.forget()
    await discord.connected()
    turn = await discord.answered()

    assert len(discord.gateway.identities) == 2
    assert turn.message is not None
    # discord.py calls what it shows of itself by the name that Discord gave it first.
    shown = [identity["presence"]["game"]["state"] for identity in discord.gateway.identities]
    assert shown == ["/ask · /help"] * 2


@pytest.mark.parametrize("token", ["wrong", "", "two\nlines", "Bot token", "…"])
async def test_a_wrong_token_is_a_sentence_that_names_the_cure(
    discord: Loopback, desk: RealDesk, token: str
) -> None:
    with pytest.raises(TokenRefused, match="set DISCORD_TOKEN to it"):
        await _served(discord, desk, token)


async def test_a_token_that_the_gateway_refuses_is_the_same_sentence(
    discord: Loopback, desk: RealDesk
) -> None:
    discord.gateway.refuses_with = 4004

    with pytest.raises(TokenRefused, match="set DISCORD_TOKEN to it"):
        await _served(discord, desk)


async def test_a_connection_closed_for_good_names_discords_code(discord: Loopback, desk: RealDesk) -> None:
    discord.gateway.refuses_with = 4013

    with pytest.raises(DiscordRefused, match="code 4013"):
        await _served(discord, desk)


async def test_no_discord_at_all_is_a_sentence(discord: Loopback, desk: RealDesk) -> None:
    discord.api = "http://127.0.0.1:9"

    with pytest.raises(DiscordUnreachable, match="check the network"):
        await _served(discord, desk)


async def test_a_gateway_that_is_away_from_the_start_is_a_sentence(discord: Loopback, desk: RealDesk) -> None:
    discord.gateway.away = True

    with pytest.raises(DiscordUnreachable, match="check the network"):
        await _served(discord, desk)


async def _served(discord: Loopback, desk: RealDesk, token: str = TOKEN) -> None:
    bot = Newsdesk(newsroom_of(desk, Desk().ask))
    await asyncio.wait_for(serve(token, bot, stop=asyncio.Event(), api=discord.api), 30)
