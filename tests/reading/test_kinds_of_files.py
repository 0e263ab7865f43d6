from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.attachment import read_attachment
from corpus.reading.sources import read
from tests.reading.packed import book, paragraph, word, zipped

BODY = "De raad van Zuidveen sluit de brug over de vaart voor vrachtwagens. Het werk duurt drie maanden."
PAGE = f"<html><head><title>Brug</title></head><body><h1>Brug dicht</h1><p>{BODY}</p></body></html>"
Save = Callable[[str, str | bytes], str]


@pytest.mark.parametrize(
    "saved",
    [
        PAGE,
        f"\ufeff<!DOCTYPE html>\n{PAGE}",
        f"<!-- saved from url=(0027)https://krant.example/brug -->\n{PAGE}",
        f'<?xml version="1.0"?>\n<!-- bewaard -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">{PAGE}',
        PAGE.removeprefix("<html>"),
        f"<div><h1>Brug dicht</h1><p>{BODY}</p><p>{BODY}</p></div>",
    ],
)
def test_a_saved_page_under_the_name_of_a_text_is_read_as_a_page(
    save: Save, article: Callable[[str], Draft], saved: str
) -> None:
    for raw in (saved.encode(), saved.encode("utf-16")):
        text = article(save("brug.txt", raw)).text
        assert BODY in text
        assert "<" not in text
        (from_stdin,) = read("-", stdin=io.BytesIO(raw))
        assert isinstance(from_stdin, Draft)
        attached = read_attachment("brug.txt", raw)
        assert isinstance(attached, Draft)
        assert attached.text == from_stdin.text == text


@pytest.mark.parametrize(
    "text", ["<p>Let op</p> is hoe een alinea begint.", "<3 de brug", "<!-- kladje -->\nDe brug is dicht."]
)
def test_a_text_that_opens_with_a_sign_of_markup_stays_a_text(
    save: Save, article: Callable[[str], Draft], text: str
) -> None:
    assert article(save("brug.md", text)).text == text


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.docx", word(paragraph(BODY))),
        ("a.epub", book("", f"<p>{BODY}</p>")),
        ("a.EML", f"From: Sanne <s@krant.example>\nSubject: Brug\n\n{BODY}\n".encode()),
    ],
)
def test_documents_books_and_mails_are_read_alone_in_folders_and_as_attachments(
    save: Save, article: Callable[[str], Draft], name: str, raw: bytes
) -> None:
    path = save(f"map/{name}", raw)
    assert article(path).text == BODY
    assert article(path.removesuffix(f"/{name}")).text == BODY
    attached = read_attachment(name, raw)
    assert isinstance(attached, Draft)
    assert attached.text == BODY


@pytest.mark.parametrize(
    "raw",
    [
        word(paragraph(BODY)),
        book("", f"<p>{BODY}</p>"),
        f"From: Sanne <s@krant.example>\nSubject: Brug\n dicht\nMIME-Version: 1.0\n\n{BODY}\n".encode(),
    ],
    ids=["document", "book", "mail"],
)
def test_they_are_known_on_standard_input_by_what_they_hold(raw: bytes) -> None:
    (found,) = read("-", stdin=io.BytesIO(raw))
    assert isinstance(found, Draft)
    assert found.text == BODY


def test_header_lines_of_an_article_make_no_mail_of_it(save: Save, article: Callable[[str], Draft]) -> None:
    draft = article(save("brug.txt", f"title: Brug dicht\nsubject: brug\ndate: 2023-09-04\n\n{BODY}"))
    assert (draft.title, str(draft.published), draft.text) == ("Brug dicht", "2023-09-04", BODY)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("a.zip", "an archive: unpack it first"),
        ("a.tar.gz", "an archive: unpack it first"),
        ("a.csv", "a table, not an article"),
        ("a.xlsx", "a table, not an article"),
        ("a.doc", "save it as .docx"),
        ("a.odt", "save it as .docx"),
        ("a.rtf", "save it as .docx"),
        ("a.msg", "save it as .eml"),
        ("a.mobi", "convert it to .epub"),
        ("a.pptx", "slides"),
        ("a.jpg", "an image"),
        ("a.bin", "`.bin` are not read"),
    ],
)
def test_what_is_not_read_gets_a_sentence_that_names_what_is(
    save: Save, complaint: Callable[[str], str], name: str, sentence: str
) -> None:
    said = complaint(save(name, zipped({"a.txt": BODY})))
    assert sentence in said
    assert ".txt, .md, .html, .pdf, .docx, .epub, .eml and .jsonl files can be read" in said
    attached = read_attachment(name, zipped({"a.txt": BODY}))
    assert isinstance(attached, SourceUnreadable)
    assert ".txt, .md, .html, .pdf, .docx, .epub and .eml files can be read" in str(attached)
