"""Citing a piece of an article: its link, which opens the article at the quoted sentence.

The syntax is that of the URL Fragment Text Directives draft (WICG, "Scroll to text fragment"):
`#:~:text=[prefix-,]start[,end][,-suffix]`, where `-`, `,` and `&` inside a part are percent-encoded.
A browser goes to the first place that fits, so a quote that is not the only one is told by its neighbours.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote as percent_encoded
from urllib.parse import urlsplit

from corpus.article import Article, Span
from corpus.catalogue.notices import Notice
from retrieval.answering.pieces import context
from retrieval.answering.refuting import refutation
from retrieval.search.results import Citation

_WHOLE = 120  # characters; a longer quote is named by its first and last words
_EDGE_WORDS = 5
_CONTEXT_WORDS = 4
_LIST_MARK = re.compile(r"^- ", re.MULTILINE)  # how a list item is kept; on the page it is no text


def link(url: str | None, text: str, span: Span) -> str | None:
    """Return `url` with a fragment that finds `text[span]` on the page; None without a web address."""
    if url is None or urlsplit(url).scheme not in {"http", "https"}:
        return None
    page = url.partition(":~:")[0]
    separator = "" if "#" in page else "#"
    return f"{page}{separator}:~:text={_directive(text, span)}"


def _directive(text: str, span: Span) -> str:
    whole = _folded(_words(text))
    named = _named(_words(span.of(text)), whole)
    parts = [_encoded(part) for part in named]
    if whole.count(_folded(named[0].split())) > 1:
        return _told_apart(parts, text, span, whole)
    return ",".join(parts)


def _named(words: Sequence[str], whole: str) -> list[str]:
    """Return a quote, or the beginning and end of a long one; the beginning is its own if it can be."""
    quoted = " ".join(words)
    longest = len(words) - _EDGE_WORDS
    if len(quoted) <= _WHOLE or longest < _EDGE_WORDS:
        return [quoted]
    lengths = range(_EDGE_WORDS, longest + 1)
    own = next((n for n in lengths if whole.count(_folded(words[:n])) == 1), _EDGE_WORDS)
    return [" ".join(words[:own]), " ".join(words[-_EDGE_WORDS:])]


def _told_apart(parts: Sequence[str], text: str, span: Span, whole: str) -> str:
    """Add what stands before the quote, or else after it; words of the same line, which no advert parts."""
    before, after = text[: span.start], text[span.end :]
    same_line = _words(before.rpartition("\n")[2])
    following = _words(after.partition("\n")[0])
    if same_line or not following:
        prefix = _fewest(same_line or _words(before), _words(span.of(text)), whole)
        return ",".join([f"{_encoded(prefix)}-", *parts] if prefix else parts)
    return ",".join([*parts, f"-{_encoded(' '.join(following[:_CONTEXT_WORDS]))}"])


def _fewest(before: Sequence[str], quoted: Sequence[str], whole: str) -> str:
    """Return the fewest last words of `before` that make the quote the only one; all if none do."""
    for n in range(_CONTEXT_WORDS, len(before)):
        if whole.count(_folded([*before[-n:], *quoted])) == 1:
            return " ".join(before[-n:])
    return " ".join(before)


def _words(text: str) -> list[str]:
    return _LIST_MARK.sub("", text).split()


def _folded(words: Sequence[str]) -> str:
    """Return words as a browser compares them: white space and case do not matter."""
    return " ".join(words).casefold()


def _encoded(part: str) -> str:
    return percent_encoded(part, safe="").replace("-", "%2D")


def cited(number: int, article: Article, span: Span, notice: Notice | None = None) -> Citation:
    """Return a piece of an article under its number, with the link that opens the article there."""
    return Citation(
        number=number,
        article=article,
        span=span,
        link=link(article.draft.url, article.draft.text, span),
        notice=notice,
        context=context(article, span),
        genre=article.draft.genre,
        refuted=refutation(article, span) is not None,
    )
