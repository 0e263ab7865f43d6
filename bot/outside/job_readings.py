"""The jobs in PostgreSQL as metrics: how many wait, run and were given up, and who works."""

from collections.abc import Iterator

from bot.outside.readings import Reading
from corpus.catalogue.jobs.standing import Counted


def of_jobs(seen: Counted | None) -> Iterator[Reading]:
    """Yield them; their names alone where there is no queue."""
    states: dict[str, float] = {}
    if seen is not None:
        states = {
            "waiting": seen.waiting,
            "later": seen.later,
            "running": seen.running,
            "given_up": seen.given_up,
        }
    yield Reading("newsdesk_jobs", "Jobs that are not done, by how they stand.", states, "state")
    oldest = {} if seen is None else {"": seen.oldest}
    yield Reading(
        "newsdesk_jobs_oldest_waiting_seconds", "How long the oldest that could be done waits.", oldest
    )
    workers = {} if seen is None else {"": float(seen.workers)}
    yield Reading("newsdesk_workers", "Workers of jobs that live.", workers)
