"""Writing numbers with the signs and scales of a language."""

from __future__ import annotations

from decimal import Decimal

from retrieval.figures.dutch import DUTCH
from retrieval.figures.vocabulary import Vocabulary

_MILLION = 10**6
_SCALES = (("biljoen", "trillion", 10**12), ("miljard", "billion", 10**9), ("miljoen", "million", _MILLION))
_FINEST = 2  # decimals before `million`; what needs more is written in full
_CENT = Decimal("0.01")
_TWO_DECIMALS = -2  # the exponent of them
_ENGLISH_TO_DUTCH = str.maketrans(",.", ".,")


def number(value: Decimal, vocabulary: Vocabulary) -> str:
    """Return a number, from a million on with a word where two decimals are enough: `1.9 million`."""
    for dutch, english, size in _SCALES:
        scaled = value / size
        if abs(scaled) >= 1 and _decimals(scaled) <= _FINEST:
            return f"{digits(scaled, vocabulary)} {dutch if vocabulary is DUTCH else english}"
    return digits(value, vocabulary)


def price(value: Decimal, sign: str, vocabulary: Vocabulary) -> str:
    """Return an amount with its sign, and two decimals where it has cents: `€4.50`, `€ 4,50`."""
    if _decimals(value) == 1 and abs(value) < _MILLION:
        value = value.quantize(_CENT)
    return (
        f"{sign} {number(value, vocabulary)}" if vocabulary is DUTCH else f"{sign}{number(value, vocabulary)}"
    )


def digits(value: Decimal, vocabulary: Vocabulary) -> str:
    """Return a number in digits; two decimals are kept (2.40 metres), other zeros at the end are not."""
    kept = value.as_tuple().exponent == _TWO_DECIMALS and value % 1
    plain = f"{value:,f}" if kept else f"{value.normalize():,f}"
    return plain.translate(_ENGLISH_TO_DUTCH) if vocabulary is DUTCH else plain


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
