"""A dropped connection, a restart and a stop leave nobody waiting, and nobody asks too much."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import signal
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.assembly import Desk as RealDesk
from bot.discord.client import Newsdesk
from bot.discord.connection.limits import Limits
from tests.conftest import OpenDesk
from tests.discord.answers import BONUS, Desk
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.surface import FILE, PARTS
from tests.discord.talked import reply_to, settle
from tests.discord.things import QUESTION, Things
from tests.discord.walking import aim, done, settled, told
from tests.small_discord.gateway.gateway import STILL_BEATING
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import MODAL
from tests.small_discord.state.changes import PATIENCE
from tests.small_discord.state.fair_clock import fair_time
from tests.small_discord.state.people import ADMIN, GUILD_ID, OTHER_READER, READER, Person

_ROOT = Path(__file__).parents[2]
# The parts that open a form, and the form that each opens.
_FORMS = {
    "unhelpful": "wrong",
    "askon": "askedon",
    "draft-edit": "draft-edited",
    "corpus-correct": "corpus-correct-form",
    "corpus-withdraw": "corpus-withdraw-form",
    "/corpus add": "draft-form",
    "waiting-add": "waiting-written",
    "set-limits": "set-limits-typed",
    "set-outlets-type": "set-outlets-typed",
}


async def test_a_connection_dropped_in_the_middle_loses_nothing(discord: Loopback, start: Start) -> None:
    await start(Desk(seconds=0.3))
    turn = await discord.ask("By command?")
    message = await discord.post("How much is the bonus?", mentions_bot=True)
    await discord.until(lambda: turn.acknowledged_at)
    discord.gateway.cut()
    meanwhile = await discord.post("What is the bonus?", mentions_bot=True)
    await discord.connected()
    replies = [await reply_to(discord, one) for one in (message, meanwhile)]
    await discord.until(lambda: turn.message and all(one.embeds for one in replies))

    assert all(BONUS in text for text in (turn.text, *(one.text for one in replies)))
    assert len(discord.gateway.resumes) == 1


async def test_everything_shown_before_a_restart_works_after_it(
    discord: Loopback, open_desk: OpenDesk, desk: RealDesk
) -> None:
    settle(desk, per_person=600, per_guild=600)
    things = Things(desk)
    on = await discord.post(QUESTION)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        forms = {
            name: await aim(name, things).at(discord, ADMIN, on, GUILD_ID) for name in _FORMS if name in PARTS
        }
        forms["/corpus add"] = await discord.use("corpus add", by=ADMIN)
        await done(discord, *forms.values())
    assert {name: (form.modal or {})["custom_id"].split(":")[0] for name, form in forms.items()} == _FORMS
    assert set(_FORMS.values()) == {name for name, part in PARTS.items() if part.typed is not None}

    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        turns = {
            form: await discord.submit(forms[name], PARTS[form].typed, wait=False)
            for name, form in _FORMS.items()
        }
        await done(discord, *turns.values())
    for name, turn in turns.items():
        assert turn.kind == MODAL
        assert turn.message, name
        assert not any(no in told(turn) for no in ("went wrong", "no longer here", "dealt with")), name


async def test_a_stop_finishes_a_command_a_mention_and_a_preview(discord: Loopback, tmp_path: Path) -> None:
    async with process(discord, tmp_path, seconds=1) as bot:
        discord.http.delay("PATCH", "/webhooks/*", 1)
        preview = await discord.use("corpus add", {"file": FILE}, by=ADMIN, wait=False)
        await discord.until(lambda: preview.acknowledged_at)
        turn = await discord.ask("By command?")
        message = await discord.post("How much is the bonus?", mentions_bot=True)
        await discord.until(lambda: turn.acknowledged_at)
        await discord.until(lambda: discord.http.channels.typing)
        code, took = await _stopped(bot)

    assert (code, took < 5) == (0, True)
    assert BONUS in turn.text
    assert BONUS in (await reply_to(discord, message)).text
    assert preview.message is not None
    assert preview.message.buttons == ["Add", "Edit", "Cancel"]


async def test_fifty_questions_of_ten_people_at_once(discord: Loopback, start: Start) -> None:
    people = [Person(str(4100 + number), f"reader {number}") for number in range(10)]
    for person in people:
        discord.world.people[person.id] = person
        discord.world.guilds[GUILD_ID].members[person.id] = set()
    await start(Desk(seconds=0.1))
    begun = fair_time()
    turns, messages = [], []
    for number, person in enumerate(people * 5):
        if number % 2:
            turns.append(await discord.ask(f"Question {number}?", by=person))
        else:
            messages.append(
                await discord.post(f"How much is bonus {number}?", author=person, mentions_bot=True)
            )
    replies = [await reply_to(discord, message) for message in messages]
    await discord.until(lambda: all(one.embeds for one in replies))
    await discord.until(lambda: all(turn.message and turn.message.embeds for turn in turns))

    assert len(turns) + len(replies) == 50
    beats = [begun, *(beat for beat in discord.gateway.beats if beat > begun), fair_time()]
    assert max(after - before for before, after in itertools.pairwise(beats)) < STILL_BEATING


@pytest.mark.parametrize(("allowed", "who"), [({"per_person": 2}, READER), ({"per_guild": 2}, OTHER_READER)])
async def test_who_asks_too_much_waits_as_long_as_is_said(
    discord: Loopback, desk: RealDesk, allowed: dict[str, Any], who: Person
) -> None:
    settle(desk, **allowed)
    seconds = [1000.0]
    bot = Newsdesk(newsroom_of(desk, Desk().ask), limits=Limits(lambda: seconds[0]))
    async with running(bot, discord):
        await discord.answered()
        seconds[0] += 18
        await discord.use("search", {"question": "Bonus?"})
        for path in ("ask", "search"):
            refused = await discord.use(path, {"question": "More?"}, by=who)
            assert (refused.private, "please wait 42 seconds" in refused.content) == (True, True)
        menu = await discord.menu("Ask about this", await discord.post("About?"), by=who)
        assert (menu.private, "please wait 42 seconds" in menu.content) == (True, True)
        await discord.post("How much is it?", author=who, mentions_bot=True)
        await discord.until(lambda: _direct(discord, who))
        (direct,) = _direct(discord, who)
        assert "please wait 42 seconds" in direct.content
        seconds[0] += 42
        again = await discord.use("ask", {"question": "Now?"}, by=who)
        await settled(discord)
    assert BONUS in again.text


def _direct(discord: Loopback, who: Person) -> list[Message]:
    return discord.seen(by=who, guild=None)


@contextlib.asynccontextmanager
async def process(discord: Loopback, home: Path, seconds: float) -> AsyncIterator[Process]:
    """Run the bot in its own process, with questions that take this long."""
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "tests.discord.bot_process"),
        *(discord.api, str(seconds), str(home)),
        cwd=_ROOT,
    )
    try:
        await discord.connected()
        yield bot
    finally:
        if bot.returncode is None:
            bot.kill()
        await bot.wait()


async def _stopped(bot: Process) -> tuple[int, float]:
    begun = time.monotonic()
    bot.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(bot.wait(), PATIENCE), time.monotonic() - begun
