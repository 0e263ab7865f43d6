"""How the connection to Discord's gateway is, for those who look from outside."""

import contextlib
import logging
import math
from collections import Counter
from collections.abc import Iterator, Sequence

import discord

from bot.outside.readings import Reading
from bot.outside.seen import Seen

# What discord.py says where a heartbeat could not be sent, or was acknowledged more than ten seconds late.
_LATE = ("heartbeat blocked for more than", "Can't keep up")
_FOUND = ("shard_connect", "shard_resumed")  # a new session, or the old one that goes on


class Gateway:
    """Keeps account of the connections of one client, of which each shard has its own."""

    def __init__(self, client: discord.AutoShardedClient, seen: Seen) -> None:
        self._client = client
        self._seen = seen
        self._met: set[int] = set()
        self._there: set[int] = set()
        seen.metrics.read("gateway", self._readings)

    def hear(self, event: str, *about: object) -> None:
        """Note what an event of discord.py says of a connection, if it says anything of that."""
        if event not in _FOUND and event != "shard_disconnect":
            return
        shard = about[0]
        if not isinstance(shard, int):
            return
        self._there.discard(shard)
        if event in _FOUND:
            if shard in self._met:
                self._seen.metrics.reconnected()
            self._met.add(shard)
            self._there.add(shard)
        self._seen.connected = bool(self._shards) and self._there.issuperset(self._shards)

    def end(self) -> None:
        """Note that nothing is taken from any connection from now on."""
        self._there.clear()
        self._seen.connected = False

    @property
    def _shards(self) -> Sequence[int]:
        return self._client.shard_ids or range(self._client.shard_count or 0)

    def _readings(self) -> Iterator[Reading]:
        latency = self._client.latency
        yield Reading(
            "newsdesk_gateway_connected",
            "1 while Discord's gateway is connected, else 0; of several shards, all of them.",
            {"": float(self._seen.connected)},
        )
        yield Reading(
            "newsdesk_gateway_latency_seconds",
            "From the last heartbeat to its acknowledgement; the mean of several shards.",
            {"": latency} if math.isfinite(latency) else {},
        )
        yield Reading(
            "newsdesk_servers", "Servers that the bot is in.", {"": float(len(self._client.guilds))}
        )
        yield from self._by_shard()

    def _by_shard(self) -> Iterator[Reading]:
        late = {str(shard): seconds for shard, seconds in self._client.latencies if math.isfinite(seconds)}
        there = {str(shard): float(shard in self._there) for shard in self._shards}
        servers = Counter(str(guild.shard_id) for guild in self._client.guilds)
        yield Reading("newsdesk_shard_connected", "1 while that shard is connected.", there, "shard")
        yield Reading("newsdesk_shard_latency_seconds", "As above, of each shard.", late, "shard")
        yield Reading("newsdesk_shard_servers", "Servers of each shard.", dict(servers), "shard")


class _Late(logging.Handler):
    def __init__(self, seen: Seen) -> None:
        super().__init__(logging.WARNING)
        self._seen = seen

    def emit(self, record: logging.LogRecord) -> None:
        if any(late in str(record.msg) for late in _LATE):
            self._seen.metrics.heartbeat_late()


@contextlib.contextmanager
def late_heartbeats_counted(seen: Seen) -> Iterator[None]:
    """Count what discord.py complains of, which has no other way to tell."""
    log, late = logging.getLogger("discord.gateway"), _Late(seen)
    log.addHandler(late)
    try:
        yield
    finally:
        log.removeHandler(late)
