from __future__ import annotations

import math

import pytest
from sqlalchemy import func, select

from bot.assembly import Desk
from bot.assembly import now as now_here
from corpus.catalogue import feedback
from corpus.catalogue.schema import answers
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.lab.evaluating.abstention import abstention
from retrieval.lab.evaluating.asking import outcomes
from retrieval.lab.evaluating.faults import Kind, faults
from retrieval.lab.evaluating.from_feedback import lines
from retrieval.lab.evaluating.measures import Quoted, figures, groups
from retrieval.lab.evaluating.paired_test import differences
from retrieval.lab.evaluating.questions import Asked, QuestionsUnreadable, holds_one, questions
from tests.retrieval.judged import judged
from tests.retrieval.newsroom import add, draft, now, three

FERRY = "What will the night ferry to Saltmarsh cost?"
FERRY_URL = "https://news.example/ferry"


def test_the_measures_are_those_worked_out_by_hand() -> None:
    measured = figures(
        [
            judged("abc", "a", milliseconds=10),
            judged("bca", "ac", milliseconds=20),
            judged("bdefgha", "a", milliseconds=30),
            judged("b", "a", milliseconds=40),
            judged("b", milliseconds=100),
        ]
    )
    two_of_two = (1 / math.log2(3) + 1 / math.log2(4)) / (1 + 1 / math.log2(3))
    assert measured.questions == 5
    assert measured.ranking == {
        "hits@1": pytest.approx(1 / 4),
        "hits@4": pytest.approx(2 / 4),
        "hits@10": pytest.approx(3 / 4),
        "mrr@10": pytest.approx((1 + 1 / 2 + 1 / 7 + 0) / 4),
        "map@10": pytest.approx((1 + (1 / 2 + 2 / 3) / 2 + 1 / 7 + 0) / 4),
        "ndcg@10": pytest.approx((1 + two_of_two + 1 / math.log2(8) + 0) / 4),
    }
    assert [measured.p50, measured.p95] == pytest.approx([30, 88])


def test_measures_without_data_are_none() -> None:
    measured = figures([])
    known = abstention([])
    assert set(measured.ranking.values()) == {measured.quoted, measured.p50, measured.p95} == {None}
    assert {known.auroc, known.risk_coverage, known.answered, known.refused, known.ece} == {None}


def test_the_first_quote_and_any_quote_are_judged_whether_they_are_shown_or_not() -> None:
    measured = figures(
        [
            judged(answers=["58 euros"], quotes=["It costs 58 Euros.", "Fuel is dear."]),
            judged(answers=["58 euros"], quotes=["Fuel is dear.", "It costs 58 euros."], abstained=True),
            judged(answers=["58 euros"], quotes=["It costs 158 euros."]),
            judged(),
        ]
    )
    assert measured.quoted == Quoted(1 / 3, 2 / 3, 1 / 3, 1 / 3)


@pytest.mark.parametrize(
    ("quote", "accepted", "holds"),
    [
        ("Er leven 39 wolven.", "39", True),
        ("In 1939 leefden er meer.", "39", False),
        ("It costs 4.7 million.", "4", False),
        ("It costs 4, not 5.", "4", True),
        ("Burgemeester de Wit sprak.", "De Wit", True),
        ("Cafe\u0301s were closed.", "caf\u00e9s", True),
        ("Anything.", " ", False),
    ],
)
def test_an_accepted_answer_is_found_as_it_is_written(quote: str, accepted: str, holds: bool) -> None:  # noqa: FBT001
    assert holds_one(quote, [accepted]) is holds


def test_abstaining_is_measured_by_what_can_be_answered() -> None:
    known = abstention(
        [
            judged(answerable=True, answers=["x"], quotes=["x"], sure=0.95),
            judged(answerable=False, sure=0.85),
            judged(answerable=True, answers=["x"], quotes=["y"], sure=0.75),
            judged(answerable=False, sure=0.15, abstained=True),
            judged(sure=0.5),
        ]
    )
    assert (known.auroc, known.answered, known.refused) == (0.75, 1.0, 0.5)
    assert dict(known.risk_coverage or ()) == pytest.approx({0.25: 0, 0.5: 0.5, 0.75: 2 / 3, 1: 0.75})
    assert known.ece == pytest.approx((0.05 + 0.85 + 0.25 + 0.15) / 4)


def test_questions_of_equal_confidence_are_answered_together() -> None:
    known = abstention([judged(answers=["x"], quotes=[quote], sure=0.7) for quote in "xxyx"])
    assert known.risk_coverage == ((1.0, 0.25),)
    assert known.auroc is known.ece is known.refused is None


def test_each_group_has_its_own_figures() -> None:
    grouped = groups([judged("a", "a", tags=["nl", "who"]), judged("b", "a", tags=["nl"])])
    assert {name: (one.questions, one.ranking["hits@1"]) for name, one in grouped.items()} == {
        "nl": (2, 0.5),
        "who": (1, 1.0),
    }


def test_two_ways_differ_by_a_paired_test() -> None:
    before = [judged("b", "a") for _ in range(12)]
    after = [judged("a", "a") for _ in range(8)] + before[8:]
    compared = {one.measure: one for one in differences(before, after)}
    first = compared["hits@1"]
    assert [first.before, first.after] == pytest.approx([0, 8 / 12])
    assert first.p == pytest.approx(2 / 2**8, abs=1e-6)  # all signs alike, two of all the ways to draw them
    assert [place for place, _ in first.better] == list(range(8))
    assert first.worse == ()
    assert {one.p for one in differences(before, before)} == {1.0}


def test_the_surest_wrong_answers_come_first() -> None:
    went_wrong = faults(
        [
            judged("a", "a", answers=["x"], quotes=["x"]),
            judged("ab", "a", answers=["x"], quotes=["x"], abstained=True, sure=0.4),
            judged("b", "a", abstained=True),
            judged("a", "a", answers=["x"], quotes=["y"]),
            judged("a", answerable=False, quotes=["y"], sure=0.6),
            judged("a", answerable=False, quotes=["y"], sure=0.8),
            judged("a", answerable=False, abstained=True),
        ]
    )
    assert [(one.kind, one.outcome.answer.confidence) for one in went_wrong] == [
        (Kind.INVENTED, 0.8),
        (Kind.INVENTED, 0.6),
        (Kind.WRONG, 0.9),
        (Kind.NOT_FOUND, 0.9),
        (Kind.REFUSED, 0.4),
    ]


def test_an_article_is_relevant_by_its_address_or_its_id(desk: Desk) -> None:
    ferry, bridge, bees = three(desk)
    asked = [
        Asked("night ferry Oosterzijl Saltmarsh", frozenset({FERRY_URL})),
        Asked("new bridge over the Drost", frozenset({bridge.id})),
        Asked("beekeepers in Marrowdale", frozenset({"https://news.example/unknown"})),
    ]
    became = list(outcomes(desk.search, desk.answerer, desk.catalogue, asked))
    assert [one.found[0] for one in became] == [ferry.id, bridge.id, bees.id]
    assert [one.expected for one in became] == [(ferry,), (bridge,), ()]
    assert figures(became).ranking["hits@1"] == pytest.approx(2 / 3)


def test_questions_are_asked_as_people_ask_them_and_leave_no_trace(desk: Desk) -> None:
    three(desk)
    add(desk, [draft("The night ferry costs 61 euros now.", "later", "2026-02-03")])
    asked = [
        Asked(FERRY, answers=("58 euros",), asked=PartialDate(2025, 6)),
        Asked("and a return ticket for a car?", answers=("140 euros",), follows=(FERRY,)),
    ]
    first, second = outcomes(desk.search, desk.answerer, desk.catalogue, asked)
    assert first.first_holds
    assert all("later" not in (one.draft.url or "") for one in first.articles)
    assert "Saltmarsh" in second.standalone
    assert second.any_holds
    with desk.catalogue.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(answers)) == 0


def test_questions_are_read_with_what_answers_them() -> None:
    read = questions(
        [
            b'{"question": "Who?", "relevant": ["a", "b"], "answers": ["x"], "kind": "who"}',
            b"",
            b'  {"question": "Waar, \xe2\x80\xa8 dan?", "answerable": false, "asked": "2024-05"}',
            b'{"question": "en dan?", "follows": ["Wat?"], "language": "nl"}',
            b'{"question": "What?", "relevant": null}',
        ]
    )
    assert read == [
        Asked("Who?", frozenset({"a", "b"}), ("x",), tags=("who",)),
        Asked(
            "Waar, \u2028 dan?",
            said_answerable=False,
            asked=PartialDate(2024, 5),
            tags=("dated",),
        ),
        Asked("en dan?", follows=("Wat?",), tags=("nl", "follow-up")),
        Asked("What?"),
    ]
    assert [one.answerable for one in read] == [True, False, None, None]


@pytest.mark.parametrize(
    "broken",
    [
        *(b"{", b"[]", b'"Who?"', b'{"query": "Who?"}', b"\xff\xfe{"),
        *(b'{"question": "Who?", "relevant": 7}', b'{"question": "Who?", "answers": "x"}'),
        *(b'{"question": null}', b'{"question": " "}', b"[" * 200_000),
        *(b'{"question": "Who?", "guild": 5}', b'{"question": "Who?", "asked": "2023-05-01garbage"}'),
        *(b'{"question": "Who?", "asked": "soon"}', b'{"question": "Who?", "answerable": "yes"}'),
    ],
)
def test_a_line_that_is_no_question_is_named(broken: bytes) -> None:
    with pytest.raises(QuestionsUnreadable, match=r"^Line 3 is no question"):
        questions([b'{"question": "Who?"}', b"", broken])


def test_a_file_without_questions_says_so() -> None:
    with pytest.raises(QuestionsUnreadable, match="holds no question"):
        questions([b"", b"  "])


def test_what_people_said_of_answers_becomes_questions(desk: Desk) -> None:
    three(desk)
    good = desk.answerer.ask(FERRY, Filters(guild="7"), asked_as="and the ferry?")
    bad = desk.answerer.ask("How long is the new bridge?", Filters(guild="7"))
    refused = desk.answerer.ask("Who won the chess tournament?", Filters(guild="7"))
    with desk.catalogue.writing() as connection:
        for person, answer, helpful in [
            *(("1", good, True), ("2", good, True), ("3", good, False)),
            *(("1", bad, False), ("2", refused, True)),
        ]:
            feedback.give(
                connection, answer.id, person, helpful=helpful, comment=None if helpful else "No.", at=now()
            )
        assert lines(connection, feedback.given_in(connection, "8")) == []
        written = {line["question"]: line for line in lines(connection, feedback.given_in(connection, "7"))}
    assert list(written) == [FERRY, bad.question, refused.question]
    ferry = written[FERRY]
    assert (ferry["relevant"], ferry["answerable"]) == ([FERRY_URL], True)
    assert ferry["asked"] == ferry["given"] == str(now_here().date())
    assert ferry["answers"] == [one.quote for one in good.citations]
    assert (ferry["helpful"], ferry["not_helpful"], ferry["comments"]) == (2, 1, ["No."])
    assert not written[bad.question].keys() & {"answerable", "asked"}
    assert written[refused.question]["answerable"] is False
