"""Which of the quotes that answer are shown, and in which order: no filler, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.text import folded
from retrieval.confidence import THRESHOLD
from retrieval.quoting import Quote, says_the_same

MOST = 3  # quotes in an answer


def shown(quotes: Sequence[Quote], *, dated: bool, threshold: float = THRESHOLD) -> list[Quote]:
    """Return one to three quotes that answer, in the order in which they are shown; none where none is sure.

    Of one article further quotes are shown only where they answer in other words. What different
    articles answer stands newest first, unless the question is `dated`: then the surest stands first.

    Args:
        quotes: what was read, the most promising first.
        dated: whether the question names a time.
        threshold: the probability from which a quote answers.
    """
    kept: list[Quote] = []
    for quote in quotes:
        if quote.probability >= threshold and not any(_adds_nothing(quote, one) for one in kept):
            kept.append(quote)
    if dated or not kept:
        return kept[:MOST]
    newest = sorted(kept, key=_age)[:MOST]
    # The surest is never left out for newer ones.
    return newest if kept[0] in newest else sorted([*newest[:-1], kept[0]], key=_age)


def _adds_nothing(quote: Quote, other: Quote) -> bool:
    if says_the_same(quote.text, other.text):
        return True
    words, given = folded(quote.words), folded(other.words)
    return quote.article.id == other.article.id and (words in given or given in words)


def _age(quote: Quote) -> int:
    """Order the newest first; what has no date stands last."""
    published = quote.article.draft.published
    return -published.last().toordinal() if published else 0
