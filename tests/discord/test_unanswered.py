"""Moderators go through the questions that wait: grouped by likeness, added for, dismissed and taken back."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.assembly import Desk, now
from bot.discord.client import Newsdesk
from bot.discord.unanswered.exporting import sheet
from bot.discord.unanswered.group_panel import group_embed, list_embed, options
from bot.discord.unanswered.words import UNANSWERED
from corpus.catalogue import feedback, unanswered, waiters
from corpus.catalogue.unanswered import Open, Reason
from corpus.filters import Filters
from retrieval.curating.question_groups import Group
from tests.discord.added import preview
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import (
    ADMIN,
    GUILD_ID,
    OTHER_GUILD_ID,
    OTHER_MODERATOR,
    OTHER_READER,
    READER,
)
from tests.small_discord.state.world import File

StartOn = Callable[..., Awaitable[Any]]
NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
MODERATORS_ONLY = (
    "Only moderators can do this: people who may manage the server, or who have the moderators' role that "
    "`/newsdesk settings` names."
)
BRIDGE = "How long does the bridge at Sluisdorp stay closed?"
BRIDGE_TOO = "how long does the bridge  at Sluisdorp stay closed?"
BRIDGE_TOO_LINE = "how long does the bridge at Sluisdorp stay closed?"
BRIDGE_NL = "Hoe lang blijft de brug bij Sluisdorp dicht?"
CHESS = "Who won the chess tournament in Reykjavik?"
BEES = "Waarom zijn de bijen in het dal ziek?"
OTHERS = (
    "What does a swimming pass cost in Waardermonde?",
    "Wanneer begint het nieuwe schooljaar op Terschelling?",
    "How tall is the new lighthouse?",
    "Wie is de nieuwe burgemeester van Bargstede?",
)


def asked(desk: Desk, *questions: str, guild: str = GUILD_ID) -> list[str]:
    """Ask on an empty desk, so that all wait; return the ids of the answers."""
    given = [desk.answerer.ask(question, Filters(guild=guild)).id for question in questions]
    with desk.catalogue.writing() as connection:
        for one in given:
            unanswered.put(connection, one, Reason.ABSTAINED, now())
    return given


async def opened(discord: Loopback, **how: Any) -> Message:
    message = (await discord.use("corpus unanswered", by=ADMIN, **how)).message
    assert message is not None
    assert message.only_for == ADMIN.id
    return message


def waiting(desk: Desk, guild: str = GUILD_ID) -> set[str]:
    with desk.catalogue.reading() as connection:
        return {one.question for one in unanswered.open_ones(connection, guild)}


def part(message: Message, name: str) -> dict[str, Any]:
    found = message.part(name)
    assert found is not None
    return found


async def look(discord: Loopback, message: Message, question: str) -> Message:
    """Choose a question of the list by its words."""
    offered = part(message, "Look at a question")["options"]
    (value,) = [option["value"] for option in offered if question in option["label"]]
    changed = (await discord.choose(message, "Look at a question", value, by=ADMIN)).message
    assert changed is not None
    return changed


async def test_questions_alike_stand_together_those_told_first_then_the_biggest(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    given = asked(desk, BRIDGE, CHESS, BRIDGE_TOO, BRIDGE_NL, BEES, *OTHERS)
    asked(desk, "What is said elsewhere?", guild=OTHER_GUILD_ID)
    with desk.catalogue.writing() as connection:
        unanswered.tell(connection, given[4], now())
        feedback.give(connection, given[3], READER.id, helpful=False, comment="I *meant*\n@here", at=now())
    await start_on(desk)

    message = await opened(discord)
    described = message.embed["description"]
    await discord.click(message, "Next", by=ADMIN, locale="nl")
    second = message.text

    assert described.startswith(f"**1.** **{BEES}**\nAsked once, <t:")
    assert "**a reader misses an article**\n\n**2.** **how long does the bridge at Sluisdorp" in described
    assert "Asked 3 times, last <t:" in described
    assert f"Also asked as:\n- {BRIDGE_NL}\nWhat readers say was wrong:\n> I \\*meant\\* \\@here" in described
    assert described.count("\n\n") == 4
    assert [CHESS in text for text in (described, second)] == [False, True]
    assert "Er wachten 9 vragen" in second
    assert "elsewhere" not in described + second
    assert message.buttons == ["Exporteren als CSV", "Vorige", "2 van 2", "Volgende"]


async def test_a_dismissed_group_waits_no_more_until_that_is_taken_back_even_after_a_restart(
    discord: Loopback, desk: Desk
) -> None:
    asked(desk, BRIDGE, CHESS, BRIDGE_TOO)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        message = await opened(discord)
        await look(discord, message, "bridge")
        assert message.buttons == ["Add an article for this", "Dismiss all like this", "Back to the list"]
        dismiss = part(message, "Dismiss all like this")["custom_id"]
        await discord.click(message, dismiss, by=ADMIN, twice=True)
        again = await discord.click(message, dismiss, by=ADMIN, forced=True)
        assert again.content == "This has been dealt with already."
        assert message.content.startswith("**Dismissed**: how long does the bridge")
        assert message.content.endswith(", and one question like it")
        assert waiting(desk) == {CHESS}
        asked(desk, BRIDGE_NL)

    async with running(Newsdesk(newsroom_of(desk)), discord):
        await discord.click(message, "Undo", by=ADMIN)

    assert message.content == "**Taken back**: what was dismissed waits again."
    assert waiting(desk) == {CHESS, BRIDGE, BRIDGE_TOO, BRIDGE_NL}


async def test_one_wording_is_dismissed_without_those_like_it(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    asked(desk, BRIDGE, BRIDGE_NL, BRIDGE_TOO, CHESS)
    await start_on(desk)
    message = await look(discord, await opened(discord), "bridge")

    await discord.click(message, "Dismiss this wording only", by=ADMIN)
    assert message.content.endswith(", and one question like it")
    assert waiting(desk) == {BRIDGE_NL, CHESS}
    await discord.click(message, "Undo", by=ADMIN)
    assert waiting(desk) == {BRIDGE, BRIDGE_NL, BRIDGE_TOO, CHESS}


async def test_remarks_are_not_shown_but_what_a_reader_vouches_for_is(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    greeting, thanks, *_ = asked(desk, "Good morning everyone!", "Hartelijk bedankt, bot", CHESS, "haha")
    await start_on(desk)
    message = await opened(discord)

    assert CHESS in message.text
    assert all(remark not in message.text for remark in ("morning", "bedankt", "haha"))
    assert message.embed["footer"]["text"] == (
        "One question waits. 3 remarks that are no questions are not shown."
    )
    with desk.catalogue.writing() as connection:
        unanswered.tell(connection, greeting, now())
        feedback.give(connection, thanks, READER.id, helpful=False, comment=None, at=now())
    again = await opened(discord)
    assert "Good morning" in again.text
    assert "bedankt" not in again.text


async def test_who_asks_and_who_tells_the_moderators_is_counted_once_each(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(desk)
    turns = [await discord.answered(CHESS, by=by) for by in (READER, READER, OTHER_READER)]
    await discord.until(lambda: len(waiting_rows(desk)) == 3)
    card = turns[0].message
    assert card is not None
    await discord.click(card, "Tell the moderators", by=ADMIN)

    message = await opened(discord)
    assert "Asked 3 times, last <t:" in message.text
    assert ":R>, 3 people wait for it, **a reader misses an article**" in message.text


async def test_what_waits_is_exported_for_a_spreadsheet_that_computes_nothing_of_it(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    attack = '=HYPERLINK("https://evil.example";"Wat kost; een brood?")'
    given = asked(desk, BRIDGE, BRIDGE_TOO, CHESS, attack)
    with desk.catalogue.writing() as connection:
        for answer, person in zip(given, "5655", strict=True):
            waiters.add(connection, answer, person)
        unanswered.tell(connection, given[3], now())
    await start_on(desk)
    english = await exported(discord, "Export as CSV", "en-US")
    dutch = await exported(discord, "Exporteren als CSV", "nl")

    assert english.only_for == ADMIN.id
    assert english.content == "4 questions that wait, for a spreadsheet."
    written = file_of(discord, english)
    assert written.name == f"unanswered-{now():%Y-%m-%d}.csv"
    assert written.content.startswith(b"\xef\xbb\xbfquestion,times asked,people,")
    heading, *lines = csv.reader(io.StringIO(written.content.decode("utf-8-sig"), newline=""))
    assert heading[3:] == ["first asked (UTC)", "last asked (UTC)", "reason"]
    assert [line[:3] for line in lines] == [
        [f"'{attack}", "1", "1"],
        [BRIDGE_TOO_LINE, "2", "2"],
        [CHESS, "1", "1"],
    ]
    assert lines[0][5] == "not answered, a reader misses an article"
    assert all(datetime.datetime.fromisoformat(line[3]) for line in lines)
    rows = list(csv.reader(io.StringIO(file_of(discord, dutch).content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["vraag", "keer gesteld", "mensen"]
    assert [len(row) for row in rows] == [6, 6, 6, 6]
    reader = await discord.click(english, "waiting-export", by=READER, forced=True)
    assert reader.content == MODERATORS_ONLY


@pytest.mark.parametrize(
    "begun", ["=1+1?", "+31 6 is whose number?", "-2+3 is what?", "@SUM(A1)?", "\t=1+1?", "\uff1d1"]
)
def test_no_cell_of_the_export_begins_as_a_formula(begun: str) -> None:
    one = Open("a", GUILD_ID, begun, Reason.NOT_HELPFUL, told=False, at=NOON, comment=None)
    written = sheet([Group((one,))], UNANSWERED.english).decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(written, newline=""))
    assert row[0] == f"'{begun.strip()}"
    assert row[2:] == ["", "2026-11-22 12:00", "2026-11-22 12:00", "answer did not help"]


def waiting_rows(desk: Desk) -> list[Open]:
    with desk.catalogue.reading() as connection:
        return unanswered.open_ones(connection, GUILD_ID)


async def exported(discord: Loopback, name: str, locale: str) -> Message:
    listed = await opened(discord, locale=locale)
    message = (await discord.click(listed, name, by=ADMIN, locale=locale)).message
    assert message is not None
    await discord.until(lambda: message["attachments"])
    return message


def file_of(discord: Loopback, message: Message) -> File:
    (attached,) = message["attachments"]
    return discord.world.files[attached["url"].split("/")[-2]]


async def test_the_last_question_dismissed_leaves_an_empty_list(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    asked(desk, CHESS)
    await start_on(desk)
    message = await opened(discord, locale="nl")

    offered = part(message, "Bekijk een vraag")["options"]
    await discord.choose(message, "Bekijk een vraag", offered[0]["value"], by=ADMIN, locale="nl")
    await discord.click(message, "Afwijzen", by=ADMIN, locale="nl")

    assert message.content.startswith(f"**Afgewezen**: {CHESS}\nEr wacht geen vraag")
    assert message.buttons == ["Ongedaan maken"]
    assert (await opened(discord)).content.startswith("No question waits")


async def test_an_article_added_for_questions_takes_them_off_the_list(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    asked(desk, BRIDGE, CHESS, BRIDGE_NL)
    await start_on(desk)
    message = await look(discord, await opened(discord), "Hoe lang")

    form = await discord.click(message, "Add an article for this", by=ADMIN)
    text = "De brug bij Sluisdorp blijft tot 3 mei dicht voor onderhoud, meldt de provincie."
    shown = await preview(discord, await discord.submit(form, {"Title": "Brug dicht", "Text": text}))
    assert waiting(desk) == {BRIDGE, CHESS, BRIDGE_NL}
    await discord.click(shown, "Add", by=ADMIN)
    await discord.until(lambda: "Undo" in shown.buttons)

    assert "The 2 questions that it was added for" in shown.text
    assert waiting(desk) == {CHESS}
    late = await discord.click(message, "Dismiss all like this", by=ADMIN)
    assert late.content == "This has been dealt with already."


async def test_nobody_but_the_servers_own_moderators_decides(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    asked(desk, CHESS)
    await start_on(desk)
    message = await look(discord, await opened(discord), CHESS)
    dismiss = part(message, "Dismiss")["custom_id"]

    assert "corpus" not in discord.visible_commands(READER)
    reader = await discord.use("corpus unanswered", by=READER, forced=True)
    clicked = await discord.click(message, dismiss, by=READER, forced=True)
    elsewhere = await discord.click(
        message, dismiss, by=OTHER_MODERATOR, from_guild=OTHER_GUILD_ID, forced=True
    )

    assert [turn.content for turn in (reader, clicked)] == [MODERATORS_ONLY, MODERATORS_ONLY]
    assert elsewhere.content == "This has been dealt with already."
    assert waiting(desk) == {CHESS}


def test_a_page_of_the_longest_questions_fits_and_says_what_is_left_out() -> None:
    long = "[*Waarom* is dit _zo_ lang](https://example.org/?) " * 9
    questions = tuple(
        Open(
            f"{group}{number}",
            GUILD_ID,
            f"{group} {number} {long}",
            Reason.NOT_HELPFUL,
            told=True,
            at=NOON,
            comment=f"{number} {long}{long}",
        )
        for group in range(5)
        for number in range(30)
    )
    groups = [Group(questions[start : start + 30]) for start in range(0, 150, 30)]
    for words in (UNANSWERED.english, UNANSWERED.dutch):
        assert len(list_embed(groups, 1, words)) <= 5000
        alone = group_embed(groups[0], words).description or ""
        assert len(alone) <= 4096
        assert words.more_wordings[1].format(count=26) in alone
    assert all(len(option.label) <= 100 for option in options(groups, 1))
