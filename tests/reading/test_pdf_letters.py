from collections.abc import Callable

import pytest

from corpus.article import Draft
from tests.reading.drawn_pdf import GLYPHS_ALONE, HELVETICA, drawn, lines

Read = Callable[[str], Draft]
Save = Callable[[str, str | bytes], str]
Complaint = Callable[[str], str]
DUTCH = "De gemeenteraad van Zuidveen sprak gisteravond lang over de brug bij het kanaal."
PLAIN = {code: chr(code) for code in range(32, 127)}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"de o\x0ecier", "de officier"),
        (b"een \x0cets", "een fiets"),
        (b"een \x0dinke klap", "een flinke klap"),
        (b"het e\x0bect", "het effect"),
        (b"sou\x0fe", "souffle"),
        (b"de o\x1ecier en een \x1cets", "de officier en een fiets"),
        (b"een \x1dinke klap, een e\x1bect", "een flinke klap, een effect"),
        (b"de\xdenitief", "definitief"),
        (b"de o\xaecier? nee: de\xaenitief", "de oficier? nee: definitief"),
        (b"con\xafict", "conflict"),
    ],
)
def test_a_ligature_of_an_old_font_is_read_as_letters(
    save: Save, article: Read, written: bytes, read: str
) -> None:
    page = [*lines(DUTCH), (50.0, 767.0, b"Toen kwam " + written + b" in de zaal.")]
    assert article(save("brug.pdf", drawn(page))).text == f"{DUTCH} Toen kwam {read} in de zaal."


@pytest.mark.parametrize(
    ("sign", "read"),
    [
        ("\ufb00", "ff"), ("\ufb01", "fi"), ("\ufb02", "fl"), ("\ufb03", "ffi"), ("\ufb04", "ffl"),
        ("\ufb06", "st"),
        ("ĳ", "ij"), ("\uf001", "fi"), ("\uf002", "fl"), ("\uf733", "3"), ("\uf762", "B"), ("\uf061", "a"),
        ("ffi", "ffi"),
    ],
)  # fmt: skip
def test_a_ligature_that_the_file_names_is_read_as_letters(
    save: Save, article: Read, sign: str, read: str
) -> None:
    page = [*lines(DUTCH), (50.0, 767.0, b"Toen kwam o\x01u in de zaal.")]
    made = drawn(page, means=PLAIN | {1: sign})
    assert article(save("brug.pdf", made)).text == f"{DUTCH} Toen kwam o{read}u in de zaal."


def test_a_ligature_that_a_font_names_is_read_as_letters(save: Save, article: Read) -> None:
    font = HELVETICA.replace(
        "/WinAnsiEncoding", "<< /BaseEncoding /WinAnsiEncoding /Differences [128 /fi /fl /ff /ffi /ffl] >>"
    )
    page = [(50.0, 700.0, b"Een \x80ets, een \x81at, een e\x82ect, een o\x83cier, een sou\x84e.")]
    text = article(save("brug.pdf", drawn(page, font=font))).text
    assert text == "Een fiets, een flat, een effect, een officier, een souffle."


def test_a_sign_amid_a_word_that_nothing_explains_is_seen_to_be_missing(save: Save, article: Read) -> None:
    page = [*lines(DUTCH), (50.0, 767.0, b"Toen kwam de o\x01cier in de zaal.")]
    assert "de o\ufffdcier in" in article(save("brug.pdf", drawn(page))).text


@pytest.mark.parametrize("pages", [1, 3])
def test_glyph_numbers_without_a_table_of_letters_are_refused_with_what_to_do(
    save: Save, complaint: Complaint, pages: int
) -> None:
    # A glyph's number in most fonts is its letter's code less 29.
    codes = b"".join((ord(letter) - 29).to_bytes(2, "big") for letter in DUTCH)
    told = complaint(save("brug.pdf", drawn(*[[(50.0, 700.0, codes)]] * pages, font=GLYPHS_ALONE)))
    assert "letters" in told
    assert "text recognition (OCR)" in told
    assert "web page" in told


def test_signs_that_only_their_font_knows_are_refused(save: Save, complaint: Complaint) -> None:
    means = PLAIN | {code: chr(0xE000 + code) for code in range(128, 250)}
    page = [*lines(DUTCH), (50.0, 700.0, bytes(range(128, 150)))]
    assert "does not say which letters" in complaint(save("brug.pdf", drawn(page, means=means)))


@pytest.mark.parametrize(
    "text",
    [
        "(cid:39)(cid:72)(cid:3)(cid:83)(cid:82)(cid:81)(cid:87) (cid:89)(cid:68)(cid:68)(cid:85)(cid:87)",
        "\u00a5\u00bc\u00a6\u00a7 \u00a8\u00a9\u00ab\u00ac" * 4,
        "De ~^~{}<> brug ^|<>~ is <>{}^~ dicht |{~~^ voor }|^^<> zwaar ^^~~<{ verkeer }>^~|<>| zegt de raad",
        "\u00e9\u00e0\u00e8 \u00ea\u00ef\u00ee\u00e7\u00f4\u00fb \u00eb\u00e0\u00f9n d\u00e9\u00ea" * 3,
        "GH JHPHHQWHUDDG YDQ CXLGYHHQ VSUDN JLVWHUDYRQG ODQJ RYHU GH EUXJ ELM KHW NDQDDO",
        "\u00de\u00f0\u00e6\u00f8 \u00e5\u00e7\u00f1" * 5,
        "$%#& *@^~ {}|<> $$#% ^&*~ `\\|}{ #@%^ &*<> ~`|\\ {}^# @%$& *<>~ |`\\^ a#b%",
    ],
)  # fmt: skip
def test_text_that_comes_out_as_other_signs_is_refused(save: Save, complaint: Complaint, text: str) -> None:
    assert "does not say which letters" in complaint(save("brug.pdf", drawn(lines(text, text))))


@pytest.mark.parametrize(
    "text",
    [
        "Příliš žluťoučký kůň úpěl ďábelské ódy u řeky a nikdo ho neslyšel.",
        "Đường phố Hà Nội rất đông người vào buổi sáng, nhiều xe máy.",
        "Мост через канал закрыт до понедельника, сообщил мэр города.",
        "η δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή.",
        "Uitslagen: 3-1, 2-2, 0-4; 12.345 (+3,4%), € 1.200 - € 4.500 / 2023.",
        "नगर परिषद ने पुल को भारी यातायात के लिए बंद करने का निर्णय लिया।",
    ],
)
def test_other_languages_and_tables_of_figures_are_no_gibberish(save: Save, article: Read, text: str) -> None:
    signs = sorted(set(text))
    codes = {sign: code for code, sign in enumerate(signs, 33)}
    page = [(50.0, 700.0, bytes(codes[sign] for sign in text))]
    made = drawn(page, means={code: sign for sign, code in codes.items()})
    assert article(save("brug.pdf", made)).text == text
