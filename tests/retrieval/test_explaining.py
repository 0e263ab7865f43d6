from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, select

from bot.assembly import Desk
from corpus.catalogue.notices import Kind
from corpus.catalogue.schema import passages, vectors
from corpus.dates import PartialDate
from corpus.errors import AnswerNotFound
from corpus.filters import Filters
from retrieval.answering.confidence import THRESHOLD
from retrieval.answering.explaining import recall, recall_any
from retrieval.search.results import Answer
from tests.retrieval.newsroom import FERRY, draft, three

QUESTION = "What will the night ferry to Saltmarsh cost?"
MINE = Filters(guild="1001", until=PartialDate(2026), outlets_left_out=("Elsewhere",))


def unnoticed(answer: Answer) -> Answer:
    return replace(
        answer,
        citations=tuple(replace(one, notice=None) for one in answer.citations),
        answers=tuple(replace(one, citation=replace(one.citation, notice=None)) for one in answer.answers),
    )


def test_a_recalled_answer_is_the_answer_that_was_given(desk: Desk) -> None:
    three(desk)
    answer = desk.answerer.ask(QUESTION, MINE, asked_as="and the ferry?")
    explained = recall(desk.catalogue, answer.id, "1001")
    assert explained is not None
    assert explained.answer == answer
    assert (explained.answer.question, explained.standalone) == ("and the ferry?", QUESTION)
    assert (explained.filters, explained.threshold) == (MINE, THRESHOLD)
    assert explained.asked.utcoffset() is not None
    found = desk.search.find(QUESTION, 20, MINE).hits
    assert [(one.passage_id, one.score, one.scores) for one in explained.hits] == [
        (one.passage_id, one.score, one.scores) for one in found
    ]


def test_an_abstention_is_recalled_with_what_came_nearest(desk: Desk) -> None:
    three(desk)
    answer = desk.answerer.ask("What is the boiling point of tungsten?", Filters())
    explained = recall(desk.catalogue, answer.id, None)
    assert explained is not None
    assert explained.answer == answer
    assert len(explained.answer.nearest) == 3
    assert explained.answer.confidence < explained.threshold


@pytest.mark.parametrize("guild", ["2002", None])
def test_an_answer_is_explained_only_where_it_was_given(desk: Desk, guild: str | None) -> None:
    three(desk)
    answer = desk.answerer.ask(QUESTION, MINE)
    assert recall(desk.catalogue, answer.id, guild) is None
    assert recall(desk.catalogue, answer.id[:6], "1001") is None
    assert recall_any(desk.catalogue, answer.id[:6]).answer == answer


def test_an_answer_given_outside_of_guilds_is_not_a_guilds(desk: Desk) -> None:
    three(desk)
    answer = desk.answerer.ask(QUESTION, Filters())
    assert recall(desk.catalogue, answer.id, "1001") is None
    assert recall(desk.catalogue, answer.id, None) is not None


def test_quotes_stay_those_of_the_version_quoted_and_say_what_became_of_it(desk: Desk) -> None:
    ferry, bridge, _ = three(desk)
    answer = desk.answerer.ask(QUESTION, Filters())
    other = desk.answerer.ask("How long is the new bridge over the Drost?", Filters())
    desk.curator.correct(ferry.id, "It is 60.", "test", draft=draft(FERRY.replace("58", "60"), "ferry"))
    desk.curator.withdraw(bridge.id, "There is no bridge.", "test")
    for given, article, kind in ((answer, ferry, Kind.CORRECTED), (other, bridge, Kind.WITHDRAWN)):
        recalled = recall_any(desk.catalogue, given.id).answer
        assert unnoticed(recalled) == given
        assert {(one.article.version, one.notice and one.notice.kind) for one in recalled.citations} == {
            (article.version, kind)
        }


def test_what_was_deleted_for_good_is_left_out(desk: Desk) -> None:
    three(desk)
    answer = desk.answerer.ask(QUESTION, Filters())
    first, gone, last = (hit.passage_id for hit in answer.nearest)
    with desk.catalogue.writing() as connection:
        connection.execute(delete(vectors).where(vectors.c.passage_id == gone))
        connection.execute(delete(passages).where(passages.c.id == gone))
        assert gone not in connection.execute(select(passages.c.id)).scalars().all()
    hits = recall_any(desk.catalogue, answer.id).hits
    assert [(one.passage_id, one.rank) for one in hits] == [(first, 1), (last, 3)]


def test_an_answer_that_never_was_is_refused_with_the_cure(desk: Desk) -> None:
    with pytest.raises(AnswerNotFound, match="`newsdesk ask` shows the id"):
        recall_any(desk.catalogue, "abcdef")
