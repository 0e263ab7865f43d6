"""Posting to the channel what somebody was shown in private, until it is deleted there."""

import contextlib
import datetime
from typing import Any

import discord

from bot.discord.asking.share_button import SHARE, UNSHARE
from bot.discord.connection.components import Components
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.errors import Gone, Refusal
from bot.discord.connection.floor import Floor
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.sharing.shared_notes import drawn
from bot.discord.sharing.words import SHARING
from corpus.catalogue import looks, shares
from corpus.catalogue.connection import Connection
from corpus.catalogue.looks import Look
from corpus.catalogue.shares import Share


def install(floor: Floor) -> None:
    """Have both buttons' handlers called."""
    Sharing(floor.newsroom).install(floor.components)


class Sharing:
    """Posts looks, each once, and deletes them for who may."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    def install(self, components: Components) -> None:
        """Have both buttons' handlers called."""
        components.add(SHARE, self._share)
        components.add(UNSHARE, self._delete)

    async def _share(
        self, interaction: discord.Interaction[Any], visit: Visit, look_id: str, how: str
    ) -> None:
        if not _may_write(interaction):
            raise Refusal(lambda language: SHARING.of(language).may_not_write)
        begun = self._newsroom.parts.now()
        look = await self._newsroom.read(lambda connection: _unshared(connection, look_id, visit.guild))
        await think(interaction)
        allowed = interaction.app_permissions
        message = await drawn(
            self._newsroom,
            look,
            how,
            visit.person,
            embedded=allowed.embed_links,
            pictured=allowed.attach_files,
        )
        shown = await show(interaction, **message)
        posted = Share(
            str(shown.id), str(shown.channel.id), look.id, visit.person, how, embedded=allowed.embed_links
        )
        if not await self._newsroom.write(lambda connection: _remember(connection, posted, begun)):
            # Two clicks at once: the other one was quicker.
            with contextlib.suppress(discord.NotFound):
                await interaction.delete_original_response()

    async def _delete(self, interaction: discord.Interaction[Any], visit: Visit, look_id: str) -> None:
        shared = await self._newsroom.read(lambda connection: _shared(connection, look_id, visit.guild))
        if not (visit.moderates or visit.person == shared.person):
            raise Refusal(lambda language: SHARING.of(language).not_yours)
        await hold(interaction)
        with contextlib.suppress(discord.NotFound):
            await interaction.delete_original_response()
        await self._newsroom.write(lambda connection: shares.forget(connection, shared.message_id))


def _may_write(interaction: discord.Interaction[Any]) -> bool:
    may = interaction.permissions
    return (
        may.send_messages_in_threads if isinstance(interaction.channel, discord.Thread) else may.send_messages
    )


def _unshared(connection: Connection, look_id: str, guild: str | None) -> Look:
    look = looks.find(connection, look_id, guild)
    if look is None:
        raise Gone
    if shares.of_look(connection, look_id) is not None:
        raise Refusal(lambda language: SHARING.of(language).shared_already)
    return look


def _shared(connection: Connection, look_id: str, guild: str | None) -> Share:
    here = looks.find(connection, look_id, guild) is not None
    share = shares.of_look(connection, look_id) if here else None
    if share is None:
        raise Gone
    return share


def _remember(connection: Connection, posted: Share, since: datetime.datetime) -> bool:
    """Keep where a look is shared; False where it is shared already."""
    if shares.of_look(connection, posted.look_id) is not None:
        return False
    shares.remember(connection, posted, since)
    return True
