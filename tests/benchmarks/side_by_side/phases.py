"""What is measured of one contestant: adding, one cold question, and asking; each in a process of its own."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.side_by_side.conversation import Conversation, PeerFailed
from tests.benchmarks.side_by_side.rivals import ROOT, Rival

SEARCH, ANSWER = "search", "answer"
_WARM_UP = ("Who won the match?", "What does the new bridge cost?", "Waar gaat het over?")
_ABSTAINED = 3  # exit code of `newsdesk ask`


@dataclass(frozen=True, slots=True)
class Adding:
    """How articles were added: seconds, those of the encoder alone on the same pieces, and MB.

    `pieces` are the encoded texts with the address of their article, of which `longest` tokens are read.
    """

    seconds: float
    encoder: float | None
    memory: float | None
    disk: float
    pieces: Sequence[tuple[str, str]]
    longest: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What a question found: milliseconds, the articles best first, and the first text found or quoted."""

    question: str
    milliseconds: float
    urls: Sequence[str]
    first: str


@dataclass(frozen=True, slots=True)
class Asking:
    """How questions were answered: one after the other, and so many a second with several at once.

    `again` is the milliseconds of a question that was asked before. `memory` is in MB.
    """

    replies: Sequence[Reply]
    at_once: Mapping[int, float]
    others: Sequence[Reply]
    again: float
    memory: float | None

    @property
    def every(self) -> list[Reply]:
        """All replies, also those that were given with several at once."""
        return [*self.replies, *self.others]


def add(rival: Rival, folder: Path, articles: Path, *, encoder: bool) -> Adding:
    """Add articles to an empty store in a folder; then give the same pieces to the `encoder` alone, if asked.

    Raises:
        PeerFailed: the contestant cannot.
    """
    with Conversation(rival, folder) as talk:
        longest = talk.say("load")["longest"]
        seconds = talk.say("add", articles=str(articles))["seconds"]
        memory = talk.peak()
        alone = talk.say("embed")["seconds"] if encoder else None
        pieces = [(url, text) for url, text in talk.say("pieces")["pieces"]]
    disk = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / 1e6
    return Adding(seconds, alone, memory, disk, pieces, longest)


def cold(rival: Rival, folder: Path, question: str) -> float:
    """Return the seconds that one question takes from the shell, with all that has to be started for it.

    Raises:
        PeerFailed: it was not answered.
    """
    command, environment = rival.cold(folder, question)
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, cwd=ROOT)
    seconds = time.perf_counter() - started
    if done.returncode not in {0, _ABSTAINED}:
        raise PeerFailed(f"{rival.title} failed at a cold question: {' '.join(done.stderr.split())[-300:]}")
    return seconds


def ask(
    rival: Rival, folder: Path, by: str, alone: Sequence[str], at_once: Mapping[int, Sequence[str]]
) -> Asking:
    """Ask the store in a folder some questions alone, then others with several at once.

    Args:
        rival: who is asked.
        folder: its store.
        by: `SEARCH` or `ANSWER`.
        alone: what is asked one after the other.
        at_once: what is asked with so many at once; no question twice, for answers are kept.

    Raises:
        PeerFailed: the contestant cannot.
    """
    with Conversation(rival, folder) as talk:
        talk.say("load")
        talk.say("open")

        def told(questions: Sequence[str], many: int) -> dict[str, Any]:
            return talk.say("ask", by=by, questions=list(questions), at_once=many)

        told(_WARM_UP, 1)
        replies = _replies(alone, told(alone, 1))
        again = told(alone[-1:], 1)["answers"][0]["ms"]
        rates: dict[int, float] = {}
        others: list[Reply] = []
        for many, questions in at_once.items():
            done = told(questions, many)
            rates[many] = len(questions) / done["seconds"]
            others += _replies(questions, done)
        return Asking(replies, rates, others, again, talk.peak())


def _replies(questions: Sequence[str], told: dict[str, Any]) -> list[Reply]:
    return [
        Reply(question, one["ms"], one["urls"], one["first"])
        for question, one in zip(questions, told["answers"], strict=True)
    ]
