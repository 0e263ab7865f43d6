"""From one half on words are an answer, wherever they would be shown: how sure the reader is can be set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from bot.assembly import Desk
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.models.readings import Passage, Reading, ReadPiece
from retrieval.search.results import Answer
from retrieval.timeline.timelines import Timelines
from tests.retrieval.newsroom import add, draft, now

FARE = "How much does a ticket for the Otterlake cable ferry cost?"
ABROAD = "Hoeveel kost een kaartje voor de kabelpont van Otterlake?"  # what is doubtful is read again
FERRY = "A ticket for the Otterlake cable ferry costs 4 euros."
NARROWLY = 0.01  # of a probability


@dataclass
class Torn:
    """A reader that finds any first piece to answer, by log odds that are set."""

    odds: float = 0.0
    closer: float | None = None  # of a passage of two pieces at most, where they are others

    def load(self) -> None:
        """Hold no model."""

    def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
        assert question
        return [
            Reading(
                self._sure_of(passage), tuple(ReadPiece(one, 0.0, one, 0.0) for one in passage.pieces[:1])
            )
            for passage in passages
        ]

    def _sure_of(self, passage: Passage) -> float:
        return self.odds if self.closer is None or len(passage.pieces) > 2 else self.closer


def turn(reader: Torn, reached: Callable[[], bool]) -> tuple[float, float]:
    """Return the log odds next to each other at which something is not reached yet and is reached."""
    low, high = -100.0, 100.0
    for _ in range(14):
        reader.odds = (low + high) / 2
        low, high = (low, reader.odds) if reached() else (reader.odds, high)
    return low, high


@pytest.fixture
def torn() -> Torn:
    return Torn()


@pytest.fixture
def asked(desk: Desk, torn: Torn) -> Callable[[str], Answer]:
    add(desk, [draft(FERRY, "fare", "2021-01-05")])
    answerer = Answerer(desk.catalogue, desk.search, torn, now)
    return lambda question: answerer.consider(question, Filters()).answer


def test_what_is_less_likely_right_than_wrong_is_never_shown_and_what_is_likelier_always(
    asked: Callable[[str], Answer], torn: Torn
) -> None:
    sure = []
    for odds in turn(torn, lambda: not asked(FARE).abstained):
        torn.odds = odds
        answer = asked(FARE)
        sure.append((answer.abstained, answer.confidence))
    assert [abstained for abstained, _ in sure] == [True, False]
    assert [confidence for _, confidence in sure] == [pytest.approx(0.5, abs=NARROWLY)] * 2


def test_a_timeline_shows_what_an_answer_would_and_nothing_less_sure(
    asked: Callable[[str], Answer], torn: Torn, desk: Desk
) -> None:
    timelines = Timelines(desk.catalogue, desk.search, torn, desk.now)

    def drawn() -> bool:
        return bool(timelines.of(FARE, Filters()).points)

    assert turn(torn, drawn) == turn(torn, lambda: not asked(FARE).abstained)


@pytest.mark.parametrize(("sure", "closer"), [(0.4, 100.0), (0.6, -100.0)])
def test_a_piece_is_read_again_by_itself_where_it_is_likelier_wrong_and_no_other(
    torn: Torn, desk: Desk, sure: float, closer: float
) -> None:
    add(desk, [draft(f"{FERRY} It sails all winter. Bicycles travel free.", "fare", "2021-01-05")])
    answerer = Answerer(desk.catalogue, desk.search, torn, now)

    def asked_about_it() -> Answer:
        return answerer.consider(ABROAD, Filters()).answer

    torn.odds = turn(torn, lambda: asked_about_it().confidence >= sure)[1]
    torn.closer = closer
    assert not asked_about_it().abstained
