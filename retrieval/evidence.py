"""What speaks for an answer: features of the search and of the best sentence, never a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.embedding import embedded_text
from retrieval.question_names import missing
from retrieval.quoting import Quote, chosen
from retrieval.results import Hit
from retrieval.search import Found

_WIDEST = 0.4  # of margins: beyond, a wider one says no more
_NEAREST, _FURTHER = 3, 10  # passages of other articles that the best one is compared with
_MOST_MISSING = 2
# Where a corpus has too few other articles to compare with, nothing is known and ordinary values are taken.
_ORDINARY_MARGIN, _ORDINARY_LEAD, _ORDINARY_PASSAGE_LEAD = 0.1, 0.2, 0.1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best quote.

    `dense`: its cosine with the question. `coverage`: the share of the question's words in it, rare ones
    counting more. `margin`: how much the best passage outdoes the best of any other article, in fused
    scores. `nearest_lead`, `further_lead`: how much nearer in meaning its passage is than the next three,
    and ten, of other articles on average, in cosines. `missing`: 0, 0.5 or 1 for no, one, or more names
    and figures of the question that its passage does not hold. `passage`, `weakest`: how well its passage
    meets the question's words, in whichever language, and the two that it meets worst. `passage_lead`: how
    much better that is than the best of other passages.
    """

    dense: float
    coverage: float
    margin: float
    nearest_lead: float
    further_lead: float
    missing: float
    passage: float
    weakest: float
    passage_lead: float


def evidence(found: Found, quotes: Sequence[Quote]) -> Evidence:
    """Return what speaks for the first of `quotes`, which come best first; there is at least one."""
    best = quotes[0]
    others = _others(found, best)
    cosines = sorted((hit.scores["dense"] for hit in others), reverse=True)
    own = best.hit.scores["dense"]
    passage = embedded_text(best.article.draft, best.hit.span)
    return Evidence(
        dense=best.merits.dense,
        coverage=best.merits.coverage,
        margin=_margin(found, others),
        nearest_lead=_lead(own, cosines[:_NEAREST]),
        further_lead=_lead(own, cosines[:_FURTHER]),
        missing=min(missing(found.question, passage), _MOST_MISSING) / _MOST_MISSING,
        passage=best.passage.words,
        weakest=best.passage.weakest,
        passage_lead=_passage_lead(best, quotes),
    )


def _passage_lead(best: Quote, quotes: Sequence[Quote]) -> float:
    others = [one.passage.words for one in quotes if one.hit.passage_id != best.hit.passage_id]
    return best.passage.words - max(others) if others else _ORDINARY_PASSAGE_LEAD


def _others(found: Found, best: Quote) -> list[Hit]:
    """Return the hits of other articles; those that say the same as the best quote agree, not compete."""
    agreeing = {one.article.id for group in chosen([best], found.hits) for one in group}
    return [hit for hit in found.hits if hit.article.id not in agreeing]


def _margin(found: Found, others: Sequence[Hit]) -> float:
    first = found.hits[0]
    other = next((hit for hit in others if hit.article.id != first.article.id), None)
    return min(max(first.score - other.score, 0.0), _WIDEST) if other else _ORDINARY_MARGIN


def _lead(own: float, others: Sequence[float]) -> float:
    return own - sum(others) / len(others) if len(others) >= _NEAREST else _ORDINARY_LEAD
