"""A question that is edited is answered again on the card that it had; what changes nothing does nothing."""

from __future__ import annotations

import asyncio

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from tests.conftest import OpenDesk
from tests.discord.answers import Desk as Answering
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import BONUS, HOW_MANY_WOLVES, UNKNOWN, WOLVES, stocked
from tests.discord.talked import remembered, reply_to, said_by_bot, talked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.state.people import BOT

ME = f"<@{BOT.id}>"
SIGNING = "How much is the signing bonus in Moscow?"


async def test_an_edited_question_is_answered_on_its_card_also_after_a_restart(
    discord: Loopback, open_desk: OpenDesk
) -> None:
    desk = stocked(open_desk(), [WOLVES, BONUS])
    async with running(Newsdesk(newsroom_of(desk)), discord):
        asking = await discord.post(UNKNOWN, mentions_bot=True)
        card = await reply_to(discord, asking)
        await discord.edit_text(asking, f"{ME} {SIGNING}")
        await discord.until(lambda: "1.9 million" in seen(card.text))
        await discord.until(lambda: remembered(desk, card))

    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        await discord.edit_text(asking, f"{ME} {HOW_MANY_WOLVES}")
        await discord.until(lambda: "39 wolven" in seen(card.text))
        helped = await talked(discord, "help", mentions_bot=True)

    assert said_by_bot(discord) == [card, helped]
    assert "Doorvragen" in card.buttons


async def test_a_mention_that_is_added_counts_and_the_card_of_help_becomes_an_answer(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    unheard = await discord.post(HOW_MANY_WOLVES)
    bare = await discord.post("", mentions_bot=True)
    helped = await reply_to(discord, bare)

    await discord.edit_text(unheard, f"{ME} {HOW_MANY_WOLVES}")
    card = await reply_to(discord, unheard)
    await discord.edit_text(bare, f"{ME} {HOW_MANY_WOLVES}")
    await discord.until(lambda: "39 wolven" in seen(helped.text))

    assert "39 wolven" in seen(card.text)
    assert said_by_bot(discord) == [helped, card]


async def test_what_changes_nothing_in_the_text_does_nothing(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    asking = await discord.post(f"{HOW_MANY_WOLVES} https://wolves.example/", mentions_bot=True)
    card = await reply_to(discord, asking)
    await discord.until(lambda: remembered(desk, card))
    shown = len(card.versions)

    await discord.load_links(asking)
    await discord.edit_text(asking, f"{ME} Hi! {HOW_MANY_WOLVES}")
    await discord.load_links(asking)
    await discord.edit_text(asking, f"{ME} haha")
    thanks = await discord.post("thank you so much!", mentions_bot=True)
    await discord.until(lambda: thanks.reactions)
    await discord.load_links(thanks)
    last = await talked(discord, "help", mentions_bot=True)

    assert len(card.versions) == shown
    assert len(thanks.reactions) == 1
    assert said_by_bot(discord) == [card, last]


async def test_questions_that_are_added_get_a_card_and_those_taken_out_lose_theirs(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS]))
    asking = await discord.post(HOW_MANY_WOLVES, mentions_bot=True)
    card = await reply_to(discord, asking)
    await discord.until(lambda: remembered(desk, card))

    await discord.edit_text(asking, f"{ME} {HOW_MANY_WOLVES} {SIGNING}")
    await discord.until(lambda: len(said_by_bot(discord)) == 2)
    second = said_by_bot(discord)[1]
    await discord.until(lambda: remembered(desk, second))
    await discord.edit_text(asking, f"{ME} {SIGNING}")
    await discord.until(lambda: second.deleted)

    assert "1.9 million" in seen(card.text)
    await discord.until(lambda: not remembered(desk, second))


async def test_what_is_edited_while_it_is_answered_is_answered_again_after_that(
    discord: Loopback, start: Start
) -> None:
    answering = Answering(seconds=0.3)
    await start(answering)

    asking = await discord.post("How much is the bonus?", mentions_bot=True)
    await discord.until(lambda: answering.asked)
    await discord.edit_text(asking, f"{ME} How much is the bonus in Moscow?")
    card = await reply_to(discord, asking)
    await discord.until(lambda: len(answering.asked) == 2 and card.versions)
    await asyncio.sleep(0)

    assert [question for question, _ in answering.asked][1] == "How much is the bonus in Moscow?"
    assert said_by_bot(discord) == [card]
