"""Messages that cannot be read or answered where they stand: their author is told what to do, once."""

import logging

import discord

from bot.discord.connection.components import rows
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY, may_pass, persist
from bot.discord.connection.visit import Visit, permissions_here
from bot.discord.display.escape import inline
from bot.discord.talking.asking_on import ask_button
from bot.discord.talking.replying import Reply
from bot.discord.talking.words import TALKING
from corpus.catalogue import barred

_NAME = 100
_log = logging.getLogger(__name__)


class Unreadable:
    """Knows where it was said; a restart forgets that."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._told: set[tuple[int, int]] = set()

    def is_so(self, message: discord.Message) -> bool:
        """Say whether Discord may have kept the text of a message from the bot.

        Without the privilege to read all messages it is told those alone that mention it, direct ones, and
        its own; a reply that does not ping comes without its text too.
        """
        me = self._client.user
        read = self._client.intents.message_content or message.guild is None or me in message.mentions
        return not read and not message.content and not message.stickers

    async def tell(self, message: discord.Message, visit: Visit, reply: Reply) -> None:
        """Say it once in a thread, and once to each person in a channel."""
        in_thread = isinstance(message.channel, discord.Thread)
        place = (message.channel.id, 0 if in_thread else message.author.id)
        if place in self._told:
            return
        self._told.add(place)
        replied = message.reference.message_id if message.reference is not None else None
        await reply.show(
            content=TALKING.of(visit.language).unreadable,
            view=rows([ask_button(visit.language, replied)]),
        )


class Barred:
    """Tells each person once of each channel, also across restarts."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def is_so(self, message: discord.Message) -> bool:
        """Say whether the bot knows that it may not write where a message stands."""
        rights = permissions_here(message)
        in_thread = isinstance(message.channel, discord.Thread)
        return not (rights.send_messages_in_threads if in_thread else rights.send_messages)

    async def tell(self, message: discord.Message, language: str) -> None:
        """Tell the author what a moderator must allow and how to ask meanwhile; log where that fails."""
        person, channel = str(message.author.id), str(message.channel.id)
        if await self._newsroom.read(lambda connection: barred.is_told(connection, person, channel)):
            return
        sentence = _sentence(message, language)
        try:
            # Of one channel a person is told with one nonce: two messages at once bring one telling.
            await persist(lambda: message.author.send(sentence, nonce=message.channel.id))
        except (discord.DiscordException, *NO_REPLY) as error:
            _log.info("%s could not be told privately: %s", person, error)
            if may_pass(error):
                return
        now = self._newsroom.parts.now()
        guild = str(message.guild.id) if message.guild is not None else ""
        await self._newsroom.write(
            lambda connection: barred.note_told(connection, guild, person, channel, now)
        )


def _sentence(message: discord.Message, language: str) -> str:
    words = TALKING.of(language)
    in_thread = isinstance(message.channel, discord.Thread)
    return words.may_not_write.format(
        guild=inline(message.guild.name if message.guild is not None else "", _NAME),
        channel=f"<#{message.channel.id}>",
        permission=words.write_in_threads if in_thread else words.write,
    )
