"""The HTTP API of a small Discord: commands, and what becomes of each interaction."""

from __future__ import annotations

import asyncio
import dataclasses
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.discord import payloads
from tests.discord.payloads import Json
from tests.discord.rules import description_broken, limits_broken

EPHEMERAL = 64
MESSAGE, DEFERRED = 4, 5
_COMMANDS = "/applications/{application_id}/commands"
_CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
_ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"


@dataclasses.dataclass
class Turn:
    """One use of a command, as the person who used it sees it."""

    number: str
    token: str
    asked_at: float = dataclasses.field(default_factory=time.monotonic)
    acknowledged_at: float | None = None
    private: bool = False
    expired: bool = False
    edits: int = 0
    message: Json | None = None
    acknowledged: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)
    shown: asyncio.Event = dataclasses.field(default_factory=asyncio.Event)

    @property
    def thinking(self) -> bool:
        return self.acknowledged_at is not None and self.message is None

    @property
    def content(self) -> str:
        assert self.message is not None
        return str(self.message["content"])

    @property
    def embed(self) -> Json:
        assert self.message is not None
        (embed,) = self.message["embeds"]
        return dict(embed)


class Http:
    """Answers as Discord's API does; `broken` names every rule that a request broke."""

    def __init__(self, token: str) -> None:
        self.gateway = ""
        self.commands: list[Json] = []
        self.turns: dict[str, Turn] = {}
        self.broken: list[str] = []
        self.edit_failures: deque[int | None] = deque()
        self.login_failures: deque[int] = deque()
        self._token = token

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/users/@me", self._for_bot(payloads.BOT)),
            web.get("/applications/@me", self._for_bot(payloads.application())),
            web.get("/oauth2/applications/@me", self._for_bot(payloads.application())),
            web.get("/gateway", self._gateway),
            web.get("/gateway/bot", self._gateway),
            web.put(_COMMANDS, self._put_commands),
            web.get(_COMMANDS, self._get_commands),
            web.post(_CALLBACK, self._callback),
            web.patch(_ORIGINAL, self._edit),
        ]

    def _for_bot(self, document: Json) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            if self.login_failures:
                return _json({"message": "failing", "code": 0}, self.login_failures.popleft())
            if request.headers.get("Authorization") != f"Bot {self._token}":
                return _json({"message": "401: Unauthorized", "code": 0}, 401)
            return _json(document)

        return answer

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        return _json({"url": self.gateway, "shards": 1, "session_start_limit": limit})

    async def _put_commands(self, request: web.Request) -> web.Response:
        self.commands = await request.json()
        self.broken += description_broken("PUT", _COMMANDS, self.commands)
        return await self._get_commands(request)

    async def _get_commands(self, _: web.Request) -> web.Response:
        known = {
            "application_id": payloads.APPLICATION_ID,
            "version": "1",
            "default_member_permissions": None,
        }
        return _json([{**command, **known, "id": str(5000 + n)} for n, command in enumerate(self.commands)])

    async def _callback(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.broken += description_broken("POST", _CALLBACK, body)
        turn = self.turns.get(request.match_info["interaction_token"])
        if turn is None or turn.expired:
            return _error("Unknown interaction", 10062, 404)
        if turn.acknowledged_at is not None:
            return _error("Interaction has already been acknowledged.", 40060, 400)
        content = body.get("data") or {}
        if body["type"] == MESSAGE and self._refuses(content):
            return _error("Invalid Form Body", 50035, 400)
        turn.acknowledged_at = time.monotonic()
        turn.acknowledged.set()
        turn.private = bool(content.get("flags", 0) & EPHEMERAL)
        if body["type"] == MESSAGE:
            _show(turn, content)
        shown = payloads.message(f"9{turn.number}", content)
        known = {"id": turn.number, "type": 2, "response_message_id": shown["id"]}
        return _json({"interaction": known, "resource": {"type": body["type"], "message": shown}})

    async def _edit(self, request: web.Request) -> web.Response:
        turn = self.turns.get(request.match_info["webhook_token"])
        if turn is not None:
            turn.edits += 1
        if self.edit_failures:
            return _failure(request, self.edit_failures.popleft())
        if turn is None or turn.expired or turn.acknowledged_at is None:
            return _error("Unknown Webhook", 10015, 404)
        body = await request.json()
        self.broken += description_broken("PATCH", _ORIGINAL, body)
        if self._refuses(body):
            return _error("Invalid Form Body", 50035, 400)
        _show(turn, body)
        return _json(turn.message)

    def _refuses(self, body: Json) -> bool:
        broken = list(limits_broken(body))
        self.broken += broken
        return bool(broken)


def _show(turn: Turn, body: Json) -> None:
    turn.message = payloads.message(f"9{turn.number}", body)
    turn.shown.set()


def _failure(request: web.Request, status: int | None) -> web.Response:
    if status is None:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    if status == 429:
        limited = {"message": "You are being rate limited.", "retry_after": 0.2, "global": False}
        return _json(limited, 429, {"Via": "1.1 google", "Retry-After": "1"})
    return _error("failing", 0, status)


def _error(text: str, code: int, status: int) -> web.Response:
    return _json({"message": text, "code": code}, status)


def _json(document: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py reads JSON only where the content type is exactly this, as Discord sends it.
    body = json.dumps(document).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")
