from __future__ import annotations

import pytest

from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.reading.attachment import read_attachment
from corpus.reading.word_document import read_word
from tests.reading.packed import paragraph, table, word, zipped

BODY = "De raad van Zuidveen sluit de brug over de vaart voor vrachtwagens."


def test_a_document_gives_its_title_byline_day_and_text() -> None:
    top = (
        paragraph("Raad sluit de brug", "Titel")
        + paragraph("Door Sanne de Wit")
        + paragraph("4 september 2023")
    )
    draft = read_word(word(top + paragraph(BODY)), "a.docx")
    assert (draft.title, draft.author, draft.published) == (
        "Raad sluit de brug",
        "Sanne de Wit",
        PartialDate(2023, 9, 4),
    )
    assert draft.text == f"Door Sanne de Wit\n\n4 september 2023\n\n{BODY}"
    assert draft.language == "nl"


def test_who_saved_a_document_and_when_is_no_byline_and_no_date() -> None:
    draft = read_word(word(paragraph(BODY)), "a.docx")
    assert (draft.title, draft.author, draft.published) == (None, None, None)


def test_header_lines_count_in_a_document_too() -> None:
    lines = paragraph("Titel: Brug dicht") + paragraph("Datum: 4 september 2023, Zuidveen")
    draft = read_word(word(lines + paragraph(BODY)), "a.docx")
    assert (draft.title, draft.published, draft.text) == ("Brug dicht", PartialDate(2023, 9, 4), BODY)


def test_lists_and_tables_keep_their_rows() -> None:
    items = [
        paragraph("Geen bussen", level=0),
        paragraph("Geen nachtbus", level=1),
        paragraph("Wel fietsers", level=0),
    ]
    rows = table(["Jaar", "Kosten"], ["2023", "2 miljoen euro"])
    draft = read_word(word(paragraph(BODY) + "".join(items) + rows), "a.docx")
    assert draft.text == (
        f"{BODY}\n\n- Geen bussen\n- Geen nachtbus\n- Wel fietsers\n\n"
        "| Jaar | Kosten |\n| 2023 | 2 miljoen euro |"
    )


def test_a_tracked_change_is_read_as_it_would_be_printed() -> None:
    changed = (
        '<w:p><w:r><w:t xml:space="preserve">De brug is </w:t></w:r><w:del w:id="1"><w:r><w:delText>open'
        '</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>dicht, zegt de raad</w:t></w:r></w:ins></w:p>'
    )
    assert read_word(word(changed), "a.docx").text == "De brug is dicht, zegt de raad"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"no zip", "no Word document"),
        (b"PK\x03\x04", "no Word document"),
        (zipped({"a.txt": "Tekst."}), "no Word document"),
        (word(paragraph("Half"))[:-40], "no Word document"),
        (word("<w:p>"), "no Word document"),
        (word(paragraph(" ")), "no article"),
        (word(paragraph("Brug " * 1_200_000)), "unpacks to more"),
        (zipped({f"{number}.bin": bytes(19_000_000) for number in range(6)}), "unpacks to more"),
    ],
    ids=["text", "mark", "zip", "half", "markup", "blank", "long", "bomb"],
)
def test_what_is_no_document_gets_one_sentence(raw: bytes, sentence: str) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        read_word(raw, "a.docx")


def test_entities_do_not_grow_in_a_document() -> None:
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE d [<!ENTITY e0 "groot">{rows}]><w:document/>'
    parts: dict[str, str | bytes] = {"word/document.xml": bomb, "[Content_Types].xml": "<Types/>"}
    with pytest.raises(SourceUnreadable):
        read_word(zipped(parts), "a.docx")


def test_an_attached_document_is_known_by_what_it_holds() -> None:
    found = read_attachment("stuk", word(paragraph(BODY)))
    assert getattr(found, "text", found) == BODY
