"""Noticing that the bot has joined a server, and greeting it once: in its system channel or to its owner."""

import asyncio
import contextlib
import datetime
import logging
from typing import Any

import discord

from bot.discord.administration.equipment import lacked
from bot.discord.administration.settings_command import OPEN
from bot.discord.connection.components import button, rows
from bot.discord.connection.newsroom import Newsroom
from bot.discord.connection.retrying import NO_REPLY, persist
from bot.discord.connection.visit import spoken
from bot.discord.display.escape import inline
from bot.discord.greeting.words import GREETING
from bot.sharding import Shards
from corpus.catalogue import facts, servers
from corpus.catalogue.connection import Connection

_log = logging.getLogger(__name__)
_LATE = datetime.timedelta(days=1)  # a server that could not be greeted so long is left alone
_NEEDED = discord.Permissions(view_channel=True, send_messages=True)
ADD, HELP = "greet-add", "greet-help"
_NAME = 100


class Arrivals:
    """Keeps the servers that the bot is in, and greets those that it joined while it was connected."""

    def __init__(self, client: discord.AutoShardedClient, newsroom: Newsroom) -> None:
        self._client = client
        self._newsroom = newsroom
        # Where it found itself on connecting is written down before anything is taken for a join.
        self._one_at_a_time = asyncio.Lock()
        self._inside: set[int] = set()

    async def connected(self, shard: int) -> None:
        """Take the servers for met that the bot finds itself in by a shard."""
        own = Shards((shard,), self._client.shard_count or 1)
        found = [str(guild.id) for guild in self._client.guilds if guild.shard_id == shard]
        async with self._one_at_a_time:
            now = self._newsroom.parts.now()
            await self._newsroom.write(lambda connection: servers.meet(connection, found, now, own.has))
            elsewhere = {number for number in self._inside if not own.has(str(number))}
            self._inside = elsewhere | {int(number) for number in found}

    async def arrived(self, guild: discord.Guild) -> None:
        """Greet a server that the bot was never in before; one that is available again it was in."""
        async with self._one_at_a_time:
            if guild.id in self._inside:
                return
            now = self._newsroom.parts.now()
            new = await self._newsroom.write(lambda connection: servers.join(connection, str(guild.id), now))
            self._inside.add(guild.id)
            if new:
                await self._greet(guild)

    async def left(self, guild: discord.Guild) -> None:
        """Note that the bot is no longer in a server."""
        async with self._one_at_a_time:
            self._inside.discard(guild.id)
            await self._newsroom.write(lambda connection: servers.leave(connection, str(guild.id)))

    async def look_round(self) -> None:
        """Keep what the bot may not do where, for the operator; greet whom a stop or a fault kept from it."""
        seen = [(str(one.id), one.name, lacked(one)) for one in self._client.guilds if not one.unavailable]
        reads = servers.YES if self._client.intents.message_content else servers.NO
        since = self._newsroom.parts.now() - _LATE

        def keep(connection: Connection) -> list[str]:
            for each in seen:
                servers.note_look(connection, *each)
            facts.write(connection, servers.READS_MESSAGES, reads)
            return servers.ungreeted(connection, since)

        async with self._one_at_a_time:
            waiting = await self._newsroom.write(keep)
            for number in waiting:
                guild = self._client.get_guild(int(number))
                if guild is not None and not guild.unavailable:
                    await self._greet(guild)

    async def _greet(self, guild: discord.Guild) -> None:
        try:
            await self._say_hello(guild)
        except (discord.DiscordServerError, *NO_REPLY) as error:
            _log.warning("server %s could not be greeted; later again: %s", guild.id, error)
            return
        except discord.DiscordException as error:
            _log.info("server %s cannot be greeted: %s", guild.id, error)
        now = self._newsroom.parts.now()
        await self._newsroom.write(lambda connection: servers.note_greeted(connection, str(guild.id), now))

    async def _say_hello(self, guild: discord.Guild) -> None:
        settings = self._newsroom.preferences.of(str(guild.id))
        own = spoken(str(guild.preferred_locale))
        language = settings.language or own
        channel = guild.system_channel
        if channel is not None and channel.permissions_for(guild.me).is_superset(_NEEDED):
            with contextlib.suppress(discord.Forbidden, discord.NotFound):
                await _send(channel, guild, in_server(language))
                return
        owner = discord.Object(guild.owner_id or 0)
        direct = await persist(lambda: self._client.create_dm(owner))
        await _send(direct, guild, to_owner(language, guild.name))


async def _send(place: discord.abc.Messageable, guild: discord.Guild, message: dict[str, Any]) -> None:
    # Sent again after a stop, Discord takes it for the same by its nonce.
    await persist(lambda: place.send(**message, nonce=guild.id))


def in_server(language: str) -> dict[str, Any]:
    """Return it as keyword arguments for a send in the server."""
    words = GREETING.of(language)
    first = [button(words.add, ADD), button(words.settings, OPEN), button(words.help, HELP)]
    return {"content": f"{words.hello}\n{words.first_steps}", "view": rows(first)}


def to_owner(language: str, guild: str) -> dict[str, Any]:
    """Return it as keyword arguments for a direct message: what is a server's can be changed only there.

    Args:
        language: that of the server.
        guild: the server's name.
    """
    words = GREETING.of(language)
    lines = [words.thanks_for_inviting.format(guild=inline(guild, _NAME)), words.hello, words.in_your_server]
    return {"content": "\n".join(lines), "view": rows([button(words.help, HELP)])}
