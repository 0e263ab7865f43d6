"""Different values for the same thing: shown where quotes give them, and only there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import count

import pytest

from bot.assembly import Desk
from corpus.article import Article, Draft, Span
from corpus.catalogue import articles
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.conflicts import conflicting
from retrieval.results import Citation, Value

Quote = Callable[[str, str], Citation]
NUMBERS = count(1)
BONUS = "how much is Russia's signing bonus?"
OLD = ("2023/tekenbonus", "Het eerste is de tekenbonus")
MOSCOW = ("2024/moscow", "Residents of Moscow")
NEW = ("2026/tekenbonus", "Buitenlanders die zich")
BACK = ("2026/tekenbonus", "In september 2023 bedroeg")


@pytest.fixture(scope="module")
def quote(samples: Desk) -> Quote:
    """Return what cites the sentence of a sample that begins so."""
    with samples.catalogue.reading() as connection:
        every = {one.draft.url or "": one for one in articles.every(connection)}

    def cite(url: str, begins: str) -> Citation:
        (article,) = (one for address, one in every.items() if url in address)
        sentence = re.search(rf"{begins}.*?\.(?=\s)", article.draft.text)
        assert sentence
        return cited(article, Span(*sentence.span()))

    return cite


def cited(article: Article, span: Span) -> Citation:
    return Citation(next(NUMBERS), article, span, None)


def said(text: str, published: str, language: str = "en", name: str | None = None) -> Citation:
    """Return the citation of an article that consists of one sentence."""
    date = PartialDate.parse(published)
    draft = Draft(text, "a test", published=date, language=language)
    added = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    return cited(Article(name or text, 1, None, draft, added), Span(0, len(text)))


def numbers(values: tuple[Value, ...]) -> list[int]:
    return [int(value.figure.value) for value in values if isinstance(value.figure.value, Decimal)]


def test_the_signing_bonus_has_three_values_newest_first(quote: Quote) -> None:
    values = conflicting([quote(*OLD), quote(*MOSCOW), quote(*NEW)], BONUS)
    assert numbers(values) == [1_200_000, 1_900_000, 495_000]
    assert [value.figure.unit for value in values] == ["RUB"] * 3
    assert [str(value.citations[0].article.draft.published) for value in values] == [
        *("2026-03-05", "2024-07-26", "2023-09")
    ]


def test_a_sentence_that_looks_back_joins_a_value_and_states_none(quote: Quote) -> None:
    assert conflicting([quote(*NEW), quote(*BACK)], BONUS) == ()
    new, old = conflicting([quote(*BACK), quote(*OLD), quote(*NEW)], BONUS)
    assert numbers((new, old)) == [1_200_000, 495_000]
    assert [one.quote[:9] for one in old.citations] == [BACK[1][:9], OLD[1][:9]]


def test_of_a_time_that_the_question_names_only_what_is_said_of_it_counts(quote: Quote) -> None:
    asked = "How much was Russia's signing bonus in September 2023?"
    assert conflicting([quote(*OLD), quote(*NEW), quote(*BACK)], asked) == ()


def test_the_answer_to_a_question_about_the_barrier_gives_its_values(samples: Desk) -> None:
    question = "Hoeveel kost de waterkering?"
    citations = samples.answerer.ask(question, Filters()).citations
    assert numbers(conflicting(citations, question)) == [139_000_000, 84_000_000]


def test_articles_that_agree_in_two_languages_do_not_conflict() -> None:
    dutch = said("De brug kost 1,9 miljoen euro.", "2025-01-02", "nl")
    english = said("The brug will cost €1.9m.", "2025-01-03")
    assert conflicting([dutch, english], "Wat kost de brugverbinding?") == ()


FERRY = said("The ferry ticket costs 58 euros.", "2025-05-01")


@pytest.mark.parametrize(
    ("other", "question"),
    [
        (said("The ferry ticket costs 52 dollars.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("The ferry ticket costs 52 euros per month.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("The ferry earned 52 per cent more.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("A ticket for the ferry costs 52 or 61 euros.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("A museum visit costs 52 euros.", "2023-05-01"), "How much is the ferry?"),
        (said("In 2021 the ferry ticket cost 52 euros.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("The ferry ticket costs about 60 euros.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("The ferry ticket costs 52 euros.", "2023-05-01"), "Who owns the ferry?"),
        (
            said("The ferry car costs 52 euros.", "2023-05-01", name=FERRY.article.id),
            "How much is the ferry?",
        ),
    ],
    ids=[
        *(
            "currency",
            "rate",
            "kind",
            "several",
            "thing",
            "time",
            "rounded",
            "no figure asked",
            "one article",
        ),
    ],
)
def test_what_cannot_be_compared_does_not_conflict(other: Citation, question: str) -> None:
    assert conflicting([FERRY, other], question) == ()


def test_what_can_be_compared_does() -> None:
    other = said("The ferry ticket costs 52 euros.", "2023-05-01")
    assert numbers(conflicting([other, FERRY], "How much is the ferry ticket?")) == [58, 52]


@pytest.mark.parametrize(
    ("question", "conflict"),
    [("How many wolves live in the forest?", True), ("How many visitors does the forest have?", False)],
)
def test_numbers_conflict_where_they_count_what_is_asked(question: str, *, conflict: bool) -> None:
    quotes = [
        said("The forest is home to 39 wolves now.", "2023-12-14"),
        said("Inspectors found 44 wolves in the forest.", "2025-12-14"),
    ]
    assert bool(conflicting(quotes, question)) is conflict


def test_a_planned_year_conflicts_with_another_and_not_with_a_month_of_it() -> None:
    first = said("The barrier is to close for the first time in 2027.", "2022-05-12")
    later = said("The barrier will not be ready before 2029.", "2024-04-18")
    month = said("The barrier is to be ready in June 2029.", "2025-04-18")
    asked = "When will the barrier be ready?"
    assert [value.figure.value for value in conflicting([first, later, month], asked)] == [
        PartialDate(2029, 6),
        PartialDate(2027),
    ]


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("De raming is 240 duizend euro per maand.", "The estimate is 210,000 euros a month."),
        ("Het maandsalaris is 240 duizend euro.", "Monthly pay: an estimate of 210,000 euros."),
    ],
)
def test_a_rate_is_the_same_in_both_languages(dutch: str, english: str) -> None:
    quotes = [said(dutch, "2026-03-05", "nl"), said(english, "2024-07-26")]
    assert numbers(conflicting(quotes, "Hoe hoog is de estimate van salaris of raming?")) == [
        240_000,
        210_000,
    ]
