import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import paragraphs, sentences

PIECES = st.sampled_from(
    ["Een zin.", "Nog een?", "\n", "\n\n", " ", "\t", "1,9 mln. euro", "Œuvre 😀!", "“Ja,” zei hij.",
     "a.u.b.", "\n \n", "Dr. Jansen", "…", "\u00a0", "Kop zonder punt"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=200)


def written(text: str, language: str | None = None) -> list[str]:
    return [sentence.of(text) for sentence in sentences(text, language)]


@given(TEXTS, st.sampled_from(["nl", "en", "ru", "xx", None]))
def test_sentences_are_in_order_apart_and_together_hold_every_word(text: str, language: str | None) -> None:
    found = sentences(text, language)
    edges = [edge for span in found for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


@given(TEXTS)
def test_no_sentence_crosses_a_blank_line(text: str) -> None:
    around = paragraphs(text)
    for span in sentences(text, "nl"):
        assert any(one.start <= span.start and span.end <= one.end for one in around)


@pytest.mark.parametrize(
    "text",
    [
        "Het kost 1,9 mln. euro per jaar.",
        "Hij kwam op 3 jan. 2024 aan in Rotterdam.",
        "Er zijn o.a. te veel wolven gezien.",
        "Volgens prof. dr. Jansen klopt dat.",
        "De straf is max. 3 jaar en ca. 4.700 euro.",
        "Het gaat om bijv. Duitsland.",
        "“Wie betaalt dat?” vroeg zij.",
        "De prijs incl. btw is hoog.",
    ],
)
def test_dutch_abbreviations_end_no_sentence(text: str) -> None:
    assert written(text, "nl") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith paid $4.7 million to the U.S. government.",
        "Mr. and Mrs. Jones left at 5 p.m. yesterday.",
        "It happened on Sept. 11 near St. Louis.",
        "Gen. Petrov spoke of 1.9 bn. roubles.",
    ],
)
def test_english_abbreviations_end_no_sentence(text: str) -> None:
    assert written(text, "en") == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Her husband is ill.", "Brandsma has led the city since 2015."),
        ("Two brothers will stand trial in May.", "A roofer has confessed."),
        ("“Half of us were ill.”", "“Nobody came,” he said."),
    ],
)
def test_a_word_that_looks_like_an_abbreviation_ends_its_sentence(first: str, second: str) -> None:
    assert written(f"{first} {second}", "en") == [first, second]


def test_sentences_part_at_their_ends() -> None:
    text = "Rusland betaalt meer. Waarom? Dat zegt niemand! “Geen idee,” zei hij."
    assert written(text, "nl") == [
        "Rusland betaalt meer.",
        "Waarom?",
        "Dat zegt niemand!",
        "“Geen idee,” zei hij.",
    ]


def test_a_headline_is_a_line_of_its_own() -> None:
    assert written("Tekenbonus verhoogd\nRusland betaalt meer.", "nl") == [
        "Tekenbonus verhoogd",
        "Rusland betaalt meer.",
    ]


def test_a_sentence_that_an_editor_wrapped_stays_whole() -> None:
    text = "De gemeente heeft gisteren besloten dat de nieuwe brug over\nde rivier er komt. Dat is laat."
    assert written(text, "nl")[0] == text.removesuffix(" Dat is laat.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_number_of_an_item_is_part_of_its_first_sentence(language: str) -> None:
    assert written("1. Who pays? The province.\n2) In May.\n12. In 2026. Then 3. No more.", language)[:4] == [
        "1. Who pays?",
        "The province.",
        "2) In May.",
        "12. In 2026.",
    ]


def test_items_and_rows_are_lines_of_their_own() -> None:
    text = "The ferry sails at these times of day and night, except on Sunday:\n- first: 06.15\n• last: 23.40"
    assert written(text, "en") == text.split("\n")
    assert written("| Team | Points |\n|---|---|\n| Kempenoord | 31 |", "en") == [
        *("| Team | Points |", "|---|---|", "| Kempenoord | 31 |")
    ]
