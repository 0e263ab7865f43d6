"""The workers that parse for this program: a few, each replaced when a document has cost it its life."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from typing import TYPE_CHECKING

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.feed_entry import Feed
from corpus.reading.parsing.jobs import Form, Job
from corpus.reading.parsing.limits import IN_DISCORD, Limits
from corpus.reading.parsing.stopped import ParserMissing, ParsingStopped, Stop
from corpus.reading.parsing.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.reading.parsing.border import Result

_LOG = logging.getLogger(__name__)
_AT_ONCE = 2  # documents; one that hangs leaves the other place to the others
_KEPT = 1  # idle ones; each holds some 140 MB


class Parsers:
    """Parses documents in processes of its own; from any thread.

    A document that crashes, hangs or fills the memory costs its own reading only.
    """

    def __init__(self, limits: Limits = IN_DISCORD) -> None:
        self._limits = limits
        self._places = threading.Semaphore(_AT_ONCE)
        self._lock = threading.Lock()
        self._idle: list[WorkerProcess] = []
        self._all: set[WorkerProcess] = set()
        self._stops: Counter[Stop] = Counter()

    @property
    def stops(self) -> Mapping[Stop, int]:
        """How many documents have been given up since this was made, by the reason; for whoever counts."""
        with self._lock:
            return {stop: self._stops[stop] for stop in Stop}

    def article(self, raw: bytes, job: Job) -> Draft:
        """Return the article of a document.

        Raises:
            ParsingStopped: parsing it crashed, or took too long or too much memory.
            ParserMissing: no worker could be started.
            SourceUnreadable: it gives no article.
        """
        result = self._result(raw, job)
        if isinstance(result, Draft):
            return result
        raise result if isinstance(result, SourceUnreadable) else self._counted(job, Stop.CRASH)

    def feed(self, raw: bytes, job: Job) -> Feed:
        """Return what a feed says.

        Raises:
            ParsingStopped: parsing it crashed, or took too long or too much memory.
            ParserMissing: no worker could be started.
            NotAFeed: it is none.
        """
        result = self._result(raw, job)
        if isinstance(result, Feed):
            return result
        raise result if isinstance(result, SourceUnreadable) else self._counted(job, Stop.CRASH)

    def warm(self) -> None:
        """Have a worker started and importing while something else is done; no error if none starts."""
        try:
            worker = WorkerProcess(self._limits)
        except OSError:  # whoever needs one is told
            return
        with self._lock:
            self._all.add(worker)
        self._put_back(worker, worn=False)

    def close(self) -> None:
        """End all workers, also those that are at work; who is asked afterwards starts new ones."""
        with self._lock:
            workers, self._all, self._idle = self._all, set(), []
        for worker in workers:
            worker.dismiss()

    def _result(self, raw: bytes, job: Job) -> Result:
        with self._places:
            result = self._by_the_idle(raw, job) or self._asked(self._fresh(job), raw, job)
        if isinstance(result, ParsingStopped):
            return self._counted(job, result.stop, result.note)
        return result

    def _asked(self, worker: WorkerProcess, raw: bytes, job: Job) -> Result:
        worn = True
        try:
            result, worn = worker.ask(raw, job)
        finally:
            self._put_back(worker, worn=worn)
        return result

    def _by_the_idle(self, raw: bytes, job: Job) -> Result | None:
        """Return the result of the idle worker; None where there is none, or it was ended meanwhile."""
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        if worker is None:
            return None
        try:
            return self._asked(worker, raw, job)
        except ParserMissing:
            return None

    def _fresh(self, job: Job) -> WorkerProcess:
        try:
            worker = WorkerProcess(self._limits)
        except OSError as error:
            raise ParserMissing(job.source) from error
        with self._lock:
            self._all.add(worker)
        return worker

    def _put_back(self, worker: WorkerProcess, *, worn: bool) -> None:
        with self._lock:
            if worker in self._all and not worn and worker.is_there() and len(self._idle) < _KEPT:
                self._idle.append(worker)
            else:
                self._end(worker)

    def _end(self, worker: WorkerProcess) -> None:
        self._all.discard(worker)
        worker.dismiss()

    def _counted(self, job: Job, stop: Stop, note: str = "") -> ParsingStopped:
        with self._lock:
            self._stops[stop] += 1
        what = "feed" if job.form is Form.FEED else job.form.value
        _LOG.warning("Parsing a %s was given up (%s): %r %.2000r", what, stop, job.source, note)
        return ParsingStopped(job.source, stop)
