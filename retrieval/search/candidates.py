"""Candidates of a question, found by its vector and its words, fused; the best are read as hits."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.catalogue import articles, places
from corpus.catalogue.connection import Connection
from corpus.catalogue.places import Place
from corpus.filters import Filters
from retrieval.index.lexical import Asked
from retrieval.index.near import Near
from retrieval.search.fusion import Scored, bonus, fused
from retrieval.search.results import Hit

Candidate: TypeAlias = tuple[Scored, Place]


@dataclass(frozen=True, slots=True)
class Posed:
    """A wording of a question: its unit vector, shape (dimensions,), its words, and what each finds.

    `near` are passages near to the vector; `further` asks for more of them, told how often that was done.
    `by_words` are the scores of passages with the words; all of these may be used.
    """

    vector: npt.NDArray[np.float32]
    near: Near
    further: Callable[[int], Near]
    words: Asked
    by_words: Mapping[int, float]


def candidates(
    connection: Connection, model_id: int, posed: Posed, k: int, filters: Filters, day: datetime.date
) -> list[Candidate]:
    """Return the live passages that a wording finds, best first.

    Args:
        connection: to the catalogue.
        model_id: the model in use.
        posed: the wording.
        k: how many of the nearest passages are wanted.
        filters: which passages may be used.
        day: that of the question.

    Raises:
        IndexUnavailable: Chroma does not answer.
    """
    for near in chain([posed.near], map(posed.further, count(1))):
        sought = [*near.passages, *(posed.by_words.keys() - near.passages)]
        placed, matrix = places.places(connection, model_id, sought, filters)
        nearest = placed.keys() & near.passages
        if near.complete or len(nearest) >= k:
            break
    cosines = dict(zip(placed, (matrix @ posed.vector).tolist(), strict=True)) if placed else {}
    best = sorted(nearest, key=lambda one: (-cosines[one], one))[:k]
    dense = {one: cosines[one] for one in [*best, *(placed.keys() & posed.by_words.keys())]}
    foreign = {one for one in dense if posed.words.foreign_to(placed[one].language)}
    gained = {one: bonus(one, day) for one in {placed[one].published for one in dense}}
    recent = {one: gained[placed[one].published] for one in dense}
    return [(one, placed[one.passage_id]) for one in fused(dense, posed.by_words, foreign, recent)]


def together(of_wordings: Sequence[list[Candidate]]) -> list[Candidate]:
    """Return the candidates of all wordings, best first, each with the best score it has by one."""
    if len(of_wordings) == 1:
        return of_wordings[0]
    by_passage: dict[int, Candidate] = {}
    for scored, place in chain.from_iterable(of_wordings):
        known = by_passage.get(scored.passage_id)
        if known is None or scored.score > known[0].score:
            by_passage[scored.passage_id] = scored, place
    return sorted(by_passage.values(), key=lambda one: (-one[0].score, one[0].passage_id))


def read(connection: Connection, some: Sequence[Candidate]) -> list[Hit]:
    """Return candidates with their articles, in their order, without a rank."""
    held = articles.of_versions(connection, {place.version for _, place in some})
    return [
        Hit(0, scored.passage_id, held[place.version], place.span, scored.score, scored.parts)
        for scored, place in some
    ]
