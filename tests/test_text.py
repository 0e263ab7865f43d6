import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from corpus.text import folded, normalise

ANY_TEXT = st.text(st.characters(), max_size=200)


@given(ANY_TEXT)
def test_normalised_text_is_stable_can_be_stored_and_has_one_kind_of_line_end(raw: str) -> None:
    text = normalise(raw)
    assert normalise(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text
    assert not set(text) & set("\r\0\ufeff\u2028\x0c")
    assert text.splitlines() == text.removesuffix("\n").split("\n") or text in {"", "\n"}


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=100))
def test_ordinary_characters_are_all_kept(raw: str) -> None:
    assert normalise(raw) == unicodedata.normalize("NFC", raw)


def test_every_line_end_becomes_one() -> None:
    assert normalise("a\r\nb\rc\nd\u2028e\x85f\x0cg") == "a\nb\nc\nd\ne\nf\ng"


def test_what_cannot_be_text_goes_and_tabs_and_edges_stay() -> None:
    assert normalise("\ufeff  een\0 \ttwee\x07 \ud800\n\n") == "  een \ttwee \n\n"


def test_a_letter_written_in_two_parts_becomes_one() -> None:
    assert normalise("Oekrai\u0308ne") == "Oekraïne"


@given(ANY_TEXT)
def test_a_folded_text_is_small_letters_without_accents(raw: str) -> None:
    decomposed = unicodedata.normalize("NFKD", raw.casefold())
    assert folded(raw) == "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def test_every_letter_is_folded_by_itself() -> None:
    assert folded("Oekraïne, Škoda, Ångström, Straße, ﬁn, Ḳiev\u0301\u0327") == (
        "oekraine, skoda, angstrom, strasse, fin, kiev"
    )
