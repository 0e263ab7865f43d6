"""The bot answers questions, and nothing that is less: not chat, not thanks, not a cry for help."""

from __future__ import annotations

from typing import Any

import pytest

from bot.assembly import Desk
from corpus.catalogue import unanswered
from tests.discord.answers import Desk as Answering
from tests.discord.conftest import Start
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, asked, stocked
from tests.discord.talked import said_by_bot, settle, talked
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import ADMIN, GUILD_ID, OTHER_READER
from tests.small_discord.state.world import File

HEART, WAVE = "\N{YELLOW HEART}", "\N{WAVING HAND SIGN}"
PICTURE = File("ferry.png", b"\x89PNG", "image/png")


def waiting(desk: Desk, guild: str = GUILD_ID) -> set[str]:
    with desk.catalogue.reading() as connection:
        return {one.question for one in unanswered.open_ones(connection, guild)}


def is_help(message: Message) -> bool:
    return any("/ask" in text for text in (message.text, message.content)) and not message.buttons


async def in_own_thread(discord: Loopback, desk: Desk) -> tuple[Message, dict[str, Any]]:
    card = await asked(discord, desk)
    await discord.click(card, "Follow up")
    return card, {"thread": discord.thread(card)}


async def test_thanks_and_greetings_get_a_reaction_and_chat_nothing(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    thanks = await discord.post("thank you so much!", mentions_bot=True)
    hello = await discord.post("hoi allemaal", mentions_bot=True)
    for text in ("haha", "wow that is expensive", "stomme bot", "😂😂", "<:shrug:123>"):
        await discord.post(text, mentions_bot=True)
        await discord.post(text, guild=None)
    last = await talked(discord, HOW_MANY_WOLVES, mentions_bot=True)
    await discord.until(lambda: thanks.reactions == [HEART] and hello.reactions == [WAVE])

    assert said_by_bot(discord) == [last]
    assert waiting(desk) == set()


@pytest.mark.parametrize("text", ["", "?!", "help", "hulp", "wie ben je?", "what can you do", "commands"])
async def test_who_asks_what_it_is_gets_the_card_of_help(
    discord: Loopback, start_on: Start, desk: Desk, text: str
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    card = await talked(discord, text, mentions_bot=True)
    by_command = await discord.use("help", locale="nl" if "Ik beantwoord" in card.text else "en-US")

    assert by_command.message is not None
    assert card.embed["author"] == by_command.message.embed["author"]
    assert waiting(desk) == set()


async def test_what_has_no_text_is_left_alone_unless_it_names_the_bot(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    card, thread = await in_own_thread(discord, desk)
    before = len(said_by_bot(discord))

    for where in (thread, {"replies_to": card}):
        await discord.post("", attachments=[PICTURE], **where)
        await discord.post("https://ferries.example/timetable", **where)
        await discord.post("👍", **where)
    named = await talked(discord, "https://ferries.example/timetable", mentions_bot=True)
    direct = await talked(discord, "", guild=None, attachments=[PICTURE])

    assert said_by_bot(discord)[before:] == [named, direct]
    assert is_help(named)
    assert is_help(direct)


async def test_in_its_threads_and_under_replies_it_answers_questions_and_leaves_remarks(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    card, thread = await in_own_thread(discord, desk)
    before = len(said_by_bot(discord))

    thanked: list[Message] = []
    for where in (thread, {"replies_to": card}):
        for text in ("haha", "wow that is expensive", "I agree", "are you coming tonight?"):
            await discord.post(text, author=OTHER_READER, **where)
        thanked.append(await discord.post("thanks!", **where))
    inside = await talked(discord, "en hoeveel roedels zijn er?", **thread)
    under = await talked(discord, "en hoeveel roedels zijn er?", replies_to=card)
    called = await talked(discord, "what can you do?", replies_to=card)

    await discord.until(lambda: all(one.reactions == [HEART] for one in thanked))

    assert said_by_bot(discord)[before:] == [inside, under, called]
    assert is_help(called)


async def test_a_server_can_have_it_answer_only_when_it_is_named(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    await start_on(stocked(desk, [WOLVES]))
    settings = (await discord.use("newsdesk settings", by=ADMIN)).message
    assert settings is not None
    assert "In my threads and under replies to me\nI answer questions, and leave remarks" in settings.text
    await discord.click(settings, "Answer only when named", by=ADMIN, twice=True)
    assert "I answer only when named, that is mentioned" in settings.text
    card, thread = await in_own_thread(discord, desk)
    greeting = said_by_bot(discord)[-1]
    before = len(said_by_bot(discord))

    await discord.post("en hoeveel roedels zijn er?", **thread)
    await discord.post("thanks!", replies_to=card)
    await discord.post("en hoeveel roedels zijn er?", replies_to=card)
    named = await talked(discord, "en hoeveel roedels zijn er?", mentions_bot=True, **thread)
    direct = await talked(discord, HOW_MANY_WOLVES, guild=None)

    assert greeting.content.startswith("To ask on, mention me, or press *Ask*")
    assert said_by_bot(discord)[before:] == [named, direct]
    await discord.click(settings, "Answer questions too", by=ADMIN)
    again = await talked(discord, "en hoeveel roedels zijn er?", replies_to=card)
    assert again.embeds


async def test_only_questions_wait_for_the_moderators_however_they_were_asked(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    for text in ("haha", "thank you so much!", UNKNOWN):
        await discord.answered(text)
    remark = await discord.post("Wow, that is expensive!", author=OTHER_READER)
    about = await discord.menu("Ask about this", remark)
    await talked(discord, "what is a swimming pass in Waardermonde?", mentions_bot=True)
    await discord.until(lambda: len(waiting(desk)) == 2)

    assert about.embed
    assert waiting(desk) == {UNKNOWN, "what is a swimming pass in Waardermonde?"}


async def test_what_is_no_question_is_told_nothing_where_the_bot_is_elsewhere_or_has_failed(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, "2001", channels=("3999",))
    await start(Answering(error=RuntimeError("secret")))

    await discord.post("thank you so much!", mentions_bot=True, guild="2001")
    await discord.post("haha", mentions_bot=True, guild="2001")
    told = await talked(discord, "how much is the bonus?", mentions_bot=True)

    assert said_by_bot(discord) == [told]


async def test_a_bot_that_stops_apologises_for_questions_alone(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.grant_message_content()
    bot = await start_on(stocked(desk, [WOLVES]))
    card = await asked(discord, desk)
    await bot._under_way.settle(0.0, 1.0)  # noqa: SLF001 - as on SIGTERM, without the seconds of patience

    await discord.post("wow that is expensive", replies_to=card)
    told = await talked(discord, "en hoeveel roedels zijn er?", replies_to=card)

    assert told.content.startswith("Ik word herstart")
    assert said_by_bot(discord) == [card, told]
