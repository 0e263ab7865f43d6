"""Nothing that a moderator types or clicks loses an article for good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.reading.form import draft_of
from tests.discord.conftest import running
from tests.discord.curated import changes, confirmed, live, question, undone
from tests.discord.news_site import page, reading
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import HOW_MANY_WOLVES, WOLVES, asked, stocked
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN, GUILD_ID

StartOn = Callable[..., Awaitable[Any]]
NOTE = "Het waren er *negen*."


@pytest.fixture
def site(desk: Desk) -> Iterator[Site]:
    with reading(desk) as site:
        yield site


@pytest.fixture
async def bot(desk: Desk, site: Site, start_on: StartOn) -> Any:  # noqa: ARG001 - first the site
    stocked(desk, [WOLVES], GUILD_ID)
    return await start_on(desk)


@pytest.mark.usefixtures("bot")
async def test_removing_asks_with_the_answers_it_costs_and_undo_brings_all_back(
    discord: Loopback, desk: Desk
) -> None:
    (before,) = live(desk)
    await asked(discord, desk)
    shown = await discord.use("corpus show", {"article": before.id}, by=ADMIN)
    assert shown.message is not None
    turn = await discord.click(shown.message, "Remove", by=ADMIN)
    message = await question(discord, turn, "Remove", "Cancel")
    assert "**Remove this article?**" in message.text
    assert HOW_MANY_WOLVES in message.text
    assert "Then: no answer" in message.text

    kept = await discord.click(message, "Cancel", by=ADMIN)
    await discord.until(lambda: message.text == "Nothing was changed.")
    assert kept.message is message
    late = await discord.click(message, f"corpus-removed:{before.id}:{before.version}", by=ADMIN, forced=True)
    await discord.until(lambda: message.buttons == ["Undo"])
    assert live(desk) == []
    again = await discord.click(
        message, f"corpus-removed:{before.id}:{before.version}", by=ADMIN, forced=True
    )
    assert "no longer here" in again.content
    assert late.message is message

    await discord.click(message, "Undo", by=ADMIN, twice=True)
    await discord.until(lambda: "**Taken back**" in message.text)
    assert live(desk) == [before]
    assert [change.action for change in changes(desk)] == ["undo", "remove", "add"]
    assert "39 wolven" in (await asked(discord, desk)).text


@pytest.mark.usefixtures("bot")
async def test_each_kind_of_change_is_taken_back_and_so_is_its_undo(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    (before,) = live(desk)
    link = site.show("/wolven", page("Wolven", "In het Drostenwoud leven 9 wolven.", language="nl"))
    options = {"article": before.id, "note": NOTE}
    for command, more, yes in (
        ("remove", {"article": before.id}, "Remove"),
        ("withdraw", options, "Withdraw"),
        ("correct", options, "Correct"),
    ):
        await confirmed(discord, f"corpus {command}", more, yes)
        done = changes(desk)[0].id
        after = live(desk)
        await undone(discord)
        assert live(desk) == [before]
        redo = changes(desk)[0].id
        await undone(discord, redo)
        assert live(desk) == after
        await undone(discord, changes(desk)[0].id)
        assert live(desk) == [before]
        refused = await discord.use("corpus undo", {"change": str(done)}, by=ADMIN)
        assert refused.content == f"Change {done} has been taken back already."

    turn = await discord.use("corpus correct", {**options, "url": link}, by=ADMIN)
    preview = await question(discord, turn, "Correct", "Edit", "Cancel")
    assert r"Readers will see: “Het waren er \*negen\*.”" in preview.text
    await discord.click(preview, "Correct", by=ADMIN)
    await discord.until(lambda: preview.buttons == ["Undo"])
    (corrected,) = live(desk)
    assert corrected.id == before.id
    assert "9 wolven" in corrected.draft.text
    await undone(discord)
    assert live(desk) == [before]


@pytest.mark.usefixtures("bot")
async def test_a_change_that_others_stand_on_names_the_one_to_take_back_first(
    discord: Loopback, desk: Desk
) -> None:
    (first,) = live(desk)
    for wolves in (40, 41):
        text = f"In het Drostenwoud leven {wolves} wolven."
        desk.curator.correct(first.id, NOTE, "Ann (4003)", GUILD_ID, draft_of(text=text, source="test"))
    added, replaced, last = (change.id for change in reversed(changes(desk)))

    for number, standing in ((added, last), (replaced, last)):
        refused = await discord.use("corpus undo", {"change": str(number)}, by=ADMIN)
        assert f"The article has changed since change {number}. Take this back first:\n`{standing}`" in (
            refused.content
        )
    shown = (await discord.use("corpus show", {"article": first.id}, by=ADMIN)).message
    assert shown is not None
    turn = await discord.click(shown, f"draft-undo:{replaced}:{'0' * 12}", by=ADMIN, forced=True)
    await discord.until(lambda: turn.followups)
    assert turn.followups[0].content == refused.content
    await undone(discord, last)
    refused = await discord.use("corpus undo", {"change": str(added)}, by=ADMIN)
    assert f"`/corpus undo` with change {replaced} does." in refused.content
    await undone(discord, replaced)
    assert live(desk) == [first]

    desk.curator.remove([first.id], "operator")
    refused = await discord.use("corpus undo", {"change": str(added)}, by=ADMIN)
    assert "The operator of this newsdesk has changed the article" in refused.content


@pytest.mark.usefixtures("bot")
async def test_what_is_named_to_be_taken_back_first_leads_to_the_change_that_was_meant(
    discord: Loopback, desk: Desk
) -> None:
    (wolves,) = live(desk)
    text = "De brug over de Lage Vaart gaat in mei drie weken dicht."
    bridge = draft_of(text=text, source="brug", url="https://example.org/brug")
    anew = replace(bridge, title="Brug dicht")
    for draft in (bridge, anew):
        (added,) = desk.curator.add([draft], "Ann (4003)", GUILD_ID)
        desk.curator.remove([added.article.id], "Ann (4003)", GUILD_ID)  # type: ignore[union-attr]
    meant, first_removal = changes(desk)[1].id, changes(desk)[2].id
    await undone(discord, first_removal)

    for _ in range(5):
        answer = await discord.use("corpus undo", {"change": str(meant)}, by=ADMIN)
        if "Take this back first" not in answer.text:
            break
        await undone(discord, int(answer.text.split("`/corpus undo` with change ")[1].split()[0]))
    await undone(discord, meant)
    assert live(desk) == [wolves]


@pytest.mark.usefixtures("bot")
async def test_a_hundred_changes_back_are_offered_and_taken_back_and_no_more(
    discord: Loopback, desk: Desk
) -> None:
    (wolves,) = live(desk)
    text = "De brug over de Lage Vaart gaat in mei drie weken dicht."
    (added,) = desk.curator.add([draft_of(text=text, source="brug")], "Ann (4003)", GUILD_ID)
    removed = changes(desk)[0].id + 1
    desk.curator.remove([added.article.id], "Ann (4003)", GUILD_ID)  # type: ignore[union-attr]
    for _ in range(99):
        desk.curator.correct(wolves.id, NOTE, "Ann (4003)", GUILD_ID)

    offered = await discord.suggest("corpus undo", "change", f"{removed} removed", by=ADMIN)
    assert [one["value"] for one in offered] == [str(removed)]
    beyond = await discord.use("corpus undo", {"change": str(removed - 1)}, by=ADMIN)
    assert "among the last 100 of this server" in beyond.content
    await undone(discord, removed)
    assert len(live(desk)) == 2


@pytest.mark.usefixtures("bot")
async def test_an_article_that_changed_since_the_question_is_left_alone(
    discord: Loopback, desk: Desk
) -> None:
    (before,) = live(desk)
    turns = [
        await discord.use("corpus remove", {"article": before.id}, by=ADMIN),
        await discord.use("corpus withdraw", {"article": before.id, "note": NOTE}, by=ADMIN),
    ]
    asking = [
        await question(discord, turn, yes, "Cancel")
        for turn, yes in zip(turns, ("Remove", "Withdraw"), strict=True)
    ]
    desk.curator.correct(before.id, NOTE, "Bob (1)", GUILD_ID, draft_of(text="Anders.", source="test"))
    (now,) = live(desk)
    for message in asking:
        turn = await discord.click(message, message.buttons[0], by=ADMIN)
        await discord.until(lambda: turn.followups)  # noqa: B023 - it is awaited here
        assert "The article has changed since you asked" in turn.followups[0].content
    assert live(desk) == [now]


async def test_questions_asked_before_a_restart_are_answered_after_it_and_only_once(
    discord: Loopback, desk: Desk, start_on: StartOn
) -> None:
    stocked(desk, [WOLVES], GUILD_ID)
    (before,) = live(desk)
    async with running(Newsdesk(newsroom_of(desk)), discord):
        shown = await discord.use("corpus show", {"article": before.id}, by=ADMIN)
        assert shown.message is not None
        form = await discord.click(shown.message, "Correct…", by=ADMIN)
        turn = await discord.submit(form, {"What was wrong": NOTE})
        message = await question(discord, turn, "Correct", "Cancel")
        blank = await discord.submit(form, {"What was wrong": " . "})
        assert blank.content == "Say in the note what was wrong: readers see it."
    await start_on(desk)
    yes = str((message.part("Correct") or {})["custom_id"])
    await discord.click(message, "Correct", by=ADMIN)
    await discord.until(lambda: message.buttons == ["Undo"])
    second = await discord.click(message, yes, by=ADMIN, forced=True)
    assert second.content == "This has been dealt with already."
    assert [change.action for change in changes(desk)] == ["correct", "add"]
    assert changes(desk)[0].note == NOTE
