"""What was measured as JSON documents; None where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.documents import Document

if TYPE_CHECKING:
    from retrieval.lab.evaluating.abstention import Abstention
    from retrieval.lab.evaluating.measures import Figures, Quoted, Words
    from retrieval.lab.evaluating.paired_test import Difference
    from retrieval.lab.evaluating.run import Run


def evaluation(runs: Sequence[Run]) -> Document:
    """Return the figures of the first run and how the others differ from it; None where nothing is known."""
    first = runs[0]
    return {
        **_figures(first.figures),
        "groups": {name: _figures(one) for name, one in first.groups.items()},
        "compared": [_compared(one, first) for one in runs[1:]],
    }


def _figures(one: Figures) -> Document:
    return {
        "questions": one.questions,
        **{name: _share(value) for name, value in one.ranking.items()},
        "answer_in_quote": _quoted(one.quoted) if one.quoted else None,
        "answer_words": _words(one.words) if one.words else None,
        "quote_precision": _share(one.precision),
        "abstention": _abstention(one.abstention),
        "milliseconds": {"p50": _tenths(one.p50), "p95": _tenths(one.p95)},
    }


def _quoted(one: Quoted) -> Document:
    shown = {"first": _share(one.first_given), "any": _share(one.any_given)}
    return {"first": _share(one.first), "any": _share(one.any), "shown": shown}


def _words(one: Words) -> Document:
    return {"exact": _share(one.exact), "f1": _share(one.f1)}


def _abstention(one: Abstention) -> Document | None:
    if one.answered is one.refused is None:
        return None
    curve = one.risk_coverage
    return {
        "auroc": _share(one.auroc),
        "risk_coverage": [[_share(share), _share(risk)] for share, risk in curve] if curve else None,
        "answered": _share(one.answered),
        "abstained_correctly": _share(one.refused),
        "ece": _share(one.ece),
    }


def _compared(run: Run, first: Run) -> Document:
    return {
        "setting": run.name,
        **_figures(run.figures),
        "differences": {one.measure: _difference(one, first) for one in run.differences},
    }


def _difference(one: Difference, first: Run) -> Document:
    changed = {first.outcomes[place].asked.question: round(by, 4) for place, by in (*one.better, *one.worse)}
    difference = round(one.after - one.before, 4)
    return {"difference": difference, "p": round(one.p, 4), "questions": changed}


def _share(value: float | None) -> float | None:
    return round(value, 4) if value is not None else None


def _tenths(value: float | None) -> float | None:
    return round(value, 1) if value is not None else None
