"""The bot's replies to one message: one for each of its questions, changed where the message is edited."""

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import discord

from bot.discord.asking.delete_button import forget
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.talking.replying import Reply
from corpus.catalogue import answers, posted
from corpus.catalogue.connection import Connection

# Messages after the one that was edited, among which the replies to it are looked for.
_LATER = 100


class Replies:
    """Gives one reply after the other; what is said instead of an answer takes the place of the newest."""

    def __init__(
        self, message: discord.Message, barred: Callable[[], Awaitable[object]] | None = None
    ) -> None:
        """Take what is replied to, and what is to be done where the bot may not write there."""
        self.message = message
        self._barred = barred
        self._before: Sequence[discord.Message] = ()
        self._given: list[Reply] = []

    @property
    def begun(self) -> bool:
        """Whether anything is being replied."""
        return bool(self._given)

    def next(self) -> Reply:
        """Return the next reply: one from before, as long as there are any."""
        place = len(self._given)
        shown = self._before[place] if place < len(self._before) else None
        reply = Reply(self.message, place, shown, barred=self._barred)
        self._given.append(reply)
        return reply

    async def say(self, sentence: str) -> None:
        """Say one sentence instead of an answer; log where that fails."""
        await (self._given[-1] if self._given else self.next()).say(sentence)

    async def find(self, me: int) -> Sequence[discord.Message]:
        """Find what was replied to the message before, in order; it is what the next replies change."""
        found: list[discord.Message] = []
        with contextlib.suppress(discord.Forbidden, discord.NotFound):
            history = self.message.channel.history(limit=_LATER, after=self.message)
            found = [one async for one in history if one.author.id == me and _replies_to(one, self.message)]
        self._before = found
        return found

    async def take_away_the_rest(self, newsroom: Newsroom) -> None:
        """Delete the replies from before that nothing took the place of."""
        for left in self._before[len(self._given) :]:
            with contextlib.suppress(discord.DiscordException, *NO_REPLY):
                await persist(left.delete)
            await newsroom.write(partial(forget, message=str(left.id)))


async def asked_on(
    newsroom: Newsroom, shown: Sequence[discord.Message], guild: str | None
) -> list[str | None]:
    """Return which question each message answers, as it was asked; None for one that answers none."""

    def look(connection: Connection) -> list[str | None]:
        known = posted.answers_of(connection, [str(one.id) for one in shown])
        given = [answers.find(connection, known.get(str(one.id), ""), guild) for one in shown]
        return [one.question if one is not None else None for one in given]

    return await newsroom.read(look)


def _replies_to(reply: discord.Message, message: discord.Message) -> bool:
    return reply.reference is not None and reply.reference.message_id == message.id
