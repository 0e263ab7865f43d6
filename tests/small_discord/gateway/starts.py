"""How often sessions may be begun, as `/gateway/bot` tells: so many at once, and then a pause."""

from __future__ import annotations

import time

from tests.small_discord.state.payloads import Json

_TOTAL = 1000


class Starts:
    """Counts the identifications; with a `pause`, those of one bucket that come sooner are refused.

    A bucket is the shard modulo `at_once`; Discord's own pause is five seconds. `shards` is how many are
    advised.
    """

    def __init__(self) -> None:
        self.shards = 1
        self.at_once = 1
        self.pause = 0.0
        self.remaining = _TOTAL - 1
        self.too_early: list[int] = []
        self._last: dict[int, float] = {}

    def document(self) -> Json:
        limit = {"total": _TOTAL, "remaining": self.remaining, "reset_after": 1}
        return {"shards": self.shards, "session_start_limit": {**limit, "max_concurrency": self.at_once}}

    def allows(self, shard: int) -> bool:
        """Say whether that shard may identify now, and count it."""
        bucket, now = shard % self.at_once, time.monotonic()
        early = bucket in self._last and now - self._last[bucket] < self.pause
        if early:
            self.too_early.append(shard)
        else:
            self._last[bucket] = now
        return not early
