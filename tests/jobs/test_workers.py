"""`newsdesk worker` as a program: it works, is killed, loses its database, and stops in peace."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assembly import Desk
from corpus.catalogue.jobs import job, tables
from corpus.catalogue.jobs.job import State
from tests.conftest import OpenDesk
from tests.discord.news_site import page
from tests.jobs.left_jobs import changes, counted, leave, leave_articles, listed, pass_time, stored
from tests.jobs.programs import running, until
from tests.reading.loopback import Answer, Site
from tests.servers import NO_POSTGRESQL, PostgreSQL, postgresql_server

_LONG = "De wolven van het Drostenwoud zijn dit voorjaar opnieuw geteld, en het waren er 39."


def test_a_worker_does_what_was_left_before_and_what_is_left_while_it_works(
    queue: Desk, site: Site, tmp_path: Path
) -> None:
    leave_articles(queue, 1, 2, 3)
    with running("worker", tmp_path, site, DATABASE_URL=queue.settings.database_url):
        until(lambda: len(stored(queue)) == 3)
        began = time.monotonic()
        leave_articles(queue, 4)
        until(lambda: len(stored(queue)) == 4)
        took = time.monotonic() - began
        until(lambda: not listed(queue))
    assert took < 4  # it was told, and did not find it by looking every five seconds
    assert counted(queue).workers == 0


def test_what_a_killed_worker_was_doing_is_done_by_another_and_stored_once(
    queue: Desk, site: Site, tmp_path: Path
) -> None:
    slow = Answer(page("Wolven geteld", _LONG).encode(), headers={"Content-Type": "text/html"}, pause=5)
    url = site.answer("/wolven", slow)
    leave(queue, job.read(url, "mia", "g"))
    with running("worker", tmp_path, site, DATABASE_URL=queue.settings.database_url) as worker:
        until(lambda: site.paths)
        worker.kill()
        worker.wait()
    assert [one.state for one in listed(queue)] == [State.RUNNING]

    pass_time(queue)
    slow.pause = 0
    with running("worker", tmp_path, site, DATABASE_URL=queue.settings.database_url):
        until(lambda: not listed(queue))

    assert (len(stored(queue, "g")), changes(queue)) == (1, [("mia", "g")])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_stopped_ends_what_it_does_and_begins_nothing_else(
    queue: Desk, site: Site, tmp_path: Path, number: signal.Signals
) -> None:
    slow = Answer(page("Wolven geteld", _LONG).encode(), headers={"Content-Type": "text/html"}, pause=2)
    leave(queue, *(job.read(site.answer(f"/{one}", slow), "mia", None) for one in "ab"))
    with running("worker", tmp_path, site, DATABASE_URL=queue.settings.database_url) as worker:
        until(lambda: site.paths)
        worker.send_signal(number)
        assert worker.wait(20) == 0
    assert site.paths == ["/a"]
    assert [one.told for one in listed(queue)] == [f"reading {site.url}/b"]
    assert "Traceback" not in (tmp_path / "worker.log").read_text()


@pytest.fixture
def server() -> Iterator[PostgreSQL]:
    """A PostgreSQL that a test may stop."""
    with postgresql_server() as one:
        if one is None:
            pytest.skip(NO_POSTGRESQL)
        yield one


def test_a_job_that_ends_while_the_database_is_away_is_done_once_it_is_back(
    server: PostgreSQL, open_desk: OpenDesk, tmp_path: Path, site_alone: Site
) -> None:
    desk = open_desk(DATABASE_URL=server.url)
    with desk.catalogue.writing() as connection:
        tables.make_ready(connection)
    slow = Answer(page("Wolven geteld", _LONG).encode(), headers={"Content-Type": "text/html"}, pause=2)
    leave(desk, job.read(site_alone.answer("/wolven", slow), "mia", None))
    with running("worker", tmp_path, site_alone, DATABASE_URL=server.url):
        until(lambda: site_alone.paths)
        server.stop()
        time.sleep(4)
        server.start()
        until(lambda: listed(desk, State.WAITING))
        pass_time(desk)
        leave_articles(desk, 2)
        until(lambda: not listed(desk))
    assert (len(stored(desk)), len(changes(desk))) == (2, 2)
    assert "Traceback" not in (tmp_path / "worker.log").read_text()
    desk.close()


def test_a_worker_outlives_a_database_that_is_away_for_long(
    server: PostgreSQL, open_desk: OpenDesk, tmp_path: Path, site_alone: Site
) -> None:
    desk = open_desk(DATABASE_URL=server.url)
    with desk.catalogue.writing() as connection:
        tables.make_ready(connection)
    with running("worker", tmp_path, site_alone, DATABASE_URL=server.url):
        until(lambda: counted(desk).workers)
        server.stop()
        until(lambda: "the database of the jobs is away" in (tmp_path / "worker.log").read_text())
        server.start()
        leave_articles(desk, 1)
        until(lambda: not listed(desk))
    assert len(stored(desk)) == 1
    assert "Traceback" not in (tmp_path / "worker.log").read_text()
    desk.close()
