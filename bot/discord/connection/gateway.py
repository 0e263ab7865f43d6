"""How the connection to Discord's gateway is, for those who look from outside."""

import contextlib
import logging
import math
from collections.abc import Iterator

import discord

from bot.outside.readings import Reading
from bot.outside.seen import Seen

# What discord.py says where a heartbeat could not be sent, or was acknowledged more than ten seconds late.
_LATE = ("heartbeat blocked for more than", "Can't keep up")
_FOUND = ("connect", "resumed")  # a new session, or the old one that goes on


class Gateway:
    """Keeps account of one client's connection."""

    def __init__(self, client: discord.Client, seen: Seen) -> None:
        self._client = client
        self._seen = seen
        self._was_there = False
        seen.metrics.read("gateway", self._readings)

    def hear(self, event: str) -> None:
        """Note what an event of discord.py says of the connection, if it says anything of that."""
        if event in _FOUND:
            if self._was_there:
                self._seen.metrics.reconnected()
            self._was_there = self._seen.connected = True
        elif event == "disconnect":
            self._seen.connected = False

    def _readings(self) -> Iterator[Reading]:
        latency = self._client.latency
        yield Reading(
            "newsdesk_gateway_connected",
            "1 while Discord's gateway is connected, else 0.",
            {"": float(self._seen.connected)},
        )
        yield Reading(
            "newsdesk_gateway_latency_seconds",
            "From the last heartbeat to its acknowledgement.",
            {"": latency} if math.isfinite(latency) else {},
        )
        yield Reading(
            "newsdesk_servers", "Servers that the bot is in.", {"": float(len(self._client.guilds))}
        )


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
