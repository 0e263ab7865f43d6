"""Reading the fraction of a number in digits: `1½`, `1 1/2`, and `3/4` by itself."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from retrieval.figures.token import Token

_VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
_BOTTOMS = {"2": 2, "3": 3, "4": 4, "5": 5, "8": 8, "10": 10}  # 9/11 and 24/7 are no fractions


def behind(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Return the fraction at a token behind a whole number, 0 for none, and the token after it."""
    vulgar = _VULGAR.get(tokens[at].text) if tokens[at].tight else None
    if vulgar:
        return vulgar, at + 1
    return (Decimal(0), at) if tokens[at].tight else sliced(tokens, at)


def sliced(tokens: Sequence[Token], at: int) -> tuple[Decimal, int]:
    """Return the fraction `3/4` at a token, 0 where there is none, and the token after it."""
    top, slash, bottom = tokens[at : at + 3]
    whole = _BOTTOMS.get(bottom.text, 0)
    written = slash.text == "/" and slash.tight and bottom.tight and top.text.isdecimal()
    if not written or not 0 < int(top.text) < whole or tokens[at + 3].text == "/":
        return Decimal(0), at
    return Decimal(top.text) / whole, at + 3
