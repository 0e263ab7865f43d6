import io
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.sources import read
from corpus.text import normalise

Save = Callable[[str, str | bytes], str]
Complaint = Callable[[str], str]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", "", "empty"),
        ("blank.pdf", " \n\n", "empty"),
        ("header.txt", "title: Brug\n\n", "no article"),
        ("image.txt", PNG, "image"),
        ("image.html", PNG, "image"),
        ("image.png", PNG, "image"),
        ("report.docx", b"PK\x03\x04", "no Word document"),
        ("README", "read me", "without an ending"),
        ("date.txt", "date: soon\n\nText.", "`soon`"),
        ("large.txt", b"a" * 20_000_001, "20 MB"),
        ("page.html", "<html><body></body></html>", "no article"),
        ("lines.jsonl", "\n\n", "empty"),
    ],
)
def test_a_bad_file_gets_one_sentence(
    save: Save, complaint: Complaint, name: str, content: str | bytes, sentence: str
) -> None:
    with pytest.raises(SourceUnreadable, match=sentence):
        raise SourceUnreadable(name, complaint(save(name, content)))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("no-such.txt", "no such file"),
        ("no-such.jsonl", "no such file"),
        ("www.havenbode.example/pont", "https://"),
        ("a" * 5_000, "not a name"),
        ("nul\0.txt", "no such file"),
        ("/dev/null", "device"),
        ("ftp://havenbode.example/a.txt", "Only http and https"),
        ("file:///etc/hosts", "Only http and https"),
        ("http://[", "Only http and https"),
        ("https://two words.example", "Only http and https"),
        ("-", "no standard input"),
        (" ", "Nothing is named"),
    ],
)
def test_a_name_that_leads_nowhere_gets_one_sentence(
    complaint: Complaint, source: str, sentence: str
) -> None:
    assert sentence in complaint(source)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read_is_told(save: Save, complaint: Complaint) -> None:
    path = save("closed.txt", "De pont vaart.")
    Path(path).chmod(0)
    assert "permission" in complaint(path)


@settings(max_examples=60, deadline=None)
@given(
    suffix=st.sampled_from([".txt", ".md", ".html", ".pdf", ".jsonl", ".docx", ".epub", ".eml", ".mhtml"]),
    opening=st.sampled_from(
        [
            b"",
            b"%PDF-1.7\n",
            b"<html>",
            b"{",
            b"---\n",
            b"+++\n",
            b"\xff\xfe",
            b"date ",
            b"PK\x03\x04",
            b"From: A <",
        ]
    ),
    rest=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode()),
)
def test_no_file_whatever_it_holds_makes_reading_fail(suffix: str, opening: bytes, rest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any{suffix}")
        path.write_bytes(opening + rest)
        for found in read(str(path)):
            assert isinstance(found, SourceUnreadable) or normalise(found.text) == found.text != ""


def test_text_on_standard_input_is_an_article() -> None:
    (draft,) = read("-", stdin=io.BytesIO(b"title: Pont\n\nDe pont vaart."))
    assert isinstance(draft, Draft)
    assert (draft.source, draft.title, draft.text) == ("-", "Pont", "De pont vaart.")


def test_a_page_on_standard_input_is_read_as_a_page(page: Callable[[str], bytes]) -> None:
    (draft,) = read("-", stdin=io.BytesIO(page("pont.html")))
    assert isinstance(draft, Draft)
    assert draft.outlet == "De Havenbode"


def test_an_image_on_standard_input_is_refused() -> None:
    (error,) = read("-", stdin=io.BytesIO(PNG))
    assert "an image" in str(error)
