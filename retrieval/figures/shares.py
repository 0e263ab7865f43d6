"""Reading shares and multiples: `a third`, `een op de drie`, `verdubbeld`."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures.figure import OUT_OF
from retrieval.figures.numbers import Number, number, unit
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.language.function_words import FUNCTION_WORDS

_MOST = 1_000_000_000
_YEARS = range(1500, 2100)
# After these a half is one of two parts of a match or a year, not a share.
_PARTS = """
first second other latter final better last opening closing eerste tweede andere laatste betere
"""
_NUMBERED = frozenset(_PARTS.split())
# Before these `half` is a part of a name.
_NAMES = """
time term past way marathon marathons brother brothers sister sisters measure measures board mast moon back
hearted full empty
"""
_HALF_NAMES = frozenset(_NAMES.split())
# After these words `a third` is a share and not a rank.
_COMPARISONS = """
more less fewer higher lower larger smaller bigger cheaper dearer off part share
meer minder hoger lager groter kleiner goedkoper duurder deel korting
"""
_COMPARING = frozenset(_COMPARISONS.split())


class Share(NamedTuple):
    """A share or multiple, read up to the token `stop`; `unit` is `of 10` for a mark as 7.3 out of ten."""

    value: Decimal
    stop: int
    unit: str | None = None


def share(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Share | None:
    """Return the share or multiple that begins at a token."""
    factor = vocabulary.factors.get(tokens[at].word)
    if factor is not None and number(tokens, at, vocabulary) is None:
        return _factor(tokens, at, factor)
    if tokens[at].sort not in {"number", "word"}:
        return None
    top = number(tokens, at, vocabulary)
    return top and (_fraction(top, tokens, vocabulary) or _one_in(top, tokens, vocabulary))


def _factor(tokens: Sequence[Token], at: int, factor: Decimal) -> Share | None:
    part = factor < 1 and at > 0 and tokens[at - 1].word in _NUMBERED
    return None if part or _is_half_of_word(tokens, at) else Share(factor, at + 1)


def _is_half_of_word(tokens: Sequence[Token], at: int) -> bool:
    """Tell the half of `half-time` and of `a point and a half`, which is a share of nothing."""
    following = tokens[at + 1]
    added = at > 1 and [token.word for token in tokens[at - 2 : at]] == ["and", "a"]
    return tokens[at].word == "half" and (added or following.joined or following.word in _HALF_NAMES)


def _fraction(top: Number, tokens: Sequence[Token], vocabulary: Vocabulary) -> Share | None:
    word = tokens[top.stop].word
    bottom = vocabulary.shares.get(word)
    if bottom is None or not top.value < bottom or _is_ordinal(top, tokens, vocabulary):
        return None
    return Share(top.value / bottom, top.stop + 1)


def _is_ordinal(top: Number, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Tell `a third attempt` from `a third of them`."""
    if top.one is None or tokens[top.stop].word not in vocabulary.ordinals:
        return False
    following = tokens[top.stop + 1]
    return following.sort == "word" and following.word not in FUNCTION_WORDS | _COMPARING


def _one_in(top: Number, tokens: Sequence[Token], vocabulary: Vocabulary) -> Share | None:
    for many in (3, 2, 1):
        if " ".join(token.word for token in tokens[top.stop : top.stop + many]) in vocabulary.of:
            bottom = number(tokens, top.stop + many, vocabulary)
            return bottom and _out_of(top, bottom, tokens, vocabulary)
    return None


def _out_of(top: Number, bottom: Number, tokens: Sequence[Token], vocabulary: Vocabulary) -> Share | None:
    dated = bottom.value in _YEARS or tokens[bottom.stop].word in vocabulary.months
    fits = 0 < top.value < bottom.value <= _MOST and not bottom.one and not dated
    if not fits or unit(tokens, bottom.stop, vocabulary):
        return None
    mark = f"{OUT_OF}{bottom.value:f}" if top.value % 1 and not bottom.value % 1 else None
    return Share(top.value / bottom.value, bottom.stop, mark)
