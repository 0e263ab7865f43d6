"""Reading a number with its unit or currency."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures.ambiguous_units import meant
from retrieval.figures.figure import Kind, Unit
from retrieval.figures.numbers import Number, and_a_half, number, scaled, unit
from retrieval.figures.token import HYPHENS, Token
from retrieval.figures.units import CODES, SIGNS
from retrieval.figures.vocabulary import Vocabulary

_BELOW_ZERO = frozenset({"°C", "°F", "%", "pp"})
_EXACTLY = 4  # decimals; a third of a million is no round number


class Read(NamedTuple):
    """A quantity read from token `start` up to `stop`; `kind` is None while it has no unit of its own."""

    number: Number
    unit: Unit | None
    start: int
    stop: int
    signed: bool = False  # its currency stands before it

    @property
    def value(self) -> Decimal:
        """The number in its unit."""
        return self.number.value * (self.unit.factor if self.unit else 1)


def quantity(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Read | None:
    """Return the quantity that begins at a token; None where there is none, or only a name with digits."""
    token = tokens[at]
    if code := _currency(token, tokens[at + 1], vocabulary):
        return _priced(tokens, at, code, vocabulary)
    if _is_minus(tokens, at, vocabulary):
        return _below_zero(tokens, at, vocabulary)
    found = number(tokens, at, vocabulary)
    if found is None:
        return None
    named = unit(tokens, found.stop, vocabulary)
    if named is None or (token.sort == "word" and len(tokens[found.stop].text) == 1):  # `een V` is a letter
        glued = token.sort == "number" and tokens[found.stop].tight and tokens[found.stop].sort == "word"
        return None if glued and found.stop == at + 1 else Read(found, None, at, found.stop)
    told = meant(named[0], tokens, (at, found.value), named[1], vocabulary)
    if told is None:
        return Read(found, None, at, found.stop)
    return _with_half(Read(found, told, at, named[1]), tokens, vocabulary)


def _with_half(read: Read, tokens: Sequence[Token], vocabulary: Vocabulary) -> Read:
    """Read the rest of `a year and a half`; `an hour and a half-hearted try` has none."""
    half, stop = and_a_half(tokens, read.stop, vocabulary)
    # `one hour and half a minute`, `a half minute` and `a half dozen` begin another quantity.
    apart = tokens[stop].joined or number(tokens, stop - 1, vocabulary) is not None
    if not half or apart or tokens[stop - 2].word not in vocabulary.ones or read.number.scale > 1:
        return read
    more = read.number._replace(mantissa=read.number.mantissa + half, one=None)
    return read._replace(number=more, stop=stop)


def share_of(share: Decimal, tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Read | None:
    """Read what a share is of: `a quarter of a million euros`, `een kwart eeuw`."""
    if vocabulary.language == "en":
        if tokens[at].word != "of" or tokens[at + 1].word not in {"a", "an"}:
            return None
        at += 2
    scale, stop = scaled(tokens, at, vocabulary, money=False)
    named = unit(tokens, stop, vocabulary)
    measured = named is not None and named[0].kind is not Kind.MULTIPLE
    if share >= 1 or share != round(share, _EXACTLY) or not (measured or scale > 1):
        return None
    return Read(Number(share, scale, stop), named[0] if named else None, at, named[1] if named else stop)


def _currency(token: Token, following: Token, vocabulary: Vocabulary) -> str | None:
    if token.sort == "sign":
        return SIGNS.get(token.text)
    plain = token.text in CODES and (following.sort == "number" or following.word in vocabulary.numerals)
    return token.text if plain else None


def _priced(tokens: Sequence[Token], at: int, code: str, vocabulary: Vocabulary) -> Read | None:
    found = number(tokens, at + 1, vocabulary, money=True)
    if found is None:
        return None
    named = unit(tokens, found.stop, vocabulary)
    again = named is not None and named[0].kind is Kind.AMOUNT
    stop = named[1] if named and again else found.stop
    return Read(found, Unit(Kind.AMOUNT, code, Decimal(1)), at, stop, signed=True)


def _is_minus(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    token = tokens[at]
    if token.text in HYPHENS:
        return not token.tight and tokens[at + 1].tight
    return token.word in vocabulary.minus


def _below_zero(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Read | None:
    found = quantity(tokens, at + 1, vocabulary)
    if found is None or found.unit is None or found.unit.code not in _BELOW_ZERO:
        return None
    below = found.number._replace(mantissa=-found.number.mantissa)
    return found._replace(number=below, start=at)
