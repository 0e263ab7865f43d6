"""Moderators write articles in a form, for themselves or for questions that nobody could answer."""

from __future__ import annotations

from typing import Any

import pytest

from bot.assembly import Desk, now
from bot.discord.adding.proposing import Proposing, open_form
from bot.discord.connection.delivery import think
from bot.discord.connection.visit import Visit
from corpus.catalogue import unanswered
from corpus.catalogue.unanswered import Reason
from corpus.filters import Filters
from tests.discord.added import preview
from tests.discord.news_site import page
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.state.people import ADMIN, GUILD_ID, READER

TEXT = (
    "The night train from Utrecht to Turin runs again from 12 December. "
    "A berth on the night train to Turin costs 89 euros, the railway company said."
)
QUESTION = "What does a berth on the night train to Turin cost?"


@pytest.mark.usefixtures("bot")
async def test_a_date_that_is_none_costs_nothing_of_what_was_written(discord: Loopback) -> None:
    form = await discord.use("corpus add", by=ADMIN)
    filled = {"Title": "Night train", "Published": "soon", "Link": "example", "Text": TEXT}
    message = await preview(discord, await discord.submit(form, filled))

    assert message.content.splitlines() == [
        "“soon” is not a date I can read: write YYYY, YYYY-MM or YYYY-MM-DD, such as 2023-09.",
        "“example” holds no web address: write it in full, as `https://example.org/page`.",
        "The rest is as you wrote it; *Edit* puts this right.",
    ]
    assert f"> {TEXT}" in message.text
    assert "Not known: outlet, published, link." in message.text


@pytest.mark.usefixtures("bot")
async def test_a_form_without_a_text_has_its_link_read(discord: Loopback, site: Site) -> None:
    link = site.show("/train", page("Night train back", TEXT))
    form = await discord.use("corpus add", by=ADMIN)
    message = await preview(discord, await discord.submit(form, {"Outlet": "The Rail", "Link": link}))
    assert f"The Rail, <t:1741089600:D>: [Night train back](<{link}>)" in message.text

    empty = await discord.submit(form, {"Title": "Night train", "Text": "..."})
    assert empty.content == "There is neither a text nor a link to read one from: fill in one of the two."


async def test_an_article_for_a_question_takes_it_off_the_list_until_it_is_undone(
    discord: Loopback, bot: Any, desk: Desk
) -> None:
    answer = desk.answerer.ask(QUESTION, Filters(guild=GUILD_ID))
    with desk.catalogue.writing() as connection:
        unanswered.put(connection, answer.id, Reason.ABSTAINED, now())

    async def handler(interaction: Any, visit: Visit) -> None:
        await open_form(interaction, visit, "written")

    async def written(interaction: Any, visit: Visit) -> None:
        await think(interaction, private=True)
        await Proposing(bot.newsroom).fill(interaction, visit, [answer.id])

    def waiting() -> list[str]:
        with desk.catalogue.reading() as connection:
            return [one.question for one in unanswered.open_ones(connection, GUILD_ID)]

    bot.components.add("write", handler)
    bot.components.add("written", written)
    listed = await discord.post("a list of questions")
    refused = await discord.click(listed, "write", by=READER, forced=True)
    assert "Only moderators can do this" in refused.content

    form = await discord.click(listed, "write", by=ADMIN, forced=True)
    turn = await discord.submit(form, {"Title": "Night train", "Text": TEXT})
    message = await preview(discord, turn)
    assert "Now: no answer\nThen:\n> A berth on the night train" in message.text
    assert "A berth on the night train to Turin costs 89 euros" in seen(message.text)
    await discord.click(message, "Add", by=ADMIN)
    await discord.until(lambda: message.buttons == ["Undo"])
    assert "The question that it was added for is off the list of unanswered questions." in message.text
    assert waiting() == []

    await discord.click(message, "Undo", by=ADMIN)
    await discord.until(lambda: not message.buttons)
    assert waiting() == [QUESTION]
