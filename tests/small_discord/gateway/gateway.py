"""The gateway of a small Discord: greets, acknowledges heartbeats, identifies, resumes, and can be cut."""

from __future__ import annotations

import asyncio
import itertools

from aiohttp import WSMsgType, web

from tests.small_discord.gateway.intents import GUILDS, refused
from tests.small_discord.gateway.sessions import Session, Sessions, server_of
from tests.small_discord.gateway.starts import Starts
from tests.small_discord.state import payloads
from tests.small_discord.state.changes import Changes
from tests.small_discord.state.fair_clock import fair_time
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT
from tests.small_discord.state.world import World

# Seconds between heartbeats of every tenth of one: a loop that waits for an answer misses more.
STILL_BEATING = 2.5
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID_SESSION, HELLO, ACK = 0, 1, 2, 6, 9, 10, 11
DISALLOWED_INTENTS = 4014
_ENDS_SESSION = frozenset({1000, 1001})


class Gateway:
    """A session for each shard; events while its connection is broken are kept, events without one are lost.

    `ready` is set while any shard is connected; `shards` says which are.
    """

    def __init__(self, token: str, heartbeat: float, world: World, changes: Changes) -> None:
        self.address = ""
        self.ready = asyncio.Event()
        self.beats: list[float] = []
        self.identities: list[Json] = []
        self.resumes: list[Json] = []
        self.closed_with: list[int | None] = []
        self.starts = Starts()
        self.away = False
        self.refuses_with: int | None = None
        self._token = token
        self._heartbeat = heartbeat
        self._world = world
        self._changes = changes
        self._numbers = itertools.count(1)
        self._sessions = Sessions()

    @property
    def intents(self) -> int:
        """The intents that the bot identified with; none where it did not."""
        return next((session.intents for session in self._sessions), 0)

    @property
    def shards(self) -> set[int]:
        """The shards that are connected."""
        return self._sessions.connected

    async def serve(self, request: web.Request) -> web.StreamResponse:
        if self.away:
            return web.Response(status=503)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": int(self._heartbeat * 1000)}})
        async for received in socket:
            if received.type is WSMsgType.TEXT:
                await self._receive(socket, request, received.json())
        self._closed(socket)
        return socket

    async def dispatch(self, name: str, document: Json, needs: int = 0) -> None:
        """Send an event to the shard of its server, where that asked for an intent that it `needs`."""
        server = server_of(name, document)
        for session in self._sessions:
            if session.has(server) and (not needs or session.intents & needs):
                await self._send(session, name, document)

    def cut(self) -> None:
        """End the connections without a goodbye, as a broken line would."""
        self.ready.clear()
        for session in self._sessions:
            request, session.socket = session.request, None
            if request is not None and request.transport is not None:
                request.transport.abort()

    async def forget(self) -> None:
        """Declare the sessions invalid, so that the bot must identify again."""
        for session in self._sessions:
            self._sessions.end(session)
            if session.socket is not None:
                self.ready.clear()
                await session.socket.send_json({"op": INVALID_SESSION, "d": False})

    async def _send(self, session: Session, name: str, document: Json) -> None:
        event = {"op": DISPATCH, "t": name, "d": document, "s": len(session.events) + 1}
        session.events.append(event)
        if session.socket is not None and not session.socket.closed:
            await session.socket.send_json(event)

    def _closed(self, socket: web.WebSocketResponse) -> None:
        self.closed_with.append(socket.close_code)
        session = self._sessions.on(socket)
        if session is not None:
            session.socket = None
            if socket.close_code in _ENDS_SESSION:
                self._sessions.end(session)
            if not self.shards:
                self.ready.clear()
        self._changes.tell()

    async def _receive(self, socket: web.WebSocketResponse, request: web.Request, document: Json) -> None:
        if document["op"] == HEARTBEAT:
            self.beats.append(fair_time())
            await socket.send_json({"op": ACK})
        elif document["op"] == IDENTIFY:
            session = await self._identified(socket, document["d"])
            if session is not None:
                session.socket, session.request = socket, request
                await self._greet(session)
                self._there()
        elif document["op"] == RESUME:
            await self._resume(socket, request, document["d"])

    async def _identified(self, socket: web.WebSocketResponse, identity: Json) -> Session | None:
        refusal = self.refuses_with
        if refused(identity["intents"], self._world.application_flags):
            refusal = DISALLOWED_INTENTS
        if refusal is not None:
            await socket.close(code=refusal)
            return None
        assert identity["token"] == self._token
        if not self.starts.allows((identity.get("shard") or (0,))[0]):
            await socket.send_json({"op": INVALID_SESSION, "d": False})
            return None
        self.identities.append(identity)
        return self._sessions.begin(f"session-{next(self._numbers)}", identity)

    async def _greet(self, session: Session) -> None:
        guilds = {one.id: one for one in self._world.guilds.values() if one.joined and session.has(one.id)}
        ready = payloads.ready(self.address, session.id, list(guilds), self._world.application_flags)
        await self._send(session, "READY", ready | {"shard": [session.shard, session.count]})
        for guild in guilds.values():
            if guild.available and session.intents & GUILDS:
                document = payloads.guild(guild, self._world.of_guild(guild.id, BOT))
                await self._send(session, "GUILD_CREATE", document)

    async def _resume(self, socket: web.WebSocketResponse, request: web.Request, resume: Json) -> None:
        self.resumes.append(resume)
        session = self._sessions.find(resume["session_id"])
        if session is None:
            await socket.send_json({"op": INVALID_SESSION, "d": False})
            return
        session.socket, session.request = socket, request
        for event in session.events[resume["seq"] :]:
            await socket.send_json(event)
        await self._send(session, "RESUMED", {})
        self._there()

    def _there(self) -> None:
        self.ready.set()
        self._changes.tell()
