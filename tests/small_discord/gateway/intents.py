"""What a bot is told, after the intents it asked for and what its application may know."""

from __future__ import annotations

from tests.small_discord.screen.shown import Message, mentions_bot
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT

GUILDS = 1 << 0
GUILD_MESSAGES, GUILD_REACTIONS = 1 << 9, 1 << 10
DIRECT_MESSAGES, DIRECT_REACTIONS = 1 << 12, 1 << 13
MESSAGE_CONTENT = 1 << 15

# Each privileged intent, with the flags of an application that may have it: verified ones, and small ones.
_PRIVILEGED = {
    1 << 1: 1 << 14 | 1 << 15,
    1 << 8: 1 << 12 | 1 << 13,
    MESSAGE_CONTENT: 1 << 18 | 1 << 19,
}
_HIDDEN: Json = {"content": "", "embeds": [], "attachments": [], "components": []}


def refused(intents: int, application_flags: int) -> bool:
    """Say whether a privileged intent is asked for that the application was not granted."""
    return any(intents & intent and not application_flags & flags for intent, flags in _PRIVILEGED.items())


def content_granted(application_flags: int) -> bool:
    """Say whether the application may read messages through the HTTP API."""
    return bool(application_flags & _PRIVILEGED[MESSAGE_CONTENT])


def needed_for(message: Message) -> int:
    """Return the intent that news of a message needs; private ones come as direct messages do."""
    return DIRECT_MESSAGES if message.guild is None or message.only_for else GUILD_MESSAGES


def as_told(message: Message, *, content: bool) -> Json:
    """Return a message as the bot gets it: emptied where it may not read it."""
    document = message.document
    own = document["author"]["id"] == BOT.id
    if content or own or message.guild is None or mentions_bot(document):
        return dict(document)
    return document | _HIDDEN
