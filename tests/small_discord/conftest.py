"""A small Discord for each test of it."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import AsyncIterator

import pytest

from tests.small_discord.loopback import Loopback

with warnings.catch_warnings():
    # discord.py 2.7 imports audioop, which Python 3.11 and 3.12 announce to remove.
    warnings.simplefilter("ignore", DeprecationWarning)
    importlib.import_module("discord")


@pytest.fixture
async def discord() -> AsyncIterator[Loopback]:
    async with Loopback() as server:
        yield server
        assert server.http.broken == []
