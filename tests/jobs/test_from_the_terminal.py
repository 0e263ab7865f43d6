"""Jobs from the terminal: articles left for workers, what became of them, and what a doctor says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.assembly import Desk
from bot.jobs.jobs_found import of_jobs
from bot.outside.glances import Glances
from corpus.catalogue.jobs import job
from corpus.catalogue.jobs.job import State
from tests.commands.program import Newsdesk
from tests.conftest import OpenDesk
from tests.jobs.left_jobs import article, counted, do_all, leave, leave_articles, listed, stored
from tests.reading.loopback import Site


@pytest.mark.embedded("the catalogue in SQLite")
@pytest.mark.parametrize(
    "said", [("worker",), ("jobs",), ("jobs", "--retry"), ("add", "--later", "--samples")]
)
def test_without_postgresql_it_is_said_what_is_needed_and_why(
    newsdesk: Newsdesk, said: tuple[str, ...]
) -> None:
    ended = newsdesk(*said)
    assert (ended.code, ended.out) == (1, "")
    assert "needs PostgreSQL" in ended.err
    assert "DATABASE_URL" in ended.err
    assert "the bot does all of it itself" in ended.err
    assert not (newsdesk.home / "catalogue.db").exists()


def test_articles_are_left_and_added_with_the_server_and_the_name_of_who_left_them(
    newsdesk: Newsdesk, queue: Desk, tmp_path: Path
) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.txt").write_text(article(number).text)
    files = [str(tmp_path / one) for one in ("1.txt", "2.txt", "none.txt")]

    left = newsdesk(
        "add", "--later", *files, "--guild", "g", "--json", DATABASE_URL=queue.settings.database_url
    )

    assert left.code == 1
    assert (left.document["left"], left.document["articles"]) == (2, [])
    assert [one["source"] for one in left.document["failed"]] == [files[2]]
    do_all(queue)
    assert sorted(stored(queue, "g")) == [article(1).text, article(2).text]


def test_addresses_are_read_by_the_workers(newsdesk: Newsdesk, queue: Desk) -> None:
    url = "https://news.example/wolven"
    left = newsdesk("add", "--later", url, DATABASE_URL=queue.settings.database_url)
    assert left.code == 0
    assert left.out.startswith("Left 1 articles to the workers")
    assert [one.told for one in listed(queue)] == [f"reading {url}"]


def test_jobs_that_were_given_up_are_listed_with_their_reason_and_tried_again_or_dropped(
    newsdesk: Newsdesk, queue: Desk, site: Site
) -> None:
    settings = {"DATABASE_URL": queue.settings.database_url}
    leave(queue, *(job.read(f"{site.url}/{one}", "mia", None) for one in "ab"))
    do_all(queue)
    first, second = listed(queue, State.GIVEN_UP)

    shown = newsdesk("jobs", "--json", **settings).document["jobs"]
    table = newsdesk("jobs", **settings).out
    retried = newsdesk("jobs", str(first.id), "--retry", "--json", **settings)
    dropped = newsdesk("jobs", "--drop", **settings)

    assert [(one["state"], one["what"]) for one in shown] == [
        ("given up", f"reading {site.url}/{one}") for one in "ab"
    ]
    assert all("no page at this address" in one["why"] for one in shown)
    assert f"{second.id}\tgiven up\treading {site.url}/b\tThere is no page" in table
    assert retried.document == {"retried": [first.id]}
    assert dropped.out == "1 jobs dropped.\n"
    assert [(one.id, one.state) for one in listed(queue)] == [(first.id, State.WAITING)]


def test_retrying_and_dropping_at_once_is_refused(newsdesk: Newsdesk, queue: Desk) -> None:
    ended = newsdesk("jobs", "--retry", "--drop", DATABASE_URL=queue.settings.database_url)
    assert ended.code == 2


def test_a_doctor_says_what_was_given_up_why_and_what_to_do(queue: Desk, site: Site) -> None:
    leave(queue, job.read(f"{site.url}/weg", "mia", None))
    do_all(queue)
    leave_articles(queue, 1)
    found = list(of_jobs(queue))
    assert [one.well for one in found] == [True, False]
    assert found[0].finding == "1 wait, 0 run; workers: 0."
    assert f"1 were given up. 1, reading {site.url}/weg: There is no page" in found[1].finding
    assert "newsdesk jobs --retry" in str(found[1].cure)


def test_a_doctor_finds_jobs_that_nobody_does(queue: Desk) -> None:
    leave_articles(queue, 1)
    with queue.catalogue.writing() as connection:
        connection.execute(text("UPDATE procrastinate_events SET at = now() - interval '1 hour'"))
    _, found = of_jobs(queue)
    assert (found.well, found.cure) == (False, "Start `newsdesk worker`, or the bot.")
    assert "has waited for 60 minutes" in found.finding


def test_a_doctor_is_content_before_there_is_a_queue(open_desk: OpenDesk, database: str) -> None:
    (found,) = of_jobs(open_desk(DATABASE_URL=database))
    assert found.well


def test_the_metrics_say_how_many_wait_run_and_were_given_up(queue: Desk, site: Site) -> None:
    leave(queue, job.read(f"{site.url}/weg", "mia", None))
    do_all(queue)
    leave_articles(queue, 1, 2)
    glances = Glances(queue.catalogue, lambda: None, queue.now)
    glances.look()
    shown = {one.name: one.values for one in glances.readings()}
    assert shown["newsdesk_jobs"] == {"waiting": 2, "later": 0, "running": 0, "given_up": 1}
    assert shown["newsdesk_workers"] == {"": 0}
    assert 0 <= shown["newsdesk_jobs_oldest_waiting_seconds"][""] < 60
    assert counted(queue).waiting == 2
