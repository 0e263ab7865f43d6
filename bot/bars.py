"""Bars in block characters, scaled from zero, for a plot in lines of text."""

from collections.abc import Sequence
from decimal import Decimal

_FULL = "█"
_PARTS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def bars(numbers: Sequence[Decimal], width: int) -> list[str]:
    """Return a bar for each number, the greatest of them `width` characters long.

    What is not zero has at least the thinnest part of a bar.

    Args:
        numbers: none below zero.
        width: in characters, above zero.
    """
    greatest = max(numbers, default=Decimal(0))
    return [_bar(number / greatest * width) if greatest else "" for number in numbers]


def _bar(length: Decimal) -> str:
    eighths = int((length * len(_PARTS)).to_integral_value())
    if length > 0:
        eighths = max(eighths, 1)
    full, part = divmod(eighths, len(_PARTS))
    return _FULL * full + _PARTS[part]
