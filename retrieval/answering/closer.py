"""Reading a doubtful piece again with little around it.

In a long article a passage holds much beside the sentence that answers: its vector is of all that, and the
reader is less sure of each piece, above all in another language, where it has no word in common with the
question to go by, and in a list of roads or lines, of which the question names one. By itself, or
with a sentence before and one after it, what answers is clearer and what does not is so too. Where the
article lacks a name of the question there is nothing to look for: it is about something like it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.article import Span
from retrieval.answering.confidence import THRESHOLD
from retrieval.answering.pieces import pieces
from retrieval.answering.quoting import Quote, beside_the_best, worded_quotes
from retrieval.models.embedding import embedded_text
from retrieval.models.reader import Reader
from retrieval.question.names.numbered import numbered
from retrieval.question.names.wording import in_words_of
from retrieval.search.binding import about_another, names_it
from retrieval.search.search import Found

LOOKED_AT = 2  # pieces, each read in some milliseconds
# On 20 facts in an article of 20,000 words what answers has at least this, and the rest mostly less.
_DOUBTFUL = 0.1
_AROUND = 1  # pieces before and after

Cosines = Callable[[Sequence[str]], Sequence[float]]


def looked_closer(found: Found, quotes: Sequence[Quote], reader: Reader, cosines: Cosines) -> list[Quote]:
    """Return the quotes, the most promising read again where none is sure enough to answer.

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
    doubtful = [one for one in quotes[:LOOKED_AT] if _is_doubtful(found, one)]
    again = {id(one): _again(found, one, reader, cosines) for one in doubtful}
    return beside_the_best(again.get(id(one)) or one for one in quotes) if again else list(quotes)


def _is_doubtful(found: Found, quote: Quote) -> bool:
    lacks_a_name = bool(quote.signs.names or quote.signs.figures)
    named = names_it(found.question, quote.article, quote.span)
    harder = named or (bool(quote.signs.foreign) and not numbered(found.question))
    return harder and not lacks_a_name and quote.probability >= _DOUBTFUL


def _again(found: Found, quote: Quote, reader: Reader, cosines: Cosines) -> Quote | None:
    """Return a quote as it is read by itself or with a piece on each side, by which it is the likelier."""
    read = (_within(found, quote, window, reader, cosines) for window in _windows(found.question, quote))
    likelier = [one for one in read if one is not None]
    return max(likelier, key=lambda one: one.probability, default=None)


def _windows(question: str, quote: Quote) -> list[Span]:
    """Return the piece of a quote, and that with those around it that are not about another number."""
    every = pieces(quote.article, quote.hit.span)
    at = next(place for place, one in enumerate(every) if one.start == quote.span.start)

    def fitting(beside: Sequence[Span]) -> list[Span]:
        return list(takewhile(lambda one: not about_another(question, quote.article, one), beside))

    before = fitting(every[max(0, at - _AROUND) : at][::-1])
    after = fitting(every[at + 1 : at + 1 + _AROUND])
    around = Span((before or [every[at]])[-1].start, (after or [every[at]])[-1].end)
    return [one for one in dict.fromkeys((every[at], around)) if one != quote.hit.span]


def _within(found: Found, quote: Quote, window: Span, reader: Reader, cosines: Cosines) -> Quote | None:
    dense = cosines([embedded_text(quote.article.draft, window)])[0]
    hit = replace(quote.hit, span=window, scores={**quote.hit.scores, "dense": float(dense)})
    wording = in_words_of(quote.article, found.question, found.readings)
    read = worded_quotes(found, wording, [hit], reader)
    same = next((one for one in read if one.span.start == quote.span.start), None)
    return replace(same, hit=quote.hit) if same else None
