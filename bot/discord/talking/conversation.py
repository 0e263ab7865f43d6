"""What was asked before, as Discord shows it: the replies, the thread, the direct messages.

Nothing of it is kept in memory. A message of the bot leads to its answer in the catalogue, and that to the
question as it stood alone and to what narrowed it; where the catalogue knows nothing of it, the card still
says what was asked.
"""

import logging
from collections.abc import AsyncIterator
from typing import Any

import discord

from bot.discord.asking.answer_message import Understood, understood_then
from bot.discord.asking.sight import sees
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY
from bot.discord.display.card_words import CARD
from bot.discord.talking.in_context import Earlier
from corpus.catalogue import posted
from retrieval.answering.explaining import recall
from retrieval.question.followup import standalone

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

    async def before(self, message: discord.Message) -> Earlier:
        """Return what was asked before a message: along its replies, else where it stands."""
        guild = str(message.guild.id) if message.guild else None
        replied = await self._asked(_replied_to(message), guild)
        return replied if replied.questions else await self.here(message.channel, guild, message)

    async def here(
        self, channel: object, guild: str | None, before: discord.abc.Snowflake | None = None
    ) -> Earlier:
        """Return what was asked in a thread or in direct messages; elsewhere nothing."""
        if not isinstance(channel, discord.Thread | discord.DMChannel):
            return Earlier()
        return await self._asked(_said_in(channel, before), guild)

    async def at(self, message_id: str, interaction: discord.Interaction[Any], guild: str | None) -> Earlier:
        """Return what was asked at one message of the bot that the person of an interaction sees."""
        channel = await self._newsroom.read(lambda connection: posted.channel_of(connection, message_id))
        seen = channel is not None and await sees(interaction, channel)
        known = await self._known(message_id, guild) if seen else None
        return Earlier((known.question,), known.filters) if known is not None else Earlier()

    async def _asked(self, looked_back: AsyncIterator[_Said], guild: str | None) -> Earlier:
        """Go back to the first question that is known as it stands alone, and on from there."""
        later: list[str] = []
        try:
            async for said in looked_back:
                if isinstance(said, discord.Message) and said.author != self._client.user:
                    continue
                known = await self._known(str(said.id), guild)
                if known is not None:
                    return Earlier(_from_there([*later, known.question]), known.filters)
                later += _written_on(said)
        except (discord.DiscordException, *NO_REPLY) as error:
            _log.info("a conversation could not be read back any further: %s", error)
        return Earlier(_from_there(later))

    async def _known(self, message_id: str, guild: str | None) -> Understood | None:
        answer = await self._newsroom.read(lambda connection: posted.answer_of(connection, message_id))
        if answer is None:
            return None
        catalogue = self._newsroom.parts.catalogue
        explained = await self._newsroom.workers.run(lambda: recall(catalogue, answer, guild), short=True)
        return understood_then(explained) if explained else None


def _written_on(said: _Said) -> list[str]:
    embeds = said.embeds if isinstance(said, discord.Message) else []
    return [question for embed in embeds if (question := _question_on(embed))]


def _question_on(card: discord.Embed) -> str | None:
    line = card.author.name or ""
    labels = (f"{words.question}: " for words in (CARD.english, CARD.dutch))
    return next((line.removeprefix(label) for label in labels if line.startswith(label)), None)


def _from_there(newest_first: list[str]) -> tuple[str, ...]:
    asked: list[str] = []
    for question in reversed(newest_first):
        asked.append(standalone(question, asked))
    return tuple(asked)


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
