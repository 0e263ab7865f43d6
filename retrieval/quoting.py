"""Choosing what answers: words of an article with the sentence they stand in, as the reader finds them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.article import Article, Span
from retrieval.confidence import Signs, probability, score
from retrieval.embedding import heading
from retrieval.function_words import FUNCTION_WORDS
from retrieval.question_names import is_figure, missing
from retrieval.reader.network import Reader
from retrieval.reader.pieces import Piece, pieces
from retrieval.reader.reading import Passage, Reading, ReadPiece
from retrieval.reader.refuting import refutation
from retrieval.repeating import bag, different, says_the_same
from retrieval.results import Hit
from retrieval.search import Found

READ = 6  # passages that are read
_FIRST = 4  # of them in any case
ENOUGH = 0.9
_MOST_MISSING = 2
_ECHOED = 3  # words of the question; names of two words are asked for too: "Anna Bos or Jan Kist?"


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of an article that may answer, with the words in it that do.

    `answer` lies within `span`; `context` stands before it and gives it sense, None where it needs none.
    Where the article says soon after that it is false, `span` goes on to there.
    `score` orders the quotes of one question, in log odds; `probability` is that its words answer, taken by
    itself; `share`, in (0, 1], what it has of the odds of the best quote of the question. `echoes` says that
    its words are mostly those of the question.
    """

    hit: Hit
    span: Span
    answer: Span
    context: Span | None
    score: float
    probability: float
    signs: Signs
    share: float = 1.0
    echoes: bool = False

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.hit.article

    @property
    def text(self) -> str:
        """The piece, exactly as it stands in the article."""
        return self.span.of(self.article.draft.text)

    @property
    def language(self) -> str | None:
        """The language of the article."""
        return self.article.draft.language

    @property
    def within(self) -> Span:
        """Where the words that answer stand in the piece."""
        return _moved(self.answer, -self.span.start)

    @property
    def words(self) -> str:
        """The words that answer, exactly as they stand in the article."""
        return self.answer.of(self.article.draft.text)


def read(found: Found, reader: Reader, enough: float = ENOUGH) -> list[Quote]:
    """Return the pieces of the best passages, the most promising first.

    After the first passages no more are read once one answers with a probability of `enough`.

    Raises:
        ModelUnavailable: the reader cannot be loaded.
    """
    hits = different(found.hits)[:READ]
    quotes = _of(found, hits[:_FIRST], reader)
    if not any(one.probability >= enough for one in quotes):
        quotes += _of(found, hits[_FIRST:], reader)
    best = max((one.score for one in quotes), default=0.0)
    beside = [replace(one, share=math.exp(one.score - best)) for one in quotes]
    return sorted(beside, key=lambda quote: -quote.score)


def _of(found: Found, hits: Sequence[Hit], reader: Reader) -> list[Quote]:
    every = [pieces(hit.article, hit.span) for hit in hits]
    readings = reader.read(found.question, [_passage(*one) for one in zip(hits, every, strict=True)])
    return [
        quote
        for hit, quotable, reading in zip(hits, every, readings, strict=True)
        for quote in _quotes(found, hit, quotable, reading)
    ]


def _passage(hit: Hit, quotable: Iterable[Piece]) -> Passage:
    return Passage(
        heading(hit.article.draft), hit.text, tuple(_moved(one.span, -hit.span.start) for one in quotable)
    )


def _quotes(found: Found, hit: Hit, quotable: Iterable[Piece], reading: Reading) -> list[Quote]:
    read_pieces = {_moved(one.span, hit.span.start): one for one in reading.pieces}
    quotes = [
        _quote(found, hit, piece, reading, read_pieces[piece.span])
        for piece in quotable
        if piece.span in read_pieces
    ]
    # That a passage answers says it of its best piece: the others answer as far as they compete with that.
    best = max(quotes, key=lambda quote: quote.score).signs.evidence if quotes else 0.0
    return [
        replace(one, probability=one.probability * math.exp(min(one.signs.evidence - best, 0.0)))
        for one in quotes
    ]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _quote(found: Found, hit: Hit, piece: Piece, reading: Reading, one: ReadPiece) -> Quote:
    answer = _moved(one.answer, hit.span.start)
    refuted = refutation(hit.article, piece.span)
    missed = missing(found.question, f"{heading(hit.article.draft)}\n{hit.article.draft.text}")
    figures = sum(map(is_figure, missed))
    span = Span(piece.span.start, max(piece.span.end, refuted.end)) if refuted else piece.span
    signs = Signs(
        reading.answers,
        one.evidence,
        one.margin,
        hit.scores.get("dense", 0.0),
        float(min(len(missed) - figures, _MOST_MISSING)),
        float(min(figures, _MOST_MISSING)),
        float(found.words.foreign_to(hit.article.draft.language)),
    )
    return Quote(
        hit,
        span,
        answer,
        piece.context,
        score(signs),
        probability(signs),
        signs,
        echoes=_echo(found.question, answer.of(hit.article.draft.text)),
    )


def _echo(question: str, said: str) -> bool:
    """Tell whether words are mostly the question's: "Russia's signing bonus", asked how much that is."""
    asked, answering = (bag(text) - FUNCTION_WORDS for text in (question, said))
    shared = len(asked & answering)
    return shared >= _ECHOED and 2 * shared >= len(answering)


def elsewhere(quote: Quote, hits: Sequence[Hit]) -> list[Quote]:
    """Return the same wording in other articles, each article once."""
    found: dict[str, Quote] = {}
    for hit in hits:
        for piece in pieces(hit.article, hit.span) if hit.article.id != quote.article.id else ():
            text = piece.span.of(hit.article.draft.text)
            if says_the_same(quote.text, text):
                at = text.find(quote.words)
                answer = Span(piece.span.start + at, piece.span.start + at + len(quote.words))
                other = replace(
                    quote,
                    hit=hit,
                    span=piece.span,
                    answer=answer if at >= 0 else piece.span,
                    context=piece.context,
                )
                found.setdefault(hit.article.id, other)
    return list(found.values())
