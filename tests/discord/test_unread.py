"""A question in a language that is not read, and a corpus without articles: said as what they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.assembly import Desk
from bot.languages_read import LANGUAGES, languages_read
from corpus.catalogue import unanswered
from retrieval.question.foreign_language import COMMON
from tests.discord.stocked import UNKNOWN, WOLVES, asked, stocked
from tests.discord.talked import talked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN, GUILD_ID, READER

StartOn = Callable[..., Awaitable[Any]]
GERMAN = "Wer hat das Schachturnier in Reykjavik gewonnen?"
UKRAINIAN = "Хто переміг на шаховому турнірі?"
FINNISH = "Kuka voitti shakkiturnauksen Reykjavikissa viime viikolla?"


def test_there_is_a_sentence_for_each_of_ten_languages() -> None:
    assert set(COMMON) == LANGUAGES
    assert len({languages_read(code) for code in COMMON}) == 10


async def test_a_question_in_another_language_is_told_so_in_it_and_waits_for_no_article(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    german = await asked(discord, desk, GERMAN)
    finnish = await asked(discord, desk, FINNISH)
    mentioned = await talked(discord, UKRAINIAN, mentions_bot=True)
    direct = await talked(discord, GERMAN, guild=None)
    english = await asked(discord, desk, UNKNOWN)

    assert "Ich lese Fragen auf Niederländisch und Englisch." in german.text
    assert "Я читаю запитання нідерландською та англійською мовами." in mentioned.text
    assert "Ich lese Fragen" in direct.text
    assert "I read questions in Dutch and English, and this seems to be neither." in finnish.text
    assert "Tell the moderators" not in german.buttons + finnish.buttons
    assert "Tell the moderators" in english.buttons
    await discord.until(lambda: waiting(desk))
    assert waiting(desk) == [UNKNOWN]


def waiting(desk: Desk) -> list[str]:
    with desk.catalogue.reading() as connection:
        return [one.question for one in unanswered.open_ones(connection, GUILD_ID)]


async def test_a_search_and_a_timeline_are_told_so_too(
    discord: Loopback, start_on: StartOn, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))

    found = await discord.use("search", {"question": GERMAN})
    timeline = await discord.use("timeline", {"question": GERMAN})

    assert found.message is not None
    await discord.until(lambda: found.message is not None and found.message.embeds)
    assert found.message.content.startswith("Ich lese Fragen")
    assert "Ich lese Fragen" in timeline.text


@pytest.mark.parametrize("by", [READER, ADMIN])
async def test_an_empty_corpus_says_so_and_to_moderators_how_to_fill_it(
    discord: Loopback, start_on: StartOn, desk: Desk, by: Any
) -> None:
    await start_on(desk)

    turns = [
        await discord.use(command, {"question": UNKNOWN}, by=by) for command in ("ask", "search", "timeline")
    ]
    mentioned = await talked(discord, UNKNOWN, author=by, mentions_bot=True)

    for said in (*(turn.text for turn in turns), mentioned.text):
        assert "I have no articles yet." in said
        assert ("`/corpus add`" in said) == (by == ADMIN)
