"""What was meant by a question: how it stands alone, and the articles that it may be answered from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.filters import Filters
from retrieval.answering.explaining import Explanation


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it stands alone, and what somebody chose that narrows it."""

    question: str
    filters: Filters


def understood_then(explained: Explanation) -> Understood:
    """Return what was meant by the question of an answer given before.

    An answer remembers the filters that were used in the end: dates that its question's own words named are
    not among those that somebody chose.
    """
    by_words, filters = explained.answer.narrowed, explained.filters
    if by_words and not by_words.widened:
        filters = replace(filters, since=None, until=None)
    return Understood(explained.standalone, filters)
