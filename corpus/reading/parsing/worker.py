"""A process that parses one document after the other for the bot that started it, and ends with it."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from typing import BinaryIO

from corpus.errors import SourceUnreadable
from corpus.reading.parsing import border, frames, limits
from corpus.reading.parsing.here import HERE, load
from corpus.reading.parsing.jobs import Form, Job
from corpus.reading.parsing.stopped import ParsingStopped, Stop

BEGUN = b"begun"
# Longer than the bot gives: it is the one that ends a worker and knows why, if it is there still.
_ALONE = 2.0  # seconds
_MOST = 1 << 30  # bytes; the bot is believed


def main() -> None:
    """Do the jobs that come on standard input until it ends; the limits are the two arguments."""
    if sys.platform != "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the bot, which ends us
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    load()
    limits.once()
    serve(sys.stdin.buffer, answers, float(sys.argv[1]) + _ALONE, int(sys.argv[2]))


def serve(jobs: BinaryIO, answers: BinaryIO, seconds: float, growth: int) -> None:
    """Answer each job: that it is begun, then its result."""
    since = limits.data()
    try:
        while True:
            job = border.job_read(frames.read(jobs, _MOST))
            raw = frames.read(jobs, _MOST)
            frames.write(answers, BEGUN)
            result = _result(raw, job, seconds, growth)
            worn = isinstance(result, ParsingStopped) or limits.is_worn(since)
            frames.write(answers, border.answer_written(result, worn=worn))
    except frames.Cut:
        return


def _result(raw: bytes, job: Job, seconds: float, growth: int) -> border.Result:
    try:
        with limits.kept(seconds, growth):
            return (HERE.feed if job.form is Form.FEED else HERE.article)(raw, job)
    except SourceUnreadable as error:
        return ParsingStopped(job.source, Stop.MEMORY) if _is_of_memory(error) else error
    except MemoryError:
        return ParsingStopped(job.source, Stop.MEMORY)
    except Exception as error:  # noqa: BLE001 - whatever a document sets off is its own message's trouble
        return ParsingStopped(job.source, Stop.CRASH, "".join(traceback.format_exception(error)[-2:]))


def _is_of_memory(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, MemoryError):
        error = error.__cause__ or error.__context__
    return error is not None


if __name__ == "__main__":
    main()
