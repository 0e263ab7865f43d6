"""How Dutch and English write numbers, units and currencies, from CLDR: the one door to babel for them."""

from decimal import Decimal, localcontext
from functools import lru_cache

from babel.numbers import format_compact_decimal, format_decimal, get_currency_name
from babel.units import format_unit

_LOCALES = {"en": "en_GB", "nl": "nl"}  # British, for `litre` and `per cent`
_GROUPED = "#,##0"
_ONE, _SEVERAL = 1, 2


def grouped(value: Decimal, language: str, decimals: int = 0) -> str:
    """Return a number in digits, with all of its decimals and at least so many: `1,234.5`, `1.234,5`."""
    pattern = f"{_GROUPED}.{'0' * decimals}" if decimals else _GROUPED
    with localcontext() as context:
        context.prec += len(f"{value:f}")  # or else babel raises InvalidOperation beyond 28 digits
        return format_decimal(value, pattern, _LOCALES[language], decimal_quantization=False)


@lru_cache
def scale(size: int, language: str) -> str:
    """Return the word of a power of a thousand, from a million on: `billion` or `miljard` for 10⁹."""
    written = format_compact_decimal(size, format_type="long", locale=_LOCALES[language])
    return written.removeprefix("1").strip()


def unit_names(identifier: str, language: str) -> tuple[str, str]:
    """Return the word for one and for more of a unit, by its CLDR identifier as `length-kilometer`."""
    one, several = (
        format_unit(count, identifier, "long", locale=_LOCALES[language]) for count in (_ONE, _SEVERAL)
    )
    return one.removeprefix(f"{_ONE}").strip(), several.removeprefix(f"{_SEVERAL}").strip()


def currency_names(code: str, language: str) -> tuple[str, str]:
    """Return the word for one and for more of a currency, by its ISO 4217 code."""
    one, several = (get_currency_name(code, count, _LOCALES[language]) for count in (_ONE, _SEVERAL))
    return one, several
