"""Shared messages that a correction, a withdrawal or the undo of one reaches: each says it from then on."""

from __future__ import annotations

import discord

from bot.discord.connection.chores import Chore
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.past_messages import EVERY, PAUSE, bring_up_to_date, edit_past
from bot.discord.sharing.shared_look import drawn
from corpus.catalogue import looks, shares
from corpus.catalogue.shares import Share


def install(floor: Floor) -> None:
    """Add the chore."""
    shared = SharedMessages(floor.client, floor.newsroom)
    floor.chores.add(Chore("shared messages", EVERY, shared.bring_up_to_date))


class SharedMessages:
    """Edits what the catalogue marks as stale: it survives a restart and hears of changes made elsewhere."""

    def __init__(self, client: discord.Client, newsroom: Newsroom, pause: float = PAUSE) -> None:
        self._client = client
        self._newsroom = newsroom
        self._pause = pause

    async def bring_up_to_date(self) -> None:
        """Edit the newest stale messages, one after the other."""
        shared = await self._newsroom.read(shares.stale)
        await bring_up_to_date(shared, self._edit, self._forget, self._refreshed, self._pause)

    async def _edit(self, share: Share) -> None:
        look = await self._newsroom.read(lambda connection: looks.find_any(connection, share.look_id))
        if look is not None:
            message = await drawn(
                self._newsroom,
                look,
                share.how,
                share.person,
                embedded=share.embedded,
                pictured=share.embedded,
            )
            await edit_past(self._client, share.channel_id, share.message_id, message)

    async def _forget(self, share: Share) -> None:
        await self._newsroom.write(lambda connection: shares.forget(connection, share.message_id))

    async def _refreshed(self, share: Share) -> None:
        await self._newsroom.write(lambda connection: shares.note_refreshed(connection, share))
