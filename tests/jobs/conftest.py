"""A newsdesk whose catalogue is in a PostgreSQL of its own, with a queue of jobs beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.catalogue.jobs import tables
from tests.commands.program import Newsdesk
from tests.conftest import OpenDesk
from tests.discord.news_site import reading, serving
from tests.reading.loopback import Site
from tests.servers import drop, new_database


@pytest.fixture
def database(postgresql: str) -> Iterator[str]:
    """The address of an empty database."""
    url = new_database(postgresql)
    yield url
    drop(url)


@pytest.fixture
def queue(open_desk: OpenDesk, database: str) -> Desk:
    """A newsdesk on it, with the tables of the queue."""
    desk = open_desk(DATABASE_URL=database)
    with desk.catalogue.writing() as connection:
        tables.make_ready(connection)
    return desk


@pytest.fixture
def site(queue: Desk) -> Iterator[Site]:
    """A news site that the desk may read."""
    with reading(queue) as site:
        yield site


@pytest.fixture
def site_alone() -> Iterator[Site]:
    """A news site that only programs read."""
    with serving() as site:
        yield site


@pytest.fixture
def newsdesk(tmp_path: Path) -> Newsdesk:
    """The program, with a home where nothing is yet."""
    return Newsdesk(tmp_path)
