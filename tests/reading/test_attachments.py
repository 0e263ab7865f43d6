from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.attachment import read_attachment
from corpus.reading.fields import BadField
from corpus.reading.form import draft_of
from corpus.reading.links import addresses_in

PAGE = b"<html><body><article><p>De pont naar de Oosterkade vaart weer.</p></article></body></html>"


def text_of(name: str, content: bytes) -> str:
    found = read_attachment(name, content)
    assert isinstance(found, Draft), found
    assert found.source == name
    return found.text


def complaint_of(name: str, content: bytes) -> str:
    found = read_attachment(name, content)
    assert isinstance(found, SourceUnreadable), found
    assert found.source == name
    return str(found)


def test_text_and_markdown_are_read_with_their_headers() -> None:
    found = read_attachment("message.TXT", b"title: Pont\ndate 2024-03\n\nDe pont vaart weer.")
    assert isinstance(found, Draft)
    assert (found.title, str(found.published), found.text) == ("Pont", "2024-03", "De pont vaart weer.")
    assert text_of("a.md", b"# Pont\n\nDe pont vaart.") == "De pont vaart."


def test_a_page_and_a_pdf_are_known_by_their_content(pdf: Callable[..., bytes]) -> None:
    assert "Oosterkade" in text_of("a.html", PAGE)
    assert "Oosterkade" in text_of("a.txt", b"\n" + PAGE)
    assert text_of("plan", pdf(["De pont vaart weer."])) == "De pont vaart weer."


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"a" * 20_000_001, "20 MB"),
        ("a.txt", b"PK\x03\x04", "a ZIP archive"),
        ("a.pdf", b"no pdf", "damaged"),
        ("a.png", b"x", "an image"),
        ("a.docx", b"x", "no Word document"),
        ("a.jsonl", b"{}", "`.jsonl` are not read"),
        ("/etc/passwd", b"x", "without an ending"),
    ],
)
def test_what_is_no_article_gets_one_sentence(name: str, content: bytes, sentence: str) -> None:
    assert sentence in complaint_of(name, content)


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Lees https://a.example/b, en http://c.example.", ["https://a.example/b", "http://c.example"]),
        ("<https://a.example/b> https://a.example/b", ["https://a.example/b"]),
        ("[pont](https://a.example/pont_(schip)) (https://b.example/x)!", None),
        ("**https://a.example/b**; ||https://c.example/d||", ["https://a.example/b", "https://c.example/d"]),
        ("https://nl.example/Pont_(schip).", ["https://nl.example/Pont_(schip)"]),
        ("ftp://a.example file:///etc/passwd /etc/passwd a.example https:// http://[", []),
        ("HTTPS://A.example/Q?a=1&b=%20#c", ["HTTPS://A.example/Q?a=1&b=%20#c"]),
        ("(zie https://a.example/b.)", ["https://a.example/b"]),
        ("“https://a.example/b”…", ["https://a.example/b"]),
    ],
)
def test_the_addresses_of_a_message_are_found(text: str, addresses: list[str] | None) -> None:
    expected = ["https://a.example/pont_(schip)", "https://b.example/x"] if addresses is None else addresses
    assert addresses_in(text) == expected


def test_a_form_gives_an_article_with_what_it_states_and_no_more() -> None:
    filled = draft_of(
        text=" De pont naar de Oosterkade vaart weer, zegt de gemeente.\r\n",
        title="Pont\n vaart",
        outlet="De Stadskrant",
        published="3 maart 2024",
        url="https://a.example/pont",
    )
    assert filled.text == "De pont naar de Oosterkade vaart weer, zegt de gemeente."
    assert (filled.title, filled.outlet, str(filled.published)) == (
        "Pont vaart",
        "De Stadskrant",
        "2024-03-03",
    )
    assert (filled.url, filled.language, filled.author) == ("https://a.example/pont", "nl", None)
    bare = draft_of(text="Door Jan Jansen\n\nDe pont naar de Oosterkade vaart weer.")
    assert (bare.title, bare.author, bare.published) == (None, None, None)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("text", " \n-", "no text"),
        ("published", "gisteren", "published date `gisteren` cannot be read"),
        ("url", "a.example/pont", "not a web address"),
        ("url", "file:///etc/passwd", "not a web address"),
    ],
)
def test_a_form_with_a_bad_field_is_told_which(field: str, value: str, sentence: str) -> None:
    with pytest.raises(BadField, match=sentence):
        draft_of(**{"text": "De pont.", field: value})


def test_two_spellings_of_one_page_in_a_message_are_one_link() -> None:
    text = "https://krant.example/a?utm_source=x en http://www.krant.example/a/ en https://krant.example/b"
    assert addresses_in(text) == ["https://krant.example/a?utm_source=x", "https://krant.example/b"]
