"""What other parts of newsdesk count for themselves, as metrics."""

from collections.abc import Callable, Iterator, Mapping

from bot.outside.readings import Read, Reading
from corpus.reading.parsing.stopped import Stop


def parser_kills(count: Callable[[], Mapping[Stop, int]]) -> Read:
    """Return what reads how many parsers were ended, by why."""

    def read() -> Iterator[Reading]:
        told = "Parsers of pages and files that were ended, by why."
        yield Reading(
            "newsdesk_parser_kills_total",
            told,
            {stop.value: many for stop, many in count().items()},
            "reason",
        )

    return read
