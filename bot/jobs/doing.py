"""Doing a job, with a line of the log for what came of it, and its failure kept with it."""

from __future__ import annotations

import contextlib
import logging
import time
from typing import TYPE_CHECKING

from bot.discretion import struck
from corpus.catalogue.jobs import standing
from corpus.catalogue.jobs.queue import WAITS, Hopeless
from corpus.errors import CatalogueUnusable, CorpusError
from retrieval.curating.jobs import Doer, is_hopeless
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.assembly import Desk
    from corpus.catalogue.connection import Catalogue
    from corpus.catalogue.jobs.job import Left

_log = logging.getLogger(__name__)


def doing(desk: Desk) -> Callable[[Left], None]:
    """Return what does jobs with the parts of a desk."""
    doer = Doer(desk.curator, desk.poller, desk.web_client, desk.parsers)

    def do(job: Left) -> None:
        started = time.monotonic()
        try:
            came = doer.do(job.task, job.given)
        except Exception as error:
            _failed(desk.catalogue, job, error)
            raise
        _log.info("job %d, %s: %s (%.1f s)", job.id, job.told, came, time.monotonic() - started)

    return do


def _failed(catalogue: Catalogue, job: Left, error: Exception) -> None:
    """Keep why, say so, and raise `Hopeless` where another try is of no use."""
    foreseen = isinstance(error, CorpusError | RetrievalError)
    why = struck(str(error) if foreseen else " ".join(f"{type(error).__name__}: {error}".split()))
    with contextlib.suppress(CatalogueUnusable), catalogue.writing() as connection:
        standing.note_failure(connection, job.id, why)
    unforeseen = None if foreseen else error
    if is_hopeless(error) or job.tries >= len(WAITS):
        _log.warning("job %d, %s, is given up: %s", job.id, job.told, why, exc_info=unforeseen)
    else:
        pause = WAITS[job.tries]
        _log.warning("job %d, %s, again in %d s: %s", job.id, job.told, pause, why, exc_info=unforeseen)
    if is_hopeless(error):
        raise Hopeless from error
