"""Timelines as JSON documents."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from bot.documents import Document
from bot.documents.answers import citation
from bot.telling.timeline_value import value_of

if TYPE_CHECKING:
    from retrieval.timeline.points import Point, Timeline


def timeline(one: Timeline, milliseconds: float) -> Document:
    """Return a timeline, oldest first; where no figure is asked for the words that answer are the value."""
    points = [_point(point, one.language) for point in one.points]
    return {"question": one.question, "points": points, "milliseconds": round(milliseconds, 1)}


def _point(one: Point, language: str | None) -> Document:
    figure = one.figure
    number = figure.value if figure and isinstance(figure.value, Decimal) else None
    return {
        "published": str(one.published),
        "value": value_of(one, language) or None,
        "number": _plain(number) if number is not None else None,
        "unit": figure.unit if figure else None,
        "kind": figure.kind.value if figure else None,
        "citations": [citation(quoted, language) for quoted in one.citations],
    }


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
