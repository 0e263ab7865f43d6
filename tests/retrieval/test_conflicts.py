"""Different values for the same thing: shown where quotes give them, and only there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest

from bot.assembly import Desk
from corpus.article import Article, Draft, Span
from corpus.catalogue import articles
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.conflicts import conflicting
from retrieval.figures.writing import written
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


def test_a_sentence_that_looks_back_states_no_value(quote: Quote) -> None:
    assert conflicting([quote(*NEW), quote(*BACK)], BONUS) == ()
    new, old = conflicting([quote(*BACK), quote(*OLD), quote(*NEW)], BONUS)
    assert numbers((new, old)) == [1_200_000, 495_000]
    assert [one.quote[:9] for one in old.citations] == [OLD[1][:9]]


def test_of_a_time_that_the_question_names_only_what_is_said_of_it_counts(quote: Quote) -> None:
    asked = "How much was Russia's signing bonus in September 2023?"
    assert conflicting([quote(*OLD), quote(*NEW), quote(*BACK)], asked) == ()


def stated(samples: Desk, question: str, day: str) -> list[tuple[str, str]]:
    """Return the values that the answer of that day lists, in Dutch, and when each was last told."""
    answer = samples.answerer.ask(question, Filters(as_of=PartialDate.parse(day)))
    return [
        (written(value.figure, "nl"), str(value.citations[0].article.draft.published))
        for value in answer.values
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Hoe duur wordt de waterkering van Waardermonde?",
            {
                "2026-01-22": "\u20ac 139 miljoen",
                "2024-04-18": "\u20ac 112 miljoen",
                "2022-05-12": "\u20ac 84 miljoen",
            },
        ),
        (
            "What does a gigajoule of district heat cost in Brammerveen?",
            {"2025-01-14": "\u20ac 38,50", "2024-01-16": "\u20ac 41,80", "2023-01-10": "\u20ac 36,20"},
        ),
        (
            "Op hoeveel wordt de rekening voor de ziekenhuistram van Velmerstad nu geschat?",
            {"2024-06-12": "\u20ac 248 miljoen", "2022-09-16": "\u20ac 212 miljoen"},
        ),
        (
            "How many weeks do patients wait for a hip operation at Sint-Odilia?",
            {"2025-10-09": "11 weken", "2023-05-23": "14 weken"},
        ),
        (
            "Wat kost de boot naar Saltmarsh voor een auto met bestuurder?",
            {"2025-05-21": "\u20ac 164", "2023-03": "\u20ac 129"},
        ),
        (
            "Hoe lang moet Casimir Doornspijk na het hoger beroep de cel in?",
            {"2025-06-24": "30 maanden", "2024-01-16": "4 jaar"},
        ),
        (
            "Hoeveel zeehonden zijn er op de Kraaienplaat geteld?",
            {"2025-08-21": "455", "2023-08-24": "412"},
        ),
        (
            "What is the budget of Kempenoord's women's team?",
            {"2024-08-14": "\u20ac 1,1 miljoen", "2022-06-28": "\u20ac 450.000"},
        ),
        ("Hoeveel moet Doornspijk uiteindelijk terugbetalen?", {}),
        ("For how long is Doornspijk banned from running a company?", {}),
        ("Hoeveel mensen heeft de chipfabriek in Brammerveen nu in dienst?", {}),
        ("How many people work for the heat company Gloed?", {}),
        ("What does a gigajoule of heat cost in Lindervoort?", {}),
        ("How much is the signing bonus of the Ukrainian army?", {}),
        ("Hoeveel toeschouwers trekt de vrouwenploeg van Kempenoord gemiddeld?", {}),
    ],
)
def test_the_values_of_an_answer_are_of_what_is_asked_and_of_their_own_article(
    samples: Desk, question: str, expected: dict[str, str]
) -> None:
    assert stated(samples, question, "2026-11-22") == [(value, day) for day, value in expected.items()]


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
        (said("The ferry ticket costs 900 euros.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("The fine for no ferry ticket is 52 euros.", "2023-05-01"), "How much is the ferry ticket?"),
        (said("Ferry tickets cost 52 euros.", "2023-05-01", "nl"), "How much is the ferry of Saltmarsh?"),
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
            "magnitude",
            "fine",
            "name",
            "one article",
        ),
    ],
)
def test_what_cannot_be_compared_does_not_conflict(other: Citation, question: str) -> None:
    assert conflicting([FERRY, other], question) == ()


def test_what_can_be_compared_does() -> None:
    other = said("The ferry ticket costs 52 euros.", "2023-05-01")
    assert numbers(conflicting([other, FERRY], "How much is the ferry ticket?")) == [58, 52]


@pytest.mark.parametrize(("title", "expected"), [("Ferry now 52 euros", [58, 52]), ("Ferry dearer", [])])
def test_of_several_values_in_one_article_that_of_its_headline_counts(
    title: str, expected: list[int]
) -> None:
    old, children = "The ferry ticket costs 52 euros.", "The ferry ticket costs 31 euros."
    whole = said(f"{old} {children}", "2023-05-01").article
    headed = replace(whole, draft=replace(whole.draft, title=title))
    first, second = cited(headed, Span(0, len(old))), cited(headed, Span(len(old) + 1, len(whole.draft.text)))
    assert numbers(conflicting([first, second, FERRY], "How much is the ferry ticket?")) == expected


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
        ("De huur van Wilgenhof kost 240 duizend euro per maand.", "Wilgenhof costs 210,000 euros a month."),
        (
            "De huur van Wilgenhof kost maandelijks 240 duizend euro.",
            "Monthly, Wilgenhof costs 210,000 euros.",
        ),
    ],
)
def test_a_rate_is_the_same_in_both_languages(dutch: str, english: str) -> None:
    quotes = [said(dutch, "2026-03-05", "nl"), said(english, "2024-07-26")]
    assert numbers(conflicting(quotes, "Wat kost de huur van Wilgenhof?")) == [240_000, 210_000]
