"""Candidates of a question, found by its vector and its words, fused; the best are read as hits."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from corpus.catalogue import articles, places, vectors
from corpus.catalogue.connection import Connection
from corpus.catalogue.places import Place
from retrieval.index.lexical import Asked
from retrieval.search.fusion import Scored, bonus, fused
from retrieval.search.results import Hit

Near: TypeAlias = tuple[npt.NDArray[np.float32], Mapping[int, float]]
Candidate: TypeAlias = tuple[Scored, Place]


@dataclass(frozen=True, slots=True)
class Posed:
    """A wording of a question: its unit vector, shape (dimensions,), its words, and what each finds.

    `near` are the cosines of the passages nearest to the vector, `by_words` the scores of those with words.
    """

    vector: npt.NDArray[np.float32]
    near: Mapping[int, float]
    words: Asked
    by_words: Mapping[int, float]


def candidates(connection: Connection, model_id: int, posed: Posed, day: datetime.date) -> list[Candidate]:
    """Return the live passages that a wording finds, best first.

    Args:
        connection: to the catalogue.
        model_id: the model in use.
        posed: the wording.
        day: that of the question.
    """
    missing = _cosines(connection, model_id, sorted(posed.by_words.keys() - posed.near), posed.vector)
    placed = places.places(connection, [*posed.near, *missing])
    dense = {
        passage: cosine for passage, cosine in chain(posed.near.items(), missing.items()) if passage in placed
    }
    foreign = {one for one in dense if posed.words.foreign_to(placed[one].language)}
    gained = {one: bonus(one, day) for one in {place.published for place in placed.values()}}
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


def _cosines(
    connection: Connection, model_id: int, passages: Sequence[int], vector: npt.NDArray[np.float32]
) -> dict[int, float]:
    ids, matrix = vectors.read(connection, model_id, passages)
    return dict(zip(ids, (matrix @ vector).tolist(), strict=True)) if ids else {}
