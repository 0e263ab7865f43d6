"""Several links at once: a line for each, added together or one by one."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from tests.discord.added import held
from tests.discord.news_site import page
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import ADMIN, READER

TOWNS = ("Assen", "Breda", "Delft", "Edam", "Goes", "Hoorn", "Ieper", "Joure", "Kampen", "Leiden", "Meppel")


def about(site: Site, town: str) -> str:
    """Return the link to an article about a town."""
    text = f"The council of {town} will build a new swimming pool. It opens in May, said the mayor of {town}."
    return site.show(f"/{town}", page(f"A pool for {town}", text))


async def batch(discord: Loopback, links: list[str], button: str) -> Message:
    turn: Turn = await discord.use("corpus add", {"url": " ".join(links)}, by=ADMIN)
    await discord.until(lambda: turn.message is not None and turn.message.buttons == [button, "Cancel"])
    assert turn.message is not None
    return turn.message


@pytest.mark.usefixtures("bot")
async def test_each_link_has_a_line_and_those_that_can_be_read_are_added(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    links = [about(site, "Assen"), f"{site.url}/missing", about(site, "Breda"), about(site, "Delft")]
    message = await batch(discord, links, "Add 3 of 4")
    read, unread = (embed["description"].splitlines() for embed in message.embeds)

    assert read[0] == "**3 of 4 can be read**"
    assert [line.rpartition(" · ")[2] for line in read[1:]] == ["new"] * 3
    assert read[1].startswith("- The Example, <t:1741089600:D>: [A pool for Assen](<http://news.example")
    assert unread[0] == "**Cannot be read**"
    assert unread[1].endswith("/missing: There is no page at this address\\: check how it is spelled.")

    menu = message.part("batch-open")
    assert menu is not None
    second = menu["options"][1]
    assert (second["label"], second["description"]) == ("A pool for Breda", "The Example, 2025-03-04")
    one = await discord.choose(message, "batch-open", second["value"], by=ADMIN)
    await discord.until(lambda: one.message is not None and "Add" in one.message.buttons)
    assert one.message is not None
    await discord.click(one.message, "Add", by=ADMIN)
    await discord.until(lambda: held(desk) == {"A pool for Breda"})

    await discord.click(message, "Add 3 of 4", by=ADMIN, twice=True)
    await discord.until(lambda: not message.buttons)
    assert [line.partition(":")[0] for line in message.embeds[0]["description"].splitlines()[:3]] == [
        "- **Added**",
        "- was dealt with already",
        "- **Added**",
    ]
    assert message.embeds[1]["description"].splitlines() == unread
    assert held(desk) == {"A pool for Assen", "A pool for Breda", "A pool for Delft"}


@pytest.mark.usefixtures("bot")
async def test_more_than_ten_are_left_for_later_and_cancel_adds_none(
    discord: Loopback, desk: Desk, site: Site
) -> None:
    message = await batch(discord, [about(site, town) for town in TOWNS], "Add all")
    assert message.content == "At most 10 are read at once: one more is left out."
    assert len((message.part("batch-open") or {})["options"]) == 10
    add = str((message.part("Add all") or {})["custom_id"])

    refused = await discord.click(message, add, by=READER, forced=True)
    assert "Only moderators can do this" in refused.content
    await discord.click(message, "Cancel", by=ADMIN)
    await discord.until(lambda: not message.buttons)
    late = await discord.click(message, add, by=ADMIN, forced=True)
    await discord.until(lambda: late.followups)
    assert late.followups[-1].content == "This has been dealt with already."
    assert held(desk) == set()
