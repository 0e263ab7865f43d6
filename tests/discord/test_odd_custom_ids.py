"""A click whose custom id another version of the bot wrote, or nobody, is answered in a sentence."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from tests.discord.surface import PARTS, sent
from tests.discord.things import Things
from tests.discord.walking import Aimed, told, walked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN, GUILD_ID

StartOn = Callable[..., Awaitable[Newsdesk]]
_ODD = (
    "",
    "0",
    "-1",
    "9" * 30,
    "x" * 60,
    "None",
    "\u00e9\u202e",
    "1:2:3:4:5:6:7",
    "\0",
    "%s",
    "1.5",
    "\u0662",
)


@pytest.mark.parametrize("start", [0, pytest.param(None, marks=pytest.mark.torture)])
async def test_an_odd_custom_id_is_answered_in_a_sentence(
    discord: Loopback, start_on: StartOn, desk: Desk, caplog: pytest.LogCaptureFixture, start: int | None
) -> None:
    things = Things(desk, text="In het moeras leven {count} otters. Dat meldt de telling.")
    await start_on(desk)
    on = await discord.post("Hoeveel otters?", author=ADMIN)
    broken: dict[str, str] = {}
    for number, name in enumerate(PARTS):
        for odd in _ODD if start is None else [_ODD[number % len(_ODD)]]:
            kind, data = sent(name, PARTS[name], things)
            aimed = Aimed(name, kind, {**data, "custom_id": f"{name}:{odd}"[:100]})
            (turn,) = (await walked(discord, [aimed], ADMIN, on, GUILD_ID)).values()
            if "went wrong" in told(turn):
                broken[f"{name}:{odd}"] = told(turn)[:100]
    assert broken == {}, [record.exc_text for record in caplog.records if record.exc_text]
