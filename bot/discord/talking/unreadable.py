"""Messages whose text Discord keeps from the bot: their author is told what to do instead, once."""

from __future__ import annotations

import discord

from bot.discord.connection.components import rows
from bot.discord.connection.visit import Visit
from bot.discord.talking.asking_on import ask_button
from bot.discord.talking.replying import Reply
from bot.discord.talking.words import TALKING


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
