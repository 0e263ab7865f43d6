"""From bytes to text: by their mark, as UTF-8, or as an older encoding where that is safe."""

import codecs
import re

from corpus.errors import SourceUnreadable
from corpus.reading import kinds, western

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What texts were written in before UTF-8; without this list the guess considers EBCDIC too.
_OLDER = (
    "cp1250 iso8859_2 cp1251 koi8_r koi8_u iso8859_5 cp866 cp1253 iso8859_7 cp1254 cp1255 cp1256 cp1257 "
    "shift_jis euc_jp iso2022_jp gb18030 big5 euc_kr"
)
_END_OF_FILE = "\x1a"  # how DOS closed a text
_FILLING = _END_OF_FILE + "\0 \t\r\n\f\v"  # what stood behind it
_SAMPLE = 200_000
_MOST_CONTROLS = 0.001
_MOST_CHAOS = 10  # per cent
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_LATIN = {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", western.WINDOWS, "windows-1252"}
_NO_TEXT = "It is not text that can be read: save it as text in UTF-8 and add it again."
_MIXED = (
    "Its text mixes encodings or is in one that cannot be told for certain: "
    "save it as UTF-8 and add it again."
)


def decode(raw: bytes, source: str, declared: str | None = None) -> str:
    """Return the text of bytes that are meant to be text; `declared` is the encoding they claim.

    UTF-8 is tried before the claim: text in another encoding is hardly ever valid UTF-8 by chance,
    while claims are often wrong.

    Raises:
        SourceUnreadable: they are no text, or in encodings that cannot be told.
    """
    what = kinds.kind(raw)
    if what not in {None, kinds.PAGE, kinds.MAIL}:
        raise SourceUnreadable(
            source, f"It is {what}, not text: add the article as text, a web page or a PDF."
        )
    text = _marked(raw, source) or _utf8(raw) or _claimed(raw, declared)
    text = text or _repaired(raw, source) or _guessed(raw)
    if text is None:
        raise SourceUnreadable(source, _MIXED)
    text = _before_end_of_file(text)
    if len(_CONTROLS.findall(text[:_SAMPLE])) > _MOST_CONTROLS * min(len(text), _SAMPLE):
        raise SourceUnreadable(source, _NO_TEXT)
    return text


def _marked(raw: bytes, source: str) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            try:
                return raw.decode(name)
            except UnicodeDecodeError as error:
                raise SourceUnreadable(source, _MIXED) from error
    return None


def _utf8(raw: bytes) -> str | None:
    # Every second byte of Western text in UTF-16 is a zero, and zeros are valid UTF-8.
    opening = raw[:2_000]
    for name, zeros in (("utf-16-le", opening[1::2]), ("utf-16-be", opening[::2])):
        if zeros.count(0) > len(zeros) * 0.7 > 1:
            return _strict(raw, name)
    return _strict(raw, "utf-8")


def _claimed(raw: bytes, declared: str | None) -> str | None:
    # Browsers read latin-1 and ASCII as cp1252 too, for that is what such pages are written in; the
    # repair reads cp1252 and checks it.
    return None if declared is None or declared.lower() in _LATIN else _strict(raw, declared)


def _repaired(raw: bytes, source: str) -> str | None:
    """Read what is valid UTF-8 as that and the rest by an old encoding, if that gives Western words."""
    pieces = re.split(
        rb"((?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)", raw
    )
    windows = [_strict(piece, western.WINDOWS) for piece in pieces[::2]]
    utf8 = [_strict(piece, "utf-8") for piece in pieces[1::2]] + [""]
    whole = "".join(f"{one}{other}" for one, other in zip(windows, utf8, strict=True))
    valid = None not in windows and None not in utf8
    older = western.before_windows(raw, whole if valid else None)
    if older is not None:
        return older
    safe = valid and western.is_western(whole)
    if not safe and _mixed(raw):
        raise SourceUnreadable(source, _MIXED)
    return whole if safe else None


def _mixed(raw: bytes) -> bool:
    """Tell whether UTF-8 has been mixed with something else: two such letters are no accident."""
    valid = raw.decode("utf-8", errors="ignore")
    return sum(not character.isascii() for character in valid) > 1


def _guessed(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - loads only for the rare odd file

    best = from_bytes(raw[:_SAMPLE], cp_isolation=_OLDER.split()).best()
    if best is None or best.percent_chaos > _MOST_CHAOS or best.percent_coherence == 0:
        return None
    text = _strict(raw, best.encoding)
    return None if text is None or western.SIGN_INSIDE.search(text) else text


def _before_end_of_file(text: str) -> str:
    kept = text.rstrip(_FILLING)
    return kept + text[len(kept) :].partition(_END_OF_FILE)[0]


def _strict(raw: bytes, name: str) -> str | None:
    try:
        return raw.decode(name)
    except (ValueError, LookupError):
        return None
