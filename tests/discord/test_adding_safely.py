"""Adding bears restarts, failures, late clicks, and people who may not do it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import update

from bot.assembly import Desk
from bot.discord.client import Newsdesk
from corpus.catalogue.schema import models
from tests.discord.added import ARTICLE, COUNTED, TITLE, held, preview, shown
from tests.discord.conftest import running
from tests.discord.newsrooms import newsroom_of
from tests.discord.stocked import stocked
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN, MODERATOR, OTHER_GUILD_ID, OTHER_MODERATOR, READER

StartOn = Callable[..., Awaitable[Any]]


@pytest.mark.usefixtures("bot")
async def test_cancel_drops_it_and_what_was_decided_is_decided(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    turn = await discord.use("corpus add", {"url": site.show("/wolven", ARTICLE)}, by=ADMIN, locale="nl")
    message = await shown(discord, turn, "Toevoegen", "Bewerken", "Annuleren")
    add = str((message.part("Toevoegen") or {})["custom_id"])
    await discord.click(message, "Annuleren", by=ADMIN, locale="nl")
    await shown(discord, turn)

    late = await discord.click(message, add, by=ADMIN, forced=True)
    assert "**Niet toegevoegd**: De Bode" in message.text
    assert late.content == "This has been dealt with already."
    assert held(desk) == set()


async def test_a_preview_works_after_a_restart_for_moderators_of_its_server_alone(
    discord: Loopback, desk: Desk, site: Site, start_on: StartOn
) -> None:
    async with running(Newsdesk(newsroom_of(desk)), discord):
        turn = await discord.use("corpus add", {"url": site.show("/wolven", ARTICLE)}, by=ADMIN)
        message = await preview(discord, turn)
    await start_on(desk)
    add = str((message.part("Add") or {})["custom_id"])
    reader = await discord.click(message, add, by=READER, forced=True)
    elsewhere = await discord.click(message, add, by=OTHER_MODERATOR, from_guild=OTHER_GUILD_ID, forced=True)

    assert "Only moderators can do this" in reader.content
    assert "no longer here" in elsewhere.content
    assert held(desk) == held(desk, OTHER_GUILD_ID) == set()
    await discord.click(message, "Add", by=ADMIN)
    await shown(discord, turn, "Undo")
    assert held(desk) == {TITLE}


@pytest.mark.usefixtures("bot")
async def test_members_reach_no_private_address_and_no_file_of_the_server(
    discord: Loopback, site: Site
) -> None:
    async def refused(url: str) -> str:
        turn = await discord.use("corpus add", {"url": url}, by=ADMIN)
        await discord.until(lambda: turn.message is not None and not turn.content.startswith("Reading"))
        return turn.content

    port = site.server.server_port
    assert "leads into a private network" in await refused(f"http://intranet.example:{port}/")
    assert "names port 25" in await refused("http://news.example:25/")
    assert "holds no web address" in await refused("/etc/passwd")
    assert "holds no web address" in await refused("file:///etc/passwd")
    assert "There is no page at this address" in await refused(f"{site.url}/missing")


@pytest.mark.usefixtures("bot")
async def test_a_failure_gives_the_article_back_to_be_added_later(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    stocked(desk)
    turn = await discord.use("corpus add", {"url": site.show("/wolven", ARTICLE)}, by=ADMIN)
    message = await preview(discord, turn)

    def rename(name: str) -> str:
        with desk.catalogue.writing() as connection:
            before: str = connection.scalars(update(models).values(name=name).returning(models.c.name)).one()
        return before

    name = desk.embedder.identity.name
    rename("another model")
    failed = await discord.click(message, "Add", by=ADMIN)
    await discord.until(lambda: failed.followups)
    assert "indexed anew" in failed.followups[0].content
    assert message.content == ""
    assert held(desk) == set()
    rename(name)
    await discord.click(message, "Add", by=ADMIN)
    await shown(discord, turn, "Undo")
    assert held(desk) == {TITLE}


@pytest.mark.usefixtures("bot")
async def test_only_moderators_see_the_menu_and_may_use_it(discord: Loopback) -> None:
    message = await discord.post(" ".join(COUNTED))
    for person in (READER, MODERATOR):
        assert not {"Add to corpus", "corpus"} & discord.visible_commands(person)
    assert discord.visible_commands(ADMIN) >= {"Add to corpus", "corpus"}
    assert not {"Add to corpus", "corpus"} & discord.visible_commands(ADMIN, guild=None)
    turn = await discord.menu("Add to corpus", message, by=READER, forced=True)
    assert "Only moderators can do this" in turn.content
