"""Numbers in words are read as those in digits are, and words that count nothing are no figures."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.figures.figure import Kind
from retrieval.figures.reading import figures
from retrieval.figures.sameness import same
from tests.retrieval.spelling import dutch, english

WHOLE = st.integers(2, 999_999)


def values(text: str, language: str) -> list[tuple[str, Decimal]]:
    return [(one.kind.value, Decimal(str(one.value))) for one in figures(text, language)]


@given(WHOLE)
def test_every_whole_number_in_words_is_the_same_as_in_digits(number: int) -> None:
    for text, language in ((dutch(number), "nl"), (english(number), "en")):
        (spelled,) = figures(f"{text} mensen" if language == "nl" else f"{text} people", language)
        (written,) = figures(f"€ {number}", language)
        assert (spelled.value, spelled.end) == (written.value, len(text)), text


@given(st.integers(2, 999), st.sampled_from([("miljoen", "million"), ("miljard", "billion")]))
def test_a_number_in_words_may_have_a_scale(number: int, scale: tuple[str, str]) -> None:
    (ours,) = figures(f"{dutch(number)} {scale[0]} euro", "nl")
    (theirs,) = figures(f"€{number} {scale[1]}", "en")
    assert same(ours, theirs)


@given(WHOLE, WHOLE)
def test_other_numbers_in_words_are_not_the_same(one: int, other: int) -> None:
    (ours,), (theirs,) = figures(f"{dutch(one)} euro", "nl"), figures(f"{english(other)} euros", "en")
    assert same(ours, theirs) is (one == other)


@given(st.integers(0, 99), st.integers(1, 99))
def test_decimals_in_words_are_those_in_digits(whole: int, part: int) -> None:
    fraction = f"{part}" if part % 10 else f"{part // 10}"
    ours = values(f"{dutch(whole)} komma {dutch(int(fraction))} procent", "nl")
    digits = " ".join(english(int(digit)) for digit in fraction)
    assert ours == values(f"{english(whole)} point {digits} per cent", "en")
    assert ours == [("percent", Decimal(f"{whole}.{fraction}"))]


@pytest.mark.parametrize(
    ("dutch_words", "english_words", "value"),
    [
        ("anderhalf miljoen mensen", "1.5m people", 1_500_000),
        ("1½ miljoen mensen", "1 1/2 million people", 1_500_000),
        ("een half miljoen", "half a million", 500_000),
        ("3/4 miljoen", "three quarters of a million", 750_000),
        ("een miljoen tweehonderdduizend", "1,200,000", 1_200_000),
        ("negenhonderdduizend", "900k", 900_000),
        ("een dozijn eieren", "a dozen eggs", 12),
        ("twaalf doden", "twelve dead", 12),
        ("éénentwintig doden", "twenty-one dead", 21),
        ("duizendeen nachten", "a thousand and one nights", 1001),
        ("drie komma vijf miljoen", "three point five million", 3_500_000),
        ("vijf miljoen mensen", "5m have fled", 5_000_000),
        ("vijf miljoen mensen", "5m were displaced.", 5_000_000),
    ],
)
def test_one_number_has_many_spellings(dutch_words: str, english_words: str, value: int) -> None:
    (ours,), (theirs,) = figures(dutch_words, "nl")[:1], figures(english_words, "en")[:1]
    assert ours.value == theirs.value == value


@pytest.mark.parametrize(
    ("text", "language", "ends"),
    [
        ("vijf- tot zesduizend mensen", "nl", [5000, 6000]),
        ("vijf- of zesduizend mensen", "nl", [5000, 6000]),
        ("twee tot driehonderd mensen", "nl", [200, 300]),
        ("two to three hundred people", "en", [200, 300]),
        ("between two and three hundred thousand people", "en", [200_000, 300_000]),
        ("tien tot twaalf mensen", "nl", [10, 12]),
        ("from ten to two hundred", "en", [10, 200]),
        ("two or three hundred", "en", [2, 300]),
    ],
)
def test_the_ends_of_a_range_in_words_count_the_same(text: str, language: str, ends: list[int]) -> None:
    assert [one.value for one in figures(text, language)] == ends


def test_a_group_of_about_so_many_is_a_rounded_number() -> None:
    (about,), (exact,), (three,) = (
        figures(text, "nl") for text in ("een vijftigtal", "51 mensen", "een drietal")
    )
    assert about.approximate
    assert same(about, exact)
    assert not three.approximate
    assert three.value == 3


def test_a_ton_of_money_is_told_by_what_it_pays() -> None:
    assert [str(one.value) for one in figures("drie ton subsidie, vier ton aan schade", "nl")] == [
        *("300000", "400000")
    ]
    units = ("drie ton subsidie", "drie ton graan", "Het kostte drie ton.")
    assert [figures(text, "nl")[0].unit for text in units] == ["EUR", "t", "ton"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De rechtbank acht het bewezen.", "nl"),
        ("Hij acht zich onschuldig.", "nl"),
        ("Acht u dat juist?", "nl"),
        ("De regels zijn in acht genomen.", "nl"),
        ("Sla er geen acht op.", "nl"),
        ("Het elftal speelde goed.", "nl"),
        ("In de Big Four is plaats.", "nl"),
        ("Wales won the Six Nations again.", "en"),
        ("They sang with the Famous Five.", "en"),
        ("It was one of those days, and no one came.", "en"),
        ("Een man en een vrouw liepen weg.", "nl"),
        ("Tientallen mensen, duizenden dieren.", "nl"),
        ("Hundreds came; a few thousand left.", "en"),
        ("On 3/4 the paper wrote of 24/7 care.", "en"),
        ("At this point a second try was made.", "en"),
    ],
)
def test_words_that_count_nothing_are_no_figures(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Acht mensen zijn vrij.", "nl", 8),
        ("Er zijn acht zieken, van de acht die er waren.", "nl", 8),
        ("Zes Nederlanders zijn vrij.", "nl", 6),
        ("Six Britons are free.", "en", 6),
        ("He said: Six Britons are free.", "en", 6),
        ("Ramp in Oever\nZes Nederlanders zijn vrij.", "nl", 6),
        ("At that point two people left.", "en", 2),
        ("Five hundred and one of them left.", "en", 500),
    ],
)
def test_numerals_at_the_beginning_of_a_line_or_sentence_count(text: str, language: str, value: int) -> None:
    assert figures(text, language)[0].value == value
    assert figures(text, language)[0].kind is Kind.COUNT
