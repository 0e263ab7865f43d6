"""Leaving jobs, doing them here, and seeing what became of them."""

from __future__ import annotations

import asyncio

from sqlalchemy import text

from bot.assembly import Desk
from bot.jobs.doing import doing
from corpus.article import Draft
from corpus.catalogue import articles, journal
from corpus.catalogue.jobs import job, queue, standing
from corpus.catalogue.jobs.job import Job, Left, State
from corpus.filters import Filters

TEXT = "In het Drostenwoud leven 39 wolven, zegt het Faunabureau na de telling van dit voorjaar."


def article(number: int = 1) -> Draft:
    return Draft(f"{TEXT} Bericht {number}.", f"bericht-{number}", title="Wolven", language="nl")


def leave(desk: Desk, *jobs: Job) -> None:
    with desk.catalogue.writing() as connection:
        for one in jobs:
            queue.leave(connection, one)


def leave_articles(desk: Desk, *numbers: int, guild: str | None = None) -> None:
    leave(desk, *(job.add(article(one), "mia", guild) for one in numbers))


def do_all(desk: Desk) -> None:
    """Do what can be done now, as a bot does where no worker lives."""
    asyncio.run(queue.Hands(desk.settings.database_url, doing(desk), 1).work(wait=False))


def listed(desk: Desk, *states: State) -> list[Left]:
    with desk.catalogue.reading() as connection:
        return standing.listed(connection, *(states or State))


def counted(desk: Desk) -> standing.Counted:
    with desk.catalogue.reading() as connection:
        found = standing.counted(connection)
    assert found is not None
    return found


def stored(desk: Desk, guild: str | None = None) -> list[str]:
    """Return the texts of the articles."""
    with desk.catalogue.reading() as connection:
        return [one.draft.text for one in articles.every(connection, Filters(guild=guild))]


def changes(desk: Desk) -> list[tuple[str, str | None]]:
    """Return who made each change, and in which guild."""
    with desk.catalogue.reading() as connection:
        return [(one.actor, one.guild) for one in journal.recent(connection, 1000)]


def pass_time(desk: Desk) -> None:
    """Let workers have given no sign of life for a minute, and what waits for another try be due."""
    with desk.catalogue.writing() as connection:
        ago = "now() - interval '1 minute'"
        connection.execute(text(f"UPDATE procrastinate_workers SET last_heartbeat = {ago}"))  # noqa: S608
        connection.execute(text("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'"))
