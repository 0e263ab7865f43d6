"""One written form for every text, so that a quote can be compared character by character."""

import re
import unicodedata
from functools import lru_cache

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_NEVER_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for tab and line ends
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # half pairs, non-characters
)
# Hints of where a line may break, and marks of reading direction: nobody sees or types them, and a word
# that holds one is not found. Joiners and direction marks stay beside the scripts and signs that need
# them: Hebrew to the languages of India, and what is no letter (emoji are joined by U+200D).
_NEVER_SEEN = re.compile("\u00ad(?:\n(?=\\w))?|[\u180e\u200b\u2060-\u2064\ufeff]")
_NEEDS_MARKS = "\u0590-\u08ff\u0900-\u0dff\u0e00-\u1cff\u2190-\U0010ffff"
_MARKS = re.compile(f"(?<![{_NEEDS_MARKS}])[\u200c-\u200f\u202a-\u202e\u2066-\u2069]+(?![{_NEEDS_MARKS}])")
# In short stretches, for each is remembered: they are few in Dutch and English, and a page of Chinese is one.
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{1,16}")


def normalise(raw: str) -> str:
    r"""Return the text in NFC, with `\n` line ends and without characters that no text has.

    Zero-width characters go: a word that holds one is not found. Half of a surrogate pair goes as well, for
    it cannot be written as UTF-8. Everything else stays, blank edges too: whoever reads a source knows
    whether they are its margin.
    """
    text = _NEVER_TEXT.sub("", _LINE_ENDS.sub("\n", raw))
    return unicodedata.normalize("NFC", _MARKS.sub("", _NEVER_SEEN.sub("", text)))


def folded(text: str) -> str:
    """Return the text in small letters and without accents, for finding what people type in haste."""
    # Each character is folded by itself: what order accents stand in does not matter where they all go.
    return _BEYOND_ASCII.sub(lambda found: _without_accents(found[0]), text.casefold())


@lru_cache(maxsize=4096)
def _without_accents(written: str) -> str:
    decomposed = unicodedata.normalize("NFKD", written)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
