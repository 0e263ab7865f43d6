"""Whether a PDF's text is letters, or the bare numbers of its glyphs."""

from __future__ import annotations

import re
import unicodedata

from corpus import language
from corpus.text import folded

_ENOUGH = 10
_ENOUGH_LETTERS = 20
_CODE = re.compile(r"\(cid:\d+\)")
_NO_SIGN = {"Cc", "Co", "Cn", "Cs"}
_WRITTEN = set(".,;:!?'\"()[]-–—/%€$£&@+*#°§•…«»‘’‚“”„‹›_=")  # noqa: RUF001 - typeset punctuation
_MOST_UNKNOWN = 0.1
_MOST_SYMBOLS = 0.25
_MOST_SYMBOLS_OF_NO_LANGUAGE = 0.1
# Dutch and English have about 0.38, Czech 0.4; codes shifted by a glyph table's offset 0.15 and less.
_FEWEST_VOWELS = 0.2
_MOST_ACCENTS = 0.5


def legible(raw: str) -> bool:
    """Tell whether a text reads as one; `raw` has its control characters still.

    What it has without a code table: control, private and unassigned signs, "(cid:12)", many symbols,
    the more so where no language is found, and letters of which few are vowels or most have accents.
    """
    signs = [sign for sign in _CODE.sub("\ue000" * 3, raw) if not sign.isspace() and sign != "\u00ad"]
    if len(signs) < _ENOUGH:
        return True
    unknown = sum(unicodedata.category(sign) in _NO_SIGN or sign == "\ufffd" for sign in signs)
    return unknown <= _MOST_UNKNOWN * len(signs) and _few_symbols(signs, raw) and _pronounceable(signs)


def _few_symbols(signs: list[str], raw: str) -> bool:
    symbols = sum(not _is_writing(sign) for sign in signs)
    known = symbols <= _MOST_SYMBOLS_OF_NO_LANGUAGE * len(signs) or language.detect(raw) is not None
    return known and symbols <= _MOST_SYMBOLS * len(signs)


def _is_writing(sign: str) -> bool:
    return sign.isalnum() or sign in _WRITTEN or unicodedata.category(sign)[0] == "M"


def _pronounceable(signs: list[str]) -> bool:
    latin = [sign for sign in signs if sign.isalpha() and "LATIN" in unicodedata.name(sign, "")]
    if len(latin) < max(_ENOUGH_LETTERS, len(signs) / 2):
        return True
    vowels = sum(letter in "aeiouy" for letter in folded("".join(latin)))
    accents = sum(not letter.isascii() for letter in latin)
    return vowels >= _FEWEST_VOWELS * len(latin) and accents <= _MOST_ACCENTS * len(latin)
