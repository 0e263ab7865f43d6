"""What bytes are, told by how they begin and never by their name."""

import re

_ZIP = "a ZIP archive or an office document"
_BEGINNINGS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"\x00\x00\x01\x00", "an image (icon)"),
    (b"PK\x03\x04", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"OggS\x00", "a sound or film file"),
    (b"\x1aE\xdf\xa3", "a film file"),
)
_INSIDE = (
    (slice(8, 12), b"WEBP", "an image (WebP)"),
    (slice(8, 12), b"WAVE", "a sound file"),
    (slice(4, 12), b"ftypavif", "an image (AVIF)"),
    (slice(4, 12), b"ftypheic", "an image (HEIC)"),
    (slice(4, 8), b"ftyp", "a film file"),
)
# What the first entry of a book says, by the standard for EPUB, and where Word keeps its text.
_BOOK_MARK = b"mimetypeapplication/epub+zip"
_WORD_MARK = b"word/document.xml"
PDF = "a PDF"
PAGE = "a web page"
WORD = "a Word document"
BOOK = "an e-book"
MAIL = "an e-mail"
# What a page may have before its first element, and the elements that only a page begins with.
_PROLOGUE = re.compile(rb"(?:\s|<!--.*?-->|<\?xml.*?\?>)*", re.DOTALL)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_PIECE = re.compile(rb"<(?:article|main|section|div|header|h[1-6]|p)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(rb"</p\s*>", re.IGNORECASE)
# Header lines, each with those that go on with it, up to one that only a program writes.
_MAIL = re.compile(
    rb"(?:[a-z][a-z-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?(?:mime-version|message-id|received|return-path):",
    re.IGNORECASE,
)
_OPENING = 8192  # bytes; browsers write where they saved a page from above it


def kind(raw: bytes) -> str | None:
    """Return in words what the bytes are, or None where nothing says that they are not text."""
    for beginning, words in _BEGINNINGS:
        if raw.startswith(beginning):
            return _packed(raw) if words == _ZIP else words
    for place, mark, words in _INSIDE:
        if raw[place] == mark:
            return words
    if _MAIL.match(raw[:_OPENING]):
        return MAIL
    return PAGE if _is_page(raw) else None


def _packed(raw: bytes) -> str:
    if _BOOK_MARK in raw[:200]:
        return BOOK
    return WORD if _WORD_MARK in raw else _ZIP


def _is_page(raw: bytes) -> bool:
    """Tell a page by its first element, in one byte a letter or two; a piece of one by its paragraphs too."""
    letters = raw.replace(b"\0", b"") if b"\0" in raw[:_OPENING] else raw
    opening = letters[:_OPENING].lstrip(b"\xef\xbb\xbf\xff\xfe")
    start = _PROLOGUE.match(opening)
    first = opening[start.end() :] if start else opening
    return bool(_PAGE.match(first) or (_PIECE.match(first) and len(_PARAGRAPH.findall(letters)) > 1))
