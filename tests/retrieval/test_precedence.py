"""Long work is done in pieces, between which questions go first."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from bot.assembly import Desk
from corpus.filters import Filters
from corpus.vector_space import Matrix, Model
from retrieval.models.embedding import Embedder
from retrieval.models.kept import KeepingEmbedder
from retrieval.models.patient import PatientEmbedder, PatientReader
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading
from retrieval.timeline.timelines import Timelines
from tests.conftest import OpenDesk
from tests.retrieval.newsroom import FERRY, add, draft, three

LONG = 60.0
FARE = "what does the night ferry to Saltmarsh cost?"


class Watched:
    """An embedder and a reader that say what they are given, and go on only when they are let."""

    identity = Model("watched", "1", 2)

    def __init__(self) -> None:
        self.given: list[str] = []
        self.begun, self.go_on = threading.Semaphore(0), threading.Semaphore(0)

    def load(self) -> None:
        """There is nothing to load."""

    def embed(self, texts: Sequence[str]) -> Matrix:
        self.given.append(" ".join(texts))
        self.begun.release()
        self.go_on.acquire()
        return np.ones((len(texts), 2), dtype=np.float32)

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        self.embed([one.text for one in passages])
        return [Reading(float(len(question)), ()) for _ in passages]


def test_a_question_goes_before_the_next_piece_of_long_work() -> None:
    models, precedence = Watched(), Precedence(LONG)
    embedding = threading.Thread(
        target=PatientEmbedder(models, precedence).embed, args=(["one", "two"],), daemon=True
    )
    embedding.start()
    models.begun.acquire()
    with precedence.question():
        models.go_on.release()
        assert not models.begun.acquire(timeout=0.05), "the second piece began during a question"
        assert models.given == ["one"]
    models.begun.acquire()
    models.go_on.release()
    embedding.join()
    assert models.given == ["one", "two"]


def test_long_work_waits_for_every_question_and_reads_passage_by_passage() -> None:
    models, precedence = Watched(), Precedence(LONG)
    passages = [Passage("", text, ()) for text in ("one", "two")]
    read: list[Reading] = []
    reading = threading.Thread(
        target=lambda: read.extend(PatientReader(models, precedence).read("why?", passages)), daemon=True
    )
    with precedence.question():
        with precedence.question():
            reading.start()
        assert not models.begun.acquire(timeout=0.05), "it began while one of two was still asked"
    models.go_on.release(2)
    reading.join()
    assert models.given == ["one", "two"]
    assert [one.answers for one in read] == [4.0, 4.0]


def test_where_somebody_asks_all_the_time_long_work_still_gets_on() -> None:
    models, precedence = Watched(), Precedence(0.01)
    models.go_on.release(3)
    with precedence.question():
        assert PatientEmbedder(models, precedence).embed(["a", "b", "c"]).shape == (3, 2)


def test_an_answer_and_a_timeline_go_first(desk: Desk) -> None:
    three(desk)
    desk.precedence = Noting()
    desk.reader = Asserting(desk.reader, desk.precedence)
    assert not desk.answerer.ask(FARE, Filters()).abstained
    assert (
        Timelines(desk.catalogue, desk.search, desk.reader, desk.now, desk.precedence)
        .of(FARE, Filters())
        .points
    )
    assert desk.reader.reads


class Noting(Precedence):
    """One that says whether something goes first."""

    first = 0

    @contextmanager
    def question(self) -> Iterator[None]:
        with super().question():
            self.first += 1
            yield
        self.first -= 1


class Asserting:
    """Another reader that reads for questions only, and sees to it that they go first."""

    def __init__(self, reader: Reader, precedence: Noting) -> None:
        self._reader = reader
        self._precedence = precedence
        self.reads = 0

    def load(self) -> None:
        self._reader.load()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        assert self._precedence.first == 1
        self.reads += 1
        return self._reader.read(question, passages)


def test_what_a_preview_embedded_is_not_embedded_again_where_it_is_added(open_desk: OpenDesk) -> None:
    desk = open_desk(long_running=True)
    desk.embedder = counted = Counted(desk.embedder)
    article = draft(FERRY, "ferry", title="Ferry fares rise")
    desk.previewer.adding(article, None)
    assert len(counted.texts) == 1
    add(desk, [article])
    assert len(counted.texts) == 1


class Counted:
    """Another embedder that counts what it computes."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.identity = embedder.identity
        self.texts: list[str] = []

    def load(self) -> None:
        self._embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        self.texts += texts
        return self._embedder.embed(texts)


def test_what_is_kept_needs_no_waiting() -> None:
    models, precedence = Watched(), Precedence(LONG)
    models.go_on.release(1)
    kept = KeepingEmbedder(PatientEmbedder(models, precedence))
    kept.embed(["one"])
    with precedence.question():
        assert kept.embed(["one"]).shape == (1, 2)
