"""Adding up the words of a number, with its decimals: `four point five`, `drie komma vijfentwintig`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures import numerals
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary

_TEN = 10
AND = frozenset({"and", "en"})
_PLAIN_ONES = frozenset({"one", "één"})
_OF = frozenset({"of", "van", "other", "ander", "andere"})
_THOUSAND = Decimal(1000)
_HUNDRED = Decimal(100)


class Sum(NamedTuple):
    """Words added up so far; `current` waits for its scale; `last` is the scale before it."""

    total: Decimal = Decimal(0)
    current: Decimal | None = None
    last: Decimal = Decimal(1)


def added_up(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Sum, int]:
    """Return what the words from a token on add up to, and the token after them."""
    added, stop = Sum(), at
    while more := _more(added, tokens, stop, vocabulary):
        added, stop = more
    return added, stop


def _more(added: Sum, tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Sum, int] | None:
    """Add the word at a token, after an `and` where one may stand."""
    word = tokens[at].word
    if word in AND and _waits_for_and(added):
        value = _last_one(tokens, at + 1) or vocabulary.numerals.get(tokens[at + 1].word)
        taken = _with(added, value) if value is not None and value < _HUNDRED else None
        return (taken, at + 2) if taken else None
    value = vocabulary.numerals.get(word)
    if value is None:
        value = _one_or_thousands(added, word, vocabulary)
    taken = _with(added, value) if value is not None else _scaled(added, vocabulary.scales.get(word))
    return (taken, at + 1) if taken else None


def _last_one(tokens: Sequence[Token], at: int) -> Decimal | None:
    """Read the one of `five hundred and one`, but not of `five hundred and one of them`."""
    plain = tokens[at].word in _PLAIN_ONES and tokens[at + 1].word not in _OF
    return Decimal(1) if plain else None


def _one_or_thousands(added: Sum, word: str, vocabulary: Vocabulary) -> Decimal | None:
    if word in vocabulary.ones:
        return None if word != "one" and added != Sum() else Decimal(1)
    # A bare `duizend` is a thousand; a bare `thousand` has no number.
    compound = "duizend" in word and vocabulary.language == "nl" and (word != "duizend" or added == Sum())
    return numerals.thousands(word, vocabulary.numerals) if compound else None


def _waits_for_and(added: Sum) -> bool:
    if added.current is None:
        return added.last == _THOUSAND
    return added.current >= _HUNDRED and added.current % _HUNDRED == 0


def _with(added: Sum, value: Decimal) -> Sum | None:
    if added.current is None:
        return added._replace(current=value) if value < added.last or not added.total else None
    fits = added.current and value and _continues(added.current, value)
    return added._replace(current=added.current + value) if fits else None


def _continues(current: Decimal, value: Decimal) -> bool:
    """Tell whether a word goes on with a number: `twenty` with `five`, `drieduizend` with `vierhonderd`."""
    if current % 1000 == 0:
        return value < 1000  # noqa: PLR2004 - the hundreds after it
    tens = current % _HUNDRED
    return (value < _HUNDRED and tens == 0) or (value < 10 and tens >= 20 and tens % 10 == 0)  # noqa: PLR2004 - tens


def _scaled(added: Sum, scale: Decimal | None) -> Sum | None:
    if scale is None or (added.current is None and not added.total < scale) or added == Sum():
        return None
    if scale < _THOUSAND:
        return None if added.current is None else added._replace(current=added.current * scale)
    if added.current is None:
        return Sum(added.total * scale, None, scale)
    return Sum(added.total + added.current * scale, None, scale)


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
