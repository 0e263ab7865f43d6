"""Corrections reach old answers: every past card that quotes a corrected article is edited to say so."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from bot.discord.curating.past_cards import PastCards
from corpus.catalogue import posted
from corpus.filters import Filters
from corpus.reading.form import draft_of
from retrieval.search.results import Answer
from tests.discord.conftest import running
from tests.discord.curated import confirmed, live
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import WOLVES, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import ADMIN, BOT, CHANNEL_ID, GUILD_ID
from tests.small_discord.state.permissions import VIEW_CHANNEL

StartOn = Callable[..., Awaitable[Newsdesk]]
NOTE = "Het waren er *negen*."
SAID = r"**Corrected** <t:"


@pytest.fixture
async def bot(desk: Desk, start_on: StartOn) -> Newsdesk:
    stocked(desk, [WOLVES], GUILD_ID)
    return await start_on(desk)


def stale(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.message_id for one in posted.stale(connection)]


def correct(desk: Desk, **how: Any) -> None:
    desk.curator.correct(live(desk)[0].id, NOTE, "operator", **how)


async def edit(bot: Newsdesk, pause: float = 0) -> None:
    """Do the chore now, which comes by itself every five seconds."""
    await PastCards(bot, bot.newsroom, pause).bring_up_to_date()


async def test_a_correction_is_said_by_past_cards_in_their_language_and_by_new_answers(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    english = await asked(discord, desk)
    dutch = await asked(discord, desk, locale="nl")
    text = await asked(discord, desk, may=0)
    before = [(card.text, card.buttons) for card in (english, dutch, text)]
    message = await confirmed(
        discord, "corpus correct", {"article": live(desk)[0].id, "note": NOTE}, "Correct"
    )
    assert "The 3 past cards that quote it will say so shortly." in message.text
    await edit(bot)

    corrected, *below = english.embed["description"].splitlines()
    assert re.fullmatch(rf"{re.escape(SAID)}\d+:D>: Het waren er \\\*negen\\\*\.", corrected)
    assert below[0].startswith("~~**39**~~ · Het Oosterblad, ")
    assert below[1] == "> ~~In het Drostenwoud leven op dit moment **39** wolven.~~"
    assert dutch.embed["description"].startswith("**Gecorrigeerd** <t:")
    assert text.content.startswith(SAID)
    assert text.embeds == []
    assert [card.buttons for card in (english, dutch, text)] == [buttons for _, buttons in before]
    assert SAID in (await asked(discord, desk)).text

    await discord.click(message, "Undo", by=ADMIN)
    await discord.until(lambda: "**Taken back**" in message.text)
    await edit(bot)
    assert [card.text for card in (english, dutch, text)] == [text for text, _ in before]
    assert SAID not in (await asked(discord, desk)).text
    assert stale(desk) == []


async def test_what_is_corrected_in_the_terminal_while_the_bot_is_down_is_said_once_it_is_up(
    discord: Loopback, desk: Desk, start_on: StartOn
) -> None:
    stocked(desk, [WOLVES], GUILD_ID)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        card = await asked(discord, desk)
        direct = await asked(discord, desk, guild=None)
    right = draft_of(text="In het Drostenwoud leven op dit moment 9 wolven.", source="test")
    correct(desk, draft=right)
    await start_on(desk)
    await discord.until(lambda: SAID in card.text)

    # The card keeps what it quoted; who asks now gets the text that is right.
    assert "39 wolven" in card.text
    now = await asked(discord, desk)
    assert "In het Drostenwoud leven op dit moment 9 wolven." in seen(now.text)
    assert now.embed["description"].startswith(SAID)
    assert "~~" not in now.text
    assert "~~" in card.text
    assert SAID not in direct.text


async def test_a_withdrawn_article_is_quoted_no_more_and_its_past_cards_say_why(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk)
    await confirmed(discord, "corpus withdraw", {"article": live(desk)[0].id, "note": NOTE}, "Withdraw")
    await edit(bot)

    assert card.embed["description"].startswith("**Withdrawn** <t:")
    assert "> ~~In het Drostenwoud leven op dit moment **39** wolven.~~" in card.text
    assert "I found nothing that answers this." in (await asked(discord, desk)).text


async def test_how_a_question_was_understood_stays_on_the_card(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk)
    reply = await discord.post("en waar leven ze?", replies_to=card, mentions_bot=True)
    await discord.until(lambda: any(each.reply_to == reply.id for each in discord.seen()))
    answer = next(each for each in discord.seen() if each.reply_to == reply.id)
    await discord.until(lambda: _known(desk, answer))
    understood = answer.text.rpartition("\n")[2]
    correct(desk)
    await edit(bot)

    assert understood.startswith("Begrepen als: ")
    assert "**Gecorrigeerd** <t:" in answer.text
    assert answer.text.endswith(understood)


def _known(desk: Desk, message: Message) -> bool:
    with desk.catalogue.reading() as connection:
        return posted.answer_of(connection, message.id) is not None


async def test_a_correction_made_while_an_answer_is_on_its_way_reaches_its_card(
    discord: Loopback, desk: Desk
) -> None:
    stocked(desk, [WOLVES], GUILD_ID)

    def overtaken(question: str, filters: Filters, *how: Any, **named: Any) -> Answer:
        answer = desk.answerer.ask(question, filters, *how, **named)
        correct(desk)
        return answer

    bot = Newsdesk(newsroom_of(desk, overtaken))
    async with running(bot, discord):
        card = await asked(discord, desk)
        assert SAID not in card.text
        await edit(bot)
        assert SAID in card.text


async def test_cards_that_are_gone_or_closed_are_given_up_and_failures_are_tried_again(
    discord: Loopback, desk: Desk, bot: Newsdesk, caplog: pytest.LogCaptureFixture
) -> None:
    deleted, unwell, fine = [await asked(discord, desk) for _ in range(3)]
    await discord.delete(deleted)
    correct(desk)
    discord.http.fail("PATCH", f"/channels/{CHANNEL_ID}/messages/{unwell.id}", 400)
    discord.http.fail("PATCH", f"/channels/{CHANNEL_ID}/messages/{fine.id}", 500)
    await edit(bot)
    assert SAID in fine.text
    assert stale(desk) == []
    assert f"message {unwell.id} cannot be edited" in caplog.text

    correct(desk)
    discord.world.channels[CHANNEL_ID].overwrites[BOT.id] = (0, VIEW_CHANNEL)
    await edit(bot)
    assert stale(desk) == []
    assert "50001" in caplog.text


async def test_an_archived_thread_is_opened_for_the_edit_and_archived_again(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    card = await asked(discord, desk)
    await discord.click(card, "Follow up")
    thread = discord.thread(card)
    inside = await asked(discord, desk, channel=thread)
    thread.archived = True
    correct(desk)
    await edit(bot)

    assert SAID in inside.text
    assert thread.archived
    assert stale(desk) == []


async def test_many_cards_are_edited_one_after_the_other(
    discord: Loopback, desk: Desk, bot: Newsdesk
) -> None:
    cards = [await asked(discord, desk) for _ in range(4)]
    correct(desk)
    await edit(bot, 0.1)

    edits = sorted(card.edits[-1] for card in cards)
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(edits))
