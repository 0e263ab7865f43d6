"""Messages of others are asked, forum posts with their title, and every question of a long message."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from tests.discord.conftest import Start
from tests.discord.stocked import BONUS, HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.discord.talked import reply_to, said_by_bot, talked, understood
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.state.people import BOT, GUILD_ID, OTHER_READER

CHAT = "It rained all day and nobody came to the market. "
PACKS = "Hoeveel roedels wolven leven er in het Drostenwoud?"
SIGNING = "How much is the signing bonus in Moscow?"


def question(message: object) -> str:
    return str(message.embed["author"]["name"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["", "can you answer this?", "kun jij dit beantwoorden?", "this one"])
async def test_named_in_reply_to_somebody_it_answers_that_message(
    discord: Loopback, start_on: Start, desk: Desk, text: str
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    open_one = await discord.post(f"Hi! {HOW_MANY_WOLVES}", author=OTHER_READER)

    card = await talked(discord, text, replies_to=open_one, mentions_bot=True)

    assert question(card) == f"Vraag: {HOW_MANY_WOLVES}"
    assert "39 wolven" in seen(card.text)


async def test_a_question_of_ones_own_is_understood_from_the_message_it_is_put_to(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    claim = await discord.post("In het Drostenwoud leven 39 wolven.", author=OTHER_READER)
    other = await discord.post(HOW_MANY_WOLVES, author=OTHER_READER)

    checked = await talked(discord, "is dat waar?", replies_to=claim, mentions_bot=True)
    packs = await talked(discord, "en hoeveel roedels?", replies_to=other, mentions_bot=True)
    thanks = await discord.post("thank you so much!", replies_to=other, mentions_bot=True)
    remark = await talked(
        discord, "", replies_to=await discord.post("haha", author=OTHER_READER), mentions_bot=True
    )

    assert understood(checked) == "Begrepen als: is dat waar? (Drostenwoud leven 39 wolven)"
    assert understood(packs) == "Begrepen als: en hoeveel roedels? (Drostenwoud)"
    await discord.until(lambda: thanks.reactions)
    assert "/ask" in remark.text


async def test_without_the_privilege_it_says_how_to_ask_about_that_message(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    open_one = await discord.post(HOW_MANY_WOLVES, author=OTHER_READER)

    told = await talked(discord, "", replies_to=open_one, mentions_bot=True)
    own = await talked(discord, HOW_MANY_WOLVES, replies_to=open_one, mentions_bot=True)

    assert told.content.startswith("I cannot read the message that you reply to")
    assert "39 wolven" in seen(own.text)


async def test_the_title_of_a_post_belongs_to_its_question(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    me = f"<@{BOT.id}>"

    alone = await reply_to(discord, await discord.open_post(HOW_MANY_WOLVES, f"{me} can you answer this?"))
    under = await reply_to(
        discord, await discord.open_post("Wolven in het Drostenwoud", f"{me} Hoeveel zijn er?")
    )
    full = await reply_to(
        discord, await discord.open_post("Wolven in het Drostenwoud", f"{me} Hoeveel schapen zijn gedood?")
    )
    nothing = await reply_to(discord, await discord.open_post("Nice weather today", me))

    assert question(alone) == f"Vraag: {HOW_MANY_WOLVES}"
    assert "39 wolven" in seen(under.text)
    assert understood(full) == "Begrepen als: Hoeveel schapen zijn gedood? (Wolven Drostenwoud)"
    assert "/ask" in nothing.text


async def test_a_question_is_found_at_the_end_of_a_long_message_and_asked_alone(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    long = f"{CHAT * 38}\n> Who asked that?\n```\nWhy?\n```\n{HOW_MANY_WOLVES} https://wolves.example/why?"

    card = await talked(discord, long, mentions_bot=True)
    menu = await discord.menu("Ask about this", await discord.post(long, author=OTHER_READER))

    assert question(card) == f"Vraag: {HOW_MANY_WOLVES}"
    assert menu.embed["author"]["name"] == f"Question: {HOW_MANY_WOLVES}"
    assert len(said_by_bot(discord)) == 2


async def test_several_questions_get_an_answer_each_up_to_three(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS]))
    two = f"Hi! {HOW_MANY_WOLVES} En hoeveel roedels?"
    four = f"{HOW_MANY_WOLVES} {SIGNING}\n{UNKNOWN} {PACKS}"

    asking = await discord.post(two, mentions_bot=True)
    await discord.until(lambda: len(said_by_bot(discord)) == 2)
    wolves, packs = said_by_bot(discord)
    await discord.post(four, mentions_bot=True)
    await discord.until(lambda: len(said_by_bot(discord)) == 5)
    menu = await discord.menu("Ask about this", await discord.post(four, author=OTHER_READER))
    await discord.until(lambda: len(said_by_bot(discord)) == 8 and said_by_bot(discord)[7].embeds)

    assert [one.reply_to for one in (wolves, packs)] == [asking.id] * 2
    assert "39 wolven" in seen(wolves.text)
    assert understood(packs) == "Begrepen als: En hoeveel roedels? (Drostenwoud)"
    for shown in (said_by_bot(discord)[2:5], said_by_bot(discord)[5:8]):
        assert [question(one).split(": ")[1] for one in shown] == [HOW_MANY_WOLVES, SIGNING, UNKNOWN]
        assert [one.content for one in shown[1:]] == ["", ""]
    assert said_by_bot(discord)[2].content == "Dat zijn 4 vragen: ik beantwoord de eerste 3."
    assert menu.content == "Those are 4 questions: I answer the first 3."


async def test_about_its_own_card_it_is_asked_on(discord: Loopback, start_on: Start, desk: Desk) -> None:
    await start_on(stocked(desk, [WOLVES], GUILD_ID))
    card = await asked(discord, desk)

    form = await discord.menu("Ask about this", card)
    packs = await discord.submit(form, {"question": "en hoeveel roedels?"})

    assert form.modal is not None
    assert packs.embed["footer"]["text"] == "Understood as: en hoeveel roedels? (Drostenwoud)"
