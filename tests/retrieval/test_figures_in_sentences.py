"""Figures are found in sentences, held against quotes and repeated for readers of the other language."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from corpus.dates import PartialDate
from retrieval.figures.figure import Figure, Kind
from retrieval.figures.reading import figures
from retrieval.figures.repeating import repeated
from retrieval.figures.sameness import covers, same
from retrieval.figures.writing import written

BONUS = (
    "Wie tekent krijgt 495 duizend roebel, ongeveer 4.700 euro, en dat is ruim twee keer zoveel als eerst."
)


def one(text: str, language: str | None = "en") -> Figure:
    (figure,) = figures(text, language)
    return figure


def literally(text: str, language: str | None) -> list[str]:
    return [text[figure.start : figure.end] for figure in figures(text, language)]


def test_a_figure_says_where_it_stands() -> None:
    assert literally(BONUS, "nl") == ["495 duizend roebel", "4.700 euro", "twee keer"]
    assert [figure.approximate for figure in figures(BONUS, "nl")] == [False, True, True]


def test_articles_may_stand_between_about_and_its_figure() -> None:
    assert one("rond de 300 mensen", "nl").approximate
    assert one("bijna een derde", "nl").approximate
    assert not one("de 300 mensen", "nl").approximate


def test_a_number_before_a_year_is_no_share() -> None:
    assert literally("There were 39 in 2023, and one in three was young.", "en") == [
        "39",
        "2023",
        "one in three",
    ]


def test_both_ends_of_a_range_are_figures() -> None:
    text = "Het kost tussen de 5 en 7 miljoen euro, en niet 84 tot 112 miljoen."
    assert [figure.value for figure in figures(text, "nl")] == [5_000_000, 7_000_000, 84_000_000, 112_000_000]
    assert [figure.unit for figure in figures(text, "nl")] == ["EUR", "EUR", None, None]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2,259 euro", "nl", "2.259"),
        ("4,700 euro", "nl", "4700"),
        ("4.700 people", "en", "4700"),
        ("4.125 people", "en", "4.125"),
        ("1.250 million", "en", "1250000"),
        ("4,750 procent", "nl", "4.75"),
        ("0,250 liter", "nl", "0.25"),
        ("1.234,5", "en", "1234.5"),
        ("1,234.5", "nl", "1234.5"),
        ("1,9", "nl", "1.9"),
        ("1.9", "nl", "1.9"),
    ],
)
def test_the_sign_for_thousands_follows_the_language_unless_the_number_itself_says_otherwise(
    text: str, language: str, value: str
) -> None:
    assert one(text, language).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("There were 4,700 of them and it is raining", None, 4700),
        ("Er waren er 4.700 en het regent", None, 4700),
        ("Het kost nu 2,259 euro en dat is veel", None, Decimal("2.259")),
        ("4,7 miljoen", None, 4_700_000),
        ("4.700 Rubel", "de", 4700),
        ("4 700,5", "fr", Decimal("4700.5")),
    ],
)
def test_an_unknown_or_other_language_is_made_the_best_of(
    text: str, language: str | None, value: Decimal
) -> None:
    assert one(text.replace("4 700", "4\u00a0700"), language).value == value


@pytest.mark.parametrize(
    ("told", "exact", "expected"),
    [
        ("about 4,700 euros", "4,712 euros", True),
        ("about 4,700 euros", "4,790 euros", False),
        ("nearly 5 million", "4.9 million", True),
        ("nearly 5 million", "4.6 million", False),
        ("about 10", "14", False),
        ("4,700 euros", "4,712 euros", False),
        ("about 300", "about 304", True),
        ("about 300", "300", True),
    ],
)
def test_a_rounded_figure_is_an_exact_one_only_where_its_text_says_that_it_rounds(
    told: str,
    exact: str,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert same(one(told), one(exact)) is expected
    assert same(one(exact), one(told)) is expected


@pytest.mark.parametrize(
    ("said", "quote", "expected"),
    [
        ("€4,700", BONUS, True),
        ("495,000 roubles", BONUS, True),
        ("twice", BONUS, True),
        ("495,000 euros", BONUS, False),
        ("€4,712", BONUS, False),
        ("about 4,700", "Het waren er 4.712.", True),
        ("September 2023", "Op 14 september 2023 begon het.", True),
        ("in 2023", "Op 14 september 2023 begon het.", True),
        ("14 September", "Op 14 september 2023 begon het.", True),
        ("14 September 2023", "Op 14 september begon het.", False),
        ("14 September 2023", "In september 2023 begon het.", False),
        ("2%", "Dat is 2 procentpunt meer.", False),
    ],
)
def test_a_quote_holds_what_it_states_at_least_as_exactly(
    said: str,
    quote: str,
    expected: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert covers(figures(quote, "nl"), one(said)) is expected


def test_under_a_foreign_quote_stand_the_figures_that_its_reader_writes_otherwise() -> None:
    assert repeated(BONUS, "nl", "en") == ("495,000 roubles", "€4,700")
    assert repeated("It took 39 wolves, 1.9 million roubles and a third of 2023.", "en", "nl") == (
        "1,9 miljoen roebel",
    )
    assert repeated(BONUS, "nl", "nl") == ()
    assert repeated("Vijfentwintig van de twee groepen, 60 procent.", "nl", "en") == ("25",)


@pytest.mark.parametrize(
    ("quote", "language", "expected"),
    [
        ("It took a year and a half less than the two halves of a plan.", "en", ("1,5 jaar",)),
        ("A train left at 22.04, and prices closed at 5.52.", "en", ("22.04 uur",)),
        ("Residents gave her a 7.3 out of ten; nine out of ten voted.", "en", ("7,3 op 10",)),
        (
            "Het kreeg een 7,3 op tien na een kwartier of drie kwartier.",
            "nl",
            ("7.3 out of 10", "45 minutes"),
        ),
        ("It opened on 14 April and 1 March.", "en", ()),
        ("The price doubled; the cake was cut in half.", "en", ()),
        ("Het is open tot twaalf uur en duurt twee uur.", "nl", ("2 hours",)),
        ("They saw Ocean's Thirteen. Thirty people came.", "en", ("30",)),
        ("After a ninety-degree turn it was nine degrees.", "en", ("9 °C",)),
        ("Two pounds of flour bake in three quarters of an hour.", "en", ("45 minuten",)),
        ("One in a million, at midnight.", "en", ("middernacht",)),
    ],
)
def test_what_may_be_read_otherwise_is_rather_not_repeated(
    quote: str, language: str, expected: tuple[str, ...]
) -> None:
    assert repeated(quote, language, "en" if language == "nl" else "nl") == expected


def test_what_dutch_ton_means_is_not_guessed() -> None:
    assert repeated("Het onderzoek kostte vier ton.", "nl", "en") == ()
    assert repeated("Er ging 4,5 ton staal in.", "nl", "en") == ("4.5 tonnes",)
    assert repeated("Het kostte vier ton euro.", "nl", "en") == ("€400,000",)


@pytest.mark.parametrize(
    ("figure", "dutch", "english"),
    [
        (Figure(Kind.AMOUNT, Decimal(495000), "RUB", 0, 0), "495.000 roebel", "495,000 roubles"),
        (Figure(Kind.AMOUNT, Decimal(4700), "EUR", 0, 0), "€ 4.700", "€4,700"),
        (Figure(Kind.AMOUNT, Decimal("4.5"), "EUR", 0, 0), "€ 4,50", "€4.50"),
        (Figure(Kind.AMOUNT, Decimal(1900000), "RUB", 0, 0), "1,9 miljoen roebel", "1.9 million roubles"),
        (Figure(Kind.AMOUNT, Decimal(1912345), "EUR", 0, 0), "€ 1.912.345", "€1,912,345"),
        (Figure(Kind.AMOUNT, Decimal("2.5E12"), "RUB", 0, 0), "2,5 biljoen roebel", "2.5 trillion roubles"),
        (
            Figure(Kind.COUNT, Decimal(10**30 + 1), None, 0, 0),
            "1" + ".000" * 9 + ".001",
            "1" + ",000" * 9 + ",001",
        ),
        (Figure(Kind.AMOUNT, Decimal(2), "USD", 0, 0), "$ 2", "$2"),
        (Figure(Kind.AMOUNT, Decimal(1), "SEK", 0, 0), "1 Zweedse kroon", "1 Swedish krona"),
        (
            Figure(Kind.AMOUNT, Decimal("2.5E9"), "DKK", 0, 0),
            "2,5 miljard Deense kronen",
            "2.5 billion Danish kroner",
        ),
        (Figure(Kind.AMOUNT, Decimal(2), "INR", 0, 0), "2 Indiase roepies", "2 Indian rupees"),
        (Figure(Kind.AMOUNT, Decimal(2), "TRY", 0, 0), "2 Turkse lira", "2 Turkish lira"),
        (Figure(Kind.AMOUNT, Decimal(30), "JPY", 0, 0), "30 yen", "30 yen"),
        (Figure(Kind.COUNT, Decimal("-1234.567"), None, 0, 0), "-1.234,567", "-1,234.567"),
        (Figure(Kind.COUNT, Decimal(3 * 10**12), None, 0, 0), "3 biljoen", "3 trillion"),
        (Figure(Kind.PERCENT, Decimal("1E30"), "%", 0, 0), f"1{'.000' * 10}%", f"1{',000' * 10}%"),
        (Figure(Kind.MEASURE, Decimal("1.5"), "l", 0, 0), "1,5 liter", "1.5 litres"),
        (Figure(Kind.MEASURE, Decimal(30), "t", 0, 0), "30.000 kg", "30 tonnes"),
        (Figure(Kind.MEASURE, Decimal(2), "barrel", 0, 0), "2 vaten", "2 barrels"),
        (Figure(Kind.MEASURE, Decimal(3), "acre", 0, 0), "3 acre", "3 acres"),
        (Figure(Kind.DURATION, Decimal(2), "day", 0, 0), "2 dagen", "2 days"),
        (Figure(Kind.PERCENT, Decimal("0.5"), "pp", 0, 0), "0,5 procentpunt", "0.5 percentage points"),
        (Figure(Kind.MEASURE, Decimal("2.40"), "m", 0, 0), "2,40 m", "2.40 m"),
        (Figure(Kind.DURATION, Decimal("0.5"), "hour", 0, 0), "half uur", "half an hour"),
        (Figure(Kind.DURATION, Decimal(1), "year", 0, 0), "1 jaar", "1 year"),
        (Figure(Kind.TIME, Decimal(1230), "day", 0, 0), "20.30 uur", "8.30pm"),
        (Figure(Kind.TIME, Decimal(525), "half day", 0, 0), "kwart voor negen", "8:45"),
        (Figure(Kind.MULTIPLE, Decimal("0.05"), None, 0, 0), "1 op de 20", "1 in 20"),
        (Figure(Kind.MULTIPLE, Decimal("0.4"), None, 0, 0), "twee vijfde", "two fifths"),
        (Figure(Kind.ORDINAL, Decimal(22), None, 0, 0), "22e", "22nd"),
        (Figure(Kind.ORDINAL, Decimal(112), None, 0, 0), "112e", "112th"),
        (Figure(Kind.DATE, PartialDate(2023, 9, 14), None, 0, 0), "14 september 2023", "14 September 2023"),
    ],
)
def test_figures_are_written_as_a_newspaper_of_the_language_does(
    figure: Figure, dutch: str, english: str
) -> None:
    assert written(figure, "nl") == dutch
    assert written(figure, "en") == english


def test_nothing_is_found_in_nothing_and_strange_signs_do_no_harm() -> None:
    for text in (
        "",
        " ",
        "€",
        "-",
        "½",
        "1.2.3.4",
        "12/",
        "²",
        "٣",
        "9" * 5000,
        "half half half",
        "één",
        "a",
        "0/0",
    ):
        assert isinstance(figures(text, "nl"), tuple)
        assert isinstance(figures(text, "en"), tuple)


def test_a_sentence_takes_less_than_a_millisecond() -> None:
    figures(BONUS, "nl")
    texts = [f"{BONUS} {number}" for number in range(200)]
    began = time.thread_time()
    for text in texts:
        figures(text, "nl")
    assert (time.thread_time() - began) / len(texts) < 0.001  # of a core; about 0.1 ms
