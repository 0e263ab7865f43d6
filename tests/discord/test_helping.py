"""`/help`: one short card, for who asks alone, with questions that the bot really answers."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Awaitable, Callable
from typing import Any

from bot.assembly import Desk
from corpus.article import Draft
from corpus.filters import Filters
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import (
    ADMIN,
    BOT,
    CHANNEL_ID,
    GUILD_ID,
    OTHER_GUILD_ID,
    READER,
    SECOND_CHANNEL_ID,
)
from tests.small_discord.state.permissions import EMBED_LINKS

StartOn = Callable[..., Awaitable[Any]]
NARROWED = "Hoeveel wolven zijn er in het Drostenwoud geteld?"
PHONE = 42  # characters of a row
FERRY = Draft(
    "The ferry to Osmund Island sails six times a day from May, the harbour board of Quillhaven decided.",
    "test",
    title="Osmund Island ferry sails six times a day",
    outlet="Quillhaven Post",
    language="en",
)
LIBRARY = Draft(
    "De bibliotheek van Wierdum opent op zondag haar deuren, besloot het bestuur. Er zijn 41 vrijwilligers.",
    "test",
    title="Bibliotheek van Wierdum gaat op zondag open",
    outlet="Wierdumer Bode",
    language="nl",
)


def rows(message: Message) -> int:
    """Return how many rows of a phone a card takes, without what formats it."""
    shown = re.sub(r"[*`\\]", "", message.text)
    return sum(len(textwrap.wrap(line, PHONE)) for line in shown.splitlines())


def examples(message: Message) -> list[str]:
    return [line[2:] for line in message.text.splitlines() if line.startswith("- ")]


async def helped(discord: Loopback, **how: Any) -> Message:
    turn: Turn = await discord.use("help", **how)
    assert turn.message is not None
    return turn.message


async def test_help_is_one_short_card_for_who_asks_alone(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    list(desk.curator.add([FERRY, LIBRARY], "operator", GUILD_ID))
    await start_on(stocked(desk, [WOLVES]))
    question = await asked(discord, desk)

    reader, moderator = await helped(discord), await helped(discord, by=ADMIN, locale="nl")
    assert question.only_for is None
    assert (reader.only_for, moderator.only_for) == (READER.id, ADMIN.id)
    assert "A quotation with outlet, date and link" in reader.text
    for way in ("/ask", "mention", "reply", "in my thread", "Ask about this"):
        assert way in reader.text
    assert "/corpus" not in reader.text
    assert "**Moderators** choose what I read." in reader.text
    assert "Een citaat met medium, datum en link" in moderator.text
    assert "`/corpus add`" in moderator.text
    assert len(examples(reader)) == len(examples(moderator)) == 3
    assert examples(moderator)[0] == HOW_MANY_WOLVES
    assert rows(reader) <= 13
    assert rows(moderator) <= 13


async def test_every_example_is_answered_and_from_what_is_seen_there(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    list(desk.curator.add([FERRY, LIBRARY], "operator", GUILD_ID))
    await start_on(stocked(desk, [WOLVES]))

    for guild, count in ((GUILD_ID, 3), (OTHER_GUILD_ID, 1)):
        card = await helped(discord, guild=guild)
        offered = [re.sub(r"\\(.)", r"\1", one) for one in examples(card)]
        answers = [desk.answerer.consider(one, Filters(guild=guild)).answer for one in offered]
        assert [one.abstained for one in answers] == [False] * count
    assert "Osmund" not in card.text
    assert "Wierdum" not in card.text


async def test_a_question_is_an_example_only_where_it_was_asked_and_while_its_answer_stands(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk, channel=SECOND_CHANNEL_ID)
    await asked(discord, desk, UNKNOWN, channel=SECOND_CHANNEL_ID)
    await asked(discord, desk, NARROWED, since="2023", channel=SECOND_CHANNEL_ID)

    assert HOW_MANY_WOLVES not in (await helped(discord)).text
    assert HOW_MANY_WOLVES not in (await helped(discord, guild=None)).text
    assert HOW_MANY_WOLVES in (await helped(discord, channel=SECOND_CHANNEL_ID)).text
    shown = (await helped(discord, channel=SECOND_CHANNEL_ID)).text
    assert UNKNOWN not in shown
    assert NARROWED not in shown
    form = await discord.click(card, "Not helpful", by=READER)
    await discord.submit(form, {})
    assert HOW_MANY_WOLVES not in (await helped(discord, channel=SECOND_CHANNEL_ID)).text


async def test_an_empty_corpus_has_no_examples_and_moderators_are_told_how_to_fill_it(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)

    reader, moderator = await helped(discord), await helped(discord, by=ADMIN, locale="nl")
    direct = await helped(discord, guild=None)

    assert "I have no articles yet. This server's moderators" in reader.text
    assert "/corpus" not in reader.text
    assert "Voeg het eerste toe met `/corpus add`" in moderator.text
    assert "No articles are shared with everyone" in direct.text
    assert examples(reader) == examples(moderator) == examples(direct) == []


async def test_help_is_text_where_no_card_may_be_shown(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    discord.world.channels[CHANNEL_ID].overwrites[BOT.id] = (0, EMBED_LINKS)

    card = await helped(discord)

    assert card.embeds == []
    assert "A quotation with outlet, date and link" in card.content
