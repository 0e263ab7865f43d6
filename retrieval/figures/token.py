"""Cutting a text into numbers, words and signs."""

import re
from typing import NamedTuple

SPACES = "\u00a0\u2009\u202f"  # no-break and thin spaces, which only group digits
# In this order: what only looks like a number comes first and is kept whole as `other`.
_TOKEN = re.compile(
    rf"""
    (?P<other>https?://\S+|\d+:\d\d[.:]\d+|\[\d+\]  # addresses, times of races, the markers of quotes
      # telephone numbers
      |(?<![\w.,])(?:\+\d{{1,3}}[ -]?\(?\d|0\d{{1,3}}[ -]|0\d(?=\d{{6}}))[\d -]{{5,}}\d
      # names: F-16, A12
      |(?<!\w)(?!(?:mid|post|pre|half|begin|eind|medio)-|[A-Z]{{3}}\d)[^\W\d_½¼¾²³°]+-?\d[\w-]*
      |(?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))(?!\d\d?\.\d\d?\.\d{{4}})\d+(?:\.\d+){{2,}}  # versions
    )
    |(?P<date>(?<![\d-])(?:\d{{4}}-\d\d-\d\d|\d\d?([-/.])\d\d?\3\d{{4}})(?![\w-]))
    |(?P<clock>(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]))
    |(?P<number>\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?
      |\d{{1,3}}(?:(?:[ ]\d{{3}}){{2,}}|[ ]000)(?!\d)
      |\d+(?:[.,]\d+)*)
    |(?P<word>°[ ]?[CF]\b|(?:km/[hu]|m/s)\b|['\u2019]s\b
      |(?!(?:USD?|C|CAD|A|AUD|NZ|HK)\$)[^\W\d_]+(?:['\u2019][^\W\d_]+)*)
    |(?P<sign>(?:\b(?:USD?|C|CAD|A|AUD|NZ|HK))?[$€£¥₽₴₹]|\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A part of a text; `word` is its lower case; `tight` where it touches the part before it.

    `joined` where a hyphen, left out, joins it to that part; `opens_line` where a new line begins with it.
    """

    sort: str
    text: str
    word: str
    start: int
    end: int
    tight: bool
    joined: bool = False
    opens_line: bool = False


END = Token("end", "", "", -1, -1, tight=False)
HYPHENS = frozenset("-‐‑–—−")  # noqa: RUF001 - as newspapers set them


def cut(text: str) -> list[Token]:
    """Return the parts of a text, with empty ones after the last to look ahead to.

    A hyphen before a word is left out (`twenty-five`, `29-jarige`), so that its parts read like words apart.
    """
    tokens: list[Token] = []
    last, joined, before = 0, False, 0
    for match in _TOKEN.finditer(text):
        sort, written, (start, end) = str(match.lastgroup), match[0], match.span()
        tight = 0 < start == last
        if written in HYPHENS and tight and text[end : end + 1].isalpha():
            last, joined = -1, True
            continue
        word = written.lower().replace("’", "'")  # noqa: RUF001 - as newspapers set it
        opens_line = "\n" in text[before:start]
        tokens.append(Token(sort, written, word, start, end, tight, joined, opens_line))
        last, joined, before = end, False, end
    return [*tokens, END, END, END, END]
