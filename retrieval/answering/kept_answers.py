"""Answers kept for whoever asks the same again: while nothing has changed they are the answer still."""

from __future__ import annotations

import datetime
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.catalogue.answers import Given
from corpus.filters import Filters
from retrieval.search.results import Answer

_MOST = 500  # answers
_CHARACTERS = 20_000_000  # of the articles that they hold, some tens of megabytes


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that an answer follows from: two questions in the same ones have the same answer.

    `asked` are the asker's own words. `day` is that of the question. `change` is the newest change of the
    corpus, a correction's note too, and `model` the one by which it is embedded: with another number of
    either, anything may be different.
    """

    question: str
    asked: str
    filters: Filters
    day: datetime.date
    change: int
    model: int | None


@dataclass(frozen=True, slots=True)
class Worked:
    """An answer that was worked out, as it is given and as it is remembered.

    `final`: whoever asks again is to get the same; not where the chat model failed, which may work then.
    """

    answer: Answer
    given: Given
    final: bool = True

    def repeated(self, name: str, at: datetime.datetime, milliseconds: float) -> Worked:
        """Return the same answer for somebody else, under an id of its own: each counts and is corrected."""
        answer = replace(self.answer, id=name, milliseconds=milliseconds)
        given = replace(self.given, id=name, asked=at, milliseconds=milliseconds)
        return Worked(answer, given, self.final)


class KeptAnswers:
    """The answers worked out last by one process; several threads may ask."""

    def __init__(self, most: int = _MOST, characters: int = _CHARACTERS) -> None:
        """Keep up to `most` answers, whose articles have so many `characters` together."""
        self._most = most
        self._characters = characters
        self._kept: OrderedDict[Circumstances, Worked] = OrderedDict()
        self._held = 0
        self._change = -1
        self._under_way: dict[Circumstances, threading.Event] = {}
        self._lock = threading.Lock()

    def of(self, circumstances: Circumstances, work: Callable[[], Worked]) -> tuple[Worked, bool]:
        """Return the answer in these circumstances, and whether it was there already.

        One that is being worked out for somebody else is waited for.
        """
        while True:
            with self._lock:
                known = self._known(circumstances)
                other = self._under_way.get(circumstances)
                if known is None and other is None:
                    mine = self._under_way[circumstances] = threading.Event()
                    break
            if known is not None:
                return known, True
            if other is not None:
                other.wait()
        try:
            worked = work()
            with self._lock:
                self._keep(circumstances, worked)
            return worked, False
        finally:
            with self._lock:
                del self._under_way[circumstances]
            mine.set()

    def _known(self, circumstances: Circumstances) -> Worked | None:
        if circumstances.change > self._change:
            # Nobody is given these any more, and what was purged must not stay in memory.
            self._kept.clear()
            self._held, self._change = 0, circumstances.change
        known = self._kept.get(circumstances)
        if known is not None:
            self._kept.move_to_end(circumstances)
        return known

    def _keep(self, circumstances: Circumstances, worked: Worked) -> None:
        if not worked.final or circumstances.change < self._change:
            return
        self._kept[circumstances] = worked
        self._held += _characters(worked.answer)
        while len(self._kept) > self._most or self._held > self._characters:
            _, oldest = self._kept.popitem(last=False)
            self._held -= _characters(oldest.answer)


def _characters(answer: Answer) -> int:
    """Return how long the articles are that an answer holds."""
    held = [*(one.article for one in answer.citations), *(hit.article for hit in answer.nearest)]
    return sum({article.version: len(article.draft.text) for article in held}.values())
