"""Telling without a search which questions a change can touch.

A question's hits score at least as much as the passages remembered with its last answer score now. A passage
that comes or goes and scores less than all of these is not among the hits, neither before nor after.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.article import Draft, Span
from corpus.catalogue import articles, models, vectors, words
from corpus.catalogue.answers import Given
from corpus.catalogue.connection import Connection
from corpus.catalogue.matches import Held
from corpus.dates import PartialDate
from corpus.tokens import tokens
from corpus.vector_space import Matrix
from retrieval.answering.considering import FOUND
from retrieval.index import lexical
from retrieval.index.lexical import Asked
from retrieval.search.fusion import bonus, fused

# A passage is scored by the words that the index knows and counts now; once it is there it can score more.
_ALLOWANCE = 0.1


@dataclass(frozen=True, slots=True)
class Passage:
    """What a passage is scored by; `vector` is a unit vector, shape (dimensions,)."""

    vector: npt.NDArray[np.float32]
    words: Held
    language: str | None
    published: PartialDate | None


def of_draft(draft: Draft, spans: Sequence[Span], computed: Matrix) -> list[Passage]:
    """Return the passages of an article with their vectors, shape (passages, dimensions)."""
    titled = (f"{draft.title or ''}\n{span.of(draft.text)}" for span in spans)
    return [
        Passage(vector, Held.of(tokens(text, [draft.language])), draft.language, draft.published)
        for text, vector in zip(titled, computed, strict=True)
    ]


def touched(
    connection: Connection,
    recent: Sequence[Given],
    asked: Matrix,
    moving: Sequence[Passage],
    today: datetime.date,
) -> list[Given]:
    """Return those of the `recent` answers among whose hits a passage of `moving` can be, the surest first.

    The arguments are those of `screened`.
    """
    return screened(connection, recent, asked, moving, today)[0]


def screened(
    connection: Connection,
    recent: Sequence[Given],
    asked: Matrix,
    moving: Sequence[Passage],
    today: datetime.date,
    enough: Callable[[], bool] = lambda: False,
) -> tuple[list[Given], Sequence[Given]]:
    """Return what `touched` does, and the answers looked at: all, or as many as there was time for.

    Args:
        connection: the catalogue before the change.
        recent: the answers, with the passages weighed for them.
        asked: unit vectors of their questions, shape (answers, dimensions).
        moving: the passages that come or go.
        today: the day on which the questions would be asked again.
        enough: asked before each but the first, whether those behind it are left out.
    """
    if not moving or not recent:
        return [], recent
    weighed = [[int(one["passage"]) for one in given.candidates] for given in recent]
    held = _held(connection, sorted({passage for ids in weighed for passage in ids}))
    understood = _understood(connection, recent)
    posed = [
        _Posed(question, vector, given.filters.day(today))
        for question, vector, given in zip(understood, asked, recent, strict=True)
    ]
    leads: list[float] = []
    for question, ids in zip(posed, weighed, strict=True):
        if leads and enough():
            break
        leads.append(_scores(question, moving)[0] + _ALLOWANCE - _least(question, _still(ids, held)))
    looked_at = recent[: len(leads)]
    surest = sorted(zip(leads, looked_at, strict=True), key=lambda one: -one[0])
    return [given for lead, given in surest if lead >= 0], looked_at


@dataclass(frozen=True, slots=True)
class _Posed:
    """A question as passages are scored for it: its words, its unit vector, and the day it is of."""

    words: Asked
    vector: npt.NDArray[np.float32]
    day: datetime.date


def _understood(connection: Connection, recent: Sequence[Given]) -> list[Asked]:
    """Look up the words of each question in the articles of the guild that asked it."""
    asked: dict[str | None, dict[str, Asked]] = {}
    for guild in {given.filters.guild for given in recent}:
        questions = list({given.standalone: None for given in recent if given.filters.guild == guild})
        looked_up = lexical.asked_together(connection, questions, guild)
        asked[guild] = dict(zip(questions, looked_up, strict=True))
    return [asked[given.filters.guild][given.standalone] for given in recent]


def _least(question: _Posed, held: Sequence[Passage]) -> float:
    """Return what the last hit scores at least: with fewer passages than hits, nothing is known of it."""
    scores = _scores(question, held)
    return scores[FOUND - 1] if len(scores) >= FOUND else -np.inf


def _scores(question: _Posed, held: Sequence[Passage]) -> list[float]:
    """Return what passages score, the greatest first."""
    score = lexical.scorer(question.words)
    by_day = {one: bonus(one, question.day) for one in {passage.published for passage in held}}
    cosines = {place: float(one.vector @ question.vector) for place, one in enumerate(held)}
    by_words = {place: score(one.words) for place, one in enumerate(held)}
    foreign = {place for place, one in enumerate(held) if question.words.foreign_to(one.language)}
    recent = {place: by_day[one.published] for place, one in enumerate(held)}
    return [one.score for one in fused(cosines, by_words, foreign, recent)]


def _still(ids: Sequence[int], held: Mapping[int, Passage]) -> list[Passage]:
    return [held[passage] for passage in ids if passage in held]


def _held(connection: Connection, ids: Sequence[int]) -> dict[int, Passage]:
    """Return those of the passages that live, as they are scored."""
    active = models.active(connection)
    if active is None:
        return {}
    located, indexed = articles.located(connection, ids), words.held(connection, ids)
    found, matrix = vectors.read(connection, active[0], ids)
    return {
        passage: _indexed(located[passage][0].draft, vector, indexed.get(passage, []))
        for passage, vector in zip(found, matrix, strict=True)
        if passage in located
    }


def _indexed(draft: Draft, vector: npt.NDArray[np.float32], held: Sequence[str]) -> Passage:
    return Passage(vector, Held.of(held), draft.language, draft.published)
