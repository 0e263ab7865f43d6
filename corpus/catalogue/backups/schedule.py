"""When a nightly backup is due, decided from what is known of the last ones."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

QUIET_HOUR = 3  # o'clock where the bot runs: few ask then, and it exists on the nights when clocks change
_ABANDONED = datetime.timedelta(minutes=30)  # one that was begun so long ago was killed
_AGAIN = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The last nightly backup: when it was made (UTC), its file, and how large that is in bytes."""

    at: datetime.datetime
    file: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A nightly backup that failed: when (UTC), and why, in a sentence."""

    at: datetime.datetime
    why: str


@dataclass(frozen=True, slots=True)
class Nights:
    """What is known of the nightly backups; `begun` (UTC) is that of one that may be under way."""

    made: LastBackup | None = None
    failed: Failure | None = None
    begun: datetime.datetime | None = None

    @property
    def failing(self) -> Failure | None:
        """The failure, if none was made after it."""
        if self.failed and self.made and self.made.at > self.failed.at:
            return None
        return self.failed


def is_due(now: datetime.datetime, nights: Nights) -> bool:
    """Tell whether a backup is due at `now`, a moment in the time zone whose nights are meant.

    One is due from three o'clock on. A night in which nothing ran is made up for as soon as something does.
    """
    if nights.made is not None and nights.made.at >= _last_quiet_hour(now):
        return False
    if nights.begun is not None and now - nights.begun < _ABANDONED:
        return False
    return nights.failed is None or now - nights.failed.at >= _AGAIN


def _last_quiet_hour(now: datetime.datetime) -> datetime.datetime:
    tonight = now.replace(hour=QUIET_HOUR, minute=0, second=0, microsecond=0)
    return tonight if tonight <= now else tonight - datetime.timedelta(days=1)
