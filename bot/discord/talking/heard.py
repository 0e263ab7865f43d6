"""What a message says beside its own words: the message that it replies to, and the title of its post."""

import contextlib
import re
import unicodedata

import discord

from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY
from bot.discord.talking.addressed import Heard
from bot.discord.talking.attention import Spoken
from bot.discord.talking.message_text import matter_of, own_words
from retrieval.question.asked import Asked, asked_in

_SHORT = 300  # characters; longer ones wait with the questions, so that no button waits for them
_OWN_EMOJI = re.compile(r"<a?:\w+:\d+>")
_PICTURES = frozenset({"So", "Sk"})  # of Unicode: "symbol, other", and what colours one


class Listener:
    """Hears what messages say, on a worker: each sentence takes the model some milliseconds."""

    def __init__(self, client: discord.Client, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom

    async def asked(self, text: str) -> Asked:
        """Return what a text asks.

        Raises:
            Busy: too much is waiting already.
            ModelUnavailable: the bundled model is missing.
        """
        tell = self._newsroom.parts.tell
        return await self._newsroom.workers.run(lambda: asked_in(text, tell), short=len(text) <= _SHORT)

    async def hear(self, message: discord.Message, facts: Heard, me: int) -> Spoken:
        """Return what a message says.

        Raises:
            Busy: too much is waiting already.
            ModelUnavailable: the bundled model is missing.
        """
        other = await _other(message, me) if facts.mentions_me else None
        title = _title(message)
        return Spoken(
            own=await self.asked(own_words(message, me)),
            named=facts.named,
            replies=facts.replies_to_me,
            sign=is_sign(message, me),
            that=await self.asked(_words_of(other, me)) if other is not None else None,
            hidden=other is not None and self._is_hidden(other),
            title=await self.asked(title) if title is not None else None,
        )

    def _is_hidden(self, other: discord.Message) -> bool:
        if self._client.intents.message_content or other.guild is None:
            return False
        return not (other.content or other.embeds or other.attachments or other.stickers)


def is_sign(message: discord.Message, me: int) -> bool:
    """Say whether a message is no more than emoji or a sticker."""
    drawn = any(unicodedata.category(letter) in _PICTURES for letter in own_words(message, me))
    shown = drawn or _OWN_EMOJI.search(message.content) is not None
    return bool(message.stickers or shown) and not message.attachments


def _words_of(message: discord.Message, me: int) -> str:
    """Return the own words of somebody else's message, or of one without any what its embeds say."""
    return own_words(message, me) or matter_of(message)


async def _other(message: discord.Message, me: int) -> discord.Message | None:
    """Return the message of somebody else that a message replies to."""
    reference = message.reference
    if message.type is not discord.MessageType.reply or reference is None or reference.message_id is None:
        return None
    replied = reference.resolved
    if replied is None:
        with contextlib.suppress(discord.DiscordException, *NO_REPLY):
            replied = await message.channel.fetch_message(reference.message_id)
    return replied if isinstance(replied, discord.Message) and replied.author.id != me else None


def _title(message: discord.Message) -> str | None:
    """Return the title of the post in a forum that a message opens; None of every other message."""
    post = message.channel
    if not isinstance(post, discord.Thread) or post.id != message.id:
        return None
    return post.name if isinstance(post.parent, discord.ForumChannel) else None
