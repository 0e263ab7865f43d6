"""Copies of one report are one origin."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from bot.assembly import Desk
from bot.telling.answer_words import counted
from corpus.article import Article, Span
from corpus.catalogue import articles
from retrieval.answering.origins import origins, origins_of
from retrieval.search.results import Reply
from tests.retrieval.newsroom import BEES, BRIDGE, FERRY, add, draft
from tests.retrieval.quoted import quotations
from tests.retrieval.test_near_duplicates import REPORTED, SHORTENED, TOUCHED_UP, WIRE


@pytest.fixture
def stored(desk: Desk) -> list[Article]:
    """A wire item, an edited copy, another desk's report of the same night, a ferry, and a shortened copy."""
    texts = [
        (WIRE, "2025-03-05"),
        (TOUCHED_UP, "2025-03-04"),
        (REPORTED, "2025-03-05"),
        (FERRY, "2025-05"),
        (SHORTENED, None),
    ]
    drafts = [draft(text, str(number), published) for number, (text, published) in enumerate(texts)]
    return add(desk, drafts)


def test_copies_are_one_origin_and_the_first_published_comes_first(stored: list[Article]) -> None:
    wire, touched_up, reported, ferry, shortened = stored
    assert origins(stored) == ((touched_up, wire, shortened), (reported,), (ferry,))


def test_an_article_quoted_twice_counts_once(stored: list[Article]) -> None:
    assert origins([stored[3], stored[3]]) == ((stored[3],),)


def test_a_copy_of_a_copy_has_the_same_origin_in_whatever_order(desk: Desk) -> None:
    chain = [f"{FERRY} {BRIDGE}", f"{BRIDGE} {BEES}", f"{BEES} {REPORTED}"]
    stored = add(desk, [draft(text, str(number)) for number, text in enumerate(chain)])
    assert len(origins([stored[0], stored[2]])) == 2
    assert {len(origins(order)) for order in permutations(stored)} == {1}


def test_every_sample_about_one_affair_is_a_report_of_its_own(samples: Desk) -> None:
    with samples.catalogue.reading() as connection:
        every = [one for one in articles.every(connection) if "tekenbonus" in (one.draft.url or "")]
    assert len(every) == len(origins(every)) == 2


@pytest.mark.parametrize(
    ("kept", "language", "said"),
    [
        ((0, 1, 2), "en", "3 articles, 2 independent origins"),
        ((0, 1, 2), "nl", "3 artikelen, 2 onafhankelijke bronnen"),
        ((0, 1), "en", "2 articles, 1 origin"),
        ((0, 1), "nl", "2 artikelen, 1 bron"),
        ((0, 3), None, "2 articles, 2 independent origins"),
        ((0,), "en", ""),
        ((), "nl", ""),
    ],
)
def test_the_answer_says_how_many_origins_it_has(
    stored: list[Article], kept: tuple[int, ...], language: str | None, said: str
) -> None:
    assert counted(origins([stored[place] for place in kept]), language) == said


@pytest.mark.parametrize(
    ("first", "second", "counted_as"),
    [("seven", "nine", 2), ("seven people", "seven", 1), ("Mayor Ans Bol", "Alderman Wim Kist", 2)],
)
def test_texts_that_are_nearly_the_same_but_answer_differently_are_no_copies(
    first: str, second: str, counted_as: int
) -> None:
    said = "The night ferry ran aground off Saltmarsh and took on water; the crew called for help at once. {}"
    answer = quotations([said.format(first), said.format(second)])
    replies = [
        Reply(one, Span(len(one.quote) - len(words), len(one.quote)), 0.9)
        for one, words in zip(answer.citations, (first, second), strict=True)
    ]
    assert len(origins(one.article for one in answer.citations)) == 1
    assert len(origins_of(replace(answer, answers=tuple(replies)))) == counted_as
