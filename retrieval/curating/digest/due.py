"""When a digest is due: at an hour of the server's own day, every day or every Monday."""

import datetime
from zoneinfo import ZoneInfo

from corpus.catalogue.digests import Digest, Every

_DAYS = 8  # within these there is a Monday, whatever day it is


def due(digest: Digest, zone: ZoneInfo) -> datetime.datetime | None:
    """Return the first moment (UTC) after the last digest at which the next is due; None if it is off.

    An hour that the clocks leave out comes when they have been put on; one that they show twice, the first
    time.
    """
    if not digest.on:
        return None
    begun = digest.since.astimezone(zone).date()
    slots = (_slot(begun + datetime.timedelta(days=ahead), digest.hour, zone) for ahead in range(_DAYS + 1))
    return next(slot for slot in slots if slot > digest.since and _is_day(slot.astimezone(zone), digest))


def is_due(digest: Digest, zone: ZoneInfo, now: datetime.datetime) -> bool:
    """Say whether a digest is to be posted now: those that were missed come as one."""
    moment = due(digest, zone)
    waits = digest.not_before is not None and digest.not_before > now
    return moment is not None and moment <= now and not waits


def _slot(day: datetime.date, hour: int, zone: ZoneInfo) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(hour), zone).astimezone(datetime.UTC)


def _is_day(at: datetime.datetime, digest: Digest) -> bool:
    return digest.every is Every.DAY or at.weekday() == 0
