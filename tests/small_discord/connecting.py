"""A discord.py client at the small Discord, from when it is ready until its heartbeats have ended."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator

import discord
import yarl
from discord.gateway import DiscordWebSocket, KeepAliveHandler
from discord.http import Route

from tests.small_discord.loopback import TOKEN, Loopback
from tests.small_discord.state.changes import PATIENCE


@contextlib.asynccontextmanager
async def connected(client: discord.Client, small: Loopback) -> AsyncIterator[None]:
    """Connect a client that knows nothing of the small Discord; what it raises instead is raised here."""
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = small.api, yarl.URL(small.gateway.address)
    async with _heartbeats_ended(), client:
        served = asyncio.create_task(client.start(TOKEN))
        ready = asyncio.create_task(small.connected())
        await asyncio.wait({served, ready}, return_when=asyncio.FIRST_COMPLETED)
        if served.done():
            ready.cancel()
            await served
        yield
        served.cancel()
        await asyncio.gather(served, return_exceptions=True)


@contextlib.asynccontextmanager
async def _heartbeats_ended() -> AsyncIterator[None]:
    """Leave only once the threads that beat have ended: they use the event loop until then."""
    try:
        yield
    finally:
        for heart in [one for one in threading.enumerate() if isinstance(one, KeepAliveHandler)]:
            heart.stop()
            await asyncio.to_thread(heart.join, PATIENCE)
