"""Reading a number in digits: its thousands by whichever sign, its fraction as `1½`, `1 1/2` or `3/4`."""

import re
from collections.abc import Sequence
from decimal import Decimal

from retrieval.figures.token import SPACES, Token

_SPACES = re.compile(rf"[ {SPACES}]")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_BOTH = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
_BOTTOMS = {"2": 2, "3": 3, "4": 4, "5": 5, "8": 8, "10": 10}  # 9/11 and 24/7 are no fractions


def value(written: str, decimal: str, *, finely: bool = False) -> Decimal | None:
    """Return what digits stand for; None for what is no number, such as `1.2.3`.

    Two different signs tell by themselves which is which, and so does one that comes twice. One sign with
    three digits after it groups thousands, unless it is the language's own decimal sign. Then it is a
    fraction (`2,259 euro` a litre), but where it ends in a zero thousands again, written by someone
    of the other habit (`4.700` in an English text): nobody writes 4.7 so.

    Args:
        written: digits with points, commas or spaces.
        decimal: the language's decimal sign.
        finely: the number is one of a million or of a percentage, which are never in thousands.
    """
    written = _SPACES.sub("", written)
    if _BOTH.fullmatch(written):
        fraction = max(written.rfind("."), written.rfind(","))
        return Decimal(re.sub(r"\D", "", written[:fraction]) + "." + written[fraction + 1 :])
    grouped = _GROUPED.fullmatch(written)
    if grouped and _thousands(written, grouped[1], decimal, finely=finely):
        return Decimal(re.sub(r"\D", "", written))
    return Decimal(written.replace(",", ".")) if _PLAIN.fullmatch(written) else None


def _thousands(written: str, sign: str, decimal: str, *, finely: bool) -> bool:
    if written.count(sign) > 1:
        return True
    if finely:
        return sign != decimal
    return sign != decimal or written.endswith("0")


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
