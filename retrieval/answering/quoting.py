"""Choosing what answers: words of an article with the sentence they stand in, as the reader finds them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus.article import Article, Span
from retrieval.answering.confidence import SURE, THRESHOLD, Signs, probability, score
from retrieval.answering.newer_entries import with_newer
from retrieval.answering.pieces import pieces
from retrieval.answering.refuting import may_be_refuted, refutation
from retrieval.language.function_words import FUNCTION_WORDS
from retrieval.models.embedding import heading
from retrieval.models.reader import Reader
from retrieval.models.readings import Passage, Reading, ReadPiece
from retrieval.question import asked_unit
from retrieval.question.asked_names import is_figure, missing
from retrieval.question.names.readings import Reading as NameReading
from retrieval.question.names.wording import Wording, in_words_of
from retrieval.search.binding import about_another, bound, names_it
from retrieval.search.repetition import bag, different, says_the_same
from retrieval.search.results import Hit
from retrieval.search.search import Found

READ = 6  # passages that are read
_FIRST = 4  # of them in any case
ENOUGH = 0.9
_MOST_MISSING = 2
_OTHER_UNIT = THRESHOLD / SURE  # pounds answer "how many dollars" only where else there were no doubt
# Log odds by which a sentence with "A12" is likelier about the A12 than others of its article: enough where
# the reader is torn between two, too little where another is clearly the answer, which lies 3 or more apart.
_NAMED = 2.0
_ECHOED = 3  # words of the question; names of two words are asked for too: "Anna Bos or Jan Kist?"


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of an article that may answer, with the words in it that do.

    `answer` lies within `span`. Where the article says soon after that it is false, `span` goes on to there.
    `score` orders the quotes of one question, in log odds; `probability` is that its words answer, taken by
    itself; `share`, in (0, 1], what it has of the odds of the best quote of the question. `echoes` says that
    its words are mostly those of the question.
    """

    hit: Hit
    span: Span
    answer: Span
    score: float
    probability: float
    signs: Signs
    share: float = 1.0
    echoes: bool = False
    readings: tuple[NameReading, ...] = ()

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

    After the first passages no more are read once one answers with a probability of `enough`. Where an entry
    of a live blog answers best, the newer ones are read alone too.

    Raises:
        ModelUnavailable: the reader cannot be loaded.
    """
    hits = list(islice(different(bound(found.question, found.hits)), READ))
    quotes = _of(found, hits[:_FIRST], reader)
    if not any(one.probability >= enough for one in quotes):
        quotes += _of(found, hits[_FIRST:], reader)
    newest = with_newer(beside_the_best(quotes), hits, lambda entries: _of(found, entries, reader))
    return beside_the_best(newest)


def beside_the_best(quotes: Iterable[Quote]) -> list[Quote]:
    """Return quotes of one question, the most promising first, each with its share of the best one's odds."""
    ordered = sorted(quotes, key=lambda quote: -quote.score)
    return [replace(one, share=math.exp(one.score - ordered[0].score)) for one in ordered]


def _of(found: Found, hits: Sequence[Hit], reader: Reader) -> list[Quote]:
    worded = [in_words_of(hit.article, found.question, found.readings) for hit in hits]
    return [
        quote
        for wording in dict.fromkeys(worded)
        for quote in worded_quotes(
            found, wording, [h for h, own in zip(hits, worded, strict=True) if own == wording], reader
        )
    ]


def worded_quotes(found: Found, wording: Wording, hits: Sequence[Hit], reader: Reader) -> list[Quote]:
    """Return the pieces of passages, of articles that would word the question so, as they are read."""
    every = [pieces(hit.article, hit.span) for hit in hits]
    readings = reader.read(wording.question, [_passage(*one) for one in zip(hits, every, strict=True)])
    asked = replace(found, question=wording.question)
    return [
        replace(quote, readings=wording.readings)
        for hit, reading in zip(hits, readings, strict=True)
        for quote in _quotes(asked, hit, reading)
    ]


def _passage(hit: Hit, quotable: Iterable[Span]) -> Passage:
    return Passage(
        heading(hit.article.draft), hit.text, tuple(_moved(one, -hit.span.start) for one in quotable)
    )


def _quotes(found: Found, hit: Hit, reading: Reading) -> list[Quote]:
    draft = hit.article.draft
    missed = missing(found.question, f"{heading(draft)}\n{draft.text}")
    figures = sum(map(is_figure, missed))
    passage = Signs(
        answers=reading.answers,
        evidence=0.0,
        margin=0.0,
        dense=hit.scores.get("dense", 0.0),
        names=float(min(len(missed) - figures, _MOST_MISSING)),
        figures=float(min(figures, _MOST_MISSING)),
        foreign=float(found.words.foreign_to(draft.language)),
    )
    refutable = may_be_refuted(hit.article, hit.span)
    every = [_quote(found, hit, one, passage, refutable=refutable) for one in reading.pieces]
    quotes = [one for one in every if not about_another(found.question, hit.article, one.span)]
    # That a passage answers says it of its best piece: the others answer as far as they compete with that.
    best = max(quotes, key=lambda quote: quote.score).signs.evidence if quotes else 0.0
    return [
        replace(one, probability=one.probability * math.exp(min(one.signs.evidence - best, 0.0)))
        for one in quotes
    ]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _quote(found: Found, hit: Hit, one: ReadPiece, passage: Signs, *, refutable: bool) -> Quote:
    """Make a quote of a piece; `passage` are the signs of all pieces of its passage."""
    draft = hit.article.draft
    piece, answer = (_moved(span, hit.span.start) for span in (one.span, one.answer))
    said, within = piece.of(draft.text), _moved(answer, -piece.start)
    answer = _moved(asked_unit.narrowed(found.question, said, within, draft.language), piece.start)
    other = asked_unit.of_another(found.question, said, within, draft.language)
    refuted = refutation(hit.article, piece) if refutable else None
    span = Span(piece.start, max(piece.end, refuted.end)) if refuted else piece
    signs = replace(passage, evidence=one.evidence, margin=one.margin)
    echoes = _echo(found.question, answer.of(draft.text))
    sure = probability(signs) * (_OTHER_UNIT if other else 1)
    order = score(signs) + (_NAMED if names_it(found.question, hit.article, piece) else 0.0)
    return Quote(hit, span, answer, order, sure, signs, echoes=echoes)


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
            text = piece.of(hit.article.draft.text)
            if says_the_same(quote.text, text):
                at = text.find(quote.words)
                answer = _moved(Span(at, at + len(quote.words)), piece.start) if at >= 0 else piece
                found.setdefault(hit.article.id, replace(quote, hit=hit, span=piece, answer=answer))
    return list(found.values())
