"""A small Discord for a bot that is a program of its own, and homes with the sample articles."""

from __future__ import annotations

import warnings
from collections.abc import AsyncIterator

import pytest

with warnings.catch_warnings():
    # discord.py 2.7 imports audioop, which Python 3.11 and 3.12 announce to remove.
    warnings.simplefilter("ignore", DeprecationWarning)
    import discord as discord_py  # noqa: F401 - see above

from tests.small_discord.loopback import Loopback


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback() as server:
        yield server
        assert server.http.broken == []
