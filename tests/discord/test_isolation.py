"""Each server sees its own articles and the shared ones, and nothing of any other, on every surface."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.catalogue import watches
from tests.discord.stocked import BONUS, WOLVES, stocked
from tests.discord.surface import PARTS, commands, registered
from tests.discord.talked import settle
from tests.discord.things import QUESTION, SECRET, Things, lost, rows
from tests.discord.walking import NAMES, aim, settled, told, walked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import (
    ADMIN,
    CHANNEL_ID,
    GUILD_ID,
    MODERATOR,
    OTHER_CHANNEL_ID,
    OTHER_GUILD_ID,
    OTHER_MODERATOR,
    READER,
    Person,
)
from tests.small_discord.state.world import File

StartOn = Callable[..., Awaitable[Newsdesk]]

# Sentences of the bot that say no, or that something failed.
_NO = ("no longer here", "dealt with already", "Only ", "went wrong", "in a server only")
_OTHER_QUESTION = "Hoeveel otters telde het bureau in het moeras?"
# What somebody's own acts change, wherever they are, and what the bot's rounds do.
_OWN = ("guilds", "watches")
_DATES = ("since", "until", "as_of")  # completed from the calendar, which is everybody's
_CHANGES = ("/corpus remove", "/corpus correct", "/corpus withdraw", "corpus-")


@pytest.fixture
async def bot(start_on: StartOn, desk: Desk) -> Newsdesk:
    stocked(desk, [WOLVES])
    stocked(desk, [BONUS], OTHER_GUILD_ID)
    for guild in (GUILD_ID, OTHER_GUILD_ID):
        settle(desk, guild, per_person=600, per_guild=600)
    return await start_on(desk)


@pytest.fixture
def things(desk: Desk) -> Things:
    return Things(desk)


async def test_every_command_and_every_part_is_gone_through(discord: Loopback, bot: Newsdesk) -> None:
    assert registered(discord) == set(NAMES) - set(PARTS)
    assert bot.components.names == set(PARTS)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("every", [3, pytest.param(1, marks=pytest.mark.torture)])
async def test_whose_it_is_can_do_all_of_it(discord: Loopback, things: Things, every: int) -> None:
    on = await discord.post(QUESTION)
    # A list that is open, and a card that shows an answer: `on` is neither.
    aimed = [aim(name, things) for name in NAMES[::every] if name not in {"leaf", "delete"}]
    turns = await walked(discord, aimed, ADMIN, on, GUILD_ID)
    refused = {name: told(turn) for name, turn in turns.items() if any(no in told(turn) for no in _NO)}
    assert refused == {}


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(("by", "guild"), [(OTHER_MODERATOR, OTHER_GUILD_ID), (READER, None)])
async def test_from_elsewhere_nothing_of_it_is_seen_or_changed(
    discord: Loopback, desk: Desk, things: Things, by: Person, guild: str | None
) -> None:
    on = await discord.post(QUESTION, author=by, guild=guild)
    aimed = [aim(name, things) for name in NAMES]
    before = rows(desk)
    turns = await walked(discord, aimed, by, on, guild)
    assert lost(before, rows(desk, *_OWN)) == {}
    with desk.catalogue.reading() as connection:
        assert watches.of_person(connection, MODERATOR.id, GUILD_ID) != []
    assert [name for name, turn in turns.items() if SECRET in told(turn)] == []
    assert [name for name, turn in turns.items() if "went wrong" in told(turn)] == []


@pytest.mark.usefixtures("bot")
async def test_only_what_is_ones_own_is_completed(discord: Loopback, things: Things) -> None:
    for make in (things.card, things.waiting, things.feed, things.proposal):
        make()
    typing = [
        (path, option["name"])
        for path, options in commands(discord)
        for option in options
        if option.get("autocomplete") and option["name"] != "time_zone"  # which is nobody's
    ]
    assert len(typing) >= 13
    for path, option in typing:
        for typed in ("", SECRET, SECRET.lower()[:5]):
            how: Any = {"by": OTHER_MODERATOR, "guild": OTHER_GUILD_ID}
            assert SECRET not in str(await discord.suggest(path, option, typed, **how)), (path, option)
        if option in _DATES:
            continue
        choices = str(await discord.suggest(path, option, "", by=ADMIN))
        assert SECRET in choices or QUESTION in choices, (path, option)


@pytest.mark.usefixtures("bot")
async def test_questions_and_lists_elsewhere_find_their_own_and_the_shared_alone(
    discord: Loopback, things: Things
) -> None:
    things.answer()
    draft = things.article().read
    how: Any = {"by": OTHER_MODERATOR, "guild": OTHER_GUILD_ID}
    outlet = f"{SECRET}bode"
    turns = [
        await discord.use(path, options, forced=True, **how)
        for path, options in (
            ("ask", {"question": _OTHER_QUESTION, "outlet": outlet}),
            ("search", {"question": _OTHER_QUESTION, "outlet": outlet}),
            ("ask", {"question": _OTHER_QUESTION}),
            ("sources", {"outlet": outlet}),
            ("corpus list", {"outlet": outlet}),
            ("corpus show", {"article": draft.url}),
            ("corpus show", {"article": draft.title}),
            ("corpus remove", {"article": draft.title}),
            ("corpus undo", {}),
            ("corpus add", {"file": File("same.txt", draft.text.encode(), "text/plain")}),
        )
    ]
    await settled(discord)
    *looked, added = turns
    # An outlet that its asker typed is told back as unknown.
    typed = (f"-# Only articles of {outlet}.", f"an outlet “{outlet}”.")
    said = "\n".join(turn.text for turn in looked)
    for one in typed:
        said = said.replace(one, "")
    assert SECRET not in said
    assert added.message is not None
    assert "Add" in added.message.buttons
    assert f"{SECRET}:" not in added.text.replace("\\", "")
    assert outlet not in added.text
    # What the others asked would be answered otherwise, too, and is nobody's business here.
    assert QUESTION not in added.text
    assert _OTHER_QUESTION in added.text


@pytest.mark.usefixtures("bot")
async def test_what_the_operator_shares_cannot_be_changed_by_a_server(discord: Loopback, desk: Desk) -> None:
    shared = Things(desk, None)
    on = await discord.post(QUESTION)
    aimed = [aim(name, shared) for name in NAMES if name.startswith(_CHANGES)]
    before = rows(desk)
    turns = await walked(discord, aimed, ADMIN, on, GUILD_ID)
    assert lost(before, rows(desk)) == {}
    for name in ("/corpus remove", "/corpus correct", "/corpus withdraw", "corpus-remove", "corpus-removed"):
        assert "The operator shares this article with all servers" in turns[name].text


@pytest.mark.usefixtures("bot")
async def test_a_list_is_leafed_through_in_its_own_server_alone(discord: Loopback, things: Things) -> None:
    for _ in range(11):
        things.article()
    page = (await discord.use("sources", by=ADMIN)).message
    assert page is not None
    leaf = str((page.part("Next") or {})["custom_id"])
    on = await discord.post(QUESTION, author=OTHER_MODERATOR, guild=OTHER_GUILD_ID)
    elsewhere = await discord.click(on, leaf, by=OTHER_MODERATOR, forced=True)

    assert "no longer here" in elsewhere.content
    own = await discord.click(page, leaf, by=ADMIN)
    assert "2 of 2" in told(own)


async def test_finds_of_feeds_are_posted_in_their_own_server_alone(
    discord: Loopback, desk: Desk, things: Things, start_on: StartOn
) -> None:
    settle(desk, GUILD_ID, moderators_channel=CHANNEL_ID)
    settle(desk, OTHER_GUILD_ID, moderators_channel=OTHER_CHANNEL_ID)
    things.find()
    await start_on(desk)
    await discord.until(lambda: len(discord.seen(CHANNEL_ID, by=ADMIN)) == 2)

    assert all(SECRET in one.text for one in discord.seen(CHANNEL_ID, by=ADMIN))
    assert discord.seen(OTHER_CHANNEL_ID, by=OTHER_MODERATOR) == []
