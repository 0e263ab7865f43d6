from __future__ import annotations

import pytest

from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.attachment import read_attachment
from corpus.reading.book import read_book
from tests.reading.packed import book, zipped

STATED = (
    "<dc:title>Brug dicht</dc:title><dc:creator opf:role='aut'>Sanne de Wit</dc:creator>"
    "<dc:creator opf:role='trl'>Bram Kolk</dc:creator><dc:publisher>De Stadskrant</dc:publisher>"
    "<dc:date opf:event='modification'>2026-01-02</dc:date><dc:date>2023-09-04T10:00:00Z</dc:date>"
    "<dc:language>nl-NL</dc:language><dc:source>https://krant.example/brug</dc:source>"
)


def test_the_chapters_of_a_book_are_one_article_with_what_its_package_states() -> None:
    raw = book(
        STATED,
        "<h1>Brug dicht</h1><p>De raad sluit de brug.</p>",
        "<h2>Gevolgen</h2><p>Bussen rijden om.</p>",
    )
    draft = read_book(raw, "a.epub")
    assert draft.text == "De raad sluit de brug.\n\nGevolgen\n\nBussen rijden om."
    assert (draft.title, draft.author, draft.outlet) == ("Brug dicht", "Sanne de Wit", "De Stadskrant")
    assert (draft.url, draft.published) == ("https://krant.example/brug", PartialDate(2023, 9, 4))
    assert draft.language == "nl"


def test_a_book_that_states_nothing_is_still_read() -> None:
    draft = read_book(book("", "<p>De raad sluit de brug.</p>"), "a.epub")
    assert (draft.text, draft.title, draft.author, draft.published) == (
        "De raad sluit de brug.",
        None,
        None,
        None,
    )


def test_what_a_book_keeps_out_of_its_order_is_no_part_of_the_article() -> None:
    assert read_book(book("", "<p>De brug.</p>", beside="<p>Een spotje.</p>"), "a.epub").text == "De brug."


def test_lists_tables_and_named_characters_keep_their_form() -> None:
    chapter = (
        "<p>Het caf&eacute;&nbsp;is<br/>dicht<a href='#n' epub:type='noteref'>1</a>.</p>"
        "<ul><li><p>E&#233;n</p><ul><li>Twee</li></ul></li>"
        "<li>Drie</li></ul><table><tr><th>Jaar</th><th>Kosten</th></tr><tr><td>2023</td><td>2</td></tr></table><script/>"
        "<p id='x'/><p>Slot.</p>"
    )
    text = read_book(book("", chapter), "a.epub").text
    assert text == "Het café is\ndicht.\n\n- Eén\n- Twee\n- Drie\n\n| Jaar | Kosten |\n| 2023 | 2 |\n\nSlot."


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"no zip", "no EPUB"),
        (zipped({"a.txt": "Tekst."}), "no EPUB"),
        (zipped({"META-INF/container.xml": "<container/>"}), "no EPUB"),
        (book("", "<p>Tekst.</p>")[:-30], "no EPUB"),
        (book("", "<p> </p>"), "no article"),
        (book("", f"<p>{'brug ' * 4_100_000}</p>"), "unpacks to more"),
        (
            book(
                "",
                "<p>Tekst.</p>",
                **{"META-INF/encryption.xml": "<e><CipherReference URI='OEBPS/chapter%200.xhtml'/></e>"},
            ),
            "locked",
        ),
    ],
    ids=["text", "zip", "empty", "half", "blank", "long", "locked"],
)
def test_what_is_no_book_gets_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        read_book(raw, "a.epub")


def test_locked_fonts_do_not_lock_the_text() -> None:
    parts = {"META-INF/encryption.xml": "<e><CipherReference URI='OEBPS/a.otf'/></e>"}
    assert read_book(book("", "<p>Tekst.</p>", **parts), "a.epub").text == "Tekst."


def test_an_attached_book_is_known_by_what_it_holds() -> None:
    found = read_attachment("boek", book("", "<p>De raad sluit de brug.</p>"))
    assert getattr(found, "text", found) == "De raad sluit de brug."
