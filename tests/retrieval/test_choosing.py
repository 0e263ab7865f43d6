"""Shown is what answers and nothing beside it: at most three quotes, the newest first."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from corpus.article import Article, Draft, Genre, Span
from corpus.dates import PartialDate
from retrieval.answering.choosing import MOST, shown
from retrieval.answering.confidence import Signs
from retrieval.answering.quoting import Quote
from retrieval.search.results import Hit
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
    return Quote(hit, span, Span(start, start + len(words)), 0.0, sure, NOTHING)


def _line(text: str, within: Span) -> Span:
    start = text.rfind("\n", 0, within.start) + 1
    return Span(start, (text.find("\n", start) + len(text) + 1) % (len(text) + 1))


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


def test_at_most_three_are_shown_the_newest_and_always_the_most_promising() -> None:
    more = quote("A bicycle goes for 8 euros.", "8 euros", "2026-01-01")
    assert MOST == 3
    assert shown([MIDDLE, OLD, NEW, more], dated=False) == [more, NEW, MIDDLE]
    assert shown([OLD, MIDDLE, NEW, more], dated=False) == [more, NEW, OLD]
    assert shown([OLD, MIDDLE, NEW, more], dated=True) == [OLD, MIDDLE, NEW]


@pytest.mark.parametrize(("share", "given"), [(0.5, False), (0.6, True), (1.0, True)])
def test_beside_the_best_stands_what_competes_with_it(share: float, *, given: bool) -> None:
    best = quote("Jan Kist has bought the ferry.", "Jan Kist", "2025-05-21")
    other = replace(quote("Old Ans Bol sold the ferry.", "Ans Bol", "2024-05-21"), share=share)
    assert shown([best, other], dated=False) == ([best, other] if given else [best])


def test_another_article_gives_another_value_of_the_kind_or_newer_words_and_nothing_else() -> None:
    fare = replace(quote("In spring a ticket cost 46 euros.", "46 euros", "2023-03"), share=0.1)
    length = replace(quote("The crossing is 46 miles long.", "46 miles", "2023-03"), share=0.1)
    assert shown([NEW, fare], dated=False) == [NEW, fare]
    assert shown([NEW, length], dated=False) == [NEW]
    best = quote("Jan Kist leads the ferry company.", "Jan Kist", "2024-05-21")
    newer = replace(quote("Ans Bol succeeds him at the top.", "Ans Bol", "2025-05-21"), share=0.1)
    older = replace(quote("Wim Dam led the company.", "Wim Dam", "2021-05-21"), share=0.1)
    assert shown([best, newer, older], dated=False) == [newer, best]


def test_beside_the_best_nothing_stands_that_only_repeats_the_question() -> None:
    echo = replace(quote("The fare of the night ferry has risen.", "The fare", "2026-05-21"), echoes=True)
    assert shown([NEW, echo], dated=False) == [NEW]
    assert shown([echo], dated=False) == [echo]


def test_of_a_live_page_the_last_entry_stands_first() -> None:
    text = (
        "09.30: Three people died.\n\n11.05: Rescuers have come.\nThe toll is now nine.\n\n10.10: It is five."
    )
    words = ("Three", "nine", "five")
    found = [quote(text, one, "2025-05-21", name="live") for one in words]
    lines = [replace(one, span=_line(text, one.answer)) for one in found]
    assert [one.words for one in shown(lines, dated=False)] == ["nine", "five", "Three"]


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


def entry(within: str, words: str, *, sure: float = 0.9) -> Quote:
    """Return a quote of a live blog of one day."""
    draft = Draft(LIVE, "test", published=PartialDate(2025, 9, 1), language="en", genre=Genre.LIVE_BLOG)
    one = quote(within, words, sure=sure)
    hit = replace(one.hit, article=Article("live", 0, None, draft, now()))
    start = LIVE.index(within)
    answer = LIVE.index(words, start)
    span = Span(start, start + len(within))
    return replace(one, hit=hit, span=span, answer=Span(answer, answer + len(words)))


LIVE = """7.15pm

The fire service says 600 homes are still without power.

4.30pm

Twelve people are in hospital. Now 2,100 homes are without power.

1.05pm

The mayor says that 5,000 homes are without power."""


def test_of_a_live_blog_the_newest_entry_stands_first_whichever_way_it_runs() -> None:
    old, middle, new = (
        entry("The mayor says that 5,000 homes are without power.", "5,000 homes"),
        entry("Now 2,100 homes are without power.", "2,100 homes"),
        entry("The fire service says 600 homes are still without power.", "600 homes"),
    )
    assert words(shown([old, middle, new], dated=False)) == ["600 homes", "2,100 homes", "5,000 homes"]


def test_an_entry_with_a_figure_of_the_same_kind_is_shown_though_it_competes_less() -> None:
    old = entry("The mayor says that 5,000 homes are without power.", "5,000 homes")
    new = replace(entry("The fire service says 600 homes are still without power.", "600 homes"), share=0.1)
    assert words(shown([old, new], dated=False)) == ["600 homes", "5,000 homes"]
