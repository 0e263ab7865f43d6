"""Different values for the same thing: shown where the words that answer give them, and only there."""

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
from retrieval.answering.differences import conflicting, has_passed
from retrieval.figures.writing import written
from retrieval.search.results import Citation, Reply, Value
from tests.retrieval.newsroom import add, draft

Quote = Callable[[str, str, str], Reply]
NUMBERS = count(1)
OLD = ("2023/tekenbonus", "Het eerste is de tekenbonus", "495 duizend roebel")
MOSCOW = ("2024/moscow", "Residents of Moscow", "1.9 million roubles")
NEW = ("2026/tekenbonus", "Buitenlanders die zich", "1,2 miljoen roebel")
BACK = ("2026/tekenbonus", "In september 2023 bedroeg", "495 duizend roebel")
SURE = 0.9


@pytest.fixture(scope="module")
def quote(samples: Desk) -> Quote:
    """Return what answers with those words of the sentence of a sample that begins so."""
    with samples.catalogue.reading() as connection:
        every = {one.draft.url or "": one for one in articles.every(connection)}

    def cite(url: str, begins: str, words: str) -> Reply:
        (article,) = (one for address, one in every.items() if url in address)
        sentence = re.search(rf"{begins}.*?\.(?=\s)", article.draft.text)
        assert sentence
        return reply(article, Span(*sentence.span()), words)

    return cite


def reply(article: Article, span: Span, words: str) -> Reply:
    """Return the words of a quote that answer."""
    start = article.draft.text.index(words, span.start)
    citation = Citation(next(NUMBERS), article, span, None)
    return Reply(citation, Span(start, start + len(words)), SURE)


def said(
    text: str, words: str, published: str | None = None, language: str = "en", name: str | None = None
) -> Reply:
    """Return the words that answer, of an article that consists of one sentence."""
    date = PartialDate.parse(published) if published else None
    read = Draft(text, "a test", published=date, language=language)
    added = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    return reply(Article(name or text, 1, None, read, added), Span(0, len(text)), words)


def numbers(values: tuple[Value, ...]) -> list[int]:
    return [int(value.figure.value) for value in values if isinstance(value.figure.value, Decimal)]


def test_the_signing_bonus_has_three_values_newest_first(quote: Quote) -> None:
    values = conflicting([quote(*OLD), quote(*MOSCOW), quote(*NEW)])
    assert numbers(values) == [1_200_000, 1_900_000, 495_000]
    assert [value.figure.unit for value in values] == ["RUB"] * 3
    assert [str(value.citations[0].article.draft.published) for value in values] == [
        *("2026-03-05", "2024-07-26", "2023-09")
    ]


def test_of_one_article_its_first_answer_is_its_value(quote: Quote) -> None:
    assert numbers(conflicting([quote(*NEW), quote(*BACK), quote(*OLD)])) == [1_200_000, 495_000]
    assert conflicting([quote(*NEW), quote(*BACK)]) == ()


def test_articles_that_give_one_value_share_it_the_newest_first() -> None:
    first = said("The ticket costs 58 euros.", "58 euros", "2024-05-01")
    again = said("Het kaartje kost 58 euro.", "58 euro", "2025-06-01", "nl")
    other = said("The ticket costs 52 euros.", "52 euros", "2023-05-01")
    now, before = conflicting([first, again, other])
    assert now.citations == (again.citation, first.citation)
    assert before.citations == (other.citation,)


def test_what_has_no_date_comes_last() -> None:
    undated = said("The ticket costs 58 euros.", "58 euros")
    dated = said("The ticket costs 52 euros.", "52 euros", "2023-05-01")
    assert numbers(conflicting([undated, dated])) == [52, 58]


FERRY = said("The ferry ticket costs 58 euros.", "58 euros", "2025-05-01")


@pytest.mark.parametrize(
    "other",
    [
        said("The ferry ticket costs 52 dollars.", "52 dollars", "2023-05-01"),
        said("The ferry ticket costs 52 euros per month.", "52 euros", "2023-05-01"),
        said("The ferry earned 52 per cent more.", "52 per cent", "2023-05-01"),
        said("The ferry carried 52 people.", "52", "2023-05-01"),
        said("A ticket for the ferry costs 52 or 61 euros.", "52 or 61 euros", "2023-05-01"),
        said("The ferry ticket costs little.", "little", "2023-05-01"),
        said("The ferry ticket costs about 60 euros.", "about 60 euros", "2023-05-01"),
        said("The ferry ticket costs fifty-eight euros.", "fifty-eight euros", "2023-05-01"),
        said("De overtocht kost 58 euro.", "58 euro", "2023-05-01", "nl"),
        said("The ferry car costs 52 euros.", "52 euros", "2023-05-01", name=FERRY.citation.article.id),
    ],
    ids=[
        *("currency", "rate", "kind", "count", "several", "no figure", "rounded", "in words", "language"),
        "one article",
    ],
)
def test_what_agrees_or_cannot_be_compared_does_not_conflict(other: Reply) -> None:
    assert conflicting([FERRY, other]) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry ticket costs 52 euros.", "52 euros"),
        ("The ferry ticket costs fifty-two euros.", "fifty-two euros"),
        ("Of its 8 ferries one takes cars, for 52 euros.", "52 euros"),
        ("The ferry ticket costs 52 euros each way.", "52 euros"),
        ("The ferry ticket costs 900 euros.", "900 euros"),
    ],
)
def test_what_can_be_compared_does(text: str, words: str) -> None:
    assert len(conflicting([FERRY, said(text, words, "2023-05-01")])) == 2


def test_deaths_of_three_outlets_in_figures_and_in_words_all_differ() -> None:
    answers = [
        said("The fire killed sixteen people.", "sixteen", "2025-05-03"),
        said("Rescuers found 17 dead.", "17", "2025-05-04"),
        said("Bij de brand vielen achttien doden.", "achttien", "2025-05-05", "nl"),
        said("Eighteen people died, said the mayor.", "Eighteen", "2025-05-06"),
    ]
    assert numbers(conflicting(answers)) == [18, 17, 16]


def test_a_planned_year_conflicts_with_another_and_not_with_a_month_of_it() -> None:
    first = said("The barrier is to close for the first time in 2027.", "in 2027", "2022-05-12")
    later = said("The barrier will not be ready before 2029.", "2029", "2024-04-18")
    month = said("The barrier is to be ready in June 2029.", "June 2029", "2025-04-18")
    assert [value.figure.value for value in conflicting([first, later, month])] == [
        PartialDate(2029, 6),
        PartialDate(2027),
    ]


@pytest.mark.parametrize(
    ("dutch", "words", "english"),
    [
        (
            "De huur van Wilgenhof kost 240 duizend euro per maand.",
            "240 duizend euro",
            "Wilgenhof costs 210,000 euros a month.",
        ),
        (
            "De huur van Wilgenhof kost maandelijks 240 duizend euro.",
            "240 duizend euro",
            "Monthly, Wilgenhof costs 210,000 euros.",
        ),
    ],
)
def test_a_rate_is_the_same_in_both_languages(dutch: str, words: str, english: str) -> None:
    answers = [said(dutch, words, "2026-03-05", "nl"), said(english, "210,000 euros", "2024-07-26")]
    assert numbers(conflicting(answers)) == [240_000, 210_000]


TODAY = datetime.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "words", "published", "passed"),
    [
        ("The bridge opens on 4 May 2024.", "4 May 2024", "2023-03-01", True),
        ("The bridge opens in 2025.", "2025", "2023-03-01", True),
        ("The bridge opens on 4 May 2024.", "4 May 2024", None, False),
        ("The bridge opened on 4 May 2022.", "4 May 2022", "2023-03-01", False),
        ("The bridge opens on 4 May 2027.", "4 May 2027", "2023-03-01", False),
        ("The bridge opens in 2026.", "2026", "2023-03-01", False),
        ("The bridge opens in March 2023.", "March 2023", "2023-03", False),
        ("The bridge costs 40 euros.", "40 euros", "2023-03-01", False),
        ("The bridge opens soon.", "soon", "2023-03-01", False),
    ],
)
def test_a_date_that_was_ahead_and_lies_back_now_has_passed(
    text: str, words: str, published: str | None, *, passed: bool
) -> None:
    assert has_passed(said(text, words, published), TODAY) is passed


def stated(desk: Desk, question: str, day: str) -> list[tuple[str, str]]:
    """Return the values that the answer of that day lists, in Dutch, and when each was last told."""
    answer = desk.answerer.ask(question, Filters(as_of=PartialDate.parse(day)))
    return [
        (written(value.figure, "nl"), str(value.citations[0].article.draft.published))
        for value in answer.values
    ]


def test_an_answer_lists_what_articles_of_different_days_answer(desk: Desk) -> None:
    sentence = "A ticket for the cable ferry on Otterlake costs {} euros. The lake was calm all week."
    for year, euros in ((2021, 4), (2023, 5), (2025, 7)):
        add(desk, [draft(sentence.format(euros), f"fare-{year}", f"{year}-03-04", outlet=f"Paper {year}")])
    asked = "How much does a ticket for the cable ferry on Otterlake cost?"
    assert stated(desk, asked, "2026-01-01") == [
        *(("€ 7", "2025-03-04"), ("€ 5", "2023-03-04"), ("€ 4", "2021-03-04"))
    ]
    assert stated(desk, asked, "2024-01-01") == [("€ 5", "2023-03-04"), ("€ 4", "2021-03-04")]
    assert stated(desk, asked, "2022-01-01") == []


# What the sample articles give for what is asked; with a reader that errs now and then most of it must hold.
DIFFERING: list[tuple[str, dict[str, str]]] = [
    (
        "Hoe duur wordt de waterkering van Waardermonde?",
        {"2026-01-22": "€ 139 miljoen", "2024-04-18": "€ 112 miljoen", "2022-05-12": "€ 84 miljoen"},
    ),
    (
        "What does a gigajoule of district heat cost in Brammerveen?",
        {"2025-01-14": "€ 38,50", "2024-01-16": "€ 41,80", "2023-01-10": "€ 36,20"},
    ),
    (
        "Op hoeveel wordt de rekening voor de ziekenhuistram van Velmerstad nu geschat?",
        {"2024-06-12": "€ 248 miljoen", "2022-09-16": "€ 212 miljoen"},
    ),
    (
        "How many weeks do patients wait for a hip operation at Sint-Odilia?",
        {"2025-10-09": "11 weken", "2024-11-07": "23 weken", "2023-05-23": "14 weken"},
    ),
    (
        "Wat kost de boot naar Saltmarsh voor een auto met bestuurder?",
        {"2025-05-21": "€ 164", "2023-03": "€ 129"},
    ),
    (
        "Hoe lang moet Casimir Doornspijk na het hoger beroep de cel in?",
        {"2025-06-24": "30 maanden", "2024-01-16": "4 jaar"},
    ),
    ("Hoeveel zeehonden zijn er op de Kraaienplaat geteld?", {"2025-08-21": "455", "2023-08-24": "412"}),
    (
        "What is the budget of Kempenoord's women's team?",
        {"2024-08-14": "€ 1,1 miljoen", "2022-06-28": "€ 450.000"},
    ),
    ("Hoeveel moet Doornspijk uiteindelijk terugbetalen?", {}),
    ("For how long is Doornspijk banned from running a company?", {}),
    ("Hoeveel mensen heeft de chipfabriek in Brammerveen nu in dienst?", {}),
    ("How many people work for the heat company Gloed?", {}),
    ("What does a gigajoule of heat cost in Lindervoort?", {}),
    ("How much is the signing bonus of the Ukrainian army?", {}),
    ("Hoeveel toeschouwers trekt de vrouwenploeg van Kempenoord gemiddeld?", {}),
]


@pytest.mark.parametrize(("question", "expected"), [DIFFERING[4], DIFFERING[6]])
def test_what_samples_say_plainly_of_one_thing_is_listed(
    samples: Desk, question: str, expected: dict[str, str]
) -> None:
    assert stated(samples, question, "2026-11-22") == [(value, day) for day, value in expected.items()]


def test_the_values_of_answers_are_of_what_is_asked_and_of_their_own_article(samples: Desk) -> None:
    right = alien = 0
    for question, expected in DIFFERING:
        given = {day: value for value, day in stated(samples, question, "2026-11-22")}
        right += given == expected
        alien += not given.items() <= expected.items()
    assert right >= len(DIFFERING) * 0.5
    assert alien <= len(DIFFERING) * 0.34
