"""Talking with the bot in the small Discord: what it says to a message, and what a server has set."""

from __future__ import annotations

from typing import Any

from bot.assembly import Desk
from corpus.catalogue import guild_settings, posted
from corpus.catalogue.guild_settings import GuildSettings
from tests.small_discord.loopback import Loopback
from tests.small_discord.screen.shown import Message
from tests.small_discord.state.people import BOT, GUILD_ID


async def reply_to(discord: Loopback, message: Message) -> Message:
    """Return what the bot replies to a message, once it is there."""

    def replies() -> list[Message]:
        return [
            one for one in discord.messages.values() if one.author == BOT.id and one.reply_to == message.id
        ]

    await discord.until(replies)
    (reply,) = replies()
    return reply


async def talked(discord: Loopback, text: str, **how: Any) -> Message:
    """Write a message; return the bot's reply."""
    return await reply_to(discord, await discord.post(text, **how))


def said_by_bot(discord: Loopback) -> list[Message]:
    """Return every message of the bot, oldest first."""
    return [one for one in discord.messages.values() if one.author == BOT.id and not one.deleted]


def remembered(desk: Desk, card: Message) -> bool:
    """Say whether the bot has written down which answer a card shows."""
    with desk.catalogue.reading() as connection:
        return posted.answer_of(connection, card.id) is not None


def understood(card: Message) -> str | None:
    """Return how a card says that its question was understood."""
    return str(card.embed["footer"]["text"]) if "footer" in card.embed else None


def settle(desk: Desk, guild: str = GUILD_ID, **settings: Any) -> Desk:
    """Set something for a server, before the bot starts."""
    with desk.catalogue.writing() as connection:
        guild_settings.write(connection, guild, GuildSettings(**settings))
    return desk
