"""What a bot that died left at "Adding…", thinking or in silence is put right by the one that comes after."""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.assembly import Desk as RealDesk
from bot.assembly import now
from bot.discord.client import Newsdesk
from bot.discord.connection.ledger import Run, is_over, lives, run_of, this_run
from bot.discord.interrupted.remains import Seen, put_right
from corpus.article import Draft
from corpus.catalogue import browsing, proposals, underway
from corpus.catalogue.underway import Begun
from corpus.filters import Filters
from tests.conftest import OpenDesk
from tests.discord.answers import Desk
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.surface import FILE
from tests.discord.talked import reply_to, said_by_bot
from tests.discord.test_interruptions import process
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import ADMIN, GUILD_ID, SECOND_CHANNEL_ID

_PATCH = ("PATCH", "/webhooks/*/messages/@original")
_HERE = Run("here", 7, "a")
_SHORT, _LONG = datetime.timedelta(seconds=1), datetime.timedelta(minutes=6)


async def test_who_was_left_waiting_is_told_once_and_how_to_go_on(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with process(discord, tmp_path, seconds=60) as bot:
        looking = await discord.use("corpus add", {"file": FILE}, by=ADMIN, wait=False)
        await _stuck(discord, looking)
        asked = await discord.ask("By command?", locale="nl")
        mention = await discord.post("by mention?", mentions_bot=True)
        await discord.until(lambda: asked.acknowledged_at and discord.http.channels.typing)
        bot.kill()
        await bot.wait()
    assert looking.message is not None
    assert looking.message.content.endswith("…")

    async with _again(discord, open_desk()):
        reply = await reply_to(discord, mention)
        await discord.until(lambda: looking.message and looking.message.buttons == ["Preview"])
        await discord.until(lambda: asked.message)
        told = [one.content for one in said_by_bot(discord)]
        await discord.click(looking.message, "Preview", by=ADMIN)
        await discord.until(lambda: looking.message and looking.message.buttons == ["Add", "Edit", "Cancel"])

    async with _again(discord, open_desk()):
        await discord.answered("And now?")
    assert looking.message.buttons == ["Add", "Edit", "Cancel"]
    assert asked.content == "Ik werd onderbroken en kon dit niet afmaken: doe het opnieuw."
    assert reply.content == "I was interrupted and could not answer this: please ask it again."
    assert len(said_by_bot(discord)) == len(told) + 1
    assert _left(open_desk()) == []


@pytest.mark.parametrize("done", [pytest.param(False, marks=pytest.mark.torture), True])
async def test_a_message_left_at_adding_says_whether_it_was_done(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path, *, done: bool
) -> None:
    async with process(discord, tmp_path, seconds=0) as bot:
        preview = (await discord.use("corpus add", {"file": FILE}, by=ADMIN)).message
        assert preview is not None
        await discord.until(lambda: preview.buttons == ["Add", "Edit", "Cancel"])
        acknowledging = discord.http.hold("POST", "/interactions/*")
        turn = await discord.click(preview, "Add", by=ADMIN, wait=False)
        await acknowledging.met.wait()
        assert acknowledging.held is not None
        with contextlib.ExitStack() as stack:
            if not done:
                stack.enter_context(_locked(tmp_path))
            acknowledging.held.set()
            await discord.until(lambda: preview.content == "Adding…")
            if done:
                await _stuck(discord, turn)
            bot.kill()
            await bot.wait()

    async with _again(discord, open_desk()):
        await discord.until(lambda: preview.content != "Adding…")
        assert preview.buttons == ([] if done else ["Add", "Edit", "Cancel"])
        assert preview.content.startswith(
            "This was done before I was interrupted" if done else "I was interrupted while I did this. Press"
        )
        if not done:
            await discord.click(preview, "Add", by=ADMIN)
            await discord.until(lambda: preview.buttons == ["Undo"])
    assert len(_articles(open_desk())) == 1


@pytest.mark.torture
async def test_whom_no_apology_reached_before_a_stop_the_next_bot_tells(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with process(discord, tmp_path, seconds=60) as bot:
        asked = await discord.ask("Why?")
        await asked.acknowledged.wait()
        apology = discord.http.hold("DELETE", "/webhooks/*/messages/@original")
        bot.terminate()
        await apology.met.wait()
        assert await bot.wait() == 0

    async with _again(discord, open_desk()):
        await discord.until(lambda: asked.message)
    assert asked.content == "I was interrupted and could not finish this: please do it again."
    assert _left(open_desk()) == []


async def test_what_was_finished_or_is_too_old_is_left_as_it_is(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    async with _again(discord, desk):
        turn = await discord.answered()
        mention = await discord.post("why?", mentions_bot=True)
        reply = await reply_to(discord, mention)
        await discord.until(lambda: reply.embeds)
    shown = [one.text for one in said_by_bot(discord)]
    unheard = await discord.post("Long ago?")
    run = str(Run(this_run().machine, os.getpid(), "before"))
    yesterday = now() - datetime.timedelta(days=2)
    with desk.catalogue.writing() as connection:
        answered = Begun(turn.number, now(), run, "en", GUILD_ID, "3000", None, "1000", turn.token)
        for begun in (
            answered,
            Begun(mention.id, now(), run, "en", GUILD_ID, mention.channel),
            Begun(unheard.id, yesterday, run, "en", GUILD_ID, unheard.channel),
            Begun("77", yesterday, run, "en", GUILD_ID, "3000", None, "1000", "expired"),
            Begun("78", now(), run, "en", GUILD_ID, "3000", None, "1000", "never acknowledged"),
            Begun("79", now(), str(Run("elsewhere", 1, "b")), "en", GUILD_ID, "3000"),
        ):
            underway.begin(connection, begun)

    async with _again(discord, open_desk()):
        await discord.until(lambda: [one.id for one in _left(desk)] == ["79"])
    assert [one.text for one in said_by_bot(discord)] == shown


async def test_a_find_that_all_see_is_put_right_however_long_ago_it_was(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    find = await discord.history.show(
        discord.world.channels[SECOND_CHANNEL_ID], discord.world.people["1000"], {"content": "Adding…"}
    )
    run = str(Run(this_run().machine, os.getpid(), "before"))
    long_ago = now() - datetime.timedelta(days=30)
    begun = Begun(
        "80", long_ago, run, "nl", GUILD_ID, SECOND_CHANNEL_ID, find.id, "1000", "old", "draft-add:x"
    )
    with desk.catalogue.writing() as connection:
        underway.begin(connection, begun)
    async with _again(discord, open_desk()):
        await discord.until(lambda: find.content.startswith("Ik werd onderbroken terwijl ik dit deed."))


def test_a_run_is_over_once_its_process_is_gone_or_nobody_can_know() -> None:
    assert run_of(str(_HERE)) == _HERE
    living, gone, unknown = (lambda _: True), (lambda _: False), (lambda _: None)
    cases = [
        (_HERE, _LONG, gone, False),
        (Run("here", 7, "b"), _SHORT, living, True),
        (Run("here", 8, "b"), _LONG, living, False),
        (Run("here", 8, "b"), _SHORT, gone, True),
        (Run("here", 8, "b"), _SHORT, unknown, False),
        (Run("here", 8, "b"), _LONG, unknown, True),
        (Run("there", 7, "b"), _SHORT, gone, False),
        (Run("there", 7, "b"), _LONG, living, True),
    ]
    for run, age, alive, over in cases:
        assert is_over(run, _HERE, age, alive) is over
    assert lives(os.getpid())


def test_a_dropped_proposal_is_told_as_cancelled_and_a_closed_one_shown_anew_stays(desk: RealDesk) -> None:
    begun = Begun("1", now(), "r", "en", GUILD_ID, "3000", "9", "1000", "t", "draft-drop:x")
    shows = Seen(loading=False, content="", embedded="A preview", parts=frozenset({"draft-drop:x"}))
    after = Seen(loading=False, content="", embedded="Not added", parts=frozenset({"draft-next:1:x"}))
    with desk.catalogue.writing() as connection:
        kept = proposals.put(connection, _draft(), guild=GUILD_ID, by="4003", at=now())
        dropped = proposals.drop(connection, kept.id, GUILD_ID)
    edit = put_right(begun, shows, dropped, clicked=True)
    assert edit is not None
    assert edit["content"] == "This was cancelled before I was interrupted."
    assert put_right(begun, after, dropped, clicked=True) is None
    assert put_right(begun, shows, kept, clicked=True) is None


def _draft() -> Draft:
    return Draft(text="The lake holds otters.", source="test")


def _left(desk: RealDesk) -> list[Begun]:
    with desk.catalogue.reading() as connection:
        return underway.left(connection)


def _articles(desk: RealDesk) -> list[browsing.Headline]:
    with desk.catalogue.reading() as connection:
        return list(browsing.leaf(connection, Filters(guild=GUILD_ID), 1, 10).listed)


@contextlib.asynccontextmanager
async def _again(discord: Loopback, desk: RealDesk) -> AsyncIterator[None]:
    async with running(Newsdesk(newsroom_of(desk, Desk().ask)), discord):
        yield


async def _stuck(discord: Loopback, turn: Turn) -> None:
    """Let the message say what goes on, and hold for ever what would be shown in the end."""
    await discord.until(lambda: turn.message and turn.message.content.endswith("…"))
    await discord.http.hold(*_PATCH).met.wait()


@contextlib.contextmanager
def _locked(home: Path) -> Iterator[None]:
    (path,) = home.rglob("*.db")
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
    finally:
        connection.close()
