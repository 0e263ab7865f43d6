"""What a doctor finds of the jobs: how many wait, whether anybody does them, and which were given up."""

from collections.abc import Iterator

from bot.assembly import Desk
from bot.discretion import struck
from bot.servers_found import Finding
from corpus.catalogue.jobs import standing, tables
from corpus.catalogue.jobs.job import State

_LONG = 600.0  # seconds that a job may wait before somebody should look whether anybody works
_SHOWN = 3


def of_jobs(desk: Desk) -> Iterator[Finding]:
    """Yield it; nothing where the bot does everything itself, without PostgreSQL."""
    if not tables.serve(desk.settings.database_url):
        return
    with desk.catalogue.reading() as connection:
        counted = standing.counted(connection)
        given_up = standing.listed(connection, State.GIVEN_UP)
    if counted is None:
        finding = "none yet: the queue is made by the first bot or worker that runs."
        yield Finding("jobs", well=True, finding=finding)
        return
    waiting = f"{counted.waiting + counted.later} wait, {counted.running} run; workers: {counted.workers}."
    yield Finding("jobs", well=True, finding=waiting)
    if counted.oldest > _LONG and not counted.workers:
        finding = f"the oldest has waited for {counted.oldest / 60:.0f} minutes, and nobody does them."
        yield Finding("jobs", well=False, finding=finding, cure="Start `newsdesk worker`, or the bot.")
    if given_up:
        first = " ".join(f"{one.id}, {one.told}: {one.why or 'see the log.'}" for one in given_up[:_SHOWN])
        more = f" And {len(given_up) - _SHOWN} more." if len(given_up) > _SHOWN else ""
        yield Finding(
            "jobs",
            well=False,
            finding=f"{len(given_up)} were given up. {struck(first)}{more}",
            cure="`newsdesk jobs` lists them, `newsdesk jobs --retry` has them done once more, "
            "`newsdesk jobs --drop` forgets them.",
        )
