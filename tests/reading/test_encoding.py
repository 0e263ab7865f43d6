import pytest

from corpus.errors import SourceUnreadable
from corpus.reading.encoding import decode

DUTCH = "De Oekraïense coördinatie is ‘goed’ – één café, 5 €.\n"  # noqa: RUF001 - typeset on purpose
RUSSIAN = "Президент сказал в понедельник, что переговоры начнутся в сентябре этого года в Москве. " * 3
POLISH = "Żołnierze powiedzieli w poniedziałek, że rozmowy rozpoczną się we wrześniu. " * 3
TURKISH = "Hükümet pazartesi günü yeni yasanın eylül ayında yürürlüğe gireceğini açıkladı. " * 3  # noqa: RUF001 - dotless i


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_dutch_reads_the_same_in_every_encoding_it_is_written_in(encoding: str) -> None:
    assert decode(DUTCH.encode(encoding), "x").removeprefix("\ufeff") == DUTCH


def test_an_older_encoding_of_another_language_is_told_by_its_letters() -> None:
    assert decode(RUSSIAN.encode("cp1251"), "x") == RUSSIAN
    assert decode(POLISH.encode("cp1250"), "x") == POLISH
    assert decode(TURKISH.encode("cp1254"), "x") == TURKISH


def test_a_claimed_encoding_is_believed_where_the_text_is_not_utf8() -> None:
    assert decode(POLISH.encode("iso-8859-2"), "x", declared="iso-8859-2") == POLISH
    assert decode(DUTCH.encode(), "x", declared="iso-8859-1") == DUTCH


@pytest.mark.parametrize("claim", ["no-such-encoding", "base64", "undefined", "utf-8\0"])
def test_a_claim_of_nonsense_changes_nothing(claim: str) -> None:
    assert decode(DUTCH.encode("cp1252"), "x", declared=claim) == DUTCH


def test_western_lines_after_utf8_lines_are_repaired() -> None:
    assert decode(DUTCH.encode() * 2 + DUTCH.encode("cp1252"), "x") == DUTCH * 3


@pytest.mark.parametrize(
    "raw",
    [
        "één ë. ".encode() + RUSSIAN.encode("koi8-r") * 10,
        DUTCH.encode() + DUTCH.encode("utf-16-le"),
        "\ufeff".encode("utf-16-le") + b"abc",
        POLISH.encode("cp500", errors="ignore"),
        bytes(range(256)) * 4,
    ],
    ids=["two scripts", "two widths", "half a character", "uncertain", "no text"],
)
def test_bytes_that_cannot_be_told_for_certain_are_refused(raw: bytes) -> None:
    with pytest.raises(SourceUnreadable, match="UTF-8 and add it again"):
        decode(raw, "x")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "an image"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "an image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "an image"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\0", "an office document"),
        (b"\0\0\0\x18ftypmp42", "a film"),
    ],
)
def test_other_files_are_called_what_they_are(raw: bytes, what: str) -> None:
    with pytest.raises(SourceUnreadable, match=what):
        decode(raw, "x")
