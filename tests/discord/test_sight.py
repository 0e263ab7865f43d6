"""An answer that was given where somebody does not see is not there for them, however they name it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import func, select

from bot.assembly import Desk
from corpus.catalogue import posted, unanswered
from corpus.catalogue.schema import feedback
from tests.discord.conftest import Start
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.discord.surface import PARTS, sent
from tests.discord.talked import understood
from tests.discord.test_why import CHOOSE, GONE, link
from tests.small_discord.acts.doing import Manner
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state import permissions
from tests.small_discord.state.people import (
    ADMIN,
    BOT,
    CHANNEL_ID,
    GUILD_ID,
    MODERATOR,
    MODERATOR_ROLE,
    OTHER_READER,
    PRIVATE_THREAD,
    READER,
    SECOND_CHANNEL_ID,
    THREAD,
    Channel,
    Person,
)

_HIDDEN = (0, permissions.VIEW_CHANNEL)
_SEEN = (permissions.VIEW_CHANNEL, 0)
_BACK_ROOM = "300000000000003007"
_BY_ANSWER = ("passages", "passage", "helpful", "wrong", "followup", "tell", "why")
_PAGED = ("passages", "passage", "why")


@dataclass(frozen=True)
class Given:
    """An answer that was given, and the message that shows it."""

    card: Message
    answer: str


async def _given(
    discord: Loopback, desk: Desk, channel: str, by: Person, question: str = HOW_MANY_WOLVES
) -> Given:
    card = await asked(discord, desk, question, channel=channel, by=by)
    with desk.catalogue.reading() as connection:
        answer = posted.answer_of(connection, card.id)
    assert answer is not None
    return Given(card, answer)


def _close(discord: Loopback, to: str, but_for: str | None = None) -> None:
    """Hide a channel from everyone, but for the bot, moderators and one person."""
    overwrites = {GUILD_ID: _HIDDEN, MODERATOR_ROLE: _SEEN, BOT.id: _SEEN}
    discord.world.channels[to].overwrites = overwrites | ({but_for: _SEEN} if but_for else {})


async def _press(discord: Loopback, name: str, names: str, by: Person, place: str) -> Turn:
    """Press a button of a message of another channel, as no client of Discord's lets one do."""
    on = await discord.post("Look.", author=by, channel=place)
    part = PARTS[name]
    # What follows the answer is the number of a page.
    aimed = replace(part, arguments=lambda _: (names, *([1] if name in _PAGED else [])))
    kind, data = sent(name, aimed, None)  # type: ignore[arg-type]  # it names nothing else
    return await discord.begin(kind, by, discord.world.channels[place], data, Manner(), on=on)


async def test_what_was_answered_in_a_closed_channel_is_not_there_for_who_does_not_see_it(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    _close(discord, SECOND_CHANNEL_ID)
    await start_on(stocked(desk, [WOLVES]))
    given = await _given(discord, desk, SECOND_CHANNEL_ID, MODERATOR)
    unknown = await discord.use("why", {"answer": re.sub(r"\d{6}$", "000000", link(given.card))})

    by_link = await discord.use("why", {"answer": link(given.card)})
    by_id = await discord.use("why", {"answer": given.answer})
    pressed = {name: await _press(discord, name, given.answer, READER, CHANNEL_ID) for name in _BY_ANSWER}
    by_moderator = await discord.use("why", {"answer": link(given.card)}, by=MODERATOR)
    by_number = await discord.use("why", {"answer": given.answer}, by=MODERATOR)
    seen = await _press(discord, "passages", given.answer, MODERATOR, CHANNEL_ID)

    assert (unknown.text, by_link.text, by_id.text) == (CHOOSE, CHOOSE, GONE)
    assert {name: turn.text for name, turn in pressed.items()} == dict.fromkeys(_BY_ANSWER, GONE)
    for turn in (by_moderator, by_number, seen):
        assert turn.text.startswith(f"Question: {HOW_MANY_WOLVES}")
    with desk.catalogue.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(feedback)) == 0
        assert unanswered.open_ones(connection, GUILD_ID) == []


async def test_asking_on_about_a_card_of_a_closed_channel_tells_nothing_of_it(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    _close(discord, SECOND_CHANNEL_ID)
    await start_on(stocked(desk, [WOLVES]))
    given = await _given(discord, desk, SECOND_CHANNEL_ID, MODERATOR)

    asked_on = [await _press(discord, "askedon", given.card.id, by, CHANNEL_ID) for by in (READER, MODERATOR)]

    without, with_it = (understood(turn.message) for turn in asked_on if turn.message is not None)
    assert without is None
    assert "Drostenwoud" in (with_it or "")


@pytest.mark.parametrize("kind", [THREAD, PRIVATE_THREAD])
async def test_threads_are_seen_by_who_sees_their_channel_and_private_ones_by_who_is_in_them(
    discord: Loopback, start_on: Start, desk: Desk, kind: int
) -> None:
    inside = {BOT.id, READER.id}
    thread = Channel(
        _BACK_ROOM, "back room", kind, GUILD_ID, parent=CHANNEL_ID, owner=READER.id, members=inside
    )
    discord.world.channels[thread.id] = thread
    await start_on(stocked(desk, [WOLVES]))
    given = await _given(discord, desk, thread.id, READER)

    async def why(by: Person) -> str:
        return (await discord.use("why", {"answer": given.answer}, by=by)).text

    others = [await why(OTHER_READER)]
    own = await why(READER)
    # An archived thread is one that the bot keeps no record of.
    thread.archived = True
    await discord.leave()
    await discord.join()
    others.append(await why(OTHER_READER))

    assert own.startswith(f"Question: {HOW_MANY_WOLVES}")
    if kind == PRIVATE_THREAD:
        assert others == [GONE, GONE]
    else:
        assert all(text.startswith(f"Question: {HOW_MANY_WOLVES}") for text in others)


async def test_who_is_let_into_a_channel_or_is_there_sees_its_answers(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    _close(discord, SECOND_CHANNEL_ID, ADMIN.id)
    await start_on(stocked(desk, [WOLVES]))
    given = await _given(discord, desk, SECOND_CHANNEL_ID, ADMIN, UNKNOWN)

    by_overwrite = await discord.use("why", {"answer": given.answer}, by=ADMIN)
    told = await discord.click(given.card, "Tell the moderators", by=MODERATOR)
    elsewhere = await _press(discord, "tell", given.answer, OTHER_READER, CHANNEL_ID)

    assert by_overwrite.text.startswith(f"Question: {UNKNOWN}")
    assert "no longer here" not in told.text
    assert elsewhere.text == GONE
