"""One written form for every text, so that a quote can be compared character by character."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_NEVER_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, but for tab and line ends
    r"\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"  # byte-order mark, half pairs, non-characters
)


def normalise(raw: str) -> str:
    r"""Return the text in NFC, with `\n` line ends and without characters that no text has.

    Everything else stays, blank edges too: whoever reads a source knows whether they are its margin.
    Half of a surrogate pair goes as well, for it cannot be written as UTF-8.
    """
    return unicodedata.normalize("NFC", _NEVER_TEXT.sub("", _LINE_ENDS.sub("\n", raw)))


def folded(text: str) -> str:
    """Return the text in small letters and without accents, for finding what people type in haste."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
