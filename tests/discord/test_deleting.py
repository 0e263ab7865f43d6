"""Whoever asked, and moderators, take an answer away; nobody else can."""

from __future__ import annotations

import functools

import pytest
from sqlalchemy import select

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.curating.past_cards import PastCards
from corpus.catalogue import askers, posted, schema
from tests.discord.conftest import Start, running
from tests.discord.curated import live
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.discord.talked import remembered, settle, talked
from tests.small_discord.loopback import Loopback
from tests.small_discord.routes.faults import Fault
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import (
    ADMIN,
    GUILD_ID,
    MODERATOR,
    MODERATOR_ROLE,
    OTHER_READER,
    READER,
    Person,
)


def known(desk: Desk, card: Message) -> tuple[str | None, str | None]:
    """Return the answer and the asker that the catalogue knows of a message."""
    with desk.catalogue.reading() as connection:
        return posted.answer_of(connection, card.id), askers.asker_of(connection, card.id)


def forgotten(desk: Desk, card: Message) -> bool:
    return known(desk, card) == (None, None)


async def every_way(discord: Loopback, desk: Desk) -> list[Message]:
    """Return a card of each way to ask, all asked by the same reader."""
    by_command = await asked(discord, desk)
    as_text = await asked(discord, desk, may=0)
    nothing = await asked(discord, desk, UNKNOWN)
    mentioned = await talked(discord, HOW_MANY_WOLVES, mentions_bot=True)
    replied = await talked(discord, "en hoeveel roedels?", replies_to=by_command)
    await discord.click(by_command, "Follow up", by=OTHER_READER)
    in_thread = await talked(discord, "waarom?", thread=discord.thread(by_command))
    directly = await talked(discord, HOW_MANY_WOLVES, guild=None)
    cards = [by_command, as_text, nothing, mentioned, replied, in_thread, directly]
    await discord.until(lambda: all(remembered(desk, card) for card in cards))
    return cards


async def test_the_asker_deletes_a_card_however_it_was_asked_for_and_after_a_restart_too(
    discord: Loopback, desk: Desk
) -> None:
    discord.grant_message_content()
    stocked(desk, [WOLVES])
    async with running(Newsdesk(newsroom_of(desk)), discord):
        cards = await every_way(discord, desk)
    assert {known(desk, card)[1] for card in cards} == {READER.id}

    async with running(Newsdesk(newsroom_of(desk)), discord):
        for card in reversed(cards):
            turn = await discord.click(card, card.buttons[-1])
            assert card.deleted, card.text
            assert turn.followups == []
            await discord.until(functools.partial(forgotten, desk, card))
    with desk.catalogue.reading() as connection:
        assert len(connection.execute(select(schema.answers)).all()) == len(cards)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "Only the person who asked and moderators can delete this answer."),
        ("nl", "Alleen wie het vroeg en moderatoren kunnen dit antwoord verwijderen."),
    ],
)
async def test_others_are_told_privately_that_only_the_asker_and_moderators_may(
    discord: Loopback, start_on: Start, desk: Desk, locale: str, said: str
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)

    turn = await discord.click(card, "Delete", by=OTHER_READER, locale=locale)

    assert [(one.content, one.only_for) for one in turn.followups] == [(said, OTHER_READER.id)]
    assert not card.deleted
    assert known(desk, card)[1] == READER.id


@pytest.mark.parametrize("by", [ADMIN, MODERATOR], ids=["admin", "role"])
async def test_moderators_delete_what_others_asked_even_where_that_was_before_askers_were_known(
    discord: Loopback, start_on: Start, desk: Desk, by: Person
) -> None:
    settle(desk, moderator_role=MODERATOR_ROLE)
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    with desk.catalogue.writing() as connection:
        askers.forget(connection, card.id)

    refused = await discord.click(card, "Delete")
    await discord.click(card, "Delete", by=by)

    assert refused.followups[0].content.startswith("Only the person who asked")
    assert card.deleted
    await discord.until(lambda: forgotten(desk, card))


async def test_pressed_twice_it_is_deleted_once_and_a_click_too_late_is_told_so(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    custom_id = card.parts[-1]["custom_id"]

    await discord.click(card, "Delete")
    await discord.until(lambda: forgotten(desk, card))
    late = await discord.click(card, custom_id, forced=True)

    assert card.deleted
    assert [one.content[:24] for one in late.followups] == ["This is no longer here, "]


async def test_what_discord_does_not_delete_stays_and_can_be_deleted_again(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    discord.http.faults.add(Fault("DELETE", "*/messages/@original", 403))

    failed = await discord.click(card, "Delete")
    assert not card.deleted
    assert failed.followups[0].content.startswith("Something went wrong")
    assert known(desk, card)[1] == READER.id
    await discord.click(card, "Delete", twice=True)

    assert card.deleted


async def test_a_correction_leaves_the_button_and_never_brings_a_deleted_card_back(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    bot = await start_on(stocked(desk, [WOLVES], GUILD_ID))
    deleted, kept = await asked(discord, desk), await asked(discord, desk)
    await discord.click(deleted, "Delete")
    await discord.until(lambda: forgotten(desk, deleted))
    desk.curator.correct(live(desk)[0].id, "Het waren er negen.", "operator")
    await PastCards(bot, bot.newsroom, 0).bring_up_to_date()

    assert deleted.deleted
    assert "**Corrected**" in kept.text
    await discord.click(kept, "Delete")
    assert kept.deleted
