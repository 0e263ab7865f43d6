import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.tokens import tokens, words

ANY_TEXT = st.text(max_size=80)
LANGUAGES = st.lists(st.sampled_from(["nl", "en", "de", "ru", "uk", "tr", None]), max_size=3)


@pytest.mark.parametrize("written", ["4.700", "4,700", "4700"])
def test_thousands_are_the_same_however_they_are_parted(written: str) -> None:
    assert words(f"ongeveer {written} euro") == ["ongeveer", "4700", "euro"]


def test_decimals_are_the_same_with_comma_and_with_point_and_are_no_thousands() -> None:
    assert words("1,9 miljoen") == words("1.9 miljoen") == ["1_9", "miljoen"]
    assert words("19") != words("1,9")


def test_a_full_stop_after_a_number_is_no_part_of_it() -> None:
    assert words("In 2023. Toen 5, 6.") == ["in", "2023", "toen", "5", "6"]


def test_case_accents_and_apostrophes_fold_away() -> None:
    assert words("OEKRAÏNE Straße café's Russia\u2019s") == ["oekraine", "strasse", "cafe", "russia"]


def test_typographic_forms_of_letters_and_digits_are_those_letters_and_digits() -> None:
    assert words("ﬁets \uff12\uff10\uff12\uff13") == ["fiets", "2023"]


def test_words_are_stemmed_in_the_language_asked_for() -> None:
    assert tokens("bonussen landen", ["nl"]) == tokens("bonus land", ["nl"])
    assert tokens("bonuses payments", ["en"]) == tokens("bonus payment", ["en"])


def test_a_word_is_stemmed_in_every_language_but_counts_once_where_the_stems_agree() -> None:
    assert tokens("bonus", ["nl", "en"]) == ["bonus"]
    assert tokens("payments", ["en", "nl"]) == ["payment", "payments"]


def test_a_language_without_a_stemmer_keeps_the_word() -> None:
    assert tokens("Новини payments", ["uk"]) == ["новини", "payments"]
    assert tokens("payments", [None]) == ["payments"]
    assert tokens("payments", []) == ["payments"]


@given(ANY_TEXT, LANGUAGES)
def test_a_token_is_one_plain_word_so_that_tokens_can_be_kept_in_one_line(
    text: str, languages: list[str | None]
) -> None:
    found = tokens(text, languages)
    assert " ".join(found).split() == found
    assert all(token.replace("_", "").isalnum() for token in found)


def test_a_sign_that_stands_for_several_words_is_several() -> None:
    assert len(words("ﷺ")) == 4
    assert words("½ m²") == ["1", "2", "m2"]


def test_a_mark_that_is_only_an_accent_is_no_word() -> None:
    assert words("\uff9e \u037a") == []


def test_a_word_that_nobody_types_is_cut_so_that_every_database_takes_it() -> None:
    assert [len(word) for word in words("a" * 5000 + " " + "7" * 5000)] == [64, 64]
