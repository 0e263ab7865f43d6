import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate
from corpus.reading.fields import BadField, Fields
from corpus.reading.headers import split

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzéïABC0123456789", min_size=1, max_size=12), min_size=1)
VALUES = WORDS.map(lambda words: " ".join(words)[:200].strip())
DATES = st.builds(
    PartialDate, st.integers(1600, 2999), st.integers(1, 12), st.none() | st.integers(1, 28)
) | st.builds(PartialDate, st.integers(1600, 2999))
# The day from which computers count is what programs write that know no day.
CHANGED = DATES.filter(lambda date: date != PartialDate(1970, 1, 1))


@given(title=VALUES, outlet=VALUES, author=VALUES, published=DATES, modified=CHANGED, text=VALUES)
def test_what_header_lines_say_is_read_and_the_text_below_is_kept(
    title: str, outlet: str, author: str, published: PartialDate, modified: PartialDate, text: str
) -> None:
    header = f"Title: {title}\nBRON: {outlet}\nauteur : {author}\ndate {published}\nmodified: {modified}\n"
    stated, rest = split(f"{header}\n{text}\n")
    assert stated == Fields(title=title, outlet=outlet, author=author, published=published, modified=modified)
    assert rest == f"{text}\n"


@given(st.text(max_size=300).map(lambda text: f"Gisteren {text}"))
def test_a_text_without_header_lines_is_kept_to_the_letter(text: str) -> None:
    assert split(text) == (Fields(), text)


def test_a_date_without_a_colon_leaves_the_rest_of_its_line_to_the_text() -> None:
    stated, rest = split(" date 2023-09 De kade bij nacht. Beeld ANP\n\nTekst.")
    assert stated == Fields(published=PartialDate(2023, 9))
    assert rest == "De kade bij nacht. Beeld ANP\n\nTekst."


def test_dutch_names_and_blank_lines_between_headers_are_understood() -> None:
    stated, rest = split(
        "titel: Brug dicht\n\ndatum: 5 september 2023\ntaal: Nederlands\n\nDe brug is dicht."
    )
    assert stated == Fields(title="Brug dicht", published=PartialDate(2023, 9, 5), language="nl")
    assert rest == "De brug is dicht."


def test_front_matter_is_read_and_its_unknown_keys_are_left_out() -> None:
    authors = "authors:\n  - Sanne de Wit\n  - Bram Kolk\n"
    matter = f'---\ntitle: "Een pont"\ntags: [haven]\n{authors}date: 2024-03\n---\n'
    stated, rest = split(matter + "De pont vaart.")
    assert stated == Fields(
        title="Een pont", author="Sanne de Wit, Bram Kolk", published=PartialDate(2024, 3)
    )
    assert rest == "De pont vaart."


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    text = "---\nDe pont vaart.\n---\nDe brug is open."
    assert split(text) == (Fields(), text)


def test_a_long_paragraph_that_begins_with_a_known_word_is_text() -> None:
    text = "Bron: " + "dit is een lange zin over de haven " * 10
    assert split(text) == (Fields(), text)


@pytest.mark.parametrize(
    "line", ["date: soon", "modified: never", "url: not an address", "language: Klingon"]
)
def test_a_header_that_cannot_be_read_is_told_with_what_it_says(line: str) -> None:
    with pytest.raises(BadField, match=line.partition(": ")[2]):
        split(f"{line}\n\nText.")


def test_a_field_is_told_by_its_first_line_and_a_second_one_is_text() -> None:
    assert split("title: Een\ntitle: Twee\n") == (Fields(title="Een"), "title: Twee\n")


def test_the_word_date_in_a_sentence_is_no_header() -> None:
    text = "Date night is back in Skelby.\n\nCouples queue."
    assert split(text) == (Fields(), text)
