"""Verifying a whole text at once, as the phraser does a sentence at a time."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.phrasing.completed import completed
from retrieval.phrasing.verification import Verified
from retrieval.search.results import Citation


def verified(
    text: str, citations: Sequence[Citation], *, question: str = "", language: str | None = None
) -> Verified:
    """Return what the citations bear out of a text with markers.

    Args:
        text: sentences, each with the markers of the quotes it rests on.
        citations: the quotes, by number.
        question: what was asked; names in it may be said again.
        language: of the text, an ISO 639-1 code.
    """
    result = Verified()
    for sentence in completed([text], language):
        result = result.joined(sentence, citations, question, language)
    return result
