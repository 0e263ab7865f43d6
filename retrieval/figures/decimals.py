"""Reading the decimals of a number in words: `four point five`, `drie komma vijfentwintig`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary

_TEN, _HUNDRED = 10, 100


def decimals(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Decimal, int]:
    """Return what the words at a token add behind a whole number, and the token after them.

    Nothing is added where no decimal sign in words stands there, with numerals behind it.
    """
    if tokens[at].word not in vocabulary.points:
        return Decimal(0), at
    digits, stop = "", at + 1
    while (value := _numeral(tokens[stop], vocabulary)) is not None and (value < _TEN or not digits):
        digits, stop = f"{digits}{value}", stop + 1
    return (Decimal(f"0.{digits}"), stop) if digits else (Decimal(0), at)


def _numeral(token: Token, vocabulary: Vocabulary) -> int | None:
    one = token.word in vocabulary.ones and token.word not in {"a", "an"}
    value = Decimal(1) if one else vocabulary.numerals.get(token.word)
    return int(value) if value is not None and value < _HUNDRED and value % 1 == 0 else None
