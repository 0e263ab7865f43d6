"""The places at which sites are read: few at once, fewer for one server, one for one site."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Hashable
from urllib.parse import urlsplit

# A site that trickles holds its place for twenty seconds: a server with such sites leaves one for the others.
AT_ONCE = 3
_OF_A_SERVER = 2
_OF_A_SITE = 1


class Places:
    """Whoever reads a site holds a place meanwhile; the event loop's thread alone asks for them."""

    def __init__(self) -> None:
        self._all = asyncio.Semaphore(AT_ONCE)
        self._limits: dict[Hashable, asyncio.Semaphore] = {}
        self._wanted: dict[Hashable, int] = {}

    @contextlib.asynccontextmanager
    async def held(self, guild: str | None, address: str) -> AsyncIterator[None]:
        """Hold a place for a server to read an address; wait for one as long as there is none.

        What is scarcest is waited for first, so that nobody holds what others could use.
        """
        site, server = ("site", _host(address)), ("server", guild)
        async with self._limited(site, _OF_A_SITE), self._limited(server, _OF_A_SERVER), self._all:
            yield

    @contextlib.asynccontextmanager
    async def _limited(self, key: Hashable, most: int) -> AsyncIterator[None]:
        limit = self._limits.setdefault(key, asyncio.Semaphore(most))
        self._wanted[key] = self._wanted.get(key, 0) + 1
        try:
            async with limit:
                yield
        finally:
            self._wanted[key] -= 1
            if not self._wanted[key]:
                del self._wanted[key], self._limits[key]


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address
