"""Choosing the sentences that answer: exact spans of the passages found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.article import Article, Span
from corpus.sentences import sentences
from corpus.tokens import words
from retrieval.embedding import Embedder
from retrieval.results import Hit
from retrieval.search import Found
from retrieval.weighing.matching import Met
from retrieval.weighing.merits import Merits, score
from retrieval.weighing.passage import as_read, judged
from retrieval.weighing.question import read_question

MOST = 3  # quotes in an answer
_PASSAGES = 8  # passages whose sentences are weighed
_NEAR_BEST = 4.0  # how much less a further quote may score than the first: one in fifty-five against it
_SAME = 0.85  # share of common words from which two quotes say the same
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")  # noqa: RUF001 - the quotation marks of newspapers
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence weighed as an answer.

    `score` orders those of one question, in log odds: 1 more makes it 2.7 times as likely the one that
    answers. `merits` are what that is made of; `passage` is how well its whole passage meets the question.
    """

    hit: Hit
    span: Span
    score: float
    merits: Merits
    passage: Met

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.hit.article

    @property
    def text(self) -> str:
        """The sentence, exactly as it stands in the article."""
        return self.span.of(self.article.draft.text)


def weighed(found: Found, embedder: Embedder) -> list[Quote]:
    """Return the sentences of the best passages, the most promising first.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    hits = _different(found.hits)[:_PASSAGES]
    if not hits:
        return []
    asked, *passages = embedder.read([found.question, *map(as_read, hits)])
    question = read_question(found.question, asked, found.words)
    return sorted(
        (
            Quote(hit, one.span, score(one.merits), one.merits, one.passage)
            for hit, read in zip(hits, passages, strict=True)
            for one in judged(found, question, hit, read, _quotable(hit))
        ),
        key=_by_score,
    )


def _by_score(quote: Quote) -> float:
    return -quote.score


def chosen(quotes: Sequence[Quote], hits: Sequence[Hit]) -> list[list[Quote]]:
    """Choose one to three quotations, the best first.

    Each is a group: the same wording as it stands in every article of `hits`, each article once.
    """
    best: list[Quote] = []
    for quote in quotes:
        near = not best or quote.score >= best[0].score - _NEAR_BEST
        if near and len(best) < MOST and not any(says_the_same(quote.text, one.text) for one in best):
            best.append(quote)
    return [[quote, *_elsewhere(quote, hits)] for quote in best]


def _elsewhere(quote: Quote, hits: Sequence[Hit]) -> list[Quote]:
    """Return the same wording in other articles, each article once."""
    found: dict[str, Quote] = {}
    for hit in hits:
        for span in _quotable(hit) if hit.article.id != quote.article.id else ():
            other = replace(quote, hit=hit, span=span)
            if says_the_same(quote.text, other.text):
                found.setdefault(hit.article.id, other)
    return list(found.values())


def _different(hits: Sequence[Hit]) -> list[Hit]:
    """Leave out passages that repeat a better one: copies of one report must not crowd out the others."""
    kept: list[Hit] = []
    for hit in hits:
        if not any(says_the_same(hit.text, other.text) for other in kept):
            kept.append(hit)
    return kept


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two sentences have nearly the same words (Jaccard) and exactly the same numbers."""
    left, right = _bag(one), _bag(other)
    if not left or {word for word in left ^ right if word[0].isdigit()}:
        return one == other
    return len(left & right) >= _SAME * len(left | right)


@lru_cache(maxsize=4096)
def _bag(text: str) -> frozenset[str]:
    """Return the words of a text; each text of an answer is compared with many others."""
    return frozenset(words(text))


def _quotable(hit: Hit) -> list[Span]:
    """Return the whole sentences of a passage; headings and captions without an end say nothing alone."""
    spans = [
        Span(hit.span.start + span.start, hit.span.start + span.end)
        for span in sentences(hit.text, hit.article.draft.language)
    ]
    text = hit.article.draft.text
    ended = [span for span in spans if _is_sentence(span.of(text))]
    return ended or spans


def _is_sentence(written: str) -> bool:
    return _SENTENCE_END.search(written) is not None and len(written.split()) >= _FEWEST_WORDS
