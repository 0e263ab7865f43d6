"""A small Discord on loopback: a gateway and an HTTP API that the real client connects to."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.discord import payloads
from tests.discord.gateway import Gateway
from tests.discord.http import Http, Turn

TOKEN = "token.of.test"  # noqa: S105 - it opens nothing


class Loopback:
    """Starts with `async with`; `ask` uses the command as a person would."""

    def __init__(self, heartbeat: float = 0.1) -> None:
        self.gateway = Gateway(TOKEN, heartbeat)
        self.http = Http(TOKEN)
        self.api = ""
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes([web.get("/gateway/socket/", self.gateway.serve), *self.http.routes()])
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.api = f"http://{host}:{port}"
        self.http.gateway = self.gateway.address = f"ws://{host}:{port}/gateway/socket/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def connected(self) -> None:
        await asyncio.wait_for(self.gateway.ready.wait(), 15)

    async def ask(
        self,
        question: str,
        *,
        guild: str | None = payloads.GUILD_ID,
        locale: str = "en-US",
        may: int = payloads.EMBED_LINKS,
        command: str = "ask",
        expired: bool = False,
        taken: bool = False,
        **options: str,
    ) -> Turn:
        """Use `/ask` and return at once."""
        number = str(70_000 + len(self.http.turns))
        turn = Turn(number, f"token-{number}", expired=expired)
        if taken:
            turn.acknowledged_at = turn.asked_at
        self.http.turns[turn.token] = turn
        typed = {"question": question, **options}
        document = payloads.interaction(number, turn.token, command, typed)
        document |= payloads.place(guild) | {"locale": locale, "app_permissions": str(may)}
        await self.gateway.dispatch("INTERACTION_CREATE", document)
        return turn

    async def answered(self, question: str = "Why?", **how: Any) -> Turn:
        """Use `/ask` and return once something is shown."""
        turn = await self.ask(question, **how)
        await asyncio.wait_for(turn.shown.wait(), 15)
        return turn
