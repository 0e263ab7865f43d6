"""What was found: hits@1, MRR@10, and whether the first text found or quoted holds the answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import fmean

from retrieval.lab.evaluating.questions import Asked, holds_one
from tests.benchmarks.side_by_side.phases import Reply

DEPTH = 10  # articles that MRR looks at; each counts where its best piece stands


def hits(asked: Iterable[Asked], replies: Sequence[Reply]) -> float | None:
    """Return the share of questions whose first article is one that answers it."""
    return _mean(float(rank == 1) for rank in _ranks(asked, replies))


def reciprocal_rank(asked: Iterable[Asked], replies: Sequence[Reply]) -> float | None:
    """Return the mean of 1 / the rank of the first article that answers; 0 beyond the tenth."""
    return _mean(1 / rank if rank else 0.0 for rank in _ranks(asked, replies))


def held(asked: Iterable[Asked], replies: Sequence[Reply]) -> float | None:
    """Return the share of questions whose answer stands in the first text that was found or quoted."""
    by_question = {one.question: one for one in replies}
    return _mean(
        float(holds_one(by_question[one.question].first, one.answers)) for one in asked if one.answers
    )


def _ranks(asked: Iterable[Asked], replies: Sequence[Reply]) -> list[int | None]:
    """Return where the first article that answers stands for each question; None where it does not."""
    by_question = {one.question: one for one in replies}
    ranks: list[int | None] = []
    for one in asked:
        found = list(dict.fromkeys(by_question[one.question].urls))[:DEPTH]
        ranks.append(next((n for n, url in enumerate(found, 1) if url in one.relevant), None))
    return ranks


def _mean(values: Iterable[float]) -> float | None:
    every = list(values)
    return fmean(every) if every else None
