"""A contestant's side of the conversation: a line of JSON on standard input asks, one on output answers.

It runs in the contestant's own virtual environment and imports nothing but what comes with Python. What
libraries print goes to standard error.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

K = 10  # passages asked of each question, by all
Told = dict[str, Any]
Found = list[tuple[str, str]]  # the address of its article and the text of each piece


class Contestant(Protocol):
    """One way to search articles, as its own documentation does it."""

    threads: int  # questions that it takes at once; others wait
    longest: int  # tokens of a piece that its encoder reads; known once it is loaded

    def read(self, file: Path) -> Sequence[Any]:
        """Read articles from lines of JSON, into the records that it adds."""

    def load(self) -> None:
        """Load the model."""

    def add(self, articles: Sequence[Any]) -> None:
        """Add articles to an empty store and keep it on disk."""

    def pieces(self) -> Found:
        """Return every piece that was added, as it was encoded."""

    def embed(self, texts: list[str]) -> None:
        """Encode texts with the encoder alone."""

    def open(self) -> None:
        """Open the store that was kept."""

    def search(self, question: str) -> Found:
        """Return the best `K` pieces, best first."""


def run(make: Callable[[Path, Path], Contestant], arguments: Sequence[str]) -> None:
    """Serve the contestant that `make` gives, or answer one question and end, as a command of the shell.

    `arguments` are the folder of its store, the folder of the model and, for the second, a question.
    """
    folder, model, *question = arguments
    if question:
        contestant = make(Path(folder), Path(model))
        contestant.load()
        contestant.open()
        print(contestant.search(question[0])[0][1])  # noqa: T201 - what a person would see
        return
    ours = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    _serve(make(Path(folder), Path(model)), lambda told: print(json.dumps(told), file=ours, flush=True))


def texts_of(file: Path) -> Found:
    """Return the address of each article and its text as a file has it: the headline above it."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        (line["url"], "\n\n".join(part for part in (line.get("title"), line["text"]) if part))
        for line in lines
    ]


def _serve(contestant: Contestant, tell: Callable[[Told], None]) -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            told = _DOES[asked["do"]](contestant, asked)
        except Exception as error:  # noqa: BLE001 - whatever it is, the runner names it and goes on
            told = {"error": f"{type(error).__name__}: {error}"}
        tell(told)


def _load(contestant: Contestant, _: Told) -> Told:
    contestant.load()
    return {"longest": contestant.longest}


def _add(contestant: Contestant, asked: Told) -> Told:
    articles = contestant.read(Path(asked["articles"]))
    started = time.perf_counter()
    contestant.add(articles)
    return {"seconds": time.perf_counter() - started}


def _embed(contestant: Contestant, _: Told) -> Told:
    texts = [text for _, text in contestant.pieces()]
    started = time.perf_counter()
    contestant.embed(texts)
    return {"seconds": time.perf_counter() - started}


def _pieces(contestant: Contestant, _: Told) -> Told:
    return {"pieces": contestant.pieces()}


def _open(contestant: Contestant, _: Told) -> Told:
    contestant.open()
    return {}


def _ask(contestant: Contestant, asked: Told) -> Told:
    """Ask questions, so many at once, of what `by` names: `search`, or `answer` where it has that."""
    call: Callable[[str], Found] = getattr(contestant, asked["by"])

    def one(question: str) -> Told:
        started = time.perf_counter()
        found = call(question)
        milliseconds = (time.perf_counter() - started) * 1000
        return {"ms": milliseconds, "urls": [url for url, _ in found], "first": found[0][1] if found else ""}

    with ThreadPoolExecutor(min(asked["at_once"], contestant.threads)) as pool:
        started = time.perf_counter()
        answers = list(pool.map(one, asked["questions"]))
        return {"seconds": time.perf_counter() - started, "answers": answers}


_DOES: dict[str, Callable[[Contestant, Told], Told]] = {
    "load": _load,
    "add": _add,
    "embed": _embed,
    "pieces": _pieces,
    "open": _open,
    "ask": _ask,
}
