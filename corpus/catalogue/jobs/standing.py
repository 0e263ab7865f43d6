"""How the queue stands: what waits and runs, what was given up and why, and who works."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from corpus.catalogue.jobs import tables
from corpus.catalogue.jobs.job import Job, Left, State, Task

SILENCE = 30.0  # seconds without a sign of life, after which a worker is taken for dead
# Those of workers that are gone, and of workers that are dead.
_STALLED = text(
    "SELECT id, attempts FROM procrastinate_jobs j WHERE status = 'doing' AND NOT EXISTS "
    "(SELECT 1 FROM procrastinate_workers w WHERE w.id = j.worker_id "
    "AND last_heartbeat > now() - make_interval(secs => :silence)) ORDER BY id"
)
_COUNTED = text(
    "SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at <= now(), true)) AS waiting, "
    "count(*) FILTER (WHERE status = 'todo' AND scheduled_at > now()) AS later, "
    "count(*) FILTER (WHERE status = 'doing') AS running, "
    "count(*) FILTER (WHERE status = 'failed') AS given_up, "
    "(SELECT count(*) FROM procrastinate_workers "
    "WHERE last_heartbeat > now() - make_interval(secs => :silence)) AS workers, "
    "coalesce(extract(epoch FROM now() - min((SELECT min(at) FROM procrastinate_events e "
    "WHERE e.job_id = j.id)) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at <= now(), true))), 0) "
    "AS oldest FROM procrastinate_jobs j"
)
_OF_GUILD = text(
    "SELECT id FROM procrastinate_jobs WHERE args->>'guild' = :guild OR task_name = 'poll' AND "
    "(args->>'feed')::int IN (SELECT id FROM feeds WHERE guild = :guild)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many jobs wait, wait to be tried again, run and were given up, and how many workers live.

    `oldest` is for how many seconds the first of those that wait has been left.
    """

    waiting: int
    later: int
    running: int
    given_up: int
    workers: int
    oldest: float


def counted(connection: Connection) -> Counted | None:
    """Count jobs and workers; None where there is no queue."""
    if not tables.are_there(connection):
        return None
    row = connection.execute(_COUNTED, {"silence": SILENCE}).one()
    return Counted(
        waiting=row.waiting,
        later=row.later,
        running=row.running,
        given_up=row.given_up,
        workers=row.workers,
        oldest=max(0.0, float(row.oldest)),
    )


def is_left(connection: Connection, job: Job) -> bool:
    """Tell whether a job that is to be there only once waits or runs."""
    there = text(
        "SELECT 1 FROM procrastinate_jobs WHERE queueing_lock = :once AND status IN ('todo', 'doing')"
    )
    return connection.execute(there, {"once": job.once}).first() is not None


def listed(connection: Connection, *states: State) -> list[Left]:
    """Return the jobs that stand so, in the order that they were left; none where there is no queue."""
    if not tables.are_there(connection):
        return []
    found = text(
        "SELECT id, task_name, args, attempts, status, scheduled_at FROM procrastinate_jobs "
        "WHERE status::text = ANY(:states) ORDER BY id"
    )
    return [_left(row) for row in connection.execute(found, {"states": list(states)})]


def note_failure(connection: Connection, job_id: int, why: str) -> None:
    """Keep with a job why it failed."""
    kept = text(
        "UPDATE procrastinate_jobs SET args = args || jsonb_build_object('why', CAST(:why AS text)) "
        "WHERE id = :id"
    )
    connection.execute(kept, {"why": why, "id": job_id})


def try_again(connection: Connection, ids: Iterable[int]) -> None:
    """Have jobs that were given up, or whose workers are dead, done as soon as somebody can.

    One that is left once more already goes: the queue refuses to have two of them wait.
    """
    for one in ids:
        doubled = text(
            "DELETE FROM procrastinate_jobs j WHERE id = :id AND EXISTS (SELECT 1 FROM procrastinate_jobs o "
            "WHERE o.queueing_lock = j.queueing_lock AND o.status = 'todo')"
        )
        if not connection.execute(doubled, {"id": one}).rowcount:
            again = text("SELECT procrastinate_retry_job_v2(:id, now(), NULL, NULL, NULL)")
            connection.execute(again, {"id": one})


def stalled(connection: Connection) -> dict[int, int]:
    """Return the jobs whose workers are dead, each with how often it had been tried before."""
    return {row.id: row.attempts for row in connection.execute(_STALLED, {"silence": SILENCE})}


def give_up(connection: Connection, job_id: int, why: str) -> None:
    """Try a job no more, and keep why."""
    note_failure(connection, job_id, why)
    connection.execute(text("SELECT procrastinate_finish_job_v1(:id, 'failed', false)"), {"id": job_id})


def drop(connection: Connection, ids: Iterable[int]) -> None:
    """Forget jobs that were given up."""
    gone = text("DELETE FROM procrastinate_jobs WHERE id = ANY(:ids) AND status = 'failed'")
    connection.execute(gone, {"ids": list(ids)})


def of_guild(connection: Connection, guild: str) -> list[int]:
    """Return the jobs that belong to a guild."""
    if not tables.are_there(connection):
        return []
    return list(connection.execute(_OF_GUILD, {"guild": guild}).scalars())


def purge(connection: Connection, guild: str) -> None:
    """Delete the jobs of a guild; one that is being done finds its feed gone."""
    ids = of_guild(connection, guild)
    if ids:
        connection.execute(text("DELETE FROM procrastinate_jobs WHERE id = ANY(:ids)"), {"ids": ids})


def _left(row: Row[Any]) -> Left:
    given = dict(row.args)
    why = given.pop("why", None)
    state = State(row.status)
    due = row.scheduled_at if state is State.WAITING else None
    return Left(row.id, Task(row.task_name), given, row.attempts, state, why, due)
