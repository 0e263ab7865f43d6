"""Reading a one among words that answer: `één dode`, `one`, where a text's own `een` is mostly an article."""

import re
from decimal import Decimal

from corpus.article import Span
from retrieval.figures.figure import Figure, Kind

# Alone `een` and `one` are numbers; before what they count only `één` and `one` surely are.
_NO_MORE = r"(?i)\W*(?:(?:just|only|slechts|maar)\s+)?"
_ALONE = re.compile(rf"{_NO_MORE}([eé][eé]n|one)\W*")
_COUNTING = re.compile(rf"{_NO_MORE}([eé]én|one)\s+(?!another\b)[^\W\d_]{{4,}}")


def lone_one(quote: str, within: Span) -> Figure | None:
    """Return the one that words which answer consist of or begin with; None where they do not.

    Args:
        quote: the sentence that the words stand in.
        within: where they stand; they hold no other figure.
    """
    words = within.of(quote)
    found = _ALONE.fullmatch(words) or _COUNTING.match(words)
    if found is None:
        return None
    start, end = (within.start + place for place in found.span(1))
    return Figure(Kind.COUNT, Decimal(1), None, start, end)
