"""Repeating the figures of a quote as the asker writes them, but those that may mean something else."""

import re
from decimal import Decimal

from corpus.article import Span
from retrieval.figures.figure import DayOfYear, Figure, Kind
from retrieval.figures.reading import figures
from retrieval.figures.writing import written

_TOLD_BY_NOUN = 12  # up to here a count in words tells nothing without what it counts
# Dutch `ton` is a weight or 100,000 euros and `pond` half a kilo; pounds of weight have no Dutch word.
_UNTOLD = frozenset({"ton", "pond", "lb"})
_SHARES = frozenset({"half", "helft", "driekwart", "tweederde", "twice", "thrice", "tweemaal", "driemaal"})
_LEAST_ANGLE = 45
_HOURS_OF_DAY = 24
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
# `voor acht uur` is before eight or for eight hours.
_BEFORE_HOUR = re.compile(r"(?i)\b(?:voor|vóór|na|tot|tegen|tussen|sinds|vóor)\s+$")
_IN = re.compile(r"(?i)\bin\s+$")
_ENDED = re.compile(r"(?:^|[.!?:;\n])[\s\u2018\u2019\u201c\u201d\"']*$")


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


def doubtful(figure: Figure, quote: str) -> bool:
    """Tell whether a figure of a quote is better not repeated in other words."""
    before, literal = quote[: figure.start], quote[figure.start : figure.end]
    return (
        figure.unit in _UNTOLD
        or _may_be_time(figure, literal)
        or _may_be_angle(figure, literal)
        or _may_be_hour(figure, before, literal)
        or _may_be_title(figure, before, literal)
        or _tells_change(figure, before, literal)
    )


def _may_be_time(figure: Figure, literal: str) -> bool:
    """Tell `9.30`, where nothing says whether it is a time or a number."""
    return figure.kind is Kind.COUNT and _CLOCK.fullmatch(literal) is not None


def _may_be_angle(figure: Figure, literal: str) -> bool:
    """Tell `ninety degrees`, which only a text with `Celsius` surely says of heat."""
    told = literal.casefold()
    wide = isinstance(figure.value, Decimal) and figure.value >= _LEAST_ANGLE
    return figure.unit == "°C" and wide and "celsius" not in told and "°" not in told


def _may_be_hour(figure: Figure, before: str, literal: str) -> bool:
    hours = figure.unit == "hour" and isinstance(figure.value, Decimal) and figure.value <= _HOURS_OF_DAY
    return hours and literal.endswith("uur") and _BEFORE_HOUR.search(before) is not None


def _may_be_title(figure: Figure, before: str, literal: str) -> bool:
    """Tell `Fifty Shades`: within a sentence, a count in words has a capital in names only."""
    return figure.kind is Kind.COUNT and literal[0].isupper() and _ENDED.search(before) is None


def _tells_change(figure: Figure, before: str, literal: str) -> bool:
    """Tell `verdubbelde`, `halved` and `cut in half`: what was done is not told by `twice` or `half`."""
    if figure.kind is not Kind.MULTIPLE or " " in literal or "-" in literal:
        return False
    return literal.casefold() not in _SHARES or _IN.search(before) is not None
