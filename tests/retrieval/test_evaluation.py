from __future__ import annotations

import math

import pytest

from bot.assembly import Desk
from retrieval.evaluation import Asked, QuestionsUnreadable, Ranked, measured, questions, ranked
from tests.retrieval.newsroom import three


def judged(found: list[str], *relevant: str, milliseconds: float = 1.0) -> Ranked:
    return Ranked(Asked("?", frozenset(relevant)), found, milliseconds)


def test_the_measures_are_those_worked_out_by_hand() -> None:
    figures = measured(
        [
            judged(["a", "b", "c"], "a", milliseconds=10),
            judged(["b", "c", "a"], "a", "c", milliseconds=20),
            judged(["b", *"defgh", "a"], "a", milliseconds=30),
            judged(["b"], "a", milliseconds=40),
            judged(["b"], milliseconds=100),
        ]
    )
    two_of_two = (1 / math.log2(3) + 1 / math.log2(4)) / (1 + 1 / math.log2(3))
    assert figures["questions"] == 5
    assert figures["hits@1"] == pytest.approx(1 / 4)
    assert figures["hits@4"] == pytest.approx(2 / 4)
    assert figures["hits@10"] == pytest.approx(3 / 4)
    assert figures["mrr@10"] == pytest.approx((1 + 1 / 2 + 1 / 7 + 0) / 4)
    assert figures["map@10"] == pytest.approx((1 + (1 / 2 + 2 / 3) / 2 + 1 / 7 + 0) / 4)
    assert figures["ndcg@10"] == pytest.approx((1 + two_of_two + 1 / math.log2(8) + 0) / 4)
    assert figures["milliseconds"] == {"p50": 30.0, "p95": pytest.approx(88.0)}


def test_measures_without_data_are_none() -> None:
    figures = measured([])
    assert figures["questions"] == 0
    assert figures["milliseconds"] == {"p50": None, "p95": None}
    assert all(
        figures[name] is None for name in ("hits@1", "mrr@10", "ndcg@10", "answer_in_quote", "abstention")
    )


def test_an_article_is_relevant_by_its_address_or_its_id(desk: Desk) -> None:
    ferry, bridge, bees = three(desk)
    asked = [
        Asked("night ferry Oosterzijl Saltmarsh", frozenset({"https://news.example/ferry"})),
        Asked("new bridge over the Drost", frozenset({bridge.id})),
        Asked("beekeepers in Marrowdale", frozenset({"https://news.example/unknown"})),
    ]
    results = list(ranked(desk.search, desk.catalogue, asked, 10))
    assert [one.found[0] for one in results] == [ferry.id, bridge.id, bees.id]
    assert results[0].asked.relevant == {ferry.id}
    assert measured(results)["hits@1"] == pytest.approx(2 / 3)


def test_questions_are_read_with_what_answers_them() -> None:
    lines = [
        b'{"question": "Who?", "relevant": ["a", "b"]}',
        b"",
        b'  {"question": "Waar, \xe2\x80\xa8 dan?"}',
    ]
    assert questions(lines) == [
        Asked("Who?", frozenset({"a", "b"})),
        Asked("Waar, \u2028 dan?", frozenset()),
    ]


@pytest.mark.parametrize(
    "broken",
    [b"{", b"[]", b'"Who?"', b'{"query": "Who?"}', b'{"question": "Who?", "relevant": 7}', b"\xff\xfe{"],
)
def test_a_line_that_is_no_question_is_named(broken: bytes) -> None:
    with pytest.raises(QuestionsUnreadable, match=r"^Line 3 is no question"):
        questions([b'{"question": "Who?"}', b"", broken])
