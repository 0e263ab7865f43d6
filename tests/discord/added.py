"""What moderators see and what a server then holds, for tests of adding."""

from __future__ import annotations

from bot.assembly import Desk
from corpus.catalogue import articles
from corpus.filters import Filters
from tests.discord.news_site import page
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import GUILD_ID

COUNTED = (
    "In het Drostenwoud leven nu 52 wolven, blijkt uit de telling van het Faunabureau.",
    "Dat zijn er dertien meer dan twee jaar geleden. De telling werd in februari gehouden.",
)
ARTICLE = page("Wolven: 52 *geteld*", *COUNTED, outlet="De Bode", language="nl")
TITLE = "Wolven: 52 *geteld*"


async def shown(discord: Loopback, turn: Turn, *buttons: str) -> Message:
    """Return the message of a turn once it has these buttons."""
    await discord.until(lambda: turn.message is not None and turn.message.buttons == list(buttons))
    assert turn.message is not None
    return turn.message


async def preview(discord: Loopback, turn: Turn, *, label: str = "Add") -> Message:
    return await shown(discord, turn, label, "Edit", "Cancel")


def held(desk: Desk, guild: str = GUILD_ID) -> set[str | None]:
    """Return the titles of a server's own articles."""
    with desk.catalogue.reading() as connection:
        found = articles.every(connection, Filters(guild=guild))
    return {article.draft.title for article in found if article.guild == guild}
