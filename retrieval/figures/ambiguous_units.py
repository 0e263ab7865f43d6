"""Telling what a word of unit means that means several: `ton`, `pond` and `pounds`, `times`."""

from collections.abc import Sequence
from decimal import Decimal

from retrieval.figures.figure import Kind, Unit
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.language.function_words import FUNCTION_WORDS

# Dutch `ton` is a weight before what is weighed, and may else be 100,000 euros.
_MONEY_BY_TON = frozenset(
    {"subsidie", "schade", "boete", "winst", "verlies", "omzet", "budget", "schuld", "steun", "salaris"}
)
_TON_OF_MONEY = Decimal(100_000)  # euros
_WEIGHED = 1000  # so many times 100,000 euros is told in millions
_POUNDS = {"pound": "lb", "pounds": "lb", "pond": "pond"}
_WEIGHING = frozenset(
    (
        *("weigh", "weighs", "weighed", "weighing", "weight", "heavier", "lighter"),
        *("weegt", "woog", "wegen", "wogen", "zwaarder", "lichter"),
    )
)
_WEIGHABLE = frozenset(("man", "woman", "men", "women", "baby", "dog", "bomb", "body", "schoon", "zwaar"))
_BOUGHT = 10  # of `pond`, which are half kilos of cheese up to here
_NEAR = 5  # words before a weight


def meant(
    named: Unit, tokens: Sequence[Token], number: tuple[int, Decimal], stop: int, vocabulary: Vocabulary
) -> Unit | None:
    """Return what a word of unit means; None where it is no unit, as in `three Times journalists`.

    Args:
        named: the unit that its word mostly means.
        tokens: those of the text.
        number: the place of the number before it, and its value.
        stop: the place after the unit.
        vocabulary: that of the text.
    """
    if named.kind is Kind.MULTIPLE:
        return None if _is_no_multiple(tokens, stop) else named
    if named.code == "GBP" and _is_weight(tokens, number, stop, vocabulary):
        return Unit(Kind.MEASURE, _POUNDS[tokens[stop - 1].word], Decimal(1))
    if named.code != "ton":
        return named
    following = tokens[stop + (tokens[stop].word == "aan")]
    if following.word in _MONEY_BY_TON:
        return Unit(Kind.AMOUNT, "EUR", _TON_OF_MONEY)
    following = tokens[stop]
    weighed = (
        following.sort == "word" and following.word not in FUNCTION_WORDS | _MONEY_BY_TON | vocabulary.links
    )
    return named._replace(code="t") if weighed or number[1] >= _WEIGHED else named


def _is_no_multiple(tokens: Sequence[Token], stop: int) -> bool:
    """Tell the newspaper `Times`, and the race of `4x100 metres`."""
    return tokens[stop - 1].text == "Times" or (tokens[stop].sort == "number" and tokens[stop].tight)


def _is_weight(
    tokens: Sequence[Token], number: tuple[int, Decimal], stop: int, vocabulary: Vocabulary
) -> bool:
    """Tell a pound of flour from a pound sterling."""
    if tokens[stop - 1].word not in _POUNDS:
        return False
    at, value = number
    following = tokens[stop]
    weighed = any(token.word in _WEIGHING for token in tokens[max(at - _NEAR, 0) : at])
    if vocabulary.language == "en":
        of_it = following.word == "of" and tokens[stop + 1].word not in FUNCTION_WORDS
    else:
        named = following.sort == "word" and following.word not in FUNCTION_WORDS | _MONEY_BY_TON
        of_it = named and value <= _BOUGHT
    return weighed or of_it or following.word in _WEIGHABLE
