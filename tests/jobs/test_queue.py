"""Jobs in PostgreSQL: left whole or not at all, done once, tried again with patience, and never lost."""

from __future__ import annotations

import datetime
import operator
from functools import partial
from importlib import resources
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.assembly import Desk
from bot.jobs.tending import Tending
from corpus.catalogue import feeds, purge
from corpus.catalogue.feeds import LEASE
from corpus.catalogue.jobs import job, standing, tables
from corpus.catalogue.jobs import queue as jobs
from corpus.catalogue.jobs.job import State
from corpus.catalogue.jobs.queue import WAITS
from corpus.errors import CatalogueUnusable
from tests.discord.news_site import page
from tests.jobs.left_jobs import (
    article,
    changes,
    counted,
    do_all,
    leave,
    leave_articles,
    listed,
    pass_time,
    stored,
)
from tests.reading.loopback import Answer, Site
from tests.retrieval.test_polling import Paper

_FEED = "http://news.example/feed"
_LONG = "De wolven van het Drostenwoud zijn dit voorjaar opnieuw geteld, en het waren er 39."


def test_an_article_that_was_left_is_added_by_whoever_does_the_job_for_whoever_left_it(queue: Desk) -> None:
    leave_articles(queue, 1, 2, guild="g")
    assert (counted(queue).waiting, stored(queue, "g")) == (2, [])

    do_all(queue)

    assert sorted(stored(queue, "g")) == [article(1).text, article(2).text]
    assert changes(queue) == [("mia", "g")] * 2
    assert listed(queue) == []


def test_a_job_is_left_with_the_rest_of_its_transaction_or_not_at_all(queue: Desk) -> None:
    def broken_off() -> None:
        with queue.catalogue.writing() as connection:
            jobs.leave(connection, job.add(article(), "mia", None))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert listed(queue) == []


def test_an_article_that_is_left_twice_is_stored_once(queue: Desk) -> None:
    leave_articles(queue, 1, 1)
    do_all(queue)
    assert stored(queue) == [article().text]
    assert len(changes(queue)) == 1


def test_a_page_is_read_and_added(queue: Desk, site: Site) -> None:
    leave(queue, job.read(site.show("/wolven", page("Wolven geteld", _LONG)), "mia", "g"))
    do_all(queue)
    assert [_LONG in one for one in stored(queue, "g")] == [True]


def test_a_page_that_is_busy_is_tried_again_after_waits_that_grow_and_then_given_up_with_its_reason(
    queue: Desk, site: Site
) -> None:
    leave(queue, job.read(site.answer("/druk", Answer(status=503)), "mia", None))
    waits = []
    for tries in range(1, len(WAITS) + 1):
        do_all(queue)
        (one,) = listed(queue, State.WAITING)
        assert (one.tries, counted(queue).later) == (tries, 1)
        assert one.due is not None
        waits.append((one.due - datetime.datetime.now(datetime.UTC)).total_seconds())
        pass_time(queue)
    do_all(queue)

    assert waits == pytest.approx(WAITS, abs=5)
    (dead,) = listed(queue, State.GIVEN_UP)
    assert "try again later" in str(dead.why)
    assert site.paths.count("/druk") == len(WAITS) + 1


def test_a_page_that_is_not_there_is_given_up_at_once_and_holds_up_no_other_of_its_site(
    queue: Desk, site: Site
) -> None:
    there = site.show("/wolven", page("Wolven geteld", _LONG))
    leave(queue, job.read(f"{site.url}/weg", "mia", None), job.read(there, "mia", None))
    do_all(queue)
    (dead,) = listed(queue)
    assert (dead.state, dead.told) == (State.GIVEN_UP, f"reading {site.url}/weg")
    assert "no page at this address" in str(dead.why)
    assert len(stored(queue)) == 1


def test_what_was_given_up_is_done_when_somebody_says_so(queue: Desk, site: Site) -> None:
    leave(queue, job.read(f"{site.url}/wolven", "mia", None))
    do_all(queue)
    site.show("/wolven", page("Wolven geteld", _LONG))
    with queue.catalogue.writing() as connection:
        standing.try_again(connection, [one.id for one in listed(queue, State.GIVEN_UP)])
    do_all(queue)
    assert (len(stored(queue)), listed(queue)) == (1, [])


def test_a_feed_that_is_due_is_polled_once_by_a_job(queue: Desk, site: Site) -> None:
    paper = Paper(site)
    paper.write("brug")
    with queue.catalogue.writing() as connection:
        followed = feeds.add(connection, "g", paper.feed, "Stad", adds=True, by="Mia", at=queue.now())
    tending = Tending(queue.catalogue, queue.now)
    tending.go_round()
    tending.go_round()
    assert [one.told for one in listed(queue)] == [f"polling feed {followed.id}"]

    do_all(queue)

    assert len(stored(queue, "g")) == 1
    assert changes(queue) == [("feed Stad", "g")]
    assert site.paths.count("/feed") == 1


def test_a_poll_that_waits_for_longer_than_its_claim_holds_is_not_left_twice(queue: Desk) -> None:
    at = queue.now()
    with queue.catalogue.writing() as connection:
        feeds.add(connection, "g", _FEED, None, adds=True, by="Mia", at=at)
    for later in (0, 2, 4):
        Tending(queue.catalogue, partial(operator.add, at, later * LEASE)).go_round()
    assert len(listed(queue)) == 1


def test_what_a_dead_worker_held_is_taken_up_again_once_and_stored_once(queue: Desk) -> None:
    leave_articles(queue, 1)
    _begin_and_die(queue)
    Tending(queue.catalogue, queue.now).go_round()
    assert counted(queue).running == 1  # it may be alive still

    pass_time(queue)
    for _ in range(2):
        Tending(queue.catalogue, queue.now).go_round()

    assert [(one.state, one.tries) for one in listed(queue)] == [(State.WAITING, 1)]
    do_all(queue)
    assert (stored(queue), listed(queue)) == ([article().text], [])


def test_a_job_that_every_worker_dies_of_is_given_up(queue: Desk) -> None:
    leave_articles(queue, 1)
    for _ in range(len(WAITS) + 1):
        _begin_and_die(queue)
        pass_time(queue)
        Tending(queue.catalogue, queue.now).go_round()
    (dead,) = listed(queue)
    assert dead.state is State.GIVEN_UP
    assert "ended in the middle of it" in str(dead.why)


def test_a_poll_that_died_goes_where_another_of_its_feed_waits_already(queue: Desk) -> None:
    leave(queue, job.poll(7))
    _begin_and_die(queue)
    leave(queue, job.poll(7))
    pass_time(queue)
    Tending(queue.catalogue, queue.now).go_round()
    assert [one.state for one in listed(queue)] == [State.WAITING]


def test_a_purge_takes_the_jobs_of_its_server_and_no_others(queue: Desk) -> None:
    with queue.catalogue.writing() as connection:
        own, others = (
            feeds.add(
                connection, guild, "http://news.example/feed", None, adds=True, by="Mia", at=queue.now()
            )
            for guild in ("g", "h")
        )
    leave(queue, job.poll(own.id), job.poll(others.id))
    leave_articles(queue, 1, guild="g")
    leave_articles(queue, 2, guild="h")
    leave_articles(queue, 3)
    with queue.catalogue.writing() as connection:
        assert purge.holdings(connection, "g")["jobs"] == 2
        purge.purge(connection, "g", by="tester", at=queue.now())
    assert [one.told for one in listed(queue)] == [
        f"polling feed {others.id}",
        "adding bericht-2",
        "adding bericht-3",
    ]


def test_the_tables_of_an_earlier_release_of_the_queue_are_brought_up_to_date(queue: Desk) -> None:
    """As procrastinate's last step but one left them: its last one makes a trigger anew."""
    before, last = sorted(one.stem for one in _steps() if one.suffix == ".sql")[-2:]
    trigger = "procrastinate_trigger_status_events_update_v1"
    with queue.catalogue.writing() as connection:
        connection.execute(text(f"DROP TRIGGER {trigger} ON procrastinate_jobs"))
        connection.execute(text(f"COMMENT ON TABLE procrastinate_jobs IS 'newsdesk: {before}'"))
        tables.make_ready(connection)
        there = connection.scalar(text(f"SELECT count(*) FROM pg_trigger WHERE tgname = '{trigger}'"))  # noqa: S608
        said = connection.scalar(text("SELECT obj_description('procrastinate_jobs'::regclass)"))
    assert (there, said) == (1, f"newsdesk: {last}")


def test_the_queue_of_another_program_is_left_alone(queue: Desk) -> None:
    with queue.catalogue.writing() as connection:
        connection.execute(text("COMMENT ON TABLE procrastinate_jobs IS NULL"))
    with (
        pytest.raises(CatalogueUnusable, match="of another program"),
        queue.catalogue.writing() as connection,
    ):
        tables.make_ready(connection)


def _steps() -> list[Path]:
    return [Path(str(one)) for one in (resources.files("procrastinate.sql") / "migrations").iterdir()]


def _begin_and_die(queue: Desk) -> None:
    """Take the next job as a worker that ends before it is done."""
    with queue.catalogue.writing() as connection:
        worker = connection.scalar(text("SELECT procrastinate_register_worker_v1()"))
        taken = "SELECT id FROM procrastinate_fetch_job_v2(NULL, :worker)"
        assert connection.scalar(text(taken), {"worker": worker}) is not None
