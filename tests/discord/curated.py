"""What moderators do to a server's own articles, step by step, for tests of curating."""

from __future__ import annotations

from typing import Any

from bot.assembly import Desk
from corpus.article import Article
from corpus.catalogue import articles, journal
from corpus.catalogue.journal import Change
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state.people import ADMIN, GUILD_ID


async def question(discord: Loopback, turn: Turn, *buttons: str) -> Message:
    """Return the message of a turn once it asks with these buttons."""
    await discord.until(lambda: turn.message is not None and turn.message.buttons == list(buttons))
    assert turn.message is not None
    return turn.message


async def confirmed(
    discord: Loopback, command: str, options: dict[str, Any], yes: str, by: Any = ADMIN
) -> Message:
    """Use a command that asks, say yes, and return the message once it offers *Undo* alone."""
    turn = await discord.use(command, options, by=by)
    message = await question(discord, turn, yes, "Cancel")
    await discord.click(message, yes, by=by)
    await discord.until(lambda: message.buttons == ["Undo"])
    return message


async def undone(discord: Loopback, change: int | None = None) -> Message:
    """Take a change back, the newest without a number, and return what is said."""
    options = {} if change is None else {"change": str(change)}
    message = (await discord.use("corpus undo", options, by=ADMIN)).message
    assert message is not None
    assert message.buttons == ["Undo", "Cancel"], message.text
    await discord.click(message, "Undo", by=ADMIN)
    await discord.until(lambda: "**Taken back**" in message.text)
    return message


def live(desk: Desk, guild: str = GUILD_ID) -> list[Article]:
    """Return a server's own live articles."""
    with desk.catalogue.reading() as connection:
        return [one for one in articles.every(connection) if one.guild == guild]


def changes(desk: Desk, guild: str = GUILD_ID) -> list[Change]:
    """Return what was changed in a server, newest first."""
    with desk.catalogue.reading() as connection:
        return journal.recent(connection, None, guild)
