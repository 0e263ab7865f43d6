"""What happens around every HTTP request: its failure if one is due, its permit, its body, and errors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.small_discord.routes import replies
from tests.small_discord.routes.bodies import BODY, FILES, read_body
from tests.small_discord.routes.faults import Fault, Faults
from tests.small_discord.routes.replies import Refused
from tests.small_discord.rules.rules import description_broken, is_described
from tests.small_discord.state.changes import Changes

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_WITHOUT_TOKEN = ("/interactions/", "/webhooks/", "/attachments/", "/gateway/socket/")
_FREE = ("/attachments/", "/gateway/socket/")


class Frame:
    """Makes the middleware; `broken` names every rule that a request broke."""

    def __init__(self, token: str, faults: Faults, changes: Changes) -> None:
        self.broken: list[str] = []
        self.requests: list[tuple[str, str]] = []
        self.heard: Callable[[web.Request], None] = lambda _: None
        self._token = token
        self._faults = faults
        self._changes = changes

    def middleware(self) -> Any:
        @web.middleware
        async def around(request: web.Request, handler: Handler) -> web.StreamResponse:
            if request.path.startswith(_FREE):
                return await handler(request)
            self.requests.append((request.method, request.path))
            self.heard(request)
            try:
                return await self._with_fault(request, handler)
            finally:
                self._changes.tell()

        return around

    async def _with_fault(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        fault = self._faults.take(request.method, request.path)
        if fault is None:
            return await self._answered(request, handler)
        await fault.wait()
        if fault.passes:
            return await self._answered(request, handler)
        if fault.done:
            await self._answered(request, handler)
        return _failed(request, fault)

    async def _answered(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            self._check_token(request)
            request[BODY], request[FILES] = await read_body(request)
            self._check_described(request)
            return await handler(request)
        except Refused as refusal:
            self.broken += refusal.broken
            return replies.error(refusal.status, refusal.code, str(refusal))
        except Exception as error:
            self.broken.append(f"the small Discord itself failed: {error!r}")
            raise

    def _check_token(self, request: web.Request) -> None:
        open_to_all = request.path.startswith(_WITHOUT_TOKEN)
        if not open_to_all and request.headers.get("Authorization") != f"Bot {self._token}":
            raise Refused(401, 0, "401: Unauthorized")

    def _check_described(self, request: web.Request) -> None:
        path = _template(request)
        if path is None or not is_described(request.method, path):
            told = f"the small Discord has no {request.method} {request.path}"
            raise Refused(404, 0, "404: Not Found", (told,))
        broken = tuple(description_broken(request.method, path, request[BODY])) if request[BODY] else ()
        if broken:
            raise replies.invalid(*broken)


def _template(request: web.Request) -> str | None:
    resource = request.match_info.route.resource
    return resource.canonical if resource is not None else None


def _failed(request: web.Request, fault: Fault) -> web.Response:
    if fault.status is None:
        return replies.cut(request)
    if fault.status == 429:
        return replies.limited(fault.retry_after)
    return replies.error(fault.status, 0, "failing")
