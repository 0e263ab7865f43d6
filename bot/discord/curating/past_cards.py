"""Past cards that a correction, a withdrawal or the undo of one reaches: each is edited to say how it is."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

import discord

from bot.discord.asking.deleting import forget
from bot.discord.asking.message import message_of
from bot.discord.asking.understood import understood_then
from bot.discord.chores import Chore
from bot.discord.delivery import NO_REPLY, persist
from bot.discord.floor import Floor
from bot.discord.newsroom import Newsroom
from corpus.catalogue import posted
from corpus.catalogue.posted import Posted
from retrieval.explaining import recall_any

# Seconds between two looks, and between two edits: Discord bears about five edits in five seconds in one
# channel, and fewer of messages older than an hour.
EVERY = 5.0
PAUSE = 1.0
_ARCHIVED = 50083
_TOO_MANY = 429
_OWN_FAULTS = 500

_log = logging.getLogger(__name__)


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
        for card in await self._newsroom.read(posted.stale):
            try:
                await self._edit(card)
            except discord.NotFound:
                await self._forget(card)
            except (discord.DiscordException, *NO_REPLY) as error:
                await self._failed(card, error)
            else:
                await self._refreshed(card)
            await asyncio.sleep(self._pause)

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
        place = self._client.get_partial_messageable(int(card.channel_id))
        shown = place.get_partial_message(int(card.message_id))
        try:
            await persist(lambda: shown.edit(**message))
        except discord.HTTPException as error:
            if error.code != _ARCHIVED:
                raise
            async with self._reopened(card):
                await persist(lambda: shown.edit(**message))

    @contextlib.asynccontextmanager
    async def _reopened(self, card: Posted) -> AsyncIterator[None]:
        """Open the archived thread that a card stands in, and archive it again where that is allowed."""
        thread = await self._client.fetch_channel(int(card.channel_id))
        if not isinstance(thread, discord.Thread):
            raise discord.ClientException(card.channel_id)
        await thread.edit(archived=False)
        yield
        with contextlib.suppress(discord.HTTPException):
            await thread.edit(archived=True)

    async def _failed(self, card: Posted, error: Exception) -> None:
        """Try again later, unless Discord said no for good: then it would be tried for ever."""
        if not _for_good(error):
            _log.warning("message %s could not be edited, it is tried again: %s", card.message_id, error)
            return
        _log.warning("message %s cannot be edited and stays as it is: %s", card.message_id, error)
        await self._refreshed(card)

    async def _forget(self, card: Posted) -> None:
        await self._newsroom.write(lambda connection: forget(connection, card.message_id))

    async def _refreshed(self, card: Posted) -> None:
        await self._newsroom.write(
            lambda connection: posted.refreshed(connection, card.message_id, card.marks)
        )


def _for_good(error: Exception) -> bool:
    return (
        isinstance(error, discord.HTTPException) and error.status < _OWN_FAULTS and error.status != _TOO_MANY
    )
