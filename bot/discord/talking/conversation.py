"""What was asked before, as Discord shows it: the replies, the thread, the direct messages.

Nothing of it is kept in memory. A message of the bot leads to its answer in the catalogue, and that to the
question as it stood alone; where the catalogue knows nothing of it, the card still says what was asked.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable

import discord
from sqlalchemy import Connection

from bot.discord.cards.words import CARD
from bot.discord.delivery import NO_REPLY
from bot.discord.newsroom import Newsroom
from corpus.catalogue import answers, posted
from retrieval.followup import standalone
from retrieval.leaning import leans

_REPLIES_BACK = 10
_MESSAGES_BACK = 50
_log = logging.getLogger(__name__)
# A partial message is one of which no more than its number is known yet.
_Said = discord.Message | discord.PartialMessage


class Conversations:
    """Reads conversations in a server, or outside of all; of others it finds nothing."""

    def __init__(self, newsroom: Newsroom, client: discord.Client) -> None:
        self._newsroom = newsroom
        self._client = client

    async def understand(self, question: str, earlier: Callable[[], Awaitable[list[str]]]) -> str:
        """Return a question as it stands alone; `earlier` ones are looked up only where it leans on them."""
        return standalone(question, await earlier()) if leans(question) else question

    async def before(self, message: discord.Message) -> list[str]:
        """Return what was asked before a message, oldest first: along its replies, else where it stands."""
        guild = str(message.guild.id) if message.guild else None
        return await self._asked(_replied_to(message), guild) or await self.here(
            message.channel, guild, message
        )

    async def here(
        self, channel: object, guild: str | None, before: discord.abc.Snowflake | None = None
    ) -> list[str]:
        """Return what was asked in a thread or in direct messages, oldest first; elsewhere nothing."""
        if not isinstance(channel, discord.Thread | discord.DMChannel):
            return []
        return await self._asked(_said_in(channel, before), guild)

    async def at(self, message_id: str, guild: str | None) -> list[str]:
        """Return what was asked at one message of the bot."""
        known = await self._known(message_id, guild)
        return [known] if known is not None else []

    async def _asked(self, looked_back: AsyncIterator[_Said], guild: str | None) -> list[str]:
        """Go back to the first question that is known as it stands alone, and on from there."""
        later: list[str] = []
        try:
            async for said in looked_back:
                if isinstance(said, discord.Message) and said.author != self._client.user:
                    continue
                known = await self._known(str(said.id), guild)
                if known is not None:
                    return _from_there([*later, known])
                later += _written_on(said)
        except (discord.DiscordException, *NO_REPLY) as error:
            _log.info("a conversation could not be read back any further: %s", error)
        return _from_there(later)

    async def _known(self, message_id: str, guild: str | None) -> str | None:
        def look(connection: Connection) -> str | None:
            answer = posted.answer_of(connection, message_id)
            given = answers.find(connection, answer, guild) if answer else None
            return given.standalone if given else None

        return await self._newsroom.read(look)


def _written_on(said: _Said) -> list[str]:
    embeds = said.embeds if isinstance(said, discord.Message) else []
    return [question for embed in embeds if (question := _question_on(embed))]


def _question_on(card: discord.Embed) -> str | None:
    line = card.author.name or ""
    labels = (f"{words.question}: " for words in (CARD.english, CARD.dutch))
    return next((line.removeprefix(label) for label in labels if line.startswith(label)), None)


def _from_there(newest_first: list[str]) -> list[str]:
    asked: list[str] = []
    for question in reversed(newest_first):
        asked.append(standalone(question, asked))
    return asked


async def _replied_to(message: discord.Message) -> AsyncIterator[_Said]:
    """Yield the messages back along the replies, the nearest first."""
    for _ in range(_REPLIES_BACK):
        reference = message.reference
        if message.type is not discord.MessageType.reply or not reference or not reference.message_id:
            return
        replied = reference.resolved
        if not isinstance(replied, discord.Message):
            # The catalogue may know it by its number alone, deleted or not.
            unread = discord.PartialMessage(channel=message.channel, id=reference.message_id)
            yield unread
            replied = await unread.fetch()
        message = replied
        yield message


async def _said_in(
    channel: discord.Thread | discord.DMChannel, before: discord.abc.Snowflake | None
) -> AsyncIterator[_Said]:
    """Yield what was said there, the newest first, and last what a thread was opened on."""
    async for message in channel.history(limit=_MESSAGES_BACK, before=before):
        yield message
    if isinstance(channel, discord.Thread) and isinstance(channel.parent, discord.TextChannel):
        # A thread has the number of the message that it was opened on.
        opened_on = channel.parent.get_partial_message(channel.id)
        yield opened_on
        yield await opened_on.fetch()
