"""`newsdesk worker`: does the jobs that lie in PostgreSQL, beside any number of others."""

from __future__ import annotations

import logging
from contextlib import closing, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.desk import open_desk
from bot.commands.long_running import followed, leave, require_same_model, running, shown, told

if TYPE_CHECKING:
    from bot.assembly import Desk

_LOG = logging.getLogger(__name__)
AT_ONCE = 4  # most of a job is waiting for a site; more embed no faster

AtOnce = Annotated[int, typer.Option("--at-once", min=1, max=32, help="How many jobs are done side by side.")]


def worker(*, at_once: AtOnce = AT_ONCE) -> None:
    """Poll feeds, read pages and embed articles; needs PostgreSQL."""
    run_worker(open_desk(long_running=True), at_once)


def run_worker(desk: Desk, at_once: int = AT_ONCE) -> None:
    """Work on a desk until SIGTERM or SIGINT, then end the process.

    Raises:
        SettingMissing: the catalogue is not in PostgreSQL.
    """
    from bot.outside.log_lines import write_as

    write_as(desk.settings.log_format)
    with told(desk.settings.log_format):
        _work(desk, at_once)
    leave()


def _work(desk: Desk, at_once: int) -> None:
    from bot.jobs.required import require_queue
    from bot.jobs.tending import Tending
    from bot.jobs.working import Worker

    require_queue(desk, "The worker")
    # What is slow or can fail for good comes before any job is taken.
    with closing(desk.parsers) as parsers:
        parsers.warm()
        desk.embedder.load()
        require_same_model(desk)
        desk.seen.connected = True  # it has no gateway that could be away
        index = followed(desk) if desk.settings.chroma_url else nullcontext()
        with index, running(Tending(desk.catalogue, desk.now)), shown(desk):
            _LOG.info("working, on %d jobs at once", at_once)
            Worker(desk, at_once).run()
