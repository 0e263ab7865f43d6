"""One worker as whoever started it sees it: asked in frames, and killed when its time is over."""

from __future__ import annotations

import contextlib
import os
import subprocess  # nosec B404 # what it starts is our own
import sys
import threading
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from corpus.reading.parsing import border, frames, worker
from corpus.reading.parsing.jobs import Job
from corpus.reading.parsing.stopped import ParserMissing, ParsingStopped, Stop

if TYPE_CHECKING:
    from corpus.reading.parsing.limits import Limits

_MOST = 100_000_000  # bytes of an answer: the text of five times the largest file
# What Python and the system's libraries need to start. Tokens, keys and passwords are not handed on.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TZ", "LANG", "LC_ALL")


class WorkerProcess:
    """A process that parses one document at a time."""

    def __init__(self, limits: Limits) -> None:
        """Start it; it imports what it needs meanwhile.

        Raises:
            OSError: the machine starts no more processes.
        """
        self._limits = limits
        self._late = False
        self._dismissed = False
        self._process = subprocess.Popen(  # nosec B603 # noqa: S603 - our own module
            [sys.executable, "-P", "-m", worker.__name__, str(limits.longest), str(limits.growth)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )

    def is_there(self) -> bool:
        """Tell whether it can be asked."""
        return not (self._late or self._dismissed) and self._process.poll() is None

    def ask(self, raw: bytes, job: Job) -> tuple[border.Result, bool]:
        """Return what comes of a job, and whether the worker is to be replaced.

        Raises:
            ParserMissing: it has not started, or was dismissed meanwhile.
        """
        jobs, answers = self._pipes()
        try:
            with self._within(self._limits.start):
                frames.write(jobs, border.job_written(job))
                frames.write(jobs, raw)
                frames.read(answers, len(worker.BEGUN))
        except frames.Cut as error:
            raise ParserMissing(job.source) from error
        try:
            with self._within(self._limits.of(job.form)):
                answer = frames.read(answers, _MOST)
            return border.answer_read(answer, job.source)
        except (frames.Cut, border.Unlikely) as error:
            if self._dismissed:
                raise ParserMissing(job.source) from error
            return ParsingStopped(job.source, Stop.TIME if self._late else Stop.CRASH), True

    def dismiss(self) -> None:
        """End it, whatever it does."""
        self._dismissed = True
        self._process.kill()
        for pipe in self._pipes():
            with contextlib.suppress(OSError):
                pipe.close()
        self._process.wait()

    @contextlib.contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Kill the process where what is done here takes longer."""
        timer = threading.Timer(seconds, self._end_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end_late(self) -> None:
        self._late = True
        self._process.kill()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process.stdin is None or self._process.stdout is None:
            raise frames.Cut
        return self._process.stdin, self._process.stdout


def _environment() -> dict[str, str]:
    given = os.environ  # noqa: TID251 - what a process needs to start is no setting of ours
    return {
        **{name: given[name] for name in _KEPT if name in given},
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",  # each of its threads would set memory aside
    }
