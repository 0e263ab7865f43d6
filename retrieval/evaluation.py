"""Measuring the search with questions whose articles are known.

Ranking metrics are those of ir-measures, over articles: an article ranks where its best passage does.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ir_measures
import numpy as np
from ir_measures import AP, RR, Measure, Qrel, ScoredDoc, Success, nDCG

from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.errors import CorpusError
from corpus.filters import Filters
from retrieval.results import Hit
from retrieval.search import Search

_DEPTH = 10  # articles that the metrics look at
_PASSAGES_PER_ARTICLE = 5  # passages fetched for each article wanted, since several can be of one article
MEASURES: Mapping[str, Measure] = {
    "hits@1": Success @ 1,
    "hits@4": Success @ 4,
    "hits@10": Success @ 10,
    "mrr@10": RR @ 10,
    "map@10": AP @ 10,
    "ndcg@10": nDCG @ 10,
}


class QuestionsUnreadable(CorpusError):
    """A file of questions has a line that is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and the ids or addresses of the articles that answer it."""

    question: str
    relevant: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A question with the articles found, best first, and the milliseconds it took."""

    asked: Asked
    found: Sequence[str]
    milliseconds: float


def questions(lines: Iterable[bytes]) -> list[Asked]:
    """Read questions from the lines of a `.jsonl` file; empty lines are passed over.

    Raises:
        QuestionsUnreadable: a line is no question; it is named.
    """
    return [_question(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def ranked(search: Search, catalogue: Catalogue, asked: Iterable[Asked], k: int) -> Iterator[Ranked]:
    """Ask every question of the shared articles and yield what was found.

    Raises:
        RetrievalError: the search cannot work.
    """
    for one in asked:
        started = time.perf_counter()
        found = search.find(one.question, max(k, _DEPTH) * _PASSAGES_PER_ARTICLE, Filters())
        milliseconds = (time.perf_counter() - started) * 1000
        yield Ranked(_by_id(catalogue, one), _articles(found.hits)[: max(k, _DEPTH)], milliseconds)


def measured(results: Sequence[Ranked]) -> dict[str, Any]:
    """Return the metrics over all questions with relevant articles, None where there are none."""
    judged = [one for one in results if one.asked.relevant]
    qrels = [Qrel(str(n), doc, 1) for n, one in enumerate(judged) for doc in one.asked.relevant]
    run = [
        ScoredDoc(str(n), doc, float(-rank))
        for n, one in enumerate(judged)
        for rank, doc in enumerate(one.found)
    ]
    scores = ir_measures.calc_aggregate(MEASURES.values(), qrels, run) if judged else {}
    times = [one.milliseconds for one in results]
    return {
        "questions": len(results),
        **{name: scores.get(measure) for name, measure in MEASURES.items()},
        "answer_in_quote": None,
        "abstention": None,
        "milliseconds": {
            "p50": round(float(np.percentile(times, 50)), 1) if times else None,
            "p95": round(float(np.percentile(times, 95)), 1) if times else None,
        },
    }


def _question(number: int, line: bytes) -> Asked:
    try:
        read = json.loads(line)
        return Asked(str(read["question"]), frozenset(map(str, read.get("relevant") or [])))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise QuestionsUnreadable(
            f'Line {number} is no question: write {{"question": "…", "relevant": ["an address or id"]}}.'
        ) from error


def _by_id(catalogue: Catalogue, asked: Asked) -> Asked:
    """Name the relevant articles by their ids; an unknown one stays as it is and is never found."""
    with catalogue.reading() as connection:
        known = articles.ids_of(connection, sorted(asked.relevant))
    return Asked(asked.question, frozenset(known.get(name, name) for name in asked.relevant))


def _articles(hits: Sequence[Hit]) -> list[str]:
    return list(dict.fromkeys(hit.article.id for hit in hits))
