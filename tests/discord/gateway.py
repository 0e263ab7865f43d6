"""The gateway of a small Discord: greets, acknowledges heartbeats, identifies, resumes, and can be cut."""

from __future__ import annotations

import asyncio
import time

from aiohttp import WSMsgType, web

from tests.discord import payloads
from tests.discord.payloads import Json

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 9, 10, 11


class Gateway:
    """One session; events that happen while nobody is connected are kept for a resume."""

    def __init__(self, token: str, heartbeat: float) -> None:
        self.address = ""
        self.ready = asyncio.Event()
        self.beats: list[float] = []
        self.identities: list[Json] = []
        self.resumes: list[Json] = []
        self.closed_with: list[int | None] = []
        self.away = False
        self.refuses_with: int | None = None
        self._token = token
        self._heartbeat = heartbeat
        self._events: list[Json] = []
        self._socket: web.WebSocketResponse | None = None
        self._request: web.Request | None = None

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self.away:
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._request = request
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": int(self._heartbeat * 1000)}})
        async for received in socket:
            if received.type is WSMsgType.TEXT:
                await self._receive(socket, received.json())
        self.closed_with.append(socket.close_code)
        return socket

    async def dispatch(self, name: str, document: Json) -> None:
        event = {"op": DISPATCH, "t": name, "d": document, "s": len(self._events) + 1}
        self._events.append(event)
        if self._socket is not None and not self._socket.closed:
            await self._socket.send_json(event)

    def cut(self) -> None:
        """End the connection without a goodbye, as a broken line would."""
        self.ready.clear()
        self._socket = None
        if self._request is not None and self._request.transport is not None:
            self._request.transport.abort()

    async def forget(self) -> None:
        """Declare the session invalid, so that the bot must identify again."""
        if self._socket is not None:
            self.ready.clear()
            await self._socket.send_json({"op": INVALID_SESSION, "d": False})

    async def _receive(self, socket: web.WebSocketResponse, document: Json) -> None:
        if document["op"] == HEARTBEAT:
            self.beats.append(time.monotonic())
            await socket.send_json({"op": ACK})
        elif document["op"] == IDENTIFY:
            await self._identify(socket, document["d"])
        elif document["op"] == RESUME:
            await self._resume(socket, document["d"])

    async def _identify(self, socket: web.WebSocketResponse, identity: Json) -> None:
        if self.refuses_with is not None:
            await socket.close(code=self.refuses_with)
            return
        assert identity["token"] == self._token
        self.identities.append(identity)
        self._socket = socket
        await self.dispatch("READY", payloads.ready(self.address))
        await self.dispatch("GUILD_CREATE", payloads.guild())
        self.ready.set()

    async def _resume(self, socket: web.WebSocketResponse, resume: Json) -> None:
        self.resumes.append(resume)
        self._socket = socket
        for event in self._events[resume["seq"] :]:
            await socket.send_json(event)
        await self.dispatch("RESUMED", {})
        self.ready.set()
