import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from corpus.article import Draft, Shortfall
from corpus.reading.pdf import read_pdf
from tests.reading.drawn_pdf import drawn, lines

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
TEXT = "De gemeenteraad van Zuidveen sprak gisteravond lang over de brug."
PAGE = lines(TEXT)


@pytest.mark.parametrize(
    "broken", [b"BT /F1 10 Tf (half", b"\x00\xff\x80 q Q Tj [", b"1 0 0 1 Tm /F9 Tf (x) Tj"]
)
def test_a_page_of_broken_code_does_not_refuse_the_file(save: Save, article: Read, broken: bytes) -> None:
    assert article(save("brug.pdf", drawn(broken, PAGE))).text == TEXT


def test_a_page_that_is_missing_does_not_refuse_the_file_and_is_told(
    save: Save, article: Read, caplog: pytest.LogCaptureFixture
) -> None:
    made = drawn(PAGE, PAGE).replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [6 0 R 99 0 R]")
    with caplog.at_level(logging.WARNING, "corpus"):
        draft = article(save("brug.pdf", made))
    assert draft.text == TEXT
    assert "1 of its pages could not be read" in caplog.text
    assert draft.shortfall is Shortfall.DOUBTFUL


@pytest.mark.parametrize(
    "properties",
    [
        {"CreationDate": "D:99991399999999", "Creator": "Adobe InDesign 18.4"},
        {"CreationDate": "gisteren", "Creator": "Adobe InDesign 18.4"},
        {"CreationDate": "D:19040101000000Z", "Creator": "QuarkXPress 4.1"},
        {"Title": "\x00\x01"},
    ],
)
def test_a_broken_property_does_not_refuse_the_file(
    save: Save, article: Read, properties: dict[str, str]
) -> None:
    draft = article(save("brug.pdf", drawn(PAGE, properties=properties)))
    assert (draft.text, draft.published, draft.title) == (TEXT, None, None)


@pytest.mark.parametrize(
    "info", [b"/Title 12 /Author [1 2] /CreationDate /x", b"/Title 99 0 R /Author 2 0 R"]
)
def test_a_property_of_another_kind_does_not_refuse_the_file(save: Save, article: Read, info: bytes) -> None:
    made = drawn(PAGE).replace(b"4 0 obj\n<<  >>", b"4 0 obj\n<< " + info + b" >>")
    assert (article(save("brug.pdf", made)).text, article(save("brug.pdf", made)).author) == (TEXT, None)


def test_a_file_with_something_before_it_or_a_wrong_table_is_read(save: Save, article: Read) -> None:
    made = drawn(PAGE)
    assert article(save("a.pdf", made.replace(b"%PDF-1.4\n", b"%PDF-1.4\n%%%%%%\n"))).text == TEXT
    assert article(save("b.pdf", made + b"\n" * 2000)).text == TEXT


def test_pdfs_that_are_read_at_the_same_time_do_not_disturb_one_another() -> None:
    texts = [f"De brug over vaart {number} is dicht, zegt de gemeente." for number in range(24)]
    files = [drawn(lines(text), lines("Meer volgt.")) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        drafts = list(threads.map(read_pdf, files, texts))
    assert [draft.text for draft in drafts] == [f"{text} Meer volgt." for text in texts]
