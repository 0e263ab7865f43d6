"""Reading one number at a place: digits or words, with its scale."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures import digits
from retrieval.figures.figure import Kind, Unit
from retrieval.figures.spelled import AND, added_up, decimals
from retrieval.figures.token import Token
from retrieval.figures.units import CODES
from retrieval.figures.vocabulary import Vocabulary

_WANTS_MONEY = frozenset({"m", "mn", "b"})  # else metres, a name
_PEOPLE = frozenset({"people", "who", "have"})
_PLURAL_VERBS = frozenset({"are", "were", "had", "do", "did"})  # behind a number that opens its sentence
_ENDS = frozenset(".!?:;")
_SECOND = 2
_HALF = Decimal("0.5")


class Number(NamedTuple):
    """A number, `mantissa` times `scale`, up to `stop`; `one` is its word where that is only `een` or `a`."""

    mantissa: Decimal
    scale: Decimal
    stop: int
    one: str | None = None

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.mantissa * self.scale


def number(tokens: Sequence[Token], at: int, vocabulary: Vocabulary, *, money: bool = False) -> Number | None:
    """Return the number that begins at a token; `money` where a currency stands before it."""
    if tokens[at].sort == "number":
        return _in_digits(tokens, at, vocabulary, money=money)
    if tokens[at].sort != "word":
        return None
    if tokens[at].word in vocabulary.halves:
        return _half(tokens, at, vocabulary)
    return _in_words(tokens, at, vocabulary)


def unit(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Unit, int] | None:
    """Return the unit whose words begin at a token, the longest, and the token after it."""
    if tokens[at].word not in vocabulary.unit_openers and tokens[at].text not in vocabulary.units:
        return None
    for many in (3, 2):
        found = vocabulary.units.get(" ".join(token.word for token in tokens[at : at + many]))
        if found:
            return found, at + many
    token = tokens[at]
    single = vocabulary.units.get(token.text) or (
        vocabulary.units.get(token.word) if len(token.text) > 1 and token.text.upper() not in CODES else None
    )
    return (single, at + 1) if single else None


def _in_digits(tokens: Sequence[Token], at: int, vocabulary: Vocabulary, *, money: bool) -> Number | None:
    if (part := _sliced(tokens, at, vocabulary)) is not None:
        return part
    part_behind, stop = digits.behind(tokens, at + 1)
    half, stop = and_a_half(tokens, stop, vocabulary)
    scale, stop = scaled(tokens, stop, vocabulary, money=money)
    following = unit(tokens, stop, vocabulary)
    finely = scale > 1 or (following is not None and following[0].kind is Kind.PERCENT)
    read = digits.value(tokens[at].text, vocabulary.decimal, finely=finely)
    return None if read is None else Number(read + (part_behind or half), scale, stop)


def _sliced(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Number | None:
    """Read `3/4 million` and `1/2 mile`; by themselves they may be a date or a score."""
    part, stop = digits.sliced(tokens, at)
    scale, after = scaled(tokens, stop, vocabulary, money=False)
    counted = scale > 1 or unit(tokens, stop, vocabulary) is not None
    return Number(part, scale, after) if part and counted else None


def scaled(tokens: Sequence[Token], at: int, vocabulary: Vocabulary, *, money: bool) -> tuple[Decimal, int]:
    """Return the product of the scales at a token (`495 duizend`, `4.7m`), and the token after them."""
    scale = Decimal(1)
    while found := vocabulary.scales.get(tokens[at].word) or _suffix(tokens, at, vocabulary, money=money):
        scale *= found
        at += 1
    return scale, at


def _suffix(tokens: Sequence[Token], at: int, vocabulary: Vocabulary, *, money: bool) -> Decimal | None:
    token = tokens[at]
    if not (token.tight or money) or token.text.startswith("M"):
        return vocabulary.suffixes.get(token.word) if token.tight and money else None
    if token.word in _WANTS_MONEY and not (money or _counts(tokens, at)):
        return None
    return vocabulary.suffixes.get(token.word)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether millions of it are likelier than metres: `5m homes`, but `a 5m wall`, `5m across`."""
    word = tokens[at + 1].word
    opens = at < _SECOND or tokens[at - _SECOND].text in _ENDS or tokens[at - 1].opens_line
    plural = word.endswith("s") and not word.endswith("ss")
    return plural or word in _PEOPLE or (opens and word in _PLURAL_VERBS)


def _half(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Number | None:
    """Read `half a million`, `half an hour`, `halve liter`; a half of something is a share."""
    stop = at + 1 + (tokens[at + 1].word in vocabulary.ones)
    scale, after = scaled(tokens, stop, vocabulary, money=False)
    if after > stop:
        return Number(_HALF, scale, after)
    following = unit(tokens, stop, vocabulary)
    # `half-time` is not half as many.
    measured = following is not None and following[0].kind is not Kind.MULTIPLE
    return Number(_HALF, Decimal(1), stop) if measured else None


def and_a_half(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Decimal, int]:
    """Return the half that the words at a token add, 0 where they add none, and the token after them."""
    if tokens[at].word not in AND:
        return Decimal(0), at
    half = at + 1 + (tokens[at + 1].word in vocabulary.ones)
    return (_HALF, half + 1) if tokens[half].word in vocabulary.halves else (Decimal(0), at)


def _in_words(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Number | None:
    added, stop = added_up(tokens, at, vocabulary)
    if stop == at:
        return None
    if added.current is not None:
        finer, stop = decimals(tokens, stop, vocabulary)
        added = added._replace(current=added.current + finer)
    one = tokens[at].word if stop == at + 1 and tokens[at].word in vocabulary.ones else None
    half, after = and_a_half(tokens, stop, vocabulary)
    scale, after = scaled(tokens, after, vocabulary, money=False)
    # `a million and a half` has half a million more, `six and a half` half of one.
    total = added.total + (added.current or 0) + half * (added.last if added.current is None else 1)
    if added.current is None and scale == 1:
        return Number(total / added.last, added.last, after, one)
    return Number(total, scale, after, one if after == stop else None)
