"""A timeline as a JSON document, to be shown again as it was, with what is said of its articles by then."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from corpus.article import Article, Span
from corpus.catalogue import articles, notices
from corpus.catalogue.connection import Connection
from corpus.catalogue.notices import Notice
from corpus.dates import PartialDate
from retrieval.answering.text_fragment import cited
from retrieval.figures.figure import DayOfYear, Figure, Kind
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Citation
from retrieval.timeline.points import Point, Timeline


def document(timeline: Timeline) -> dict[str, Any]:
    """Return a timeline as JSON takes it: articles by the number of their version."""
    dates = timeline.narrowed
    return {
        "question": timeline.question,
        "language": timeline.language,
        "narrowed": {
            "since": _date(dates.since),
            "until": _date(dates.until),
            "words": list(dates.words),
            "widened": dates.widened,
        },
        "points": [_point(point) for point in timeline.points],
    }


def timeline_of(connection: Connection, written: Mapping[str, Any]) -> Timeline:
    """Return the timeline of which `document` made that; what was deleted for good is left out."""
    numbers = {quote["version"] for point in written["points"] for quote in point["quotes"]}
    known = articles.of_versions(connection, numbers)
    told = notices.about(connection, known.values())
    points = (_read_point(point, known, told) for point in written["points"])
    dates = written["narrowed"]
    return Timeline(
        written["question"],
        written["language"],
        tuple(point for point in points if point.citations),
        Narrowed(
            _parsed(dates["since"]), _parsed(dates["until"]), tuple(dates["words"]), widened=dates["widened"]
        ),
    )


def _point(point: Point) -> dict[str, Any]:
    return {
        "published": str(point.published),
        "quotes": [
            {
                "number": one.number,
                "version": one.article.version,
                "start": one.span.start,
                "end": one.span.end,
            }
            for one in point.citations
        ],
        "figure": _figure(point.figure) if point.figure else None,
        "rate": point.rate,
        "value": point.words,
        "height": None if point.number is None else str(point.number),
    }


def _read_point(
    written: Mapping[str, Any], known: Mapping[int, Article], told: Mapping[int, Notice]
) -> Point:
    height = written["height"]
    return Point(
        published=PartialDate.parse(written["published"]),
        citations=tuple(
            _cited(quote, known[quote["version"]], told.get(quote["version"]))
            for quote in written["quotes"]
            if quote["version"] in known
        ),
        figure=_read_figure(written["figure"]) if written["figure"] else None,
        rate=written["rate"],
        # Of a figure it was written here once as one reads it; now it is written for whoever reads it.
        words="" if written["figure"] else written["value"],
        number=None if height is None else Decimal(height),
    )


def _cited(quote: Mapping[str, int], article: Article, notice: Notice | None) -> Citation:
    return cited(quote["number"], article, Span(quote["start"], quote["end"]), notice)


def _figure(figure: Figure) -> dict[str, Any]:
    held = figure.value
    value: Any = [held.month, held.day] if isinstance(held, DayOfYear) else str(held)
    return {
        "kind": figure.kind.value,
        "value": value,
        "date": isinstance(held, PartialDate),
        "unit": figure.unit,
        "span": [figure.start, figure.end],
        "approximate": figure.approximate,
    }


def _read_figure(written: Mapping[str, Any]) -> Figure:
    held, (start, end) = written["value"], written["span"]
    value: Decimal | PartialDate | DayOfYear
    if isinstance(held, list):
        value = DayOfYear(*held)
    else:
        value = PartialDate.parse(held) if written["date"] else Decimal(held)
    return Figure(
        Kind(written["kind"]), value, written["unit"], start, end, approximate=written["approximate"]
    )


def _date(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _parsed(written: str | None) -> PartialDate | None:
    return None if written is None else PartialDate.parse(written)
