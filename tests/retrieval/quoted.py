"""Answers made up for one test: numbered quotes as they come out of a search."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.article import Article, Draft, Span
from corpus.dates import PartialDate
from retrieval.search.results import Answer, Citation
from tests.retrieval.newsroom import now


def citation(number: int, quote: str, language: str = "en", published: str | None = None) -> Citation:
    """Return a quote that is the whole text of its article."""
    draft = Draft(
        quote,
        "test",
        url=f"https://news.example/{number}",
        published=PartialDate.parse(published) if published else None,
        language=language,
    )
    article = Article(f"a{number}", number, None, draft, now())
    return Citation(number, article, Span(0, len(quote)), None)


def quotations(quotes: Sequence[str | tuple[str, str]]) -> Answer:
    """Return an answer of quotes, each English or given with its language."""
    pairs = [(one, "en") if isinstance(one, str) else one for one in quotes]
    citations = tuple(citation(number, *pair) for number, pair in enumerate(pairs, start=1))
    text = "\n".join(f"\u201c{one.quote}\u201d [{one.number}]" for one in citations)
    return Answer(
        "0123456789ab",
        "?",
        abstained=False,
        text=text,
        confidence=0.9,
        citations=citations,
        nearest=(),
        milliseconds=1.0,
    )
