"""How many articles a second one, two and four workers add: `python -m tests.benchmarks.workers`.

Each round has a PostgreSQL database of its own, workers that are ready before the articles are left, and the
shipped samples with a number in each. What is timed is from then until no job is left.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import corpus
from bot.terminal.console import print_table
from corpus.article import Draft
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.jobs import job, queue, standing, tables
from corpus.reading.sources import read
from tests.project.tree import ROOT
from tests.servers import NO_POSTGRESQL, drop, new_database, postgresql_server

_SAMPLES = str(Path(corpus.__file__).parent / "samples")


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=200)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--workers", default="1,2,4", help="how many workers, in turn in every round")
    options.add_argument("--threads", default="1", help="EMBEDDING_THREADS of each")
    options.add_argument("--at-once", default="1", help="how many jobs each does side by side")
    asked = options.parse_args()
    numbers = [int(one) for one in asked.workers.split(",")]
    drafts = list(_made(asked.articles))
    with postgresql_server() as server:
        if server is None:
            raise SystemExit(NO_POSTGRESQL)
        rates: dict[int, list[float]] = {number: [] for number in numbers}
        for number in numbers * asked.rounds:
            rates[number].append(_rate(server.url, drafts, number, (asked.threads, asked.at_once)))
    medians = {number: statistics.median(found) for number, found in rates.items()}
    rows = [
        (
            str(number),
            f"{rate:.1f}",
            f"{min(rates[number]):.1f} to {max(rates[number]):.1f}",
            f"{rate / medians[numbers[0]]:.2f}",
        )
        for number, rate in medians.items()
    ]
    print(  # noqa: T201 - this is the output
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {len(drafts)} articles, "
        f"{asked.rounds} rounds, {asked.threads} threads and {asked.at_once} jobs at once each"
    )
    print_table(("workers", "articles a second", "from", "ratio"), rows, (0, 0, 0, 0))


def _made(count: int) -> Iterator[Draft]:
    found = [one for one in read(_SAMPLES) if isinstance(one, Draft)]
    for number in range(count):
        draft = found[number % len(found)]
        yield replace(draft, text=f"{draft.text}\n\nBericht {number}.", url=None, source=f"{number}")


def _rate(server: str, drafts: list[Draft], workers: int, how: tuple[str, str]) -> float:
    database = new_database(server)
    catalogue = Catalogue(database)
    try:
        with catalogue.writing() as connection:
            tables.make_ready(connection)
        with tempfile.TemporaryDirectory() as home, _working(database, Path(home), workers, *how):
            _wait(catalogue, lambda found: found.workers == workers)
            with catalogue.writing() as connection:
                for draft in drafts:
                    queue.leave(connection, job.add(draft, "benchmark", None))
            began = time.perf_counter()
            _wait(catalogue, lambda found: not found.waiting + found.running + found.later)
            seconds = time.perf_counter() - began
        with catalogue.reading() as connection:
            assert articles.count(connection)[0] == len(drafts)
    finally:
        catalogue.close()
        drop(database)
    return len(drafts) / seconds


@contextmanager
def _working(database: str, home: Path, workers: int, threads: str, at_once: str) -> Iterator[None]:
    own = {"NEWSDESK_HOME": str(home), "DATABASE_URL": database, "EMBEDDING_THREADS": threads}
    environment = {**os.environ, **own}  # noqa: TID251 - the environment of other programs
    command = [sys.executable, "-m", "bot", "worker", "--at-once", at_once]
    with (home / "log").open("wb") as log:
        running = [subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log) for _ in range(workers)]
        try:
            yield
        finally:
            for one in running:
                one.terminate()
            for one in running:
                one.wait(30)


def _wait(catalogue: Catalogue, so: Callable[[standing.Counted], bool]) -> None:
    while True:
        with catalogue.reading() as connection:
            found = standing.counted(connection)
        if found is not None and so(found):
            return
        time.sleep(0.05)


if __name__ == "__main__":
    main()
