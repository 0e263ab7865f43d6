"""The sentences of a passage with what speaks for each as an answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Span
from corpus.tokens import tokens
from retrieval.embedding import embedded_sentence
from retrieval.lexical import coverage
from retrieval.read_text import Mask, ReadText
from retrieval.results import Hit
from retrieval.search import Found
from retrieval.weighing.asking import Asking, asking
from retrieval.weighing.matching import Matching, Met
from retrieval.weighing.merits import Merits
from retrieval.weighing.offering import Offering, offered
from retrieval.weighing.question import ReadQuestion

_PAIRS = (
    (Asking.WHEN, Offering.DATE),
    (Asking.HOW_LONG, Offering.NUMBER),
    (Asking.HOW_MANY, Offering.NUMBER),
    (Asking.HOW_MUCH, Offering.NUMBER),
    (Asking.HOW_MUCH, Offering.AMOUNT),
    (Asking.WHO, Offering.PERSON),
    (Asking.WHO, Offering.NAME),
    (Asking.WHERE, Offering.PLACE),
    (Asking.WHY, Offering.REASON),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its merits, and how well its whole passage meets the question."""

    span: Span
    merits: Merits
    passage: Met


def as_read(hit: Hit) -> str:
    """Return the text by which the model reads a passage: under its headline."""
    return embedded_sentence(hit.article.draft, hit.span)


def judged(
    found: Found, question: ReadQuestion, hit: Hit, read: ReadText, spans: Sequence[Span]
) -> list[Judged]:
    """Return sentences of a hit with what speaks for each.

    Args:
        found: what the search found.
        question: the question as the model reads it.
        hit: the passage.
        read: `as_read(hit)` as the model reads it.
        spans: the sentences, in their order, as they stand in the article.
    """
    matching = Matching(question, read, found.vector)
    shift = len(as_read(hit)) - len(hit.text) - hit.span.start
    places = [read.within(span.start + shift, span.end + shift) for span in spans]
    whole = matching.met(np.ones(len(read.starts), dtype=np.bool_))
    told = _Told(found, hit, spans)
    return [
        Judged(span, _merits(found, hit, span, matching, places, place, whole, told), whole)
        for place, span in enumerate(spans)
    ]


class _Told:
    """Which shares of the question's words the sentences of a passage hold."""

    def __init__(self, found: Found, hit: Hit, spans: Sequence[Span]) -> None:
        draft, languages = hit.article.draft, found.words.languages
        self._words = found.words
        self._headline = tokens(draft.title or "", languages)
        self._sentences = [tokens(span.of(draft.text), languages) for span in spans]
        self.headline = coverage(found.words, self._headline)

    def alone(self, place: int) -> float:
        return coverage(self._words, self._sentences[place])

    def so_far(self, place: int) -> float:
        before = self._sentences[place - 1] if place else []
        return coverage(self._words, [*self._sentences[place], *before, *self._headline])


def _merits(
    found: Found,
    hit: Hit,
    span: Span,
    matching: Matching,
    places: Sequence[Mask],
    place: int,
    whole: Met,
    told: _Told,
) -> Merits:
    draft = hit.article.draft
    written = span.of(draft.text)
    here, around = places[place], np.logical_or.reduce(places[max(place - 1, 0) : place + 2])
    met, dense, covered = matching.met(here), matching.cosine(here), told.alone(place)
    foreign = float(found.words.foreign_to(draft.language))
    return Merits(
        dense,
        covered,
        told.so_far(place),
        told.headline,
        met.words,
        met.weakest,
        met.asking,
        met.beside,
        matching.met(around).words,
        whole.words,
        hit.scores.get("recent", 0.0),
        math.log(len(written.split())),
        foreign * dense,
        foreign * covered,
        foreign * met.words,
        *_fitting(found.question, written, draft.language),
    )


def _fitting(question: str, written: str, language: str | None) -> list[float]:
    """Return for each pair of what is asked and what is offered whether both are so."""
    asked = asking(question)
    there = offered(written, question, language)
    return [float(asked is wanted and given in there) for wanted, given in _PAIRS]
