"""What other parts of newsdesk count for themselves, as metrics."""

from collections.abc import Callable, Iterator, Mapping

from bot.outside.readings import Read, Reading


def parser_kills(count: Callable[[], Mapping[str, int]]) -> Read:
    """Return what reads how many parsers were ended, by why."""

    def read() -> Iterator[Reading]:
        told = "Parsers of pages and files that were ended, by why."
        yield Reading("newsdesk_parser_kills_total", told, dict(count()), "reason")

    return read
