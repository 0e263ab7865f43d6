"""Telling counts and years from numbers that only name something: scores, pages, articles of law."""

import re
from collections.abc import Sequence

from retrieval.figures.days import is_year
from retrieval.figures.quantities import Read
from retrieval.figures.token import HYPHENS, Token
from retrieval.figures.vocabulary import Vocabulary
from retrieval.language.function_words import FUNCTION_WORDS

_LEAST_OF_RANGE = 10  # two lower numbers with a hyphen between them are a score
_POSTCODE = re.compile(r"[1-9]\d{3}")
_LETTERS = re.compile(r"[A-Z]{2}")
_SHORTENED = frozenset({"art", "p", "pp", "nr", "nrs", "no", "nos", "blz"})
_VAGUE = frozenset({"paar", "enkele", "few", "several", "many", "vele", "menig"})
_SURELY = frozenset({"sinds", "since", "jaar", "year", "anno"})
_APOSTROPHES = frozenset("'’‘")  # noqa: RUF001 - as newspapers set them
_PLURALS = ("s", "n", "people")
_SIGNS = frozenset({"#", "§"})


def only_name(found: Sequence[Read], tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Tell whether one number, or two with a hyphen between them, only name something."""
    if any(read.unit is not None or read.number.scale > 1 for read in found):
        return False
    first, last = found[0], found[-1]
    return (
        _labelled(tokens, first.start, vocabulary)
        or _sliced(tokens, first.start, last.stop)
        or _is_score(found, tokens)
        or _is_address(tokens, first)
    )


def means_year(read: Read, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Tell the year 2023 from a number.

    Few counts have the digits of a year since 1900, unless they are multiples of ten. A
    multiple of ten is a year after `in` and the like, unless something is counted after it.
    """
    if not is_year(tokens[read.start]) or read.stop > read.start + 1:
        return False
    before, following = tokens[read.start - 1] if read.start else None, tokens[read.stop]
    if before and before.word in vocabulary.fillers:
        before = tokens[read.start - 2] if read.start > 1 else None
    if before and before.word in _SURELY:
        return True
    led = before is not None and (before.word in vocabulary.years or before.text == "(")
    counting = (
        following.sort == "word"
        and following.word.endswith(_PLURALS)
        and following.word not in FUNCTION_WORDS
    )
    round_number = read.value % 10 == 0
    recent = tokens[read.start].text >= "1900"
    return (led and not (counting and round_number)) or (recent and not round_number)


def vague(read: Read, tokens: Sequence[Token]) -> bool:
    """Tell `a few hundred` and `een paar duizend`, which count nothing."""
    return read.start > 0 and tokens[read.start].sort == "word" and tokens[read.start - 1].word in _VAGUE


def _labelled(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> bool:
    if start == 0:
        return False
    before = tokens[start - 1]
    if before.text in _APOSTROPHES:
        return tokens[start].tight
    if before.text == "." and start > 1:
        return tokens[start - 2].word in _SHORTENED
    return before.word in vocabulary.labels or before.text in _SIGNS or _is_name(tokens, start)


def _is_name(tokens: Sequence[Token], start: int) -> bool:
    """Tell a name's own number, `Super Bowl 50 was`: after a capital, within a sentence, counting nothing."""
    if start < 2 or tokens[start].sort != "number" or not tokens[start].text.isdecimal():  # noqa: PLR2004 - two before
        return False
    before = tokens[start - 1]
    named = before.sort == "word" and before.text[0].isupper() and before.word not in FUNCTION_WORDS
    within = tokens[start - 2].sort == "word"
    following = tokens[start + 1]
    counted = following.sort == "word" and following.word not in FUNCTION_WORDS
    return named and within and not counted and not is_year(tokens[start])


def _sliced(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Tell `24/7` and `9/14`, which may be a date, a score or a share."""
    if tokens[start].sort != "number":
        return False
    after = tokens[stop].text == "/" and tokens[stop].tight and tokens[stop + 1].tight
    return after or (start > 0 and tokens[start - 1].text == "/" and tokens[start].tight)


def _is_score(found: Sequence[Read], tokens: Sequence[Token]) -> bool:
    first, last = found[0], found[-1]
    before = tokens[first.start - 1] if first.start else tokens[-1]
    if first is last:
        after = tokens[first.stop]
        joined = before.text in HYPHENS and before.tight and tokens[first.start].tight
        return joined or (after.text in HYPHENS and after.tight and tokens[first.stop + 1].sort == "number")
    if (
        tokens[first.stop].text not in HYPHENS
        or tokens[first.start].sort != "number"
        or is_year(tokens[last.start])
    ):
        return False
    following = tokens[last.stop]
    counted = following.sort == "word" and following.word not in FUNCTION_WORDS
    return not (counted and first.value < last.value and last.value >= _LEAST_OF_RANGE)


def _is_address(tokens: Sequence[Token], read: Read) -> bool:
    """Tell a Dutch postcode, and digits that begin with a zero."""
    token, following = tokens[read.start], tokens[read.stop]
    if token.sort != "number":
        return False
    postcode = _POSTCODE.fullmatch(token.text) and _LETTERS.fullmatch(following.text)
    return bool(postcode) or (token.text.isdecimal() and token.text[0] == "0" and len(token.text) > 1)
