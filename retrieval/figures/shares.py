"""Reading shares and multiples: `a third`, `een op de drie`, `verdubbeld`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from retrieval.figures.numbers import Number, number, unit
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.function_words import FUNCTION_WORDS

_MOST = 1_000_000_000
_YEARS = range(1500, 2100)
# After these a half is one of two parts of a match or a year, not a share.
_NUMBERED = frozenset({"first", "second", "other", "eerste", "tweede", "andere"})
# After these words `a third` is a share and not a rank.
_COMPARISONS = """
more less fewer higher lower larger smaller bigger cheaper dearer off part share
meer minder hoger lager groter kleiner goedkoper duurder deel korting
"""
_COMPARING = frozenset(_COMPARISONS.split())


class Share(NamedTuple):
    """A share or multiple, read up to the token `stop`."""

    value: Decimal
    stop: int


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
    return None if part else Share(factor, at + 1)


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
    return (
        Share(top.value / bottom.value, bottom.stop)
        if fits and not unit(tokens, bottom.stop, vocabulary)
        else None
    )
