"""Past cards that a correction, a withdrawal or the undo of one reaches: each is edited to say how it is."""

import discord

from bot.discord.asking.answer_message import message_of, understood_then
from bot.discord.asking.delete_button import forget
from bot.discord.connection.chores import Chore
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.past_messages import EVERY, PAUSE, bring_up_to_date, edit_past
from corpus.catalogue import posted
from corpus.catalogue.posted import Posted
from retrieval.answering.explaining import recall_any


def install(floor: Floor) -> None:
    """Add the chore."""
    cards = PastCards(floor.client, floor.newsroom)
    floor.chores.add(Chore("past cards", EVERY, cards.bring_up_to_date))


class PastCards:
    """Edits what the catalogue marks as stale: it survives a restart and hears of changes made elsewhere."""

    def __init__(self, client: discord.Client, newsroom: Newsroom, pause: float = PAUSE) -> None:
        self._client = client
        self._newsroom = newsroom
        self._pause = pause

    async def bring_up_to_date(self) -> None:
        """Edit the newest stale cards, one after the other."""
        concerns = self._newsroom.shards.has
        cards = await self._newsroom.read(lambda connection: posted.stale(connection, concerns=concerns))
        await bring_up_to_date(cards, self._edit, self._forget, self._refreshed, self._pause)

    async def _edit(self, card: Posted) -> None:
        catalogue = self._newsroom.parts.catalogue
        recalled = await self._newsroom.workers.run(lambda: recall_any(catalogue, card.answer_id), short=True)
        message = await message_of(
            self._newsroom,
            recalled.answer,
            understood_then(recalled),
            card.language,
            embedded=card.embedded,
        )
        await edit_past(self._client, card.channel_id, card.message_id, message)

    async def _forget(self, card: Posted) -> None:
        await self._newsroom.write(lambda connection: forget(connection, card.message_id))

    async def _refreshed(self, card: Posted) -> None:
        await self._newsroom.write(
            lambda connection: posted.note_refreshed(connection, card.message_id, card.marks)
        )
