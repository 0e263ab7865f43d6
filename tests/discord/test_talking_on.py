"""Conversations: replies, threads and direct messages, understood from what Discord shows."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.catalogue.schema import posted
from tests.conftest import OpenDesk
from tests.discord.conftest import Start, running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import BONUS, HOW_MANY_WOLVES, WOLVES, asked, stocked
from tests.discord.talked import remembered, said_by_bot, settle, talked, understood
from tests.retrieval.newsroom import add, draft
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.shown import Message
from tests.small_discord.state import permissions
from tests.small_discord.state.people import BOT, CHANNEL_ID, OTHER_GUILD_ID, OTHER_READER, Channel

PACKS = "en hoeveel roedels wolven?"
PACKS_UNDERSTOOD = "Begrepen als: en hoeveel roedels wolven? (Drostenwoud)"
WHY_UNDERSTOOD = "Begrepen als: waarom? (roedels wolven Drostenwoud)"


async def followed(discord: Loopback, card: Message) -> Channel:
    """Press *Follow up*; return the thread."""
    await discord.click(card, "Follow up")
    return discord.thread(card)


async def test_a_reply_to_a_card_is_understood_from_it(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS]))
    card = await asked(discord, desk)

    packs = await talked(discord, PACKS, replies_to=card)
    sheep = await talked(discord, "En hoeveel schapen zijn er gedood?", replies_to=packs, author=OTHER_READER)
    other = await talked(discord, "And what is the signing bonus in Moscow?", replies_to=sheep)

    assert understood(packs) == PACKS_UNDERSTOOD
    assert "vier roedels" in seen(packs.text)
    assert "168 gedode schapen" in seen(sheep.text)
    assert understood(other) is None
    assert "1.9 million roubles" in seen(other.text)


async def test_a_follow_up_keeps_to_what_was_chosen_before_and_its_own_dates_go_first(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    chosen = {"question": HOW_MANY_WOLVES, "since": "2023", "outlet": "Het Oosterblad"}
    card = (await discord.use("ask", chosen, locale="nl")).message
    assert card is not None
    await discord.until(lambda: remembered(desk, card))

    packs = await talked(discord, PACKS, replies_to=card)
    before = await talked(discord, "en in 2022?", replies_to=packs)
    new = await talked(discord, "Waar leven er wolven in het Drostenwoud?", replies_to=packs)

    assert "-# Alleen artikelen sinds 2023, van Het Oosterblad." in card.embed["description"]
    assert "-# Alleen artikelen sinds 2023, van Het Oosterblad." in packs.embed["description"]
    assert "-# Alleen artikelen van Het Oosterblad." in before.embed["description"]
    assert "Alleen artikelen" not in new.text


async def test_a_follow_up_on_a_question_that_named_its_dates_is_not_narrowed_by_them(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    since = "Sinds december 2023 leven er 41 wolven in het Drostenwoud, zegt de provincie."
    add(desk, [draft(since, "wolven", "2024-05-02", outlet="De Bode", language="nl")])
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk, "Hoeveel wolven leven er sinds december 2023 in het Drostenwoud?")

    packs = await talked(discord, PACKS, replies_to=card)

    assert "Only articles from December 2023 on were used" in card.text
    assert understood(packs) == "Begrepen als: en hoeveel roedels wolven? (2023 Drostenwoud)"
    assert "lleen artikelen" not in packs.text


async def test_where_the_catalogue_forgot_a_card_its_own_words_say_what_was_asked(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    packs = await talked(discord, PACKS, replies_to=card)
    again = await talked(discord, "En waarom?", replies_to=packs)
    assert understood(again) == "Begrepen als: En waarom? (roedels wolven Drostenwoud)"
    with desk.catalogue.writing() as connection:
        connection.execute(delete(posted))

    again = await talked(discord, "En waarom dan?", replies_to=packs)

    assert understood(again) == "Begrepen als: En waarom dan? (roedels wolven Drostenwoud)"


async def test_follow_up_opens_a_thread_in_which_several_people_ask_on(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)

    turn = await discord.click(card, "Follow up", by=OTHER_READER)
    thread = discord.thread(card)
    packs = await talked(discord, PACKS, thread=thread)
    why = await talked(discord, "waarom?", thread=thread, author=OTHER_READER)
    await discord.post("I agree", thread=thread, replies_to=await discord.post("<@4000> see?", thread=thread))

    assert (turn.private, turn.content) == (True, f"You can ask on in <#{thread.id}>.")
    assert thread.name == HOW_MANY_WOLVES
    greeting = next(
        one for one in said_by_bot(discord) if one.channel == thread.id and one.buttons == ["Ask"]
    )
    assert greeting.content.startswith("Write here what else you want to know")
    assert understood(packs) == PACKS_UNDERSTOOD
    assert understood(why) == WHY_UNDERSTOOD


async def test_without_the_privilege_a_thread_is_asked_in_by_mention_reply_or_button(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(settle(stocked(desk, [WOLVES]), mentions=False))
    thread = await followed(discord, await asked(discord, desk))
    greeting = next(one for one in said_by_bot(discord) if one.buttons == ["Ask"])

    form = await discord.click(greeting, "Ask", locale="nl")
    packs = await discord.submit(form, {"question": PACKS}, locale="nl")
    mentioned = await talked(discord, "waarom?", thread=thread, mentions_bot=True)
    hint = await talked(discord, "en nu?", thread=thread)
    await discord.post("en dan?", thread=thread)
    replied = await talked(discord, "waarom?", replies_to=greeting)

    assert greeting.content.startswith("To ask on, reply to me, mention me, or press *Ask*")
    assert packs.message is not None
    assert understood(packs.message) == PACKS_UNDERSTOOD
    assert (
        understood(mentioned) == understood(replied) == "Begrepen als: waarom? (roedels wolven Drostenwoud)"
    )
    assert hint.content.startswith("I could not read that")
    assert len([one for one in said_by_bot(discord) if "could not read" in one.content]) == 1


async def test_a_reply_that_does_not_ping_can_be_asked_again_with_the_button(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)

    hint = await talked(discord, PACKS, replies_to=card, pings=False)
    packs = await discord.submit(await discord.click(hint, "Ask"), {"question": PACKS})

    assert packs.embed["footer"]["text"] == "Understood as: en hoeveel roedels wolven? (Drostenwoud)"


async def test_direct_messages_are_one_conversation(discord: Loopback, start_on: Start, desk: Desk) -> None:
    await start_on(stocked(desk, [WOLVES]))

    await talked(discord, HOW_MANY_WOLVES, guild=None)
    packs = await talked(discord, PACKS, guild=None)

    assert understood(packs) == PACKS_UNDERSTOOD


async def test_a_conversation_goes_on_after_a_restart(discord: Loopback, open_desk: OpenDesk) -> None:
    desk = stocked(open_desk(), [WOLVES])
    discord.grant_message_content()
    async with running(Newsdesk(newsroom_of(desk)), discord):
        thread = await followed(discord, await asked(discord, desk))

    async with running(Newsdesk(newsroom_of(open_desk())), discord):
        packs = await talked(discord, PACKS, thread=thread)

    assert understood(packs) == PACKS_UNDERSTOOD


async def test_a_card_has_one_thread_and_a_thread_has_none(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    thread = await followed(discord, card)

    again = await discord.click(card, "Follow up", locale="nl")
    inside = await discord.click(await talked(discord, HOW_MANY_WOLVES, thread=thread), "Doorvragen")

    assert again.content == f"Dit antwoord heeft al een thread: vraag door in <#{thread.id}>."
    assert (inside.private, inside.content[:24]) == (True, "This is a thread already")


@pytest.mark.parametrize("missing", [permissions.CREATE_PUBLIC_THREADS, permissions.SEND_MESSAGES_IN_THREADS])
async def test_without_the_right_to_open_threads_that_is_said(
    discord: Loopback, start_on: Start, desk: Desk, missing: int
) -> None:
    discord.world.channels[CHANNEL_ID].overwrites[BOT.id] = (0, missing)
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)

    turn = await discord.click(card, "Follow up")

    assert card.id not in discord.world.channels
    assert turn.private
    assert turn.content.startswith("I cannot open a thread here: for that I need the permissions")


async def test_a_button_clicked_from_another_server_opens_nothing(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)

    turn = await discord.click(card, "Follow up", from_guild=OTHER_GUILD_ID, forced=True)
    form = await discord.click(card, f"askon:{card.id}", from_guild=OTHER_GUILD_ID, forced=True)
    packs = await discord.submit(form, {"question": PACKS})

    assert turn.private
    assert "footer" not in packs.embed
    assert turn.content == "This is no longer here, or was never here: it may have been removed."
    assert card.id not in discord.world.channels
