"""A file that hangs or breaks what reads it costs its own message, and the moderator is told a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import replace

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.reading.parsing.limits import IN_DISCORD
from corpus.reading.parsing.parsers import Parsers
from corpus.reading.parsing.stopped import Stop
from tests.discord.walking import told
from tests.reading.parsing.documents import HANGING, PAGE
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN
from tests.small_discord.state.world import File

StartOn = Callable[..., Awaitable[Newsdesk]]


async def test_a_file_that_hangs_is_given_up_while_another_is_read(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    with closing(Parsers(replace(IN_DISCORD, seconds=3))) as parsers:
        await start_on(desk, parser=parsers)
        bad, good = await asyncio.gather(
            discord.use("corpus add", {"file": File("a.eml", HANGING)}, by=ADMIN, locale="nl", wait=False),
            discord.use("corpus add", {"file": File("a.html", PAGE)}, by=ADMIN, locale="nl", wait=False),
        )
        await discord.until(lambda: "Het lezen duurde te lang" in told(bad))
        await discord.until(lambda: "Brug dicht" in told(good))
        assert parsers.stops[Stop.TIME] == 1
