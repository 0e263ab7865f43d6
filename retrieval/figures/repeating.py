"""Repeating the figures of a quote as the asker writes them."""

from __future__ import annotations

from decimal import Decimal

from corpus.article import Span
from retrieval.figures.doubts import doubtful
from retrieval.figures.figure import DayOfYear, Figure, Kind
from retrieval.figures.reading import figures
from retrieval.figures.writing import written

_TOLD_BY_NOUN = 12  # up to here a count in words tells nothing without what it counts


def repeated(
    quote: str, quote_language: str | None, asker_language: str | None, within: Span | None = None
) -> tuple[str, ...]:
    """Return the figures of a quote as the asker writes them, each once, where that differs from the quote.

    Only those that stand `within` a stretch of it, where one is given. What says nothing by itself is left
    out: a day or month without its year, and a multiple or share without what it is of.
    """
    if quote_language == asker_language:
        return ()
    told = (
        written(figure, asker_language)
        for figure in figures(quote, quote_language)
        if (within is None or (figure.start < within.end and within.start < figure.end))
        and _differs(quote[figure.start : figure.end], figure, quote_language, asker_language)
        and not (_leans(figure) or doubtful(figure, quote))
    )
    return tuple(dict.fromkeys(told))


def _differs(literal: str, figure: Figure, quote_language: str | None, asker_language: str | None) -> bool:
    told = written(figure, asker_language)
    if literal.casefold() == told.casefold():
        return False
    if any(character.isdigit() for character in literal):
        return told != written(figure, quote_language)
    return not (figure.kind is Kind.ORDINAL or _small_count(figure))


def _leans(figure: Figure) -> bool:
    """Tell `14 April`, `twice` and `a third`; a mark, 7.3 out of 10, says what it is of."""
    return isinstance(figure.value, DayOfYear) or (figure.kind is Kind.MULTIPLE and figure.unit is None)


def _small_count(figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and isinstance(figure.value, Decimal) and figure.value <= _TOLD_BY_NOUN
