"""Choosing the sentences that answer: exact spans of the passages found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.article import Article, Span
from corpus.sentences import sentences
from corpus.tokens import tokens, words
from retrieval.answer_type import answers_in_kind
from retrieval.embedding import Embedder, embedded_sentence
from retrieval.lexical import coverage
from retrieval.results import Hit
from retrieval.search import Found

MOST = 3  # quotes in an answer
_PASSAGES = 5  # passages whose sentences are weighed
_COMPARED_ALONE = 8  # sentences compared without their headline too
_COVERAGE_WEIGHT = 0.8
_PASSAGE_WEIGHT = 0.6
# What a sentence in another language than the question's is given for the words it cannot share: the
# difference, by cosine, between the coverage of best sentences in one language and in two (XQuAD-dev).
_TRANSLATED = 0.45
_IN_KIND = 0.3  # for a sentence with a number where one is asked for
_NEAR_BEST = 0.75  # a further quote scores at least this share of the first
_SAME = 0.85  # share of common words from which two quotes say the same
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")  # noqa: RUF001 - the quotation marks of newspapers
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence weighed as an answer; `dense` is its cosine with the question, in [-1, 1]."""

    hit: Hit
    span: Span
    score: float
    dense: float
    coverage: float

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.hit.article

    @property
    def text(self) -> str:
        """The sentence, exactly as it stands in the article."""
        return self.span.of(self.article.draft.text)


def weighed(found: Found, embedder: Embedder) -> list[Quote]:
    """Return the most promising sentences of the best passages, the best first.

    A headline before a sentence tells what the sentence is about, but can hold the answer itself and
    so lend it to every sentence below: the best by sentence and headline are compared once more alone.
    """
    quotable = [(hit, span) for hit in _different(found.hits)[:_PASSAGES] for span in _quotable(hit)]
    headed = embedder.embed([embedded_sentence(hit.article.draft, span) for hit, span in quotable])
    first = sorted(
        (
            _weighed(hit, span, float(vector @ found.vector), found)
            for (hit, span), vector in zip(quotable, headed, strict=True)
        ),
        key=_by_score,
    )[:_COMPARED_ALONE]
    alone = embedder.embed([quote.text for quote in first])
    return sorted(
        (
            _weighed(quote.hit, quote.span, (quote.dense + float(vector @ found.vector)) / 2, found)
            for quote, vector in zip(first, alone, strict=True)
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
        near = not best or quote.score >= _NEAR_BEST * best[0].score
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


def _weighed(hit: Hit, span: Span, dense: float, found: Found) -> Quote:
    written = span.of(hit.article.draft.text)
    covered = coverage(found.words, tokens(written, found.words.languages))
    if found.words.foreign_to(hit.article.draft.language):
        covered += _TRANSLATED * max(dense, 0.0)
    score = dense + _COVERAGE_WEIGHT * covered + _PASSAGE_WEIGHT * hit.score
    if answers_in_kind(found.question, written):
        score += _IN_KIND
    return Quote(hit, span, score, dense, covered)


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
