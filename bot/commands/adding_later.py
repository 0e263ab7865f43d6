"""`newsdesk add --later`: leaves articles to the workers, which read, embed and add them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from importlib.resources import as_file, files
from itertools import islice
from typing import TYPE_CHECKING

import typer

from bot.commands.desk import actor, open_desk, require_writable
from corpus.errors import SourceUnreadable

if TYPE_CHECKING:
    from bot.assembly import Desk
    from corpus.catalogue.jobs.job import Job

_BATCH = 50  # jobs left in one transaction: writers wait for each other


def leave(sources: Sequence[str] | None, guild: str | None, *, quiet: bool, as_json: bool) -> None:
    """Leave a job for every article that the sources name, None being the samples, and say how many.

    Raises:
        SettingMissing: the catalogue is not in PostgreSQL.
        CatalogueUnusable: the database does not do its work.
        Exit: with 1, where a source could not be read.
    """
    from bot.jobs.required import require_queue
    from bot.terminal.console import notices, output, print_json

    desk = open_desk()
    require_queue(desk, "`newsdesk add --later`")
    require_writable(desk)
    failed: list[SourceUnreadable] = []
    with as_file(files("corpus") / "samples") as shipped:
        left = _left(desk, _jobs(desk, sources or [str(shipped)], guild, failed))
    if as_json:
        said = [{"source": one.source, "error": str(one)} for one in failed]
        print_json({"articles": [], "left": left, "failed": said})
    else:
        for one in failed:
            notices().print(f"{one.source}: {one}")
        if not quiet:
            output().print(f"Left {left} articles to the workers: `newsdesk jobs` shows how they get on.")
    if failed:
        raise typer.Exit(1)


def _left(desk: Desk, found: Iterator[Job]) -> int:
    from corpus.catalogue.jobs import tables
    from corpus.catalogue.jobs.queue import leave as leave_one

    with desk.catalogue.writing() as connection:
        tables.make_ready(connection)
    left = 0
    while some := list(islice(found, _BATCH)):
        with desk.catalogue.writing() as connection:
            for one in some:
                leave_one(connection, one)
        left += len(some)
    return left


def _jobs(
    desk: Desk, sources: Sequence[str], guild: str | None, failed: list[SourceUnreadable]
) -> Iterator[Job]:
    """Yield the jobs; what is a file is read here, for workers may be elsewhere."""
    from corpus.address import is_address
    from corpus.catalogue.jobs import job
    from corpus.reading.sources import read

    with closing(desk.parsers) as parsers:
        for source in sources:
            if is_address(source):
                yield job.read(source, actor(), guild)
                continue
            for one in read(source, stdin=sys.stdin.buffer, parser=parsers):
                if isinstance(one, SourceUnreadable):
                    failed.append(one)
                else:
                    yield job.add(one, actor(), guild)
