from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Span
from corpus.sentences import sentences
from retrieval.answering.text_fragment import link

PAGE = "https://nieuws.example/artikel"
SENTENCES = st.lists(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=60), max_size=8
)


def directive(text: str, quote: str, url: str = PAGE) -> str:
    start = text.rindex(quote)
    address = link(url, text, Span(start, start + len(quote)))
    assert address is not None
    return address.removeprefix(url).removeprefix("#").removeprefix(":~:text=")


def test_a_short_quote_is_named_whole() -> None:
    assert directive("Het regent. De boot vaart.", "De boot vaart.") == "De%20boot%20vaart."


@pytest.mark.parametrize(
    ("quote", "encoded"),
    [
        ("Kant-en-klaar", "Kant%2Den%2Dklaar"),
        ("Ja, nee", "Ja%2C%20nee"),
        ("R&D kost 12%", "R%26D%20kost%2012%25"),
        ("Een café", "Een%20caf%C3%A9"),
        ("\u2018Nee\u2019", "%E2%80%98Nee%E2%80%99"),
        ('Wat #1+1=2 "is"?', "Wat%20%231%2B1%3D2%20%22is%22%3F"),
    ],
)
def test_what_means_something_in_a_fragment_is_encoded(quote: str, encoded: str) -> None:
    assert directive(quote, quote) == encoded


def test_a_long_quote_is_named_by_its_beginning_and_its_end() -> None:
    quote = f"Zo begint de lange zin die {'heel ' * 30}ver van hier en nu eindigt."
    assert directive(quote, quote) == "Zo%20begint%20de%20lange%20zin,van%20hier%20en%20nu%20eindigt."


def test_the_beginning_of_a_long_quote_is_as_long_as_it_must_be_to_be_its_own() -> None:
    quote = f"Zo begint de lange zin over boten die {'heel ' * 30}ver van hier en nu eindigt."
    text = f"Zo begint de lange zin over treinen.\n\n{quote}"
    assert directive(text, quote).startswith("Zo%20begint%20de%20lange%20zin%20over%20boten,")


def test_a_long_quote_in_a_script_without_spaces_is_named_whole() -> None:
    quote = "新しい水門の建設費は一億三千九百万ユーロに達した" * 6 + "。"
    assert unquote(directive(quote, quote)) == quote


def test_a_repeated_quote_is_told_by_the_words_before_it() -> None:
    text = "Nee. Hij zei daarna nog drie keer heel hard: Nee."
    assert directive(text, "Nee.") == "drie%20keer%20heel%20hard%3A-,Nee."


def test_more_words_are_put_before_it_where_four_are_not_its_own() -> None:
    text = "Eerst zei de man van hier Nee. Toen zei de man van hier Nee."
    assert directive(text, "Nee.").startswith("Toen%20zei%20de%20man%20van%20hier-,")


def test_a_repeated_quote_that_opens_a_paragraph_is_told_by_the_words_after_it() -> None:
    text = "Nee. Meer niet.\n\nNee. Zo eenvoudig was het toen niet."
    assert directive(text, "Nee.") == "Nee.,-Zo%20eenvoudig%20was%20het"


def test_a_repeated_quote_that_is_a_paragraph_is_told_by_the_paragraph_before_it() -> None:
    assert directive("Nee.\n\nJa, hij gaat weer.\n\nNee.", "Nee.") == "Ja%2C%20hij%20gaat%20weer.-,Nee."


def test_the_mark_of_a_list_is_no_part_of_the_page() -> None:
    assert directive("- Een brug.\n- Een dijk.", "- Een dijk.") == "Een%20dijk."


def test_line_ends_inside_a_quote_are_spaces() -> None:
    assert directive("De boot\nvaart\tniet.", "De boot\nvaart\tniet.") == "De%20boot%20vaart%20niet."


def test_an_address_keeps_its_own_fragment_and_loses_an_older_quote() -> None:
    assert link(f"{PAGE}#deel2", "Nee.", Span(0, 4)) == f"{PAGE}#deel2:~:text=Nee."
    assert link(f"{PAGE}#:~:text=oud", "Nee.", Span(0, 4)) == f"{PAGE}#:~:text=Nee."
    assert link(f"{PAGE}?id=1&b=2", "Nee.", Span(0, 4)) == f"{PAGE}?id=1&b=2#:~:text=Nee."


@pytest.mark.parametrize("url", [None, "", "file:///etc/passwd", "javascript:alert(1)", "krant.txt"])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert link(url, "Nee.", Span(0, 4)) is None


@given(SENTENCES)
def test_every_sentence_can_be_read_back_from_its_link(written: list[str]) -> None:
    text = "\n\n".join(written)
    for span in sentences(text, "nl"):
        address = link(PAGE, text, span)
        assert address is not None
        encoded = address.removeprefix(f"{PAGE}#:~:text=")
        assert re.fullmatch(r"[A-Za-z0-9._~%,-]+", encoded)
        parts = [part for part in encoded.split(",") if not (part.endswith("-") or part.startswith("-"))]
        quoted = " ".join(span.of(text).removeprefix("- ").split())
        assert 1 <= len(parts) <= 2
        assert quoted.startswith(unquote(parts[0]))
        assert quoted.endswith(unquote(parts[-1]))
        assert len(parts) == 2 or unquote(parts[0]) == quoted
