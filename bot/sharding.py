"""Which of Discord's shards a process has: it looks after the servers of these, and of no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.errors import SettingWrong

# Discord's own rule: the moment at which a server was made, as its number tells it, modulo the shards.
_MOMENT = 22
_MOST = 65_536  # more than Discord ever advised; a slip of the pen is not to fill the memory
_RANGE = re.compile(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards `ids` of `count`, in order; `WHOLE` is all of a bot, however many Discord advises for it."""

    ids: tuple[int, ...]
    count: int

    def has(self, guild: str | None) -> bool:
        """Say whether a server is on one of them; direct messages (None) are on the first."""
        return self.count == 1 or _shard(guild, self.count) in self.ids

    def each(self) -> Iterator[Shards]:
        """Yield them apart."""
        return (Shards((one,), self.count) for one in self.ids)

    @property
    def are_all(self) -> bool:
        """Whether no other process has any."""
        return len(self.ids) == self.count

    @property
    def name(self) -> str:
        """What tells these from others where something is kept for them; empty for a whole bot."""
        return "" if self.count == 1 else f"{','.join(map(str, self.ids))}/{self.count}"


WHOLE = Shards((0,), 1)


def chosen(ids: tuple[int, ...] | None, count: int | None) -> Shards | None:
    """Return the shards that the settings name; None where they name none.

    Raises:
        SettingWrong: only one of both is set, or there are no such shards.
    """
    if ids is None and count is None:
        return None
    if ids is None or count is None:
        lacks = "SHARD_COUNT" if count is None else "SHARD_IDS"
        raise SettingWrong(f"{lacks} is not set: set both SHARD_IDS and SHARD_COUNT, or neither.")
    if count > _MOST:
        raise SettingWrong(f"SHARD_COUNT is {count}: write a number up to {_MOST}.")
    if ids[-1] >= count:
        raise SettingWrong(
            f"SHARD_IDS names shard {ids[-1]}: of {count} shards, as SHARD_COUNT says, "
            f"the last is {count - 1}."
        )
    return Shards(ids, count)


def numbers(written: str | None) -> tuple[int, ...] | None:
    """Read SHARD_IDS, such as `0,1` or `0-3`; None where nothing is written.

    Raises:
        SettingWrong: it is neither.
    """
    if written is None:
        return None
    found = [_range(part) for part in written.split(",")]
    if any(part is None for part in found):
        raise SettingWrong(f"SHARD_IDS is {written!r}: write numbers from 0, such as 0,1 or 0-3.")
    return tuple(sorted({number for part in found for number in part or ()}))


def _range(part: str) -> range | None:
    found = _RANGE.fullmatch(part.strip())
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return range(first, last + 1) if first <= last else None


def _shard(guild: str | None, count: int) -> int:
    # The command line takes any name for a server: one that is no number is none of Discord's.
    return (int(guild) >> _MOMENT) % count if guild is not None and guild.isdecimal() else 0
