"""Moderators see what is there: the list, one article, who changed what, and figures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.assembly import Desk
from tests.discord.curated import changes, confirmed, live
from tests.discord.stocked import BARRIER, BONUS, HOW_MANY_WOLVES, WOLVES, asked, stocked
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import (
    ADMIN,
    GUILD_ID,
    MODERATOR,
    OTHER_GUILD_ID,
    OTHER_MODERATOR,
    READER,
)

StartOn = Callable[..., Awaitable[Any]]


@pytest.fixture
async def bot(desk: Desk, start_on: StartOn) -> Any:
    """A server with one article of its own, another with one too, and one that both see."""
    stocked(desk, [WOLVES], GUILD_ID)
    stocked(desk, [BARRIER], OTHER_GUILD_ID)
    stocked(desk, [BONUS])
    return await start_on(desk)


@pytest.mark.usefixtures("bot")
async def test_the_list_marks_what_is_ones_own_and_hides_other_servers(discord: Loopback, desk: Desk) -> None:
    everything = await discord.use("corpus list", by=ADMIN)
    own = await discord.use("corpus list", {"own": True}, by=ADMIN)
    none = await discord.use("corpus list", {"until": "1990"}, by=ADMIN)

    shared, mine = everything.embed["description"].split("\n")
    assert everything.private
    assert "*shared* The Meridian Dispatch" in shared
    assert mine.startswith(f"`{live(desk)[0].id}` *own* Het Oosterblad")
    assert everything.embed["footer"]["text"] == "2 articles, 1 of them this server's own"
    assert "Meridian" not in own.text
    assert none.content == "No article fits: leave out some options to see more."


@pytest.mark.usefixtures("bot")
async def test_an_article_is_shown_with_its_story_and_found_by_what_is_typed(
    discord: Loopback, desk: Desk
) -> None:
    await asked(discord, desk)
    choices = await discord.suggest("corpus show", "article", "WÓLVEN", by=ADMIN)
    shown = await discord.use("corpus show", {"article": choices[0]["value"]}, by=ADMIN)
    by_title = await discord.use("corpus show", {"article": "wolven in het"}, by=ADMIN, locale="nl")

    (article,) = live(desk)
    title = "Telling: 39 wolven in het Drostenwoud, verdeeld over vier roedels"
    assert choices == [{"name": f"{title} (Het Oosterblad, 2023-12-14)", "value": article.id}]
    assert shown.message is not None
    assert shown.message.buttons == ["Remove", "Withdraw…", "Correct…"]
    assert "`1` <t:" in shown.text
    assert ":R> operator added" in shown.text
    assert "> In het Drostenwoud leven op dit moment 39 wolven." in shown.text
    assert "285 words, 3 passages" in shown.text
    assert "Quoted in one answer here" in shown.text
    assert "Hier in één antwoord geciteerd" in by_title.text


@pytest.mark.usefixtures("bot")
async def test_what_the_operator_shares_is_shown_but_not_changed(discord: Loopback) -> None:
    everything = await discord.suggest("corpus show", "article", "bonus", by=ADMIN)
    changeable = await discord.suggest("corpus remove", "article", "bonus", by=ADMIN)
    name = everything[0]["value"]
    shown = await discord.use("corpus show", {"article": name}, by=ADMIN)
    refused = [
        await discord.use(f"corpus {command}", {"article": name, **note}, by=ADMIN)
        for command, note in (("remove", {}), ("withdraw", {"note": "No."}), ("correct", {"note": "No."}))
    ]

    assert shown.message is not None
    assert shown.message.buttons == []
    assert "Shared with all servers by the operator" in shown.text
    assert "Read from" not in shown.text
    assert changeable == []
    for turn in refused:
        assert "leave out its outlet, The Meridian Dispatch, in `/newsdesk settings`" in turn.content


@pytest.mark.usefixtures("bot")
async def test_articles_of_other_servers_are_as_if_they_were_not_there(discord: Loopback, desk: Desk) -> None:
    (other,) = live(desk, OTHER_GUILD_ID)
    (own,) = live(desk)
    assert await discord.suggest("corpus show", "article", "waterkering", by=ADMIN) == []
    for command, more in (
        ("show", {}),
        ("remove", {}),
        ("withdraw", {"note": "x"}),
        ("correct", {"note": "x"}),
    ):
        turn = await discord.use(f"corpus {command}", {"article": other.id, **more}, by=ADMIN)
        assert "no longer here" in turn.content
    before = await discord.use("corpus show", {"article": own.id}, by=ADMIN)
    assert before.message is not None
    elsewhere: Any = {"by": OTHER_MODERATOR, "from_guild": OTHER_GUILD_ID, "forced": True}
    for forged in ("Remove", f"corpus-removed:{own.id}:{own.version}", "corpus-undo:1"):
        part = before.message.part(forged)
        turn = await discord.click(before.message, part["custom_id"] if part else forged, **elsewhere)
        assert "no longer here" in turn.content or "There is no change 1" in turn.content
    assert live(desk) == [own]
    assert live(desk, OTHER_GUILD_ID) == [other]


@pytest.mark.usefixtures("bot")
async def test_only_moderators_curate(discord: Loopback, desk: Desk) -> None:
    (own,) = live(desk)
    assert "corpus" not in discord.visible_commands(READER) | discord.visible_commands(MODERATOR)
    shown = await discord.use("corpus show", {"article": own.id}, by=ADMIN)
    assert shown.message is not None
    for forged in (
        "corpus-keep",
        "corpus-undo:1",
        "corpus-remove:x",
        "corpus-removed:x:1",
        "corpus-correct:x",
    ):
        turn = await discord.click(shown.message, forged, by=READER, forced=True)
        assert "Only moderators can do this" in turn.content
    assert live(desk) == [own]


@pytest.mark.usefixtures("bot")
async def test_history_says_who_did_what_and_what_was_taken_back(discord: Loopback, desk: Desk) -> None:
    (own,) = live(desk)
    message = await confirmed(discord, "corpus remove", {"article": own.id}, "Remove")
    await discord.click(message, "Undo", by=ADMIN)
    await discord.until(lambda: "**Taken back**" in message.text)
    history = await discord.use("corpus history", by=ADMIN, locale="nl")
    empty = await discord.use("corpus history", by=OTHER_MODERATOR, guild=OTHER_GUILD_ID)

    undo, removal, addition = history.embed["description"].split("\n\n")
    numbers = [change.id for change in changes(desk)]
    assert f"admin (<@{ADMIN.id}>) draaide `{numbers[1]}` terug:" in undo
    assert removal.endswith(f"(teruggedraaid door `{numbers[0]}`)")
    assert "operator voegde toe:" in addition
    assert "waterkering" in empty.text
    assert "wolven" not in empty.text


@pytest.mark.usefixtures("bot")
async def test_figures_are_those_of_the_server(discord: Loopback, desk: Desk) -> None:
    await asked(discord, desk, HOW_MANY_WOLVES)
    stats = await discord.use("corpus stats", by=ADMIN)

    values = {field["name"]: field["value"] for field in stats.embed["fields"]}
    assert values["Articles"] == "1 own, 1 shared"
    assert set(values["Languages"].split(", ")) == {"Dutch 1", "English 1"}
    assert set(values["Outlets"].split("\n")) == {"Het Oosterblad 1", "The Meridian Dispatch 1"}
    assert values["Questions in 30 days"] == "1, 0 of them without an answer"
