"""Answers, their citations and what they came from as JSON documents."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from bot.documents import Document
from bot.documents.articles import article
from corpus.article import Article, Span
from retrieval.answering.origins import origins_of
from retrieval.figures.repeating import repeated
from retrieval.figures.writing import written

if TYPE_CHECKING:
    from corpus.catalogue.notices import Notice
    from retrieval.answering.explaining import Explanation
    from retrieval.question.dates.narrowing import Narrowed
    from retrieval.question.names.readings import Reading
    from retrieval.search.results import Answer, Citation, Hit, Reply, Value


def answer(one: Answer) -> Document:
    """Return an answer or an abstention; only the latter shows the nearest passages."""
    return {
        "answer_id": one.id,
        "question": one.question,
        "abstained": one.abstained,
        "text": one.text,
        "confidence": round(one.confidence, 4),
        "answers": [_reply(reply, one.language) for reply in one.answers],
        "citations": [citation(quoted, one.language) for quoted in one.citations],
        "nearest": [hit(near) for near in one.nearest] if one.abstained else [],
        "language": one.language,
        "unknown": list(one.unknown),
        "unread": one.unread,
        "readings": [_read_as(reading) for reading in one.readings],
        "values": [_value(value, one.language) for value in one.values],
        "origins": [[copy.id for copy in origin] for origin in origins_of(one)],
        "narrowed": _narrowed(one.narrowed) if one.narrowed else None,
        "milliseconds": round(one.milliseconds, 1),
    }


def _read_as(one: Reading) -> Document:
    return {"written": one.written, "read_as": one.read_as, "cause": one.cause.value, "outlet": one.outlet}


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


def hit(one: Hit) -> Document:
    """Return a passage found."""
    return {
        "rank": one.rank,
        **_place(one.article, one.span),
        "text": one.text,
        "score": round(one.score, 6),
        "scores": {name: round(score, 6) for name, score in one.scores.items()},
    }


def citation(one: Citation, language: str | None) -> Document:
    """Return a quote with its source, and its figures as an asker of that language writes them."""
    place = _place(one.article, one.span)
    notice = _notice(one.notice) if one.notice else None
    figures = list(repeated(one.quote, one.article.draft.language, language))
    return {
        "number": one.number,
        "quote": one.quote,
        **place,
        "link": one.link,
        "context": _context(one),
        "genre": one.genre.value if one.genre else None,
        "refuted": one.refuted,
        "notice": notice,
        "figures": figures,
    }


def _reply(one: Reply, language: str | None) -> Document:
    """Return the words that answer, and their figures as an asker of that language writes them."""
    cited = one.citation
    figures = repeated(cited.quote, cited.article.draft.language, language, one.within)
    return {
        "answer": one.words,
        "start": one.span.start,
        "end": one.span.end,
        "citation": cited.number,
        "confidence": round(one.confidence, 4),
        "figures": list(figures),
        "passed": one.passed,
    }


def _context(one: Citation) -> Document | None:
    """Return what stands before a quote and gives it sense."""
    if one.context is None:
        return None
    text = one.context.of(one.article.draft.text)
    return {"start": one.context.start, "end": one.context.end, "text": text}


def _place(one: Article, span: Span) -> Document:
    described = article(one)
    kept = ("title", "outlet", "url", "published", "language", "kind", "partial")
    return {
        "article_id": one.id,
        **{key: described[key] for key in kept},
        "start": span.start,
        "end": span.end,
    }


def _notice(one: Notice) -> Document:
    return {"kind": one.kind.value, "at": one.at.isoformat(timespec="seconds"), "note": one.note}


def _value(one: Value, language: str | None) -> Document:
    return {
        "value": written(one.figure, language),
        "citations": [quoted.number for quoted in one.citations],
    }


def _narrowed(one: Narrowed) -> Document:
    since, until = (str(date) if date else None for date in (one.since, one.until))
    return {"since": since, "until": until, "words": list(one.words), "widened": one.widened}


def _filter(value: object) -> str | list[str] | None:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if value is not None else None
