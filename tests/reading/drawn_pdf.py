"""PDFs written by hand for the tests: words put where a page has them, in fonts as old and odd as needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
# Glyph numbers without a table of what they mean, as old programs write them.
GLYPHS_ALONE = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Zetsel /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    "/Subtype /CIDFontType2 /BaseFont /Zetsel /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    "/Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Zetsel /Flags 4 /ItalicAngle 0 "
    "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 800] >> >>] >>"
)
Ink = tuple[float, float, str | bytes]
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_OWNER = hashlib.md5(b"owner".ljust(5) + _PAD[:27], usedforsecurity=False).digest()[:5]
_MAY_ALL = -4


def drawn(
    *pages: Sequence[Ink] | bytes,
    password: str | None = None,
    font: str = HELVETICA,
    means: Mapping[int, str] | None = None,
    size: float = 10,
    properties: Mapping[str, str] | None = None,
) -> bytes:
    """Make a PDF of A4 pages of (x, y, words) from the left bottom corner in points, or of raw page code.

    `means` says which letters a code of the font stands for, as a table in the file.
    """
    first = 6
    numbers = [first + 2 * at for at in range(len(pages))]
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % number for number in numbers)),
        3: (font.removesuffix(">>") + "/ToUnicode 5 0 R >>" if means else font).encode(),
        5: _stream(_table(means or {})),
    }
    hidden = _Lock(password) if password is not None else None
    told = " ".join(f"/{name} {_hex(value, hidden)}" for name, value in (properties or {}).items())
    bodies[4] = f"<< {told} >>".encode()
    for number, page in zip(numbers, pages, strict=True):
        code = page if isinstance(page, bytes) else _code(page, size)
        code = hidden.cipher(number + 1, code) if hidden else code
        bodies[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (number + 1)
        )
        bodies[number + 1] = _stream(code)
    return _file(bodies, hidden.words if hidden else b"")


def columns(*texts: Sequence[str], left: float = 50, width: float = 270, top: float = 740) -> list[Ink]:
    """Lay lines out beside each other, written row by row as some programs do."""
    rows = range(max(map(len, texts)))
    return [
        (left + width * at, top - 13 * row, lines[row])
        for row in rows
        for at, lines in enumerate(texts)
        if row < len(lines) and lines[row]
    ]


def lines(*texts: str, left: float = 50, top: float = 780, leading: float = 13) -> list[Ink]:
    """Lay lines out below each other; an empty one leaves room."""
    return [(left, top - leading * at, text) for at, text in enumerate(texts) if text]


def _code(page: Sequence[Ink], size: float) -> bytes:
    shown = [b"1 0 0 1 %g %g Tm <%b> Tj" % (x, y, _bytes(words).hex().encode()) for x, y, words in page]
    return b"BT /F1 %g Tf\n%b\nET" % (size, b"\n".join(shown))


def _stream(code: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(code), code)


def _table(means: Mapping[int, str]) -> bytes:
    rows = "".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in means.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Of def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(means)} beginbfchar\n{rows}endbfchar endcmap end end"
    ).encode()


def _bytes(words: str | bytes) -> bytes:
    return words if isinstance(words, bytes) else words.encode("cp1252")


def _hex(value: str, hidden: _Lock | None) -> str:
    plain = value.encode() if value.isascii() else b"\xfe\xff" + value.encode("utf-16-be")
    return f"<{(hidden.cipher(4, plain) if hidden else plain).hex()}>"


def _file(bodies: Mapping[int, bytes], encrypt: bytes) -> bytes:
    done = b"%PDF-1.4\n"
    places = []
    for number, body in sorted(bodies.items()):
        places.append(len(done))
        done += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        done
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R /Info 4 0 R %b>>\n"
        % (
            len(places) + 1,
            table,
            len(places) + 1,
            encrypt,
        )
        + b"startxref\n%d\n%%%%EOF\n" % len(done)
    )


class _Lock:
    """The oldest encryption of PDF (RC4, 40 bits), since every reader of PDFs knows it."""

    def __init__(self, password: str) -> None:
        user = (password.encode() + _PAD)[:32]
        owner = _rc4(_OWNER, user)
        permitted = _MAY_ALL.to_bytes(4, "little", signed=True)
        self._key = hashlib.md5(user + owner + permitted + b"id", usedforsecurity=False).digest()[:5]
        self.words = (
            b"/ID [<6964> <6964>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P %d >> "
            % (owner.hex().encode(), _rc4(self._key, _PAD).hex().encode(), _MAY_ALL)
        )

    def cipher(self, number: int, plain: bytes) -> bytes:
        salted = self._key + number.to_bytes(3, "little") + b"\0\0"
        return _rc4(hashlib.md5(salted, usedforsecurity=False).digest()[:10], plain)


def _rc4(key: bytes, plain: bytes) -> bytes:
    box = list(range(256))
    at = 0
    for place in range(256):
        at = (at + box[place] + key[place % len(key)]) % 256
        box[place], box[at] = box[at], box[place]
    first = second = 0
    done = bytearray()
    for byte in plain:
        first = (first + 1) % 256
        second = (second + box[first]) % 256
        box[first], box[second] = box[second], box[first]
        done.append(byte ^ box[(box[first] + box[second]) % 256])
    return bytes(done)
