"""A bot on PostgreSQL whose workers are gone, or were never there, does the jobs itself."""

from __future__ import annotations

from sqlalchemy import text

from bot.assembly import Desk
from bot.jobs.tending import Tending
from bot.jobs.working import Stopgap
from corpus.catalogue import feeds
from tests.jobs.left_jobs import counted, leave_articles, listed, pass_time, stored
from tests.reading.loopback import Site
from tests.retrieval.test_polling import Paper


def test_it_polls_the_feeds_and_adds_what_was_left(queue: Desk, site: Site) -> None:
    paper = Paper(site)
    paper.write("brug")
    leave_articles(queue, 1)
    with queue.catalogue.writing() as connection:
        feeds.add(connection, None, paper.feed, "Stad", adds=True, by="Mia", at=queue.now())
    Tending(queue.catalogue, queue.now, alone=Stopgap(queue).work).go_round()
    assert (len(stored(queue)), listed(queue), counted(queue).workers) == (2, [], 0)


def test_it_leaves_them_to_a_worker_that_lives_and_takes_over_once_that_is_dead(queue: Desk) -> None:
    tending = Tending(queue.catalogue, queue.now, alone=Stopgap(queue).work)
    with queue.catalogue.writing() as connection:
        connection.execute(text("SELECT procrastinate_register_worker_v1()"))
    leave_articles(queue, 1)
    tending.go_round()
    assert stored(queue) == []

    pass_time(queue)
    tending.go_round()
    assert len(stored(queue)) == 1


def test_it_begins_no_job_once_it_is_stopped(queue: Desk) -> None:
    stopgap = Stopgap(queue)
    stopgap.stop()
    leave_articles(queue, 1)
    Tending(queue.catalogue, queue.now, alone=stopgap.work).go_round()
    assert stored(queue) == []
