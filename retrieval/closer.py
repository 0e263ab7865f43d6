"""Reading a doubtful piece again with little around it, where question and article are in two languages.

In a long article a passage holds much beside the sentence that answers: its vector is of all that, and the
reader, which has no word in common with the question to go by, is less sure of each piece. With a sentence
before and one after it, what answers is clearer and what does not is so too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.article import Span
from retrieval.confidence import THRESHOLD
from retrieval.embedding import embedded_text
from retrieval.names.wording import in_words_of
from retrieval.quoting import Quote, beside_the_best, worded_quotes
from retrieval.reader.network import Reader
from retrieval.reader.pieces import pieces
from retrieval.search import Found

LOOKED_AT = 2  # pieces, each read in some milliseconds
# On 20 facts in an article of 20,000 words: what answers and is not sure enough has at least this probability.
_DOUBTFUL = 0.1
_AROUND = 1  # pieces before and after

Cosines = Callable[[Sequence[str]], Sequence[float]]


def looked_closer(found: Found, quotes: Sequence[Quote], reader: Reader, cosines: Cosines) -> list[Quote]:
    """Return the quotes with the most promising read again where none is sure enough to answer.

    Args:
        found: the hits of the question.
        quotes: what was read, the most promising first.
        reader: reads again.
        cosines: gives the cosine of each text with the question.

    Raises:
        ModelUnavailable: a model cannot be loaded.
    """
    if any(one.probability * one.share >= THRESHOLD for one in quotes):
        return list(quotes)
    doubtful = [one for one in quotes[:LOOKED_AT] if _is_doubtful(one)]
    again = {id(one): _again(found, one, reader, cosines) for one in doubtful}
    return beside_the_best(again.get(id(one)) or one for one in quotes) if again else list(quotes)


def _is_doubtful(quote: Quote) -> bool:
    return bool(quote.signs.foreign) and quote.probability >= _DOUBTFUL and _around(quote) != quote.hit.span


def _again(found: Found, quote: Quote, reader: Reader, cosines: Cosines) -> Quote | None:
    window = _around(quote)
    dense = cosines([embedded_text(quote.article.draft, window)])[0]
    hit = replace(quote.hit, span=window, scores={**quote.hit.scores, "dense": float(dense)})
    wording = in_words_of(quote.article, found.question, found.readings)
    read = worded_quotes(found, wording, [hit], reader)
    same = next((one for one in read if one.span.start == quote.span.start), None)
    return replace(same, hit=quote.hit) if same else None


def _around(quote: Quote) -> Span:
    every = pieces(quote.article, quote.hit.span)
    at = next(place for place, one in enumerate(every) if one.start == quote.span.start)
    first, last = every[max(0, at - _AROUND)], every[min(at + _AROUND, len(every) - 1)]
    return Span(first.start, last.end)
