"""When somebody may be told of a question: not too often, and not at night where that is wished."""

import datetime
from collections.abc import Iterable
from zoneinfo import ZoneInfo

PAUSE = datetime.timedelta(hours=6)  # between two messages about one question
LONGEST = datetime.timedelta(days=365)  # after which a watch ends
NIGHT_FROM, NIGHT_UNTIL = 22, 8  # o'clock


def may_tell(now: datetime.datetime, told: Iterable[datetime.datetime | None], quiet: str | None) -> bool:
    """Say whether a question may be told of now.

    Args:
        now: the moment, with a time zone.
        told: when those who are to be told in one place were told of it last.
        quiet: the time zone in which nothing is told at night; None where nights are as days.
    """
    return not is_night(now, quiet) and all(now - one >= PAUSE for one in told if one is not None)


def is_night(now: datetime.datetime, zone: str | None) -> bool:
    """Say whether it is night in a time zone, such as `Europe/Amsterdam`; in none it never is."""
    if zone is None:
        return False
    hour = now.astimezone(ZoneInfo(zone)).hour
    return hour >= NIGHT_FROM or hour < NIGHT_UNTIL
