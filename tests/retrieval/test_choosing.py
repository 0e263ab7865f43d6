"""Shown is what answers and nothing beside it: at most three quotes, the newest first."""

from __future__ import annotations

from itertools import count

import pytest

from corpus.article import Article, Draft, Span
from corpus.dates import PartialDate
from retrieval.choosing import MOST, shown
from retrieval.confidence import Signs
from retrieval.quoting import Quote
from retrieval.results import Hit
from tests.retrieval.newsroom import now

NUMBERS = count(1)
NOTHING = Signs(*[0.0] * len(Signs.__dataclass_fields__))


def quote(
    text: str,
    words: str,
    published: str | None = None,
    *,
    sure: float = 0.9,
    name: str | None = None,
) -> Quote:
    """Return a quote that is the whole text of its article, and answers with these words of it."""
    number = next(NUMBERS)
    date = PartialDate.parse(published) if published else None
    article = Article(name or f"a{number}", number, None, Draft(text, "test", published=date), now())
    span, start = Span(0, len(text)), text.index(words)
    hit = Hit(1, number, article, span, 1.0, {})
    return Quote(hit, span, Span(start, start + len(words)), None, 0.0, sure, NOTHING)


def words(quotes: list[Quote]) -> list[str]:
    return [one.words for one in quotes]


OLD = quote("In spring a ticket cost 46 euros.", "46 euros", "2023-03")
NEW = quote("The fare is now 58 euros.", "58 euros", "2025-05-21")
MIDDLE = quote("Passengers on foot pay 52 euros.", "52 euros", "2024-01-02")


@pytest.mark.parametrize("sure", [0.47, 0.1, 0.0])
def test_what_probably_does_not_answer_is_not_shown(sure: float) -> None:
    assert shown([quote("The fare is 58 euros.", "58 euros", sure=sure)], dated=False) == []


@pytest.mark.parametrize("sure", [0.53, 0.9, 1.0])
def test_what_probably_answers_is_shown(sure: float) -> None:
    one = quote("The fare is 58 euros.", "58 euros", sure=sure)
    assert shown([one], dated=False) == [one]


def test_no_filler_is_shown_beside_what_answers() -> None:
    filler = [
        quote("The company blames the price of fuel.", "fuel", sure=0.3),
        quote("Cyclists are exempt.", "Cyclists", sure=0.02),
    ]
    assert shown([NEW, *filler], dated=False) == [NEW]
    assert shown([filler[0], NEW, filler[1]], dated=True) == [NEW]


def test_the_newest_stands_first_and_what_has_no_date_last() -> None:
    undated = quote("The crossing costs 12 euros.", "12 euros")
    assert shown([OLD, NEW, MIDDLE], dated=False) == [NEW, MIDDLE, OLD]
    assert shown([undated, OLD, NEW], dated=False) == [NEW, OLD, undated]


def test_a_vague_date_counts_to_its_end() -> None:
    year = quote("All year a ticket cost 41 euros.", "41 euros", "2023")
    assert shown([OLD, year], dated=False) == [year, OLD]


def test_of_one_day_the_most_promising_stands_first() -> None:
    same = quote("Cars go for 140 euros.", "140 euros", "2025-05-21")
    assert shown([same, NEW], dated=False) == [same, NEW]
    assert shown([NEW, same], dated=False) == [NEW, same]


def test_to_a_question_that_names_a_time_the_most_promising_stands_first() -> None:
    assert shown([OLD, NEW, MIDDLE], dated=True) == [OLD, NEW, MIDDLE]


def test_at_most_three_are_shown_and_those_the_most_promising() -> None:
    more = quote("A bicycle goes for 8 euros.", "8 euros", "2026-01-01")
    assert MOST == 3
    assert shown([OLD, MIDDLE, NEW, more], dated=False) == [NEW, MIDDLE, OLD]


def test_the_same_words_in_another_wording_are_shown_of_another_article_alone() -> None:
    again = "For a single crossing one pays 58 euros."
    own = quote(again, "58 euros", "2025-05-21", name=NEW.article.id)
    other = quote(again, "58 euros", "2025-05-22")
    assert shown([NEW, own], dated=False) == [NEW]
    assert shown([NEW, other], dated=False) == [other, NEW]


@pytest.mark.parametrize("given", ["more than 58 euros", "58", "58 EUROS"])
def test_part_of_the_words_of_an_article_adds_nothing_to_them(given: str) -> None:
    own = quote(f"For the ferry one pays {given} a crossing.", given, "2025-05-21", name=NEW.article.id)
    assert shown([NEW, own], dated=False) == [NEW]


def test_other_words_of_an_article_are_shown_beside_its_first() -> None:
    own = quote("A return ticket costs 99 euros.", "99 euros", "2025-05-21", name=NEW.article.id)
    assert shown([NEW, own], dated=False) == [NEW, own]


def test_one_wording_is_shown_once_whichever_article_it_stands_in() -> None:
    copy = quote("The fare is now 58 euros.", "58 euros", "2025-05-22")
    assert shown([NEW, copy], dated=False) == [NEW]


def test_another_number_in_one_wording_is_another_answer() -> None:
    revised = quote("The fare is now 61 euros.", "61 euros", "2025-06-01")
    assert words(shown([NEW, revised], dated=False)) == ["61 euros", "58 euros"]


def test_nothing_read_gives_nothing_shown() -> None:
    assert shown([], dated=False) == []
