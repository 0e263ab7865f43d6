"""The questions that wait are gathered by what they ask, and what is no question is left out."""

from __future__ import annotations

from bot.assembly import Desk
from corpus.catalogue import unanswered
from corpus.catalogue.unanswered import Reason
from corpus.filters import Filters
from retrieval.curating.waiting_questions import WaitingQuestions
from tests.retrieval.newsroom import now

MINE, THEIRS = "1001", "2002"


def test_alike_questions_are_one_group_of_their_server_and_thanks_are_counted_as_hidden(desk: Desk) -> None:
    for question, guild in (
        ("How long does the bridge at Sluisdorp stay closed?", MINE),
        ("how long does the bridge  at Sluisdorp stay closed?", MINE),
        ("Who won the chess tournament in Reykjavik?", MINE),
        ("thank you!", MINE),
        ("What is said elsewhere?", THEIRS),
    ):
        answer = desk.answerer.ask(question, Filters(guild=guild))
        with desk.catalogue.writing() as connection:
            unanswered.put(connection, answer.id, Reason.ABSTAINED, now())
    waiting = WaitingQuestions(desk.catalogue, desk.embedder, desk.tell).of(MINE)
    assert [len(group.questions) for group in waiting.groups] == [2, 1]
    assert (waiting.hidden, waiting.newest_only) == (1, False)
