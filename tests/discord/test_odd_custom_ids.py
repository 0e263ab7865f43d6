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


@pytest.mark.parametrize(
    "turned", [0, *(pytest.param(one, marks=pytest.mark.torture) for one in range(1, len(_ODD)))]
)
async def test_an_odd_custom_id_is_answered_in_a_sentence(
    discord: Loopback, start_on: StartOn, desk: Desk, caplog: pytest.LogCaptureFixture, turned: int
) -> None:
    things = Things(desk, text="In het moeras leven {count} otters. Dat meldt de telling.")
    await start_on(desk)
    on = await discord.post("Hoeveel otters?", author=ADMIN)
    odd = {name: _ODD[(number + turned) % len(_ODD)] for number, name in enumerate(PARTS)}
    turns = await walked(discord, [_aimed(name, odd[name], things) for name in PARTS], ADMIN, on, GUILD_ID)
    wrong = {
        f"{name}:{odd[name]}": told(turn)[:100] for name, turn in turns.items() if "went wrong" in told(turn)
    }
    assert wrong == {}, [record.exc_text for record in caplog.records if record.exc_text]


def _aimed(name: str, odd: str, things: Things) -> Aimed:
    kind, data = sent(name, PARTS[name], things)
    return Aimed(name, kind, {**data, "custom_id": f"{name}:{odd}"[:100]})
