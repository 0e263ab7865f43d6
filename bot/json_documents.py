"""The records as JSON documents, with the keys that are promised to programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from corpus.article import Article, Span
from corpus.errors import SourceUnreadable
from retrieval.figures.repeating import repeated
from retrieval.figures.writing import written
from retrieval.origins import origins

if TYPE_CHECKING:
    from corpus.catalogue.journal import Change
    from corpus.catalogue.notices import Notice
    from retrieval.curation import Added
    from retrieval.evaluating.abstaining import Abstention
    from retrieval.evaluating.comparing import Difference
    from retrieval.evaluating.figures import Figures, Quoted
    from retrieval.evaluating.run import Run
    from retrieval.explaining import Explanation
    from retrieval.question_dates.narrowing import Narrowed
    from retrieval.results import Answer, Citation, Hit, Value
    from retrieval.timeline.points import Point, Timeline

Document = dict[str, Any]


def article(one: Article) -> Document:
    """Return an article without its text."""
    draft = one.draft
    return {
        "id": one.id,
        "title": draft.title,
        "outlet": draft.outlet,
        "url": draft.url,
        "author": draft.author,
        "published": str(draft.published) if draft.published else None,
        "modified": str(draft.modified) if draft.modified else None,
        "language": draft.language,
        "guild": one.guild,
        "added": one.added.isoformat(timespec="seconds"),
        "characters": len(draft.text),
    }


def shown(one: Article, passages: Sequence[Span] | None) -> Document:
    """Return an article with its text, and its passages where they are asked for."""
    document = {**article(one), "source": one.draft.source, "text": one.draft.text}
    if passages is not None:
        document["passages"] = [
            {"start": span.start, "end": span.end, "text": span.of(one.draft.text)} for span in passages
        ]
    return document


def additions(outcomes: Sequence[Added | SourceUnreadable]) -> Document:
    """Return what became of each article and each source."""
    return {
        "articles": [_added(one) for one in outcomes if not isinstance(one, SourceUnreadable)],
        "failed": [
            {"source": one.source, "error": str(one)} for one in outcomes if isinstance(one, SourceUnreadable)
        ],
    }


def hit(one: Hit) -> Document:
    """Return a passage found."""
    return {
        "rank": one.rank,
        **_place(one.article, one.span),
        "text": one.text,
        "score": round(one.score, 6),
        "scores": {name: round(score, 6) for name, score in one.scores.items()},
    }


def answer(one: Answer) -> Document:
    """Return an answer or an abstention; only the latter shows the nearest passages."""
    return {
        "answer_id": one.id,
        "question": one.question,
        "abstained": one.abstained,
        "text": one.text,
        "confidence": round(one.confidence, 4),
        "citations": [_citation(citation, one.language) for citation in one.citations],
        "nearest": [hit(near) for near in one.nearest] if one.abstained else [],
        "language": one.language,
        "values": [_value(value, one.language) for value in one.values],
        "origins": [
            [copy.id for copy in origin] for origin in origins(quoted.article for quoted in one.citations)
        ],
        "narrowed": _narrowed(one.narrowed) if one.narrowed else None,
        "milliseconds": round(one.milliseconds, 1),
    }


def explanation(one: Explanation) -> Document:
    """Return an answer with how it came about: every passage weighed, best first."""
    filters = {field.name: getattr(one.filters, field.name) for field in fields(one.filters)}
    return {
        **answer(one.answer),
        "asked": one.asked.isoformat(timespec="seconds"),
        "standalone": one.standalone,
        "filters": {name: _filter(value) for name, value in filters.items()},
        "threshold": one.threshold,
        "candidates": [hit(weighed) for weighed in one.hits],
    }


def change(one: Change) -> Document:
    """Return a journal entry."""
    return {
        "id": one.id,
        "at": one.at.isoformat(timespec="seconds"),
        "actor": one.actor,
        "guild": one.guild,
        "action": one.action.value,
        "article_id": one.article_id,
        "title": one.title,
        "undoes": one.undoes,
        "undone_by": one.undone_by,
        "note": one.note,
    }


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
        "abstention": _abstention(one.abstention),
        "milliseconds": {"p50": _tenths(one.p50), "p95": _tenths(one.p95)},
    }


def _quoted(one: Quoted) -> Document:
    shown = {"first": _share(one.first_given), "any": _share(one.any_given)}
    return {"first": _share(one.first), "any": _share(one.any), "shown": shown}


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


def _added(one: Added) -> Document:
    """A duplicate is described as it was read, under the id of the article that it repeats."""
    described = {**article(replace(one.article, draft=one.read)), "status": one.status.value}
    counted = {**described, "passages": one.passages}
    return {**counted, "duplicate_of": one.article.id} if one.status == "duplicate" else counted


def _value(one: Value, language: str | None) -> Document:
    return {
        "value": written(one.figure, language),
        "citations": [citation.number for citation in one.citations],
    }


def _narrowed(one: Narrowed) -> Document:
    since, until = (str(date) if date else None for date in (one.since, one.until))
    return {"since": since, "until": until, "words": list(one.words), "widened": one.widened}


def _citation(one: Citation, language: str | None) -> Document:
    place = _place(one.article, one.span)
    notice = _notice(one.notice) if one.notice else None
    figures = list(repeated(one.quote, one.article.draft.language, language))
    return {
        "number": one.number,
        "quote": one.quote,
        **place,
        "link": one.link,
        "notice": notice,
        "figures": figures,
    }


def _notice(one: Notice) -> Document:
    return {"kind": one.kind.value, "at": one.at.isoformat(timespec="seconds"), "note": one.note}


def _filter(value: object) -> str | list[str] | None:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if value is not None else None


def _place(one: Article, span: Span) -> Document:
    described = article(one)
    kept = ("title", "outlet", "url", "published", "language")
    return {
        "article_id": one.id,
        **{key: described[key] for key in kept},
        "start": span.start,
        "end": span.end,
    }


def timeline(one: Timeline, milliseconds: float) -> Document:
    """Return a timeline, oldest first; of a point without a figure the four keys of one are null."""
    points = [_point(point, one.language) for point in one.points]
    return {"question": one.question, "points": points, "milliseconds": _tenths(milliseconds)}


def _point(one: Point, language: str | None) -> Document:
    figure = one.figure
    number = figure.value if figure and isinstance(figure.value, Decimal) else None
    return {
        "published": str(one.published),
        "value": one.value or None,
        "number": _plain(number) if number is not None else None,
        "unit": figure.unit if figure else None,
        "kind": figure.kind.value if figure else None,
        "citations": [_citation(citation, language) for citation in one.citations],
    }


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
