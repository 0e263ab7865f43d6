"""When a feed is polled next."""

import datetime
from email.utils import parsedate_to_datetime

INTERVAL = datetime.timedelta(minutes=15)
LONGEST = datetime.timedelta(days=1)
LONGEST_WISH = datetime.timedelta(days=7)
_JITTER = 0.2  # of the interval, to both sides
_MOST_DOUBLINGS = 7  # 15 minutes doubled seven times are more than a day


def next_poll(
    now: datetime.datetime, chance: float, failures: int = 0, retry_after: str | None = None
) -> datetime.datetime:
    """Return when to poll next: a quarter of an hour on, twice as long with each failure, up to a day.

    Args:
        now: the time, in UTC.
        chance: from 0 to 1; feeds added together drift apart by it.
        failures: the polls that have failed in a row, this one included.
        retry_after: the site's own wish, as it wrote it; never more than a week is granted.
    """
    interval = min(INTERVAL * 2 ** min(failures, _MOST_DOUBLINGS), LONGEST)
    own: datetime.timedelta = interval * (1 - _JITTER + 2 * _JITTER * chance)
    return now + max(own, min(wished(retry_after, now), LONGEST_WISH))


def wished(retry_after: str | None, now: datetime.datetime) -> datetime.timedelta:
    """Return how long a `Retry-After` asks to wait, which is seconds or a date; no time if it is neither."""
    written = (retry_after or "").strip()
    if written.isascii() and written.isdecimal():
        return datetime.timedelta(seconds=int(written[:9]))
    try:
        at = parsedate_to_datetime(written)
    except ValueError:
        return datetime.timedelta()
    return max(at.replace(tzinfo=at.tzinfo or datetime.UTC) - now, datetime.timedelta())
