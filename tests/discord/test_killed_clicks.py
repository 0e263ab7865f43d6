"""`kill -9` while the bot does what was clicked, then a restart and a second click: it is done once."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.catalogue import integrity
from corpus.catalogue.schema import feeds, guilds, proposals, tables, unanswered, versions
from tests.conftest import OpenDesk
from tests.discord.conftest import running
from tests.discord.dying import click_and_die
from tests.discord.newsrooms import newsroom_of
from tests.discord.talked import settle
from tests.discord.things import QUESTION, Things
from tests.discord.walking import Aimed, aim, done, told
from tests.kills.works.feeds import printing, reading
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.turns import COMMAND
from tests.small_discord.state.people import ADMIN, GUILD_ID
from tests.storage.newsroom import assert_words_agree
from tests.storage.processes import Beside
from tests.stores import shared

# What one click changes.
TELLING = ("draft-add", "batch-add", "waiting-dismiss")
CHANGES = (
    *("helpful", "wrong", "tell", "batch-drop", "draft-edited", "draft-drop", "draft-undo"),
    *("corpus-removed", "corpus-keep", "corpus-undo", "corpus-corrected", "corpus-withdrawn"),
    *("feed-follow", "feed-cancel", "feed-remove", "feed-resume", "/corpus feed pause"),
    *("waiting-undo", "waiting-written", "set-channels", "set-mentions", "set-limits-typed"),
    *("set-outlets-chosen", "set-outlets-typed", "set-role", "set-moderators-channel", "set-language"),
    *("set-only-named", "set-nights-chosen"),
)
_KILLS = 2
# What of a row says what has become of it.
_STATES = (
    proposals.c.state,
    unanswered.c.closed.is_(None),
    feeds.c.paused,
    versions.c.live,
    guilds.c.settings,
)
# What is written down of work, of words, and of where cards are, follows from the rest.
_ASIDE = ("servers", "underway", "vocabulary", "models", "facts", "posted")


@pytest.mark.parametrize("name", ["draft-add"])
async def test_a_click_that_the_bot_dies_in_is_done_once(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path, name: str
) -> None:
    await _killed_and_clicked_again(discord, open_desk, tmp_path, partial(aim, name), kills=1)


@pytest.mark.torture
@pytest.mark.parametrize("name", [*TELLING, *CHANGES])
async def test_any_click_that_the_bot_dies_in_is_done_once(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path, name: str
) -> None:
    await _killed_and_clicked_again(discord, open_desk, tmp_path, partial(aim, name), kills=_KILLS)


@pytest.mark.torture
async def test_a_feed_that_is_named_to_a_bot_that_dies_is_put_forward_once(
    discord: Loopback, open_desk: OpenDesk, tmp_path: Path
) -> None:
    feeds_named = itertools.count()
    with printing() as paper:

        def name_one(_: Things) -> Aimed:
            url = f"{paper.address}/feed/0/{next(feeds_named)}"
            return Aimed("/corpus feed add", COMMAND, {"url": url, "mode": "add"})

        await _killed_and_clicked_again(
            discord, open_desk, tmp_path, name_one, kills=_KILLS, site=paper.address
        )


async def _killed_and_clicked_again(
    discord: Loopback,
    open_desk: OpenDesk,
    home: Path,
    aim_at: Callable[[Things], Aimed],
    *,
    kills: int,
    site: str = "",
) -> None:
    desk = settle(open_desk())
    desk.web_client = reading(site)
    things = Things(desk)
    aimed, before = aim_at(things), _picture(desk)
    statements = await _clicked(discord, home, aimed, None, site)
    expected = _difference(before, _picture(desk))
    assert statements > 1
    moments = [*random.Random(aimed.name).sample(range(1, statements), min(kills, statements - 1))]  # noqa: S311 - no secret
    for moment in moments:
        settle(desk)
        # Of the answer that was clicked before something is known already.
        things = replace(things, _answer="")
        aimed, before = aim_at(things), _picture(desk)
        await _clicked(discord, home, aimed, moment, site)
        async with running(Newsdesk(newsroom_of(desk)), discord):
            on = await discord.post(QUESTION)
            again = await aimed.at(discord, ADMIN, on, GUILD_ID)
            await done(discord, again)
        assert "went wrong" not in told(again), moment
        assert _difference(before, _picture(desk)) == expected, moment
    with desk.catalogue.reading() as connection:
        assert integrity.faults(connection) == []
    assert_words_agree(desk.catalogue)


async def _clicked(discord: Loopback, home: Path, aimed: Aimed, moment: int | None, site: str) -> int:
    """Click while another process runs the bot, until that is done or the bot dead; return its statements."""
    bot = Beside(click_and_die, home, discord.api, moment, site, **shared())
    await discord.until(discord.gateway.ready.is_set, 60)
    on = await discord.post(QUESTION)
    turn = await aimed.at(discord, ADMIN, on, GUILD_ID)
    if moment is None:
        await discord.until(lambda: turn.message and not turn.message.content.endswith("…"), 60)
        heard = await asyncio.to_thread(bot.killed)
    else:
        heard = await asyncio.to_thread(bot.everything)
        assert heard[-1] == moment, "the bot has outlived the click"
    await discord.until(lambda: not discord.gateway.ready.is_set())
    return int(heard[-1])


def _picture(desk: Desk) -> Counter[str]:
    """Return how many rows there are of each kind, by their state."""
    with desk.catalogue.reading() as connection:
        counted = {
            table.name: connection.scalar(select(func.count()).select_from(table))
            for table in tables.sorted_tables
            if table.name not in _ASIDE
        }
        states = [f"{state}: {row[0]}" for state in _STATES for row in connection.execute(select(state))]
    return Counter(counted) + Counter(states)


def _difference(before: Counter[str], after: Counter[str]) -> dict[str, int]:
    names = before.keys() | after.keys()
    return {name: after[name] - before[name] for name in names if after[name] != before[name]}
