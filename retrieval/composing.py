"""Composing an answer: the quotations chosen, numbered and written out, or an abstention."""

from __future__ import annotations

import time
import uuid
from collections.abc import Sequence
from itertools import count

from corpus.text import normalise
from retrieval import quoting
from retrieval.confidence import THRESHOLD, confidence
from retrieval.quoting import Quote
from retrieval.results import Answer, Citation
from retrieval.search import Found
from retrieval.text_fragment import link

NEAREST = 3  # passages shown with an abstention
ABSTENTION = "I do not know: no article that I have answers this."


def composed(found: Found, quotes: Sequence[Quote], asked: str, started: float) -> Answer:
    """Return the answer that weighed sentences give, or an abstention where none is likely enough.

    Args:
        found: the hits of the question.
        quotes: the sentences, best first.
        asked: the words of the asker.
        started: when work on the question began, by `time.perf_counter`.
    """
    sure = confidence(found, quotes)
    groups = quoting.chosen(quotes, found.hits) if sure >= THRESHOLD else []
    citations, text = _written(groups)
    return Answer(
        id=uuid.uuid4().hex[:12],
        question=normalise(asked),
        abstained=not groups,
        text=text,
        confidence=sure,
        citations=tuple(citations),
        nearest=tuple(found.hits[:NEAREST]),
        milliseconds=(time.perf_counter() - started) * 1000,
        language=found.words.language,
    )


def _written(groups: Sequence[Sequence[Quote]]) -> tuple[list[Citation], str]:
    """Number the quotes and write the answer: each wording once, with the markers of all its sources."""
    if not groups:
        return [], ABSTENTION
    numbers = count(1)
    numbered = [[(next(numbers), quote) for quote in group] for group in groups]
    citations = [citation(number, quote) for group in numbered for number, quote in group]
    return citations, "\n".join(_quotation(group) for group in numbered)


def _quotation(group: Sequence[tuple[int, Quote]]) -> str:
    markers = "".join(f"[{number}]" for number, _ in group)
    return f"\u201c{group[0][1].text}\u201d {markers}"


def citation(number: int, quote: Quote) -> Citation:
    """Return a sentence under its number, with the link that opens its article there."""
    draft = quote.article.draft
    return Citation(number, quote.article, quote.span, link(draft.url, draft.text, quote.span))
