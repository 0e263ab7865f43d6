"""Whether a newer entry of a live blog answers too: each is read alone, for in a passage they compete."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.article import Genre, Span
from corpus.live_entries import entries, entry_of
from retrieval.search.results import Hit

if TYPE_CHECKING:
    from retrieval.answering.quoting import Quote

# What a newer entry has, at least, of the odds of the one that answers best, both read alone. Of seven
# questions on three live blogs, entries that answer have 0.44 and more; those that answer another question
# ("… according to the mayor") 0.13 at most, and one that counts something else 0.17. Of eleven questions on
# three more, written afterwards, three of the seven whose value changed got the newest before and six with
# this; the two that ask what somebody said kept theirs.
_SHARE = 0.3


def with_newer(
    quotes: Sequence[Quote], hits: Sequence[Hit], read: Callable[[Sequence[Hit]], list[Quote]]
) -> list[Quote]:
    """Return quotes, the most promising first, with what newer entries of its live blog answer.

    Args:
        quotes: what was read, the most promising first.
        hits: the passages that it was read in.
        read: gives the quotes of passages.
    """
    best = quotes[0] if quotes else None
    if best is None or best.article.draft.genre is not Genre.LIVE_BLOG:
        return list(quotes)
    text = best.article.draft.text
    opened = entry_of(text, best.span.start)
    newer = [
        one
        for hit in hits
        if opened is not None and hit.article.id == best.article.id
        for one in _entries(hit)
        if (entry := entry_of(text, one.span.start)) is not None and entry.minute >= opened.minute
    ]
    alone = read(newer) if len(newer) > 1 else []
    first = next((one for one in alone if one.span.start == best.span.start), None)
    found = [
        replace(one, hit=best.hit, score=min(one.score, best.score))
        for one in alone
        if first is not None and one is not first and one.score >= first.score + math.log(_SHARE)
    ]
    again = {one.span.start for one in found}
    return [*(one for one in quotes if one.span.start not in again or one.article != best.article), *found]


def _entries(hit: Hit) -> list[Hit]:
    """Return the entries of a passage of a live blog as passages."""
    starts = [one.start for one in entries(hit.article.draft.text)]
    edges = [hit.span.start, *(one for one in starts if hit.span.start < one < hit.span.end), hit.span.end]
    return [replace(hit, span=Span(start, end)) for start, end in pairwise(edges)]
