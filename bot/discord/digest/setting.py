"""Setting the digest of a server: each choice is kept at once, and all are shown anew."""

import datetime
from dataclasses import replace
from typing import Any

import discord

from bot.discord.connection.components import Components, chosen
from bot.discord.connection.delivery import hold, show, think
from bot.discord.connection.moderators import require_moderator
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.visit import Visit
from bot.discord.digest.digest_card import digest_card
from bot.discord.digest.digest_panel import CHANNEL, EVERY, HOUR, SHOW, settings_message
from bot.discord.digest.drawing_up_digest import Drawing
from bot.discord.digest.post import OPEN
from bot.discord.digest.words import DIGEST
from bot.discord.digest.zones import zone_of
from corpus.catalogue import arrivals, digests, journal
from corpus.catalogue.connection import Connection
from corpus.catalogue.digests import Digest, Every
from retrieval.curating.digest.due import due

# What a digest would tell of in a server that has none.
_LAST = datetime.timedelta(days=1)


class Setting:
    """Shows what a server has set, and keeps what its moderators choose."""

    def __init__(self, newsroom: Newsroom, drawing: Drawing) -> None:
        self._newsroom = newsroom
        self._drawing = drawing

    def install(self, components: Components) -> None:
        """Have the handlers called."""
        for name, handler in (
            (OPEN, self._open),
            (CHANNEL, self._channel),
            (EVERY, self._every),
            (HOUR, self._hour),
            (SHOW, self._show_now),
        ):
            components.add(name, handler)

    async def open(self, interaction: discord.Interaction[Any], zone: str | None = None) -> None:
        """Show the settings privately; with a `zone` that is the server's from now on.

        Raises:
            Refusal: it is a direct message, or the person is no moderator.
        """
        visit = self._newsroom.visit(interaction)
        guild = require_moderator(visit)
        await think(interaction, private=True)
        if zone is not None:
            preferences, now = self._newsroom.preferences, self._newsroom.parts.now()
            await self._newsroom.workers.run(
                lambda: preferences.revise(guild, lambda settings: replace(settings, time_zone=zone)),
                short=True,
            )
            # The next such hour is waited for: none that is past in the new zone is due at once.
            await self._newsroom.write(lambda connection: digests.settle(connection, guild, now))
        await self._show(interaction, visit, await self._held(guild))

    async def _open(self, interaction: discord.Interaction[Any], _visit: Visit, _mark: str) -> None:
        await self.open(interaction)

    async def _channel(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        await self._set(interaction, visit, channel=chosen(interaction)[0])

    async def _every(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        await self._set(interaction, visit, every=Every(chosen(interaction)[0]))

    async def _hour(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        await self._set(interaction, visit, hour=int(chosen(interaction)[0]))

    async def _set(self, interaction: discord.Interaction[Any], visit: Visit, **values: object) -> None:
        guild = require_moderator(visit)
        await hold(interaction)
        now = self._newsroom.parts.now()
        digest = await self._newsroom.write(
            lambda connection: digests.settle(connection, guild, now, **values)
        )
        await self._show(interaction, visit, digest)

    async def _show(self, interaction: discord.Interaction[Any], visit: Visit, digest: Digest) -> None:
        zone = zone_of(self._newsroom.preferences.of(visit.guild).time_zone)
        next_one = due(digest, zone)
        message = settings_message(digest, next_one, zone.key, interaction.guild, visit.language)
        await show(interaction, **message)

    async def _show_now(self, interaction: discord.Interaction[Any], visit: Visit) -> None:
        guild = require_moderator(visit)
        await think(interaction, private=True)
        now = self._newsroom.parts.now()

        def look(connection: Connection) -> tuple[Digest, int]:
            digest = digests.find(connection, guild)
            if not digest.on:
                told = arrivals.last_before(connection, now - _LAST)
                digest = replace(
                    digest, told=told, since=now - _LAST, channel=digest.channel or visit.places[0]
                )
            return digest, journal.latest(connection)

        digest, until = await self._newsroom.read(look)
        drawn = await self._drawing.draw(digest, until)
        words = DIGEST.of(visit.language)
        if drawn.empty:
            since = f"<t:{int(digest.since.timestamp())}:f>"
            await show(interaction, content=words.nothing_yet.format(since=since))
        else:
            await show(interaction, content=words.preview, embed=digest_card(drawn, visit.language))

    async def _held(self, guild: str) -> Digest:
        return await self._newsroom.read(lambda connection: digests.find(connection, guild))
