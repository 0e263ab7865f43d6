"""Links that open an article at the quoted sentence.

The syntax is that of the URL Fragment Text Directives draft (WICG, "Scroll to text fragment"):
`#:~:text=[prefix-,]start[,end][,-suffix]`, where `-`, `,` and `&` inside a part are percent-encoded.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from corpus.article import Span

_WHOLE = 120  # characters; a longer quote is named by its first and last words
_EDGE_WORDS = 5
_CONTEXT_WORDS = 4


def link(url: str | None, text: str, span: Span) -> str | None:
    """Return `url` with a fragment that finds `text[span]` on the page; None without a web address."""
    if url is None or urlsplit(url).scheme not in {"http", "https"}:
        return None
    directive = f":~:text={_directive(text, span)}"
    return f"{url}{directive}" if "#" in url else f"{url}#{directive}"


def _directive(text: str, span: Span) -> str:
    quoted = _line(span.of(text))
    if len(quoted) <= _WHOLE:
        parts = [_encoded(quoted)]
    else:
        words = quoted.split(" ")
        first, last = words[:_EDGE_WORDS], words[-_EDGE_WORDS:]
        parts = [_encoded(" ".join(first)), _encoded(" ".join(last))]
    before = _before(text, span)
    if before and _repeats(text, quoted):
        parts.insert(0, f"{_encoded(before)}-")
    return ",".join(parts)


def _before(text: str, span: Span) -> str:
    """Return the last words of the same paragraph before the quote: a prefix must not leave the block."""
    paragraph = text[: span.start].rpartition("\n")[2]
    return " ".join(paragraph.split()[-_CONTEXT_WORDS:])


def _repeats(text: str, quoted: str) -> bool:
    """Tell whether a browser that looks for the quote's beginning could stop elsewhere first."""
    beginning = quoted if len(quoted) <= _WHOLE else " ".join(quoted.split(" ")[:_EDGE_WORDS])
    return _line(text).casefold().count(beginning.casefold()) > 1


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _encoded(part: str) -> str:
    return percent_encoded(part, safe="").replace("-", "%2D")
