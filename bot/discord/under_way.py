"""The requests that are being worked on, so that none is forgotten when the bot stops."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import discord


class UnderWay:
    """Requests by the task that works on each; `closing` once no more are taken."""

    def __init__(self) -> None:
        self.closing = False
        self._requests: dict[asyncio.Task[Any], discord.Interaction[Any]] = {}

    def enter(self, interaction: discord.Interaction[Any]) -> None:
        """Remember the request until the task that called this is done."""
        task = asyncio.current_task()
        if task is not None:
            self._requests[task] = interaction
            task.add_done_callback(self._requests.pop)

    async def settle(
        self,
        patience: float,
        apologise: Callable[[discord.Interaction[Any]], Awaitable[None]],
        apologies: float,
    ) -> None:
        """Take no more; give the rest `patience` seconds, then apologise within `apologies` seconds."""
        self.closing = True
        if not self._requests:
            return
        _, late = await asyncio.wait(self._requests, timeout=patience)
        given_up = [self._requests[task] for task in late]
        for task in late:
            task.cancel()
        if given_up:
            farewells = [asyncio.ensure_future(apologise(interaction)) for interaction in given_up]
            await asyncio.wait(farewells, timeout=apologies)
