"""Lists, suggestions and counts of articles are read from an index, where SQLite would read every text."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event

from corpus.catalogue import browsing, vectors
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.index import lexical
from tests.conftest import OpenDesk
from tests.storage.newsroom import BONUS, BRIDGE, add, article

pytestmark = pytest.mark.embedded("SQLite's plans")

MINE = "111"
SEEN = Filters(guild=MINE)
LATELY = Filters(guild=MINE, since=PartialDate(2026))


@contextmanager
def plans(connection: Connection) -> Iterator[list[str]]:
    """Give how SQLite goes through the articles for each statement of what is done within."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, given: Any, *_: object) -> None:
        asked.append((statement, given))

    told: list[str] = []
    event.listen(connection, "before_cursor_execute", note)
    yield told
    event.remove(connection, "before_cursor_execute", note)
    for statement, given in asked:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
        told += [row.detail for row in plan if "versions" in row.detail]


@pytest.mark.parametrize(
    "look",
    [
        lambda it: browsing.page(it, SEEN, 0, 10),
        lambda it: browsing.page(it, Filters(guild=MINE, outlet="de noorderpost"), 20, 10),
        lambda it: browsing.total(it, SEEN),
        lambda it: browsing.titled(it, MINE, "brug"),
        lambda it: browsing.titled(it, MINE, "brug", own=True),
        lambda it: browsing.any_usable(it, Filters(guild=MINE, language="fr")),
        lambda it: browsing.any_usable(it, LATELY),
        lambda it: browsing.outlets(it, MINE),
    ],
)
def test_what_lists_and_counts_articles_reads_the_index(
    open_desk: OpenDesk, look: Callable[[Connection], object]
) -> None:
    newsdesk = open_desk()
    add(newsdesk, article(BONUS, "2026-03", title="Tekenbonus"), article(BRIDGE, title="Brug"))
    with newsdesk.catalogue.reading() as connection:
        with plans(connection) as told:
            look(connection)
        assert told
        assert all("live_articles" in one for one in told), told


@pytest.mark.parametrize("filters", [SEEN, LATELY])
def test_what_knows_its_passages_does_not(open_desk: OpenDesk, filters: Filters) -> None:
    newsdesk = open_desk()
    add(newsdesk, article(BONUS, "2026-03"), article(BRIDGE, "2026-04"))
    with newsdesk.catalogue.reading() as connection:
        asked = lexical.asked(connection, "the new bridge over the river", MINE)
        with plans(connection) as told:
            vectors.read_allowed(connection, 1, range(50), filters)
            lexical.scored(connection, asked, filters, 50)
        assert told
        assert not any("live_articles" in one for one in told), told
