"""Telling words that are no numerals though they look like one: the verb `acht`, the Six of `Six Nations`."""

from collections.abc import Sequence

from retrieval.figures.quantities import Read
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.language.function_words import FUNCTION_WORDS

# `De rechter acht het bewezen`, `acht zich`: what is considered so follows the verb, and no number.
_CONSIDERED = frozenset(
    ("de", "het", "een", "dit", "dat", "zich", "hem", "haar", "hen", "ons", "me", "u", "je")
)
_HEED = frozenset(
    ("slaan", "slaat", "sloeg", "sloegen", "geslagen", "genomen", "nemen", "neemt", "nam", "te")
)
_BEFORE_HEED = frozenset(("in", "geen", "geef", "geeft"))


def counts_nothing(read: Read, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Tell whether a number in words without a unit is a verb, a part of an idiom, or of a name."""
    if tokens[read.start].sort != "word" or read.number.scale > 1:
        return False
    eight = vocabulary.language == "nl" and tokens[read.start].word == "acht" and read.stop == read.start + 1
    return (eight and _is_no_eight(tokens, read.start)) or _is_of_name(tokens, read)


def _is_no_eight(tokens: Sequence[Token], at: int) -> bool:
    """Tell `acht het bewezen` and `in acht genomen`; `in acht dagen` has a unit."""
    following, before = tokens[at + 1], tokens[at - 1].word if at else ""
    heeded = before in _BEFORE_HEED and (following.sort != "word" or following.word in _HEED | {"op"})
    return following.word in _CONSIDERED or following.word in _HEED - {"te"} or heeded


def _is_of_name(tokens: Sequence[Token], read: Read) -> bool:
    """Tell `the Six Nations` and `the Big Four`: capitals within a sentence, beside another."""
    if read.start == 0 or tokens[read.start].opens_line or not tokens[read.start].text[0].isupper():
        return False
    before, following = tokens[read.start - 1], tokens[read.stop]
    named = _has_capital(before) and before.word not in FUNCTION_WORDS
    return before.sort == "word" and (named or (_has_capital(following) and not following.opens_line))


def _has_capital(token: Token) -> bool:
    return token.sort == "word" and token.text[0].isupper()
