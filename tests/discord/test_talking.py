"""Messages that are meant for the bot are answered as `/ask` is; all others are left alone."""

from __future__ import annotations

import asyncio
import functools
import logging
import re
import threading

import pytest

from bot.assembly import Desk
from bot.discord.talking.addressed import Heard, Way, way_of
from bot.discord.talking.message_text import fitting, said
from bot.discord.talking.replying import Reply
from tests.discord.answers import Desk as Answering
from tests.discord.conftest import Start
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, WOLVES, stocked
from tests.discord.talked import remembered, reply_to, said_by_bot, settle, talked
from tests.small_discord.loopback import Loopback
from tests.small_discord.routes.faults import Fault
from tests.small_discord.screen.markdown import seen
from tests.small_discord.state import permissions
from tests.small_discord.state.people import (
    BOT,
    CHANNEL_ID,
    GUILD_ID,
    MODERATOR,
    OTHER_BOT,
    OTHER_READER,
    READER,
    SECOND_CHANNEL_ID,
)

MENTION = Heard(
    by_person=True,
    direct=False,
    in_own_thread=False,
    mentions_me=True,
    replies_to_me=False,
    to_others=False,
)


async def test_a_mention_gets_the_card_and_the_buttons_that_ask_gives(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    card = await talked(discord, HOW_MANY_WOLVES, mentions_bot=True)

    assert card.embed["author"]["name"] == f"Vraag: {HOW_MANY_WOLVES}"
    shown = card.embed["description"]
    assert shown.startswith("**39")
    assert "In het Drostenwoud leven op dit moment 39 wolven." in seen(shown)
    assert card.buttons[:5] == ["Passages", "Nuttig", "Niet nuttig", "Doorvragen", "Volgen"]
    assert "footer" not in card.embed
    assert discord.http.channels.typing == [CHANNEL_ID]
    passages = await discord.click(card, "Passages")
    assert passages.private
    assert "39 wolven" in passages.text


async def test_the_bots_words_are_in_the_language_of_the_server_or_of_the_question(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, "2001", language="nl")
    discord.world.guilds[GUILD_ID].locale = "nl"
    await start(Answering())

    english = await talked(discord, "how much is the bonus?", mentions_bot=True)
    neither = await talked(discord, "bonus 2023?", mentions_bot=True)
    set_to_dutch = await talked(discord, "how much is the bonus?", mentions_bot=True, guild="2001")
    direct = await talked(discord, "hoeveel is de bonus?", guild=None)

    shown = [card.embed["author"]["name"].split(":")[0] for card in (english, neither, set_to_dutch, direct)]
    assert shown == ["Question", "Vraag", "Vraag", "Vraag"]


async def test_a_direct_message_is_answered_from_the_shared_articles_alone(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES], guild=GUILD_ID))

    card = await talked(discord, HOW_MANY_WOLVES, guild=None)

    assert card.embed["description"].startswith("Ik vond niets dat dit beantwoordt.\nEr zijn geen artikelen")
    assert card.buttons == ["Volgen", "Verwijderen"]


async def test_names_stand_where_a_question_mentions_people_and_places(
    discord: Loopback, start: Start
) -> None:
    desk = Answering()
    await start(desk)

    await talked(discord, "<@4001>, what did <@4001> say, <@1000>?\nAnd <:shrug:123>", mentions_bot=True)

    assert [question for question, _ in desk.asked] == ["what did second reader say?"]


async def test_a_question_that_is_too_long_gets_a_sentence(discord: Loopback, start: Start) -> None:
    await start(Answering())

    reply = await talked(discord, "why " * 130, mentions_bot=True)

    told = "Your question has 519 characters and I read at most 500: please ask it in fewer words."
    assert reply.content == told


async def test_what_is_said_while_a_reply_is_being_sent_takes_its_place(
    discord: Loopback, start: Start
) -> None:
    bot = await start(Answering())
    heard = asyncio.create_task(bot.wait_for("message"))
    await asyncio.sleep(0)
    posted = await discord.post("Just talking.")
    reply = Reply(await heard)
    discord.http.fail("POST", f"/channels/{CHANNEL_ID}/messages", None, done=True)

    sending = asyncio.create_task(reply.meanwhile(content="The answer so far"))
    await discord.until(lambda: said_by_bot(discord))
    await reply.say("I am being restarted.")
    await sending

    assert (await reply_to(discord, posted)).content == "I am being restarted."


async def test_only_what_is_meant_for_the_bot_is_answered(discord: Loopback, start: Start) -> None:
    discord.grant_message_content()
    await start(Answering())
    card = await talked(discord, "Why?", mentions_bot=True)
    other = await discord.post("What do you think?", author=OTHER_READER)

    await discord.post("Just talking about newsdesk.")
    await discord.post("@everyone look")
    await discord.post("<@&6003> why?")
    await discord.post("I agree", replies_to=other)
    await discord.post("Why?", author=OTHER_BOT, mentions_bot=True)
    await discord.post("Thanks!", replies_to=card)
    last = await talked(discord, "And now?", mentions_bot=True)

    assert said_by_bot(discord) == [card, last]


@pytest.mark.parametrize(
    ("changed", "way"),
    [
        ({}, Way.MENTION),
        ({"by_person": False}, None),
        ({"mentions_me": False}, None),
        ({"mentions_me": False, "replies_to_me": True}, Way.REPLY),
        ({"to_others": True}, Way.MENTION),
        ({"mentions_me": False, "in_own_thread": True}, Way.THREAD),
        ({"mentions_me": False, "in_own_thread": True, "to_others": True}, None),
        ({"in_own_thread": True, "to_others": True}, Way.THREAD),
        ({"mentions_me": False, "direct": True}, Way.DIRECT),
    ],
)
def test_who_a_message_is_meant_for_is_decided_from_what_it_shows(
    changed: dict[str, bool], way: Way | None
) -> None:
    facts = {name: getattr(MENTION, name) for name in Heard.__slots__}

    assert way_of(Heard(**facts | changed)) is way


async def test_where_mentions_are_switched_off_nothing_is_said(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, mentions=False)
    await start(Answering())

    await discord.post("Why?", mentions_bot=True)
    elsewhere = await talked(discord, "Why?", mentions_bot=True, guild="2001")

    assert said_by_bot(discord) == [elsewhere]


async def test_in_other_channels_people_are_told_privately_where_to_ask(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, channels=(SECOND_CHANNEL_ID,))
    answering = Answering()
    await start(answering)

    await discord.post("Why?", mentions_bot=True)
    await discord.until(lambda: said_by_bot(discord))

    (told,) = said_by_bot(discord)
    assert told.channel == discord.world.direct(READER).id
    assert told.content == f"In Readers I answer questions in <#{SECOND_CHANNEL_ID}>: please ask it there."
    assert answering.asked == []


async def test_who_asks_too_much_is_told_privately_once_how_long_to_wait(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, per_person=1)
    answering = Answering()
    await start(answering)

    await talked(discord, "Why?", mentions_bot=True)
    await discord.post("Why not?", mentions_bot=True)
    await discord.post("Why is that?", mentions_bot=True)
    other = await talked(discord, "What is the bonus?", mentions_bot=True, author=OTHER_READER)
    await talked(discord, "How much is it?", mentions_bot=True, author=MODERATOR)

    (told,) = (one for one in said_by_bot(discord) if one.guild is None)
    assert re.fullmatch(r"That was one question too many for now: please wait \d+ seconds\.", told.content)
    assert other.embed
    assert len(answering.asked) == 3


async def test_where_direct_messages_are_closed_a_reaction_says_to_wait(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, per_person=1)
    await start(Answering())
    discord.http.faults.add(Fault("POST", "/users/@me/channels", 403))

    await talked(discord, "Why?", mentions_bot=True)
    late = await discord.post("Why not?", mentions_bot=True)

    await discord.until(lambda: late.reactions == ["⏳"])


async def test_a_failure_is_an_apology_in_reply_with_a_number_that_is_in_the_log(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    await start(Answering(error=RuntimeError("secret")))

    reply = await talked(discord, "waarom is dat?", mentions_bot=True)

    (incident,) = re.findall(r"`([0-9a-f]{8})`", reply.content)
    assert reply.content.startswith("Er ging iets mis")
    assert f"incident {incident}" in caplog.text


async def test_what_cannot_be_said_any_more_is_logged_and_the_next_one_answered(
    discord: Loopback, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="bot.discord")
    await start(Answering(seconds=0.2))

    deleted = await discord.post("Why?", mentions_bot=True)
    await discord.delete(deleted)
    silenced = discord.world.channels[SECOND_CHANNEL_ID]
    silenced.overwrites[BOT.id] = (0, permissions.SEND_MESSAGES)
    await discord.post("Why?", mentions_bot=True, channel=SECOND_CHANNEL_ID)
    card = await talked(discord, "Why?", mentions_bot=True)
    await discord.until(lambda: caplog.text.count("could not be answered") == 2)

    assert [one for one in said_by_bot(discord) if one.guild is not None] == [card]
    assert "incident" not in caplog.text


async def test_what_is_under_way_when_the_bot_stops_is_apologised_for(
    discord: Loopback, start: Start
) -> None:
    bot = await start(Answering(seconds=2))
    question = await discord.post("waarom is dat?", mentions_bot=True)
    await discord.until(lambda: discord.http.channels.typing)

    await bot._under_way.settle(0.0, 5.0)  # noqa: SLF001 - as on SIGTERM, without the seconds of patience

    apology = await reply_to(discord, question)
    assert apology.content.startswith("Ik word herstart en kon dit niet afmaken")


async def test_who_waits_behind_many_is_told_so_in_the_message_that_becomes_the_card(
    discord: Loopback, start: Start, desk: Desk
) -> None:
    settle(desk, per_person=60)
    answers = threading.Event()
    await start(Answering(let_go=answers))

    post = functools.partial(discord.post, mentions_bot=True)
    questions = await asyncio.gather(*(post(f"how many bridges has town {number}?") for number in range(20)))
    await discord.until(lambda: any("before yours" in one.content for one in said_by_bot(discord)))
    answers.set()
    cards = [await reply_to(discord, question) for question in questions]
    await discord.until(lambda: all(card.embeds for card in cards))

    told = [str(card.versions[0]["content"]) for card in cards if card.versions]
    assert told
    assert all(sentence.endswith("questions are before yours.") for sentence in told)
    assert all(card.content == "" for card in cards)


async def test_a_reply_that_discord_loses_is_not_sent_twice(discord: Loopback, start: Start) -> None:
    await start(Answering())
    sending = ("POST", f"/channels/{CHANNEL_ID}/messages")
    discord.http.faults.add(Fault(*sending, done=True))

    card = await talked(discord, "Why?", mentions_bot=True)
    await discord.until(lambda: discord.http.requests.count(sending) == 2)
    again = await talked(discord, "Why?", mentions_bot=True)

    assert said_by_bot(discord) == [card, again]


async def test_where_the_bot_may_not_embed_links_the_answer_comes_as_text(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.world.channels[CHANNEL_ID].overwrites[BOT.id] = (0, permissions.EMBED_LINKS)
    await start_on(stocked(desk, [WOLVES]))

    first = await talked(discord, HOW_MANY_WOLVES, mentions_bot=True)
    await discord.until(lambda: remembered(desk, first))
    second = await talked(discord, "en wanneer was dat?", replies_to=first)

    assert first.content.startswith("**39")
    assert "In het Drostenwoud leven op dit moment 39 wolven." in seen(first.content)
    assert second.content.startswith("-# Begrepen als: en wanneer was dat? (wolven leven Drostenwoud)\n**")


async def test_what_nobody_answers_is_put_before_the_moderators(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    card = await talked(discord, UNKNOWN, mentions_bot=True)

    assert card.buttons[:3] == ["Nearest passages", "Tell the moderators", "Watch"]


async def test_the_menu_asks_with_the_words_of_any_message(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    claim = await discord.post(HOW_MANY_WOLVES, author=OTHER_READER)
    picture = await discord.post("👍", author=OTHER_READER)

    turn = await discord.menu("Ask about this", claim)
    empty = await discord.menu("Ask about this", picture, locale="nl")
    command = discord.http.known.find("Ask about this", 3)

    assert "39 wolven" in turn.embed["description"]
    assert turn.embed["author"]["name"] == f"Question: {HOW_MANY_WOLVES}"
    assert (empty.private, empty.content) == (True, "In dat bericht staat geen tekst om naar te vragen.")
    assert command is not None
    assert command["name_localizations"] == {"nl": "Vraag hierover"}


def test_a_long_text_ends_with_its_last_sentence_that_fits() -> None:
    text = "One sentence here. " * 40

    assert fitting(text) == ("One sentence here. " * 26).strip()
    assert fitting("word " * 200) == "word " * 98 + "word…"


def test_what_has_no_name_is_left_out() -> None:
    names = {"@1": "Ada", "#3": "news"}

    assert said("<@1> <@!1>, <@2> <#3> </ask:4> <t:5:R> <a:wave:6>", names) == "Ada Ada, news /ask"
