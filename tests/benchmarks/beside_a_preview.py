"""How long a question takes alone, and while somebody previews a report of 100 kB.

Run with `python -m tests.benchmarks.beside_a_preview`. While one preview is made, from its beginning to its
end, questions are asked one after the other with a pause between them; then the same ones again without it.
Absolute times say little where others use the machine; the ratios say more.
"""

from __future__ import annotations

import itertools
import json
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bot.assembly import Desk
from bot.settings import settings_from
from corpus.article import Draft
from corpus.filters import Filters
from corpus.reading.sources import read
from tests.benchmarks.processor import processor

RUNS = 5
TRIED = 50  # questions asked before, which every preview tries
CHARACTERS = 100_000
PAUSE = 0.5  # seconds between two questions
_GUILD = "previewed"
_SAMPLES = Path(__file__).parents[2] / "corpus" / "samples"
_ASKED = Path(__file__).parents[1] / "evaluation" / "questions.jsonl"


def main() -> None:
    """Measure and print one table."""
    lines = _ASKED.read_text(encoding="utf-8").splitlines()
    every = list(dict.fromkeys(str(json.loads(line)["question"]) for line in lines))
    questions = itertools.cycle(every[TRIED:])
    with tempfile.TemporaryDirectory() as home:
        # Not as a long-running process, which would keep what it read for the first of two askers.
        desk = Desk(settings_from({"NEWSDESK_HOME": home, "DATABASE_URL": ""}))
        drafts = [one for one in read(str(_SAMPLES)) if isinstance(one, Draft)]
        list(desk.curator.add(drafts, "benchmark"))
        for question in every[:TRIED]:
            desk.answerer.ask(question, Filters(guild=_GUILD))
        print(processor())  # noqa: T201 - a report
        print("run  questions  alone    beside   ratio  worst of each      preview  tried")  # noqa: T201
        for run in range(RUNS):
            print(_measured(desk, _report(drafts, run), questions, run))  # noqa: T201
        desk.close()


def _measured(desk: Desk, report: Draft, questions: Iterator[str], run: int) -> str:
    told: list[str] = []

    def preview() -> None:
        started = time.perf_counter()
        made = desk.previewer.adding(report, _GUILD)
        told.append(f"{time.perf_counter() - started:5.1f} s  {made.asked} of {made.asked + made.left_out}")

    thread = threading.Thread(target=preview, daemon=True)
    thread.start()
    beside: dict[str, float] = {}
    while thread.is_alive():
        question = next(questions)
        beside[question] = _seconds(desk, question, f"beside {run}")
    alone = [_seconds(desk, question, f"alone {run}") for question in beside]
    medians = statistics.median(alone), statistics.median(beside.values())
    worst = f"{max(alone):.2f} / {max(beside.values()):.2f} s"
    return (
        f"{run + 1:3}  {len(alone):9}  {medians[0]:.3f} s  {medians[1]:.3f} s  {medians[1] / medians[0]:5.2f}"
        f"  {worst:>15}  {told[0]}"
    )


def _seconds(desk: Desk, question: str, guild: str) -> float:
    time.sleep(PAUSE)
    started = time.perf_counter()
    desk.answerer.ask(question, Filters(guild=guild))
    return time.perf_counter() - started


def _report(drafts: list[Draft], number: int) -> Draft:
    """Return a long text of the paragraphs of all articles, told apart from others by a number."""
    paragraphs = [part for draft in drafts for part in draft.text.split("\n\n")]
    parts = itertools.cycle(f"{part} ({number}.{place})" for place, part in enumerate(paragraphs))
    text = ""
    while len(text) < CHARACTERS:
        text += f"{next(parts)}\n\n"
    return Draft(text.strip(), "benchmark", title=f"Annual report {number}", language="en")


if __name__ == "__main__":
    main()
