"""Writing numbers with the signs and scales of a language."""

from decimal import Decimal, localcontext
from functools import cache

from babel import Locale
from babel.numbers import format_decimal

from retrieval.figures.dutch import DUTCH
from retrieval.figures.vocabulary import Vocabulary

_EN, _NL = Locale("en", "GB"), Locale("nl")
_MILLION = 10**6
_SCALES = (10**12, 10**9, _MILLION)
_FINEST = 2  # decimals before `million`; what needs more is written in full
_CENT = Decimal("0.01")
_LONGEST = 12  # zeros of the greatest scale
_TWO_DECIMALS = -2  # the exponent of them


def number(value: Decimal, vocabulary: Vocabulary) -> str:
    """Return a number, from a million on with a word where two decimals are enough: `1.9 million`."""
    for size in _SCALES:
        scaled = _exactly(value, size)
        if abs(scaled) >= 1 and _decimals(scaled) <= _FINEST:
            return _scale(size, _locale(vocabulary)).replace("0", digits(scaled, vocabulary))
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
    decimals = -_TWO_DECIMALS if kept else _decimals(value)
    # babel rounds what it writes, which fails where a number has more digits than decimals compute with.
    with localcontext(prec=max(value.adjusted(), 0) + decimals + 2):
        return format_decimal(value, f"#,##0.{'0' * decimals}", _locale(vocabulary))


def _locale(vocabulary: Vocabulary) -> Locale:
    return _NL if vocabulary is DUTCH else _EN


@cache
def _scale(size: int, locale: Locale) -> str:
    """Return how CLDR writes a number of millions or more: `0 million`, `0 miljard`."""
    return str(locale.compact_decimal_formats["long"]["other"][str(size)].pattern)


def _exactly(value: Decimal, size: int) -> Decimal:
    with localcontext(prec=len(value.as_tuple().digits) + _LONGEST):
        return value / size


def _decimals(value: Decimal) -> int:
    with localcontext(prec=len(value.as_tuple().digits)):
        exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
