"""The HTTP API of a small Discord: logging in, commands, files, and the routes of everything else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from aiohttp import web

from tests.small_discord.gateway.gateway import Gateway
from tests.small_discord.gateway.messages import Messages
from tests.small_discord.routes import replies
from tests.small_discord.routes.bodies import BODY
from tests.small_discord.routes.channel_routes import ChannelRoutes
from tests.small_discord.routes.commands import Commands
from tests.small_discord.routes.faults import Fault, Faults
from tests.small_discord.routes.frame import Frame
from tests.small_discord.routes.interaction_routes import InteractionRoutes
from tests.small_discord.routes.member_routes import MemberRoutes
from tests.small_discord.routes.message_routes import MessageRoutes
from tests.small_discord.routes.webhook_routes import WebhookRoutes
from tests.small_discord.screen.turns import Turn
from tests.small_discord.state import payloads
from tests.small_discord.state.changes import Changes
from tests.small_discord.state.payloads import Json
from tests.small_discord.state.people import BOT
from tests.small_discord.state.world import World

_COMMANDS = "/applications/{application_id}/commands"
_EDITS = "/webhooks/*/messages/@original"


class Edits:
    """The failures that edits of answers meet, one after the other: a status, or None for a cut line."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def append(self, status: int | None) -> None:
        self._faults.add(Fault("PATCH", _EDITS, status))


class Http:
    """Answers as Discord's API does; `broken` names every rule that a request broke."""

    def __init__(
        self, token: str, world: World, messages: Messages, gateway: Gateway, changes: Changes
    ) -> None:
        self.turns: dict[str, Turn] = {}
        self.known = Commands(world)
        self.faults = Faults()
        self.edit_failures = Edits(self.faults)
        self.frame = Frame(token, self.faults, changes)
        self.channels = ChannelRoutes(world, messages, gateway)
        self._world = world
        self._gateway = gateway
        self._messages = MessageRoutes(world, messages)
        self._members = MemberRoutes(world)
        self._interactions = InteractionRoutes(self.turns, messages)
        self._webhooks = WebhookRoutes(self.turns, messages)
        self.frame.heard = self._webhooks.count

    @property
    def broken(self) -> list[str]:
        return self.frame.broken

    @property
    def commands(self) -> list[Json]:
        """The commands as they are registered, each with its id."""
        return self.known.registered

    @property
    def requests(self) -> list[tuple[str, str]]:
        """Every request in order: its method and path."""
        return self.frame.requests

    def fail(
        self,
        method: str,
        path: str,
        status: int | None,
        *,
        times: int = 1,
        retry_after: float = 0.05,
        done: bool = False,
    ) -> None:
        """Let the next requests to a path (with `*`) fail, with None by cutting the line.

        With `done` what was asked is carried out, and only the reply fails.
        """
        self.faults.add(
            *(Fault(method, path, status, retry_after=retry_after, done=done) for _ in range(times))
        )

    def hold(self, method: str, path: str) -> Fault:
        """Let the next request to a path wait until `held` is set; `met` is set once it is there."""
        fault = Fault(method, path, passes=True, held=asyncio.Event())
        self.faults.add(fault)
        return fault

    def delay(self, method: str, path: str, seconds: float) -> None:
        """Let the next request to a path take so long."""
        self.faults.add(Fault(method, path, passes=True, delay=seconds))

    def routes(self) -> Iterator[web.RouteDef]:
        yield web.get("/users/@me", self._bot)
        yield web.get("/applications/@me", self._application)
        yield web.get("/oauth2/applications/@me", self._application)
        yield web.get("/gateway", self._address)
        yield web.get("/gateway/bot", self._address)
        yield web.put(_COMMANDS, self._put_commands)
        yield web.get(_COMMANDS, self._get_commands)
        yield web.get("/attachments/{channel_id}/{file_id}/{name}", self._file)
        for part in (self.channels, self._messages, self._members, self._interactions, self._webhooks):
            yield from part.routes()

    async def _bot(self, _: web.Request) -> web.Response:
        return replies.document(payloads.user(BOT))

    async def _application(self, _: web.Request) -> web.Response:
        return replies.document(payloads.application(self._world.application_flags))

    async def _address(self, _: web.Request) -> web.Response:
        address: Any = self._gateway.address
        return replies.document({"url": address, **self._gateway.starts.document()})

    async def _put_commands(self, request: web.Request) -> web.Response:
        return replies.document(self.known.put(request[BODY]))

    async def _get_commands(self, _: web.Request) -> web.Response:
        return replies.document(self.known.registered)

    async def _file(self, request: web.Request) -> web.Response:
        file = self._world.files.get(request.match_info["file_id"])
        if file is None:
            raise web.HTTPNotFound
        return web.Response(body=file.content, content_type=file.kind or "application/octet-stream")
