"""The sessions of a gateway: one for each shard that identified, each told of its own servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from aiohttp import web

from tests.small_discord.state.payloads import Json

_OF_SERVERS = frozenset({"GUILD_CREATE", "GUILD_DELETE"})
_WITHOUT_SHARDS = (0, 1)


@dataclass
class Session:
    """What one identification began, by `shard` of `count`; its events are kept for a resume."""

    id: str
    intents: int
    shard: int
    count: int
    events: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    request: web.Request | None = None

    @property
    def connected(self) -> bool:
        return self.socket is not None

    def has(self, guild: str | None) -> bool:
        """Say whether this shard is told of a server; direct messages go to the first."""
        return self.shard == (int(guild) >> 22) % self.count if guild is not None else self.shard == 0


class Sessions:
    """At most one for each shard: who identifies takes the place of whoever was there."""

    def __init__(self) -> None:
        self._all: dict[tuple[int, int], Session] = {}

    def __iter__(self) -> Iterator[Session]:
        return iter(list(self._all.values()))

    @property
    def connected(self) -> set[int]:
        """The shards that are connected now."""
        return {session.shard for session in self if session.connected}

    def begin(self, name: str, identity: Json) -> Session:
        shard, count = identity.get("shard") or _WITHOUT_SHARDS
        session = self._all[shard, count] = Session(name, identity["intents"], shard, count)
        return session

    def find(self, name: str) -> Session | None:
        return next((session for session in self if session.id == name), None)

    def on(self, socket: web.WebSocketResponse) -> Session | None:
        return next((session for session in self if session.socket is socket), None)

    def end(self, session: Session) -> None:
        if self._all.get((session.shard, session.count)) is session:
            del self._all[session.shard, session.count]


def server_of(event: str, document: Json) -> str | None:
    """Return the server that an event is about; None where it is about none."""
    named: str | None = document.get("id" if event in _OF_SERVERS else "guild_id")
    return named
