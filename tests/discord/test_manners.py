"""Whatever anybody does and whatever fails: it is acknowledged in time, told, and does no harm."""

from __future__ import annotations

import asyncio
import itertools
import logging
import re
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.connection import delivery
from bot.discord.connection.retrying import AT_ONCE
from corpus.catalogue.schema import tables
from corpus.filters import Filters
from retrieval.search.results import Answer
from tests.discord.answers import simple
from tests.discord.conftest import running
from tests.discord.followed import without_own_rounds
from tests.discord.newsrooms import newsroom_of
from tests.discord.surface import EVERYONE, MANAGERS, MODERATORS, PARTS, commands, whom
from tests.discord.talked import settle
from tests.discord.things import QUESTION, Things, rows
from tests.discord.walking import NAMES, aim, done, settled, thinks, told, walked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.fair_clock import fair_time
from tests.small_discord.state.people import ADMIN, GUILD_ID, MODERATOR, MODERATOR_ROLE, READER, Person

StartOn = Callable[..., Awaitable[Newsdesk]]
_DISCORDS_PATIENCE = 3.0  # seconds, by a clock that other programs do not move
_WORKERS = 4
_AT_ONCE = 10  # requests; more would measure the computer
_EDIT, _CALLBACK = (
    ("PATCH", "/webhooks/*/{turn.token}/messages/@original"),
    ("POST", "/interactions/{turn.number}/*"),
)
_ANY_EDIT = ("PATCH", "/webhooks/*/messages/@original")
# Each with whether what was asked is carried out before the reply fails; None cuts the line.
_FAILURES = [
    *((_EDIT, status, False) for status in (429, 403, 404, 500, None)),
    *((_CALLBACK, status, False) for status in (429, None)),
    *((route, None, True) for route in (_EDIT, _CALLBACK)),
]
# What counts what people did; each act may add one row at most, however often it is sent.
_ONCE = ("changes", "answers", "feedback", "unanswered", "feeds", "posted", "proposals")


@pytest.fixture
def things(desk: Desk) -> Things:
    settle(desk, per_person=600, per_guild=600, moderator_role=MODERATOR_ROLE)
    return Things(desk)


@pytest.fixture
async def on(discord: Loopback) -> Message:
    """The message whose parts are used."""
    return await discord.post(QUESTION)


@pytest.fixture
async def bot(discord: Loopback, start_on: StartOn, things: Things) -> Newsdesk:
    bot = await start_on(things.desk)
    # What is done here changes answers that somebody watches: what the bot tells of that is no act of theirs.
    await without_own_rounds(discord, bot)
    return bot


@pytest.fixture
async def busy(discord: Loopback, things: Things) -> AsyncIterator[None]:
    """Run the bot with every worker at a question that takes as long as the test."""
    free = threading.Event()

    def ask(question: str, filters: Filters, *how: Any, **named: Any) -> Answer:  # noqa: ARG001 - as the real one
        free.wait(60)
        return simple()

    async with running(Newsdesk(newsroom_of(things.desk, ask)), discord):
        slow = [await discord.ask("Slow?") for _ in range(_WORKERS)]
        await discord.until(lambda: all(turn.acknowledged_at for turn in slow))
        yield
        free.set()
        await settled(discord)


@pytest.mark.usefixtures("busy")
async def test_everything_is_acknowledged_while_all_workers_are_busy(
    discord: Loopback, things: Things, on: Message
) -> None:
    aimed = [aim(name, things) for name in NAMES]
    turns: dict[str, Turn] = {}
    for first in range(0, len(aimed), _AT_ONCE):
        wave = aimed[first : first + _AT_ONCE]
        turns |= {one.name: await one.at(discord, ADMIN, on, GUILD_ID) for one in wave}
        await discord.until(lambda: all(turn.acknowledged_at or turn.too_late for turn in turns.values()))  # noqa: B023 - awaited here
    choices = [
        discord.suggest(path, option["name"], "", by=ADMIN)
        for path, options in commands(discord)
        for option in options
        if option.get("autocomplete")
    ]
    begun = fair_time()
    await asyncio.gather(*choices)
    assert fair_time() - begun < 2 * _DISCORDS_PATIENCE
    took = {
        name: turn.acknowledged_at - turn.asked_at if turn.acknowledged_at else None
        for name, turn in turns.items()
    }
    assert {
        name: seconds for name, seconds in took.items() if seconds is None or seconds > _DISCORDS_PATIENCE
    } == {}


@pytest.mark.usefixtures("bot")
async def test_whatever_breaks_is_told_with_a_number_that_is_in_the_log(
    discord: Loopback, things: Things, on: Message, caplog: pytest.LogCaptureFixture
) -> None:
    aimed = [aim(name, things) for name in NAMES]
    with things.desk.catalogue.writing() as connection:
        tables.drop_all(connection)
    turns = await walked(discord, aimed, ADMIN, on, GUILD_ID)

    for name, turn in turns.items():
        assert turn.modal or turn.message, name
        assert not thinks(turn), name
        assert "OperationalError" not in told(turn), name
    incidents = re.findall(r"`([0-9a-f]{8})`", " ".join(map(told, turns.values())))
    assert len(set(incidents)) > len(NAMES) / 2
    assert all(f"incident {incident}" in caplog.text for incident in incidents)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("turned", [0, pytest.param(4, marks=pytest.mark.torture)])
async def test_nothing_stays_at_thinking_whatever_discord_fails(
    discord: Loopback, things: Things, on: Message, turned: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # All at once on a busy machine: one try may take as long as Discord would wait for all of them.
    monkeypatch.setattr(delivery, "AT_ONCE", AT_ONCE * 20)
    failures = itertools.islice(itertools.cycle(_FAILURES), turned, None)
    turns = {}
    for aimed in [aim(name, things) for name in NAMES]:
        turn = turns[aimed.name] = await aimed.at(discord, ADMIN, on, GUILD_ID)
        # The bot reads it only once this task waits again.
        (method, path), status, carried_out = next(failures)
        discord.http.fail(method, path.format(turn=turn), status, done=carried_out)
    await done(discord, *turns.values())

    assert [name for name, turn in turns.items() if thinks(turn)] == []
    # What deletes the message that it stands under leaves nothing behind.
    silent = {name: turn for name, turn in turns.items() if not (turn.modal or turn.message)}
    assert [name for name, turn in silent.items() if not (turn.on and turn.on.deleted)] == []


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "name",
    ["/ask", "draft-add", *(pytest.param(one, marks=pytest.mark.torture) for one in ("/search", "passages"))],
)
async def test_what_is_deleted_meanwhile_is_left_alone(
    discord: Loopback, things: Things, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    on = await discord.post(QUESTION)
    edit = discord.http.hold(*_ANY_EDIT)
    turn = await aim(name, things).at(discord, ADMIN, on, GUILD_ID)
    await discord.until(edit.met.is_set)
    assert turn.original is not None
    await discord.delete(turn.original)
    assert edit.held is not None
    edit.held.set()
    await settled(discord)

    assert turn.followups == []
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("how", ["expired", "taken"])
async def test_what_comes_too_late_or_is_answered_elsewhere_does_nothing(
    discord: Loopback, things: Things, on: Message, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    aimed = [aim(name, things) for name in NAMES]
    before = rows(things.desk)
    turns = {one.name: await one.at(discord, ADMIN, on, GUILD_ID, **{how: True}) for one in aimed}
    await done(discord, await aim("/sources", things).at(discord, ADMIN, on, GUILD_ID))

    assert rows(things.desk) == before
    assert [name for name, turn in turns.items() if turn.message or turn.modal] == []
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.torture)])
async def test_what_comes_twice_happens_once(
    discord: Loopback, things: Things, on: Message, every: int
) -> None:
    for name in NAMES[::every]:
        aimed, before = aim(name, things), rows(things.desk)
        again = 1 + (name in PARTS)
        turns = [await aimed.at(discord, ADMIN, on, GUILD_ID, twice=True) for _ in range(again)]
        await done(discord, *turns)
        after = rows(things.desk)
        more = {table: len(after[table]) - len(before[table]) for table in _ONCE}
        assert max(more.values()) <= (1 if name not in _ANEW else again), (name, more)
        assert not any("went wrong" in told(turn) for turn in turns), name


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("by", "may"), [(READER, {EVERYONE}), (MODERATOR, {EVERYONE, MODERATORS})])
async def test_what_is_not_for_somebody_is_refused_however_it_is_sent(
    discord: Loopback, things: Things, on: Message, by: Person, may: set[str]
) -> None:
    aimed = [aim(name, things) for name in NAMES]
    before = rows(things.desk)
    closed = [one for one in aimed if whom(one.name) not in may]
    turns = await walked(discord, closed, by, on, GUILD_ID)

    assert rows(things.desk) == before
    assert [name for name, turn in turns.items() if not _refused(turn)] == []
    assert not discord.visible_commands(by) & {one.name.removeprefix("/").split()[0] for one in closed}


@pytest.mark.torture
@pytest.mark.usefixtures("bot")
async def test_the_moderators_role_is_enough_for_all_but_the_settings(
    discord: Loopback, things: Things, on: Message
) -> None:
    aimed = [aim(name, things) for name in NAMES if whom(name) != MANAGERS]
    turns = await walked(discord, aimed, MODERATOR, on, GUILD_ID)
    assert [name for name, turn in turns.items() if _refused(turn)] == []


def _refused(turn: Turn) -> bool:
    return "Only moderators can" in told(turn) or "Only people who may manage" in told(turn)


# Each use of these asks or proposes something new.
_ANEW = {"askedon", "meant", "corpus-correct-form", "corpus-withdraw-form", "draft-form", "waiting-written"}
