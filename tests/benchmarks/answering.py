"""What a whole answer costs as the bot gives it, how many a second come, and how soon the same comes again.

Run with `python -m tests.benchmarks.answering`, or with the folder of a newsdesk that is filled already, of
which a copy is asked. No question is asked twice but those that are to be repeated.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.assembly import Desk
from bot.memory import share_memory
from bot.settings import settings_from
from corpus.article import Draft
from corpus.filters import Filters
from corpus.reading.sources import read
from tests.benchmarks.processor import processor

AT_ONCE = 1, 4, 16
TAKEN = 4  # questions that the bot answers at once; others wait
QUESTIONS = 48  # asked with each number of askers
REPEATED = 100
_SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
_ASKED = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"


def main(folder: Path | None) -> None:
    """Measure and print."""
    lines = _ASKED.read_text(encoding="utf-8").splitlines()
    every = list(dict.fromkeys(str(json.loads(line)["question"]) for line in lines))
    with tempfile.TemporaryDirectory() as home:
        if folder is not None:
            shutil.copytree(folder, home, dirs_exist_ok=True)
        share_memory()
        desk = Desk(settings_from({"NEWSDESK_HOME": home, "DATABASE_URL": ""}), long_running=True)
        if folder is None:
            list(
                desk.curator.add([one for one in read(str(_SAMPLES)) if isinstance(one, Draft)], "benchmark")
            )
        desk.answerer.load()
        _seconds(desk, every[0])
        print(processor())  # noqa: T201 - a report
        for number, at_once in enumerate(AT_ONCE):
            # Every third question: none is easier for coming from another set.
            print(_measured(desk, every[1 + number :: len(AT_ONCE)][:QUESTIONS], at_once))  # noqa: T201
        again = [_seconds(desk, every[0]) for _ in range(REPEATED)]
        print(f"the same again: p50 {_milliseconds(again):.1f} ms")  # noqa: T201
        desk.close()


def _measured(desk: Desk, questions: Sequence[str], at_once: int) -> str:
    started, computed = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(min(at_once, TAKEN)) as pool:
        taken = list(pool.map(lambda one: _seconds(desk, one), questions))
    seconds, computed = time.perf_counter() - started, time.process_time() - computed
    each = 1000 * computed / len(questions)
    return (
        f"{at_once:2} at once: {len(questions) / seconds:5.2f} answers a second, "
        f"p50 {_milliseconds(taken):4.0f} ms, {each:4.0f} ms of computing an answer"
    )


def _seconds(desk: Desk, question: str) -> float:
    started = time.perf_counter()
    desk.answerer.ask(question, Filters())
    return time.perf_counter() - started


def _milliseconds(seconds: Sequence[float]) -> float:
    return 1000 * statistics.median(seconds)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
