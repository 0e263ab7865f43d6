"""Choosing the sentences that answer: exact spans of the passages found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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

    article: Article
    span: Span
    score: float
    dense: float
    coverage: float

    @property
    def text(self) -> str:
        """The sentence, exactly as it stands in the article."""
        return self.span.of(self.article.draft.text)


def weighed(found: Found, embedder: Embedder) -> list[Quote]:
    """Return the sentences of the best passages, the most promising first."""
    candidates = [(hit, span) for hit in found.hits[:_PASSAGES] for span in _quotable(hit)]
    vectors = embedder.embed([embedded_sentence(hit.article.draft, span) for hit, span in candidates])
    quotes = [
        _weighed(hit, span, float(vector @ found.vector), found)
        for (hit, span), vector in zip(candidates, vectors, strict=True)
    ]
    return sorted(quotes, key=lambda quote: -quote.score)


def chosen(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """Choose one to three quotations; each is a group of quotes of the same wording, the best first."""
    groups: list[list[Quote]] = []
    for quote in quotes:
        same = next((group for group in groups if says_the_same(quote.text, group[0].text)), None)
        if same is not None:
            if quote.article.id not in {other.article.id for other in same}:
                same.append(quote)
        elif len(groups) < MOST and (not groups or quote.score >= _NEAR_BEST * groups[0][0].score):
            groups.append([quote])
    return groups


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two sentences have nearly the same words (Jaccard) and exactly the same numbers."""
    left, right = set(words(one)), set(words(other))
    if not left or {word for word in left ^ right if word[0].isdigit()}:
        return one == other
    return len(left & right) >= _SAME * len(left | right)


def _weighed(hit: Hit, span: Span, dense: float, found: Found) -> Quote:
    written = span.of(hit.article.draft.text)
    covered = coverage(found.words, tokens(written, found.words.languages))
    if found.words.foreign_to(hit.article.draft.language):
        covered += _TRANSLATED * max(dense, 0.0)
    score = dense + _COVERAGE_WEIGHT * covered + _PASSAGE_WEIGHT * hit.score
    if answers_in_kind(found.question, written):
        score += _IN_KIND
    return Quote(hit.article, span, score, dense, covered)


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
