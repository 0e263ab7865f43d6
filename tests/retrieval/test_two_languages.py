"""Asked in one language, found in another: articles in the question's own language do not hide the rest."""

from __future__ import annotations

import pytest

from bot.assembly import Desk
from corpus.article import Draft
from corpus.filters import Filters
from retrieval.search.fusion import expected_lexical, fused

DUTCH = "De stad betaalt 139 miljoen euro voor de nieuwe waterkering bij de haven."
ENGLISH = "The town council said how much it welcomes visitors to the new museum by the harbour."
COPIES = "The flood barrier will cost the town 139 million euros, the water board said on Thursday."


def add(desk: Desk, *articles: tuple[str, str]) -> None:
    drafts = [
        Draft(text, "a test", f"https://example.org/{number}", language=language)
        for number, (text, language) in enumerate(articles)
    ]
    list(desk.curator.add(drafts, "a tester"))


def test_a_dutch_answer_comes_before_an_english_article_that_shares_more_words(desk: Desk) -> None:
    add(desk, (DUTCH, "nl"), (ENGLISH, "en"))
    question = "how much will the new flood barrier by the harbour cost the town?"
    hits = desk.search.find(question, 2, Filters()).hits
    assert [hit.text for hit in hits] == [DUTCH, ENGLISH]
    assert hits[0].scores["translated"] > 0 == hits[1].scores["translated"]


def test_within_one_language_nothing_is_given_for_words_that_are_not_there() -> None:
    (only,) = fused({1: 0.5}, {1: 0.2}, foreign=set(), recent={1: 0.05})
    assert only.parts == {"dense": 0.5, "lexical": 0.2, "translated": 0.0, "recent": 0.05}
    assert only.score == pytest.approx(0.75)


def test_what_is_given_grows_with_the_likeness_and_stays_a_share() -> None:
    given = [expected_lexical(cosine / 10) for cosine in range(2, 11)]
    assert given == sorted(given)
    assert all(0 <= share <= 1 for share in given)


def test_a_report_that_several_articles_bring_makes_the_answer_no_less_sure(desk: Desk) -> None:
    question = "What will the flood barrier cost?"
    add(desk, (COPIES, "en"), (ENGLISH, "en"))
    alone = desk.answerer.ask(question, Filters()).confidence
    copy = Draft(f"{COPIES} More follows.", "a test", "https://example.org/copy", language="en")
    list(desk.curator.add([copy], "a tester"))
    answer = desk.answerer.ask(question, Filters())
    assert not answer.abstained
    assert answer.confidence > alone - 0.1
    assert len(answer.citations) >= 2
