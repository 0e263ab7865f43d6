"""Writing numbers with the signs and scales of a language."""

from decimal import Decimal, localcontext

from retrieval.language.number_forms import grouped, scale

_MILLION = 10**6
_SCALES = (10**12, 10**9, _MILLION)
_FINEST = 2  # decimals before `million`; what needs more is written in full
_CENT = Decimal("0.01")
_CENTS = 2  # decimals of them
_LONGEST = 12  # zeros of the greatest scale


def number(value: Decimal, language: str) -> str:
    """Return a number, from a million on with a word where two decimals are enough: `1.9 million`."""
    for size in _SCALES:
        scaled = _exactly(value, size)
        if abs(scaled) >= 1 and _decimals(scaled) <= _FINEST:
            return f"{digits(scaled, language)} {scale(size, language)}"
    return digits(value, language)


def price(value: Decimal, sign: str, language: str) -> str:
    """Return an amount with its sign, and two decimals where it has cents: `€4.50`, `€ 4,50`.

    CLDR would write `US$4.50`.
    """
    if _decimals(value) == 1 and abs(value) < _MILLION:
        value = value.quantize(_CENT)
    return f"{sign}{' ' if language == 'nl' else ''}{number(value, language)}"


def digits(value: Decimal, language: str) -> str:
    """Return a number in digits; two decimals are kept (2.40 metres), other zeros at the end are not."""
    kept = value.as_tuple().exponent == -_CENTS and value % 1
    return grouped(value, language, _CENTS) if kept else grouped(_plain(value), language)


def _plain(value: Decimal) -> Decimal:
    """Return a number without zeros at its end, and with all of its digits however many they are."""
    with localcontext(prec=len(value.as_tuple().digits)):
        return value.normalize()


def _exactly(value: Decimal, size: int) -> Decimal:
    with localcontext(prec=len(value.as_tuple().digits) + _LONGEST):
        return value / size


def _decimals(value: Decimal) -> int:
    exponent = _plain(value).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
