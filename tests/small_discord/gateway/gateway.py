"""The gateway of a small Discord: greets, acknowledges heartbeats, identifies, resumes, and can be cut."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.small_discord.gateway.intents import GUILDS, refused
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


@dataclass
class Session:
    """What one identification began; its events are kept for a resume."""

    id: str
    intents: int
    events: list[Json] = field(default_factory=list)


class Gateway:
    """One session at a time; events while its connection is broken are kept, events without one are lost."""

    def __init__(self, token: str, heartbeat: float, world: World, changes: Changes) -> None:
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
        self._world = world
        self._changes = changes
        self._numbers = itertools.count(1)
        self._session: Session | None = None
        self._socket: web.WebSocketResponse | None = None
        self._request: web.Request | None = None

    @property
    def intents(self) -> int:
        """The intents that the bot identified with; none where it did not."""
        return self._session.intents if self._session else 0

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
        self._closed(socket)
        return socket

    async def dispatch(self, name: str, document: Json, needs: int = 0) -> None:
        """Send an event, where the bot asked for one of the intents that it `needs`."""
        session = self._session
        if session is None or (needs and not session.intents & needs):
            return
        event = {"op": DISPATCH, "t": name, "d": document, "s": len(session.events) + 1}
        session.events.append(event)
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
        self._session = None
        if self._socket is not None:
            self.ready.clear()
            await self._socket.send_json({"op": INVALID_SESSION, "d": False})

    def _closed(self, socket: web.WebSocketResponse) -> None:
        self.closed_with.append(socket.close_code)
        if self._socket is socket:
            self.ready.clear()
            self._socket = None
            if socket.close_code in _ENDS_SESSION:
                self._session = None
        self._changes.tell()

    async def _receive(self, socket: web.WebSocketResponse, document: Json) -> None:
        if document["op"] == HEARTBEAT:
            self.beats.append(fair_time())
            await socket.send_json({"op": ACK})
        elif document["op"] == IDENTIFY:
            await self._identify(socket, document["d"])
        elif document["op"] == RESUME:
            await self._resume(socket, document["d"])

    async def _identify(self, socket: web.WebSocketResponse, identity: Json) -> None:
        refusal = self.refuses_with
        if refused(identity["intents"], self._world.application_flags):
            refusal = DISALLOWED_INTENTS
        if refusal is not None:
            await socket.close(code=refusal)
            return
        assert identity["token"] == self._token
        self.identities.append(identity)
        self._socket = socket
        self._session = Session(f"session-{next(self._numbers)}", identity["intents"])
        await self._greet(self._session)
        self.ready.set()
        self._changes.tell()

    async def _greet(self, session: Session) -> None:
        guilds = {guild.id: guild for guild in self._world.guilds.values() if guild.joined}
        flags = self._world.application_flags
        await self.dispatch("READY", payloads.ready(self.address, session.id, list(guilds), flags))
        for guild in guilds.values():
            if guild.available:
                document = payloads.guild(guild, self._world.of_guild(guild.id, BOT))
                await self.dispatch("GUILD_CREATE", document, GUILDS)

    async def _resume(self, socket: web.WebSocketResponse, resume: Json) -> None:
        self.resumes.append(resume)
        self._socket = socket
        if self._session is None or resume["session_id"] != self._session.id:
            await socket.send_json({"op": INVALID_SESSION, "d": False})
            return
        for event in self._session.events[resume["seq"] :]:
            await socket.send_json(event)
        await self.dispatch("RESUMED", {})
        self.ready.set()
        self._changes.tell()
