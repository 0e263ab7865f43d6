"""Writing shares and multiples."""

from decimal import Decimal
from fractions import Fraction

from retrieval.figures.dutch import DUTCH
from retrieval.figures.figure import OUT_OF
from retrieval.figures.vocabulary import Vocabulary
from retrieval.figures.writing_numbers import digits, number

_LARGEST_NAMED, _LARGEST = 10, 1000  # denominators: `a tenth`, `1 in 1000`
_FINEST = 4  # decimals of a mark
_RARE = Decimal(1) / _LARGEST
_BY_NAME = {
    "en": {(1, 2): "half", (1, 4): "a quarter", (3, 4): "three quarters"},
    "nl": {(1, 2): "de helft", (1, 4): "een kwart", (3, 4): "driekwart"},
}


def multiple(value: Decimal, unit: str | None, vocabulary: Vocabulary) -> str:
    """Return a multiple as `twice` or `2.5 times`, an exact share as `a third`, a mark as `7.3 out of 10`."""
    if unit:
        most = Decimal(unit.removeprefix(OUT_OF))
        mark = round(value * most, _FINEST).normalize()
        return f"{digits(mark, vocabulary)} {'op' if vocabulary is DUTCH else 'out of'} {most}"
    share = Fraction(value).limit_denominator(_LARGEST)
    exactly = Decimal(share.numerator) / share.denominator == value
    if 0 < value < _RARE and round(1 / value) * value == 1:
        return f"1 {'op de' if vocabulary is DUTCH else 'in'} {number(round(1 / value, 0), vocabulary)}"
    if 0 < value < 1 and exactly:
        return _share(share.numerator, share.denominator, vocabulary)
    if value == 2:  # noqa: PLR2004 - has a word of its own
        return "twee keer" if vocabulary is DUTCH else "twice"
    return f"{digits(value, vocabulary)} {'keer' if vocabulary is DUTCH else 'times'}"


def _share(top: int, bottom: int, vocabulary: Vocabulary) -> str:
    named = _BY_NAME[vocabulary.language or "en"].get((top, bottom))
    if named:
        return named
    if bottom > _LARGEST_NAMED or (bottom == _LARGEST_NAMED and top > 1):
        return f"{top} {'op de' if vocabulary is DUTCH else 'in'} {bottom}"
    one, *several = [word for word, number in vocabulary.shares.items() if number == bottom]
    if top == 1:
        return f"{'een' if vocabulary is DUTCH else 'a'} {one}"
    count = next(word for word, number in vocabulary.numerals.items() if number == top)
    return f"{count} {one if vocabulary is DUTCH else several[0]}"
