"""What somebody was shown in private can be shared with the channel, where it follows corrections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.assembly import Desk, now
from corpus.catalogue import articles, looks
from corpus.catalogue.looks import Look
from corpus.catalogue.schema import looks as looks_table
from corpus.catalogue.schema import shares as shares_table
from tests.discord.conftest import Start
from tests.discord.stocked import BARRIER, BONUS, WOLVES, stocked
from tests.discord.test_timeline import BARRIERS, QUESTION
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state import permissions
from tests.small_discord.state.people import ADMIN, BOT, CHANNEL_ID, GUILD_ID, OTHER_READER, READER

PNG = b"\x89PNG"


async def shared(discord: Loopback, desk: Desk, command: str, question: str, **how: Any) -> Message:
    """Use a command in private, press *Share* and return what the channel sees."""
    private = (await discord.use(command, {"question": question}, **how)).message
    assert private is not None
    posted = (await discord.click(private, "Share", **how)).message
    assert posted is not None
    await discord.until(lambda: _remembered(desk, posted))
    return posted


def _remembered(desk: Desk, message: Message) -> bool:
    with desk.catalogue.reading() as connection:
        return any(message.id == row[0] for row in connection.execute(shares_table.select()))


async def test_a_timeline_is_shown_as_a_picture_with_its_text_for_who_cannot_see_it(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, BARRIERS))

    message = (await discord.use("timeline", {"question": QUESTION})).message
    assert message is not None
    dark = discord.file(message)
    again = await discord.click(message, "For a light screen")
    light = discord.file(message)

    assert message.embeds[0]["image"]["url"].startswith("attachment://timeline.png") or light
    assert dark.content.startswith(PNG)
    assert light.content.startswith(PNG)
    assert dark.content != light.content
    assert again.message is message
    assert (
        "2022-05-12: €84 million; 2024-04-18: €112 million; 2026-01-22: €139 million"
        in (message.document["attachments"][0]["description"])
    )
    assert "█" not in message.text


async def test_where_no_file_may_be_attached_a_timeline_has_its_plot_in_lines(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    discord.world.channels[CHANNEL_ID].overwrites[BOT.id] = (0, permissions.ATTACH_FILES)
    await start_on(stocked(desk, BARRIERS))

    message = (await discord.use("timeline", {"question": QUESTION})).message

    assert message is not None
    assert message.document["attachments"] == []
    assert "█" in message.text
    assert message.buttons == ["Share"]


async def test_a_shared_timeline_stands_for_all_to_see_and_says_when_an_article_is_corrected(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, BARRIERS))
    posted = await shared(discord, desk, "timeline", QUESTION)
    assert posted.only_for is None
    assert f"Shared by <@{READER.id}>" in posted.text
    assert discord.file(posted).content.startswith(PNG)
    before = len(posted.document["attachments"])

    with desk.catalogue.reading() as connection:
        (oldest,) = [one for one in articles.every(connection) if "2022" in str(one.draft.published)]
    desk.curator.correct(oldest.id, "It is 85 million.", "operator")
    await discord.until(lambda: "It is 85 million." in posted.text)

    assert "€139 million" in posted.text
    assert len(posted.document["attachments"]) == before


async def test_a_shared_search_shows_its_page_and_a_withdrawal_after_a_restart(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES, BONUS, BARRIER]))
    posted = await shared(discord, desk, "search", "wolven in het Drostenwoud")
    assert "**1.** Het Oosterblad" in posted.text
    assert "**6.**" not in posted.text

    with desk.catalogue.reading() as connection:
        (wolves,) = [one for one in articles.every(connection) if "wolven" in (one.draft.title or "")]
    desk.curator.withdraw(wolves.id, "The count was made up.", "operator")

    await discord.until(lambda: "The count was made up." in posted.text)


async def test_it_is_shared_once_and_deleted_by_who_shared_it_or_a_moderator(
    discord: Loopback, start_on: Start, desk: Desk
) -> None:
    await start_on(stocked(desk, [WOLVES]))
    private = (await discord.use("search", {"question": "wolven"})).message
    assert private is not None
    posted = (await discord.click(private, "Share")).message
    assert posted is not None
    await discord.until(lambda: _remembered(desk, posted))

    again = await discord.click(private, "Share")
    stranger = await discord.click(posted, "Delete", by=OTHER_READER)
    await discord.click(posted, "Delete", wait=False)

    assert again.private
    assert again.content == "This has been shared already."
    assert stranger.private
    assert stranger.content == "Only who shared it and moderators can delete it."
    await discord.until(lambda: not _remembered(desk, posted))
    another = await shared(discord, desk, "search", "wolven")
    await discord.click(another, "Delete", by=ADMIN, wait=False)
    await discord.until(lambda: not _remembered(desk, another))


@pytest.mark.parametrize("command", ["search", "timeline"])
async def test_nothing_is_shared_from_a_direct_message(
    discord: Loopback, start_on: Start, desk: Desk, command: str
) -> None:
    await start_on(stocked(desk, BARRIERS))

    message = (await discord.use(command, {"question": QUESTION}, guild=None)).message

    assert message is not None
    assert "Share" not in message.buttons


def test_what_nobody_shared_is_forgotten_after_a_month(desk: Desk) -> None:

    old = Look("1", GUILD_ID, "search", "en", {"question": "?", "passages": []})
    with desk.catalogue.writing() as connection:
        looks.keep(connection, old, ["a"], now() - 2 * looks.KEPT)
        looks.keep(connection, replace(old, id="2"), ["a"], now())
        left = [row[0] for row in connection.execute(looks_table.select())]

    assert left == ["2"]
