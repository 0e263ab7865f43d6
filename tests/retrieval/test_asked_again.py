"""The same question again, while nothing has changed, is answered from what was answered."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from bot.assembly import Desk
from corpus.catalogue import answers
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.answering.explaining import recall
from retrieval.answering.kept_answers import Circumstances, KeptAnswers, Worked
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading
from retrieval.search.results import Answer
from tests.retrieval.newsroom import FERRY, add, draft, now, three

FARE = "what does the night ferry to Saltmarsh cost?"
CHESS = "who won the chess tournament in Lindervoort?"
CORRECTED = draft(FERRY.replace("58", "59"), "ferry", "2025-05-21")


class Counting:
    """Another reader that counts the questions it reads for, and can be made to wait."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.questions: list[str] = []
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()

    def load(self) -> None:
        self._reader.load()

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        self.questions.append(question)
        self.begun.set()
        assert self.go_on.wait(30)
        return self._reader.read(question, passages)


@pytest.fixture
def counting(desk: Desk) -> Counting:
    three(desk)
    desk.reader = reader = Counting(desk.reader)
    return reader


def same(one: Answer, other: Answer) -> bool:
    return replace(one, id="", milliseconds=0.0) == replace(other, id="", milliseconds=0.0)


@pytest.mark.parametrize("question", [FARE, CHESS, "hoe duur is de nachtboot naar Saltmarsh?", "qué cuesta?"])
def test_it_is_the_same_word_for_word_and_nothing_is_read(
    desk: Desk, counting: Counting, question: str
) -> None:
    first = desk.answerer.ask(question, Filters())
    counting.questions.clear()
    again = desk.answerer.ask(question, Filters())
    assert counting.questions == []
    assert same(first, again)


def test_each_asker_has_an_answer_of_their_own(desk: Desk, counting: Counting) -> None:  # noqa: ARG001
    """So that feedback, corrections and the queue of the unanswered count everybody."""
    first, again = (desk.answerer.ask(CHESS, Filters(guild="7")) for _ in range(2))
    assert first.id != again.id
    one, other = (recall(desk.catalogue, given.id, "7") for given in (first, again))
    assert one is not None
    assert other is not None
    assert same(one.answer, other.answer)
    assert (one.filters, one.standalone, one.hits) == (other.filters, other.standalone, other.hits)
    with desk.catalogue.reading() as connection:
        assert answers.find(connection, again.id, "8") is None


CHANGES: dict[str, Callable[[Desk, str], object]] = {
    "another article": lambda desk, _: add(desk, [draft("Honey costs nine euros in Marrowdale.", "honey")]),
    "a new text": lambda desk, _: add(desk, [CORRECTED]),
    "a removal": lambda desk, ferry: desk.curator.remove([ferry], "x"),
    "a correction": lambda desk, ferry: desk.curator.correct(ferry, "The fare was wrong.", "x"),
    "a withdrawal": lambda desk, ferry: desk.curator.withdraw(ferry, "It was invented.", "x"),
    "an undo": lambda desk, _: desk.curator.undo(None, "x"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_after_any_change_it_is_answered_anew(desk: Desk, counting: Counting, what: str) -> None:
    desk.answerer.ask(FARE, Filters())
    counting.questions.clear()
    CHANGES[what](desk, "https://news.example/ferry")
    anew = desk.answerer.ask(FARE, Filters())
    assert counting.questions
    if what == "a correction":
        assert [one.notice.note for one in anew.citations if one.notice] == ["The fare was wrong."]


def test_another_question_other_filters_and_another_day_are_something_else(
    desk: Desk, counting: Counting
) -> None:
    moment = now()
    answerer = Answerer(desk.catalogue, desk.search, counting, lambda: moment)

    def reads(question: str = FARE, filters: Filters | None = None, asked: str | None = None) -> bool:
        counting.questions.clear()
        answerer.ask(question, filters or Filters(), asked)
        return bool(counting.questions)

    assert reads()
    assert not reads()
    assert reads(filters=Filters(guild="7"))
    assert reads(filters=Filters(until=PartialDate(2025)))
    assert reads(filters=Filters(outlets_left_out=("The Delta Monitor",)))
    assert reads(question="what does a return ticket to Saltmarsh cost?")
    assert reads(asked="and what does it cost?")
    moment += datetime.timedelta(hours=1)
    assert not reads()
    moment += datetime.timedelta(days=1)
    assert reads()


def test_two_who_ask_at_once_wait_for_one_answer(desk: Desk, counting: Counting) -> None:
    counting.go_on.clear()
    given: list[Answer] = []
    askers = [
        threading.Thread(target=lambda: given.append(desk.answerer.ask(FARE, Filters())), daemon=True)
        for _ in range(3)
    ]
    askers[0].start()
    assert counting.begun.wait(30)
    read = len(counting.questions)
    for asker in askers[1:]:
        asker.start()
    counting.go_on.set()
    for asker in askers:
        asker.join()
    alone = len(counting.questions)
    assert read == 1
    counting.questions.clear()
    Answerer(desk.catalogue, desk.search, counting, now).ask(FARE, Filters())
    assert len(counting.questions) == alone
    assert len({one.id for one in given}) == 3
    assert all(same(given[0], one) for one in given)


def test_an_answer_from_an_index_that_lags_behind_is_not_kept(desk: Desk, counting: Counting) -> None:
    in_step = False
    answerer = Answerer(desk.catalogue, desk.search, counting, now, in_step=lambda _: in_step)
    answerer.ask(FARE, Filters())
    in_step = True
    counting.questions.clear()
    answerer.ask(FARE, Filters())
    assert counting.questions


def worked(desk: Desk, question: str = FARE, *, final: bool = True) -> Worked:
    answer = desk.answerer.ask(question, Filters())
    with desk.catalogue.reading() as connection:
        given = answers.find(connection, answer.id, None)
    assert given is not None
    return Worked(answer, given, final)


def circumstances(question: str) -> Circumstances:
    return Circumstances(question, question, Filters(), now().date(), 1, 1)


def test_what_failed_or_is_not_final_is_worked_out_by_whoever_asks_next(
    desk: Desk,
    counting: Counting,  # noqa: ARG001
) -> None:
    kept, one = KeptAnswers(), worked(desk)

    def fails() -> Worked:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept.of(circumstances(FARE), fails)
    assert kept.of(circumstances(FARE), lambda: replace(one, final=False))[1] is False
    assert kept.of(circumstances(FARE), lambda: one)[1] is False
    assert kept.of(circumstances(FARE), lambda: one)[1] is True


def test_only_so_many_and_so_long_answers_are_kept(desk: Desk, counting: Counting) -> None:  # noqa: ARG001
    one = worked(desk)
    few = KeptAnswers(most=2)
    for name in ("a", "b", "a", "c"):
        few.of(circumstances(name), lambda: one)
    assert [few.of(circumstances(name), lambda: one)[1] for name in ("a", "c", "b")] == [True, True, False]
    short = KeptAnswers(characters=10)
    assert [short.of(circumstances("a"), lambda: one)[1] for _ in range(2)] == [False, False]


def test_nothing_of_before_a_change_is_kept(desk: Desk, counting: Counting) -> None:  # noqa: ARG001
    """What was purged must not stay in memory."""
    kept, one, before = KeptAnswers(), worked(desk), circumstances(FARE)
    kept.of(before, lambda: one)
    kept.of(replace(before, change=2), lambda: one)
    assert [kept.of(before, lambda: one)[1] for _ in range(2)] == [False, False]
