"""What other parts of newsdesk count or know for themselves, as metrics."""

import datetime
from collections.abc import Callable, Iterator, Mapping

from bot.outside.readings import Read, Reading


def parser_kills(count: Callable[[], Mapping[str, int]]) -> Read:
    """Return what reads how many parsers were ended, by why."""

    def read() -> Iterator[Reading]:
        told = "Parsers of pages and files that were ended, by why."
        yield Reading("newsdesk_parser_kills_total", told, dict(count()), "reason")

    return read


def last_backup(made: Callable[[], datetime.datetime | None]) -> Read:
    """Return what reads when the last backup was made; its name alone where there is none."""

    def read() -> Iterator[Reading]:
        at = made()
        told = "When the last backup was made, in seconds since 1970."
        yield Reading("newsdesk_last_backup_timestamp_seconds", told, {"": at.timestamp()} if at else {})

    return read
