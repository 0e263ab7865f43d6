"""Moderators add articles: each is shown with what it would change before anything changes."""

from __future__ import annotations

import functools
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.adding.previews import preview_message
from corpus.catalogue import journal, proposals
from corpus.filters import Filters
from corpus.reading.form import draft_of
from retrieval.curating.curator import Added
from tests.discord.added import ARTICLE, COUNTED, TITLE, held, preview, shown
from tests.discord.news_site import page
from tests.discord.stocked import HOW_MANY_WOLVES, UNKNOWN, stocked
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.markdown import seen
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import ADMIN, GUILD_ID
from tests.small_discord.state.world import File


@pytest.mark.usefixtures("bot")
async def test_a_link_is_shown_with_what_it_changes_then_added_then_taken_back(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    stocked(desk)
    for question in (HOW_MANY_WOLVES, UNKNOWN):
        desk.answerer.ask(question, Filters(guild=GUILD_ID))
    turn = await discord.use("corpus add", {"url": site.show("/wolven", ARTICLE)}, by=ADMIN)
    message = await preview(discord, turn)

    assert turn.private
    assert "Reading news.example…" in [version["content"] for version in message.versions]
    article, changes = (embed["description"] for embed in message.embeds)
    assert f"De Bode, <t:1741089600:D>: [Wolven\\: 52 \\*geteld\\*](<{site.url}/wolven>)" in article
    assert "Dutch, 29 words, one passage" in article
    assert f"> {COUNTED[0]}\n> {COUNTED[1]}" in article
    assert "**New**" in article
    assert "**One of the last 2 answers in this server would change**" in changes
    assert "39 wolven" in seen(changes.partition("Then:")[0])
    assert "52 wolven" in seen(changes.partition("Then:")[2])
    assert held(desk) == set()

    await discord.click(message, "Add", by=ADMIN, twice=True)
    await shown(discord, turn, "Undo")
    assert message.text.startswith("**Added**: De Bode")
    assert held(desk) == {TITLE}
    with desk.catalogue.reading() as connection:
        (change,) = journal.recent(connection, guild=GUILD_ID)
    assert change.actor == "admin (4003)"

    await discord.click(message, "Undo", by=ADMIN)
    await shown(discord, turn)
    assert "**Taken back**" in message.text
    assert held(desk) == set()


@pytest.mark.usefixtures("bot")
async def test_what_is_there_already_is_named_and_not_added_twice(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    stocked(desk)
    link = site.show("/wolven", ARTICLE)
    first = await discord.use("corpus add", {"url": link}, by=ADMIN)
    await discord.click(await preview(discord, first), "Add", by=ADMIN)
    await shown(discord, first, "Undo")

    again = await discord.use("corpus add", {"url": link}, by=ADMIN)
    message = await shown(discord, again, "Edit", "Cancel")
    assert "**Nothing to add**: it is here already, just as it is, since <t:" in message.text

    site.show("/wolven", page("Wolven: 53", COUNTED[0].replace("52", "53"), COUNTED[1], language="nl"))
    newer = await discord.use("corpus add", {"url": link}, by=ADMIN)
    message = await preview(discord, newer, label="Replace")
    assert "**Replaces** the article of the same address or text, which is here since <t:" in message.text
    await discord.click(message, "Replace", by=ADMIN)
    await shown(discord, newer, "Undo")
    assert held(desk) == {"Wolven: 53"}

    copied = await discord.use("corpus add", {"url": site.show("/copy", ARTICLE)}, by=ADMIN)
    message = await preview(discord, copied)
    assert "**Nearly the same text is here already**\n" in message.text
    assert "% The Example, <t:1741089600:D>: [Wolven\\: 53]" in message.text


@pytest.mark.usefixtures("bot")
async def test_edit_keeps_what_can_be_read_and_says_what_cannot(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    turn = await discord.use("corpus add", {"url": site.show("/wolven", ARTICLE)}, by=ADMIN)
    message = await preview(discord, turn)
    form = await discord.click(message, "Edit", by=ADMIN)
    await discord.submit(form, {"Title": "The count", "Author": "Jan", "Published": "yesterday"})
    await discord.until(lambda: "By Jan" in message.text)

    assert message.content.startswith("“yesterday” is not a date I can read")
    assert "<t:1741089600:D>: [The count]" in message.text
    form = await discord.click(message, "Edit", by=ADMIN)
    await discord.submit(form, {"Published": "March 2025", "Outlet": ""})
    await discord.until(lambda: "March 2025: [The count]" in message.text)
    assert message.content == ""
    assert "Not known: outlet." in message.text
    await discord.click(message, "Add", by=ADMIN)
    await shown(discord, turn, "Undo")
    assert held(desk) == {"The count"}


@pytest.mark.usefixtures("bot")
async def test_files_are_read_by_name_and_content_up_to_2_mb_of_text(discord: Loopback) -> None:
    text = b"Title: The count\nDate: 2025-03-04\n\n" + "\n".join(COUNTED).encode()
    turn = await discord.use("corpus add", {"file": File("count.txt", text)}, by=ADMIN)
    message = await preview(discord, turn)
    assert "<t:1741089600:D>: The count\n" in message.text
    assert "Not known: outlet, link." in message.text

    html = await discord.use("corpus add", {"file": File("count.html", ARTICLE.encode())}, by=ADMIN)
    assert "De Bode" in (await preview(discord, html)).text
    for file, why in (
        (File("a.png", b"\x89PNG\r\n\x1a\n\0\0"), "It is an image, not an article"),
        (File("a.pdf", b"x" * 20_000_001), "It is over 20 MB"),
        (
            File("a.txt", b"x" * 2_000_001),
            "It is 2.0 MB, and at most 2 MB of text can be added here",
        ),
        (File("a", b"x " * 1_000_001), "add it in the terminal with"),
    ):
        refused = await discord.use("corpus add", {"file": file}, by=ADMIN)
        await discord.until(functools.partial(_has_failed, refused))
        assert why in refused.content


@pytest.mark.usefixtures("bot")
async def test_a_message_is_read_by_its_files_then_its_links_then_its_words(
    discord: Loopback, site: Site
) -> None:
    async def read(message: Message) -> str:
        return (await preview(discord, await discord.menu("Add to corpus", message, by=ADMIN))).text

    link = site.show("/wolven", ARTICLE)
    words = " ".join(COUNTED)
    attached = File("count.txt", b"Title: The file\n\n" + words.encode())
    image = File("photo.png", b"\x89PNG\r\n\x1a\n\0\0")

    assert "The file" in await read(await discord.post(f"see {link}", attachments=[image, attached]))
    assert "De Bode" in await read(await discord.post(f"see {link}.", attachments=[image]))
    assert "> In het Drostenwoud" in await read(await discord.post(words))
    nothing = await discord.menu("Add to corpus", await discord.post("..."), by=ADMIN)
    await discord.until(lambda: "no article" in nothing.content)
    empty = await discord.menu("Add to corpus", await discord.post(""), by=ADMIN)
    assert empty.content == "That message has no text, link or file that an article can be read from."


async def test_a_find_of_a_feed_is_decided_in_the_moderators_channel(
    discord: Loopback, bot: Any, desk: Desk
) -> None:
    draft = draft_of(text="The night train to Turin runs again.", title="Night train")
    with desk.catalogue.writing() as connection:
        found = proposals.put(
            connection, draft, guild=GUILD_ID, by="feed De Bode", at=bot.newsroom.parts.now()
        )
    message = await preview_message(bot.newsroom, found, "en")
    sent = await bot.get_partial_messageable(int(discord.world.first_channel(GUILD_ID).id)).send(**message)
    posted = discord.messages[str(sent.id)]
    await discord.click(posted, "Add", by=ADMIN)
    await discord.until(lambda: posted.buttons == ["Undo"])
    assert posted.text.startswith("**Added** by <@4003>: ")
    assert held(desk) == {"Night train"}


async def test_a_correction_is_shown_and_made_in_the_same_way(
    discord: Loopback, bot: Any, desk: Desk
) -> None:
    draft = draft_of(text="The night train to Turin costs 98 euros.", title="Night train")
    (added,) = desk.curator.add([draft], "admin", GUILD_ID)
    assert isinstance(added, Added)
    better = draft_of(text="The night train to Turin costs 89 euros.", title="Night train")
    with desk.catalogue.writing() as connection:
        proposal = proposals.put(
            connection,
            better,
            guild=GUILD_ID,
            by="admin",
            at=added.article.added,
            corrects=added.article.id,
            note="The price was *wrong*.",
        )
    channel = bot.get_partial_messageable(int(discord.world.first_channel(GUILD_ID).id))
    sent = await channel.send(**await preview_message(bot.newsroom, proposal, "en"))
    message = discord.messages[str(sent.id)]

    assert "**Corrects** Night train. Readers will see: “The price was \\*wrong\\*.”" in message.text
    await discord.click(message, "Correct", by=ADMIN)
    await discord.until(lambda: message.buttons == ["Undo"])
    assert message.text == "**Corrected** by <@4003>: Night train"
    with desk.catalogue.reading() as connection:
        assert journal.recent(connection, 1)[0].note == "The price was *wrong*."


def _has_failed(turn: Turn) -> bool:
    return "could not be read" in turn.content
