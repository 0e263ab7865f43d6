"""Reading times of day: `20.30 uur`, `8.30pm`, `at 18.40`, `acht uur 's avonds`, and those in words."""

import re
from collections.abc import Sequence
from decimal import Decimal

from retrieval.figures.numbers import unit
from retrieval.figures.spoken_times import DAY, Time, named_hour, on_weekday, part, placed, spoken
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary

_CLOCK = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_HOUR = re.compile(r"[01]?\d|2[0-4]")
_AFTER = frozenset({"uur", "gmt", "cet", "local", "train", "bus", "tram", "ferry", "flight", "service"})
_AT = frozenset({"om", "vanaf", "rond", "omstreeks"})
_EXACTLY_AT = frozenset({"at", "om"})
_NEARLY_AT = frozenset({"until", "till", "before", "after", "about", "around"})  # with a weekday after it
# A number at which something stands or is sold, and of which there are more, is no time.
_STANDS = """
closed close closes closing stood stand stands standing ended ends traded trades trading valued priced
fixed set rated sold sells index rate rates remained remains steady unchanged peaked
"""
_PRICED = frozenset(_STANDS.split())
_COUNTED = frozenset(("a", "an", "each", "per", "apiece", "to", "against", "out", "times", "points"))
_LAST_HOUR = 12
_FIXED = {"noon": 720, "midnight": 0, "middernacht": 0}


def time(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    """Return the time of day that begins at a token."""
    token = tokens[at]
    if token.sort == "clock":
        return _written(token.text, tokens, at, vocabulary)
    if token.sort == "number":
        return _with_points(tokens, at, vocabulary) if _CLOCK.fullmatch(token.text) else _hour(tokens, at)
    if token.word in _FIXED and token.word in vocabulary.clock:
        return Time(Decimal(_FIXED[token.word]), DAY, at + 1)
    return spoken(tokens, at, vocabulary) or _full_hour(tokens, at, vocabulary)


def _written(text: str, tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time:
    hour, minute = (int(digits) for digits in re.split("[.:]", text))
    late, stop = part(tokens, at + 1 + (tokens[at + 1].word == "uur"))
    # Dutch writes 20.30 for half past eight in the evening, English 8.30 with or without pm.
    certain = hour >= 12 or hour == 0 or vocabulary.language == "nl"  # noqa: PLR2004 - noon
    return placed(hour * 60 + minute, stop, late=late, certain=certain)


def _with_points(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    following = tokens[at + 1].word
    if following in vocabulary.pairs | vocabulary.links and _CLOCK.fullmatch(tokens[at + 2].text):
        following = tokens[at + 3].word
    said = part(tokens, at + 1)[0] is not None and not on_weekday(tokens, at + 1)
    told = following in _AFTER or said or _at_it(tokens, at, vocabulary)
    return _written(tokens[at].text, tokens, at, vocabulary) if told and "." in tokens[at].text else None


def _at_it(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Tell `departs at 5.52` from `closed at 5.52`, `fell to 5.52 on Monday` and `at 5.52 per cent`."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]][::-1]
    if before and before[0] in _NEARLY_AT:
        near = on_weekday(tokens, at + 1)
        before = before[before[1:2] == ["at"] :]
    else:
        near = before[:1] != [] and before[0] in _EXACTLY_AT
    if not near:
        return False
    priced = len(before) > 1 and before[1] in _PRICED
    following = tokens[at + 1]
    scaled = following.word in vocabulary.scales or following.word in _COUNTED
    return not priced and not scaled and unit(tokens, at + 1, vocabulary) is None


def _hour(tokens: Sequence[Token], at: int) -> Time | None:
    """Read `8pm`, `8 o'clock`, `om 8 uur`; `8 uur` alone lasts eight hours."""
    return _at_hour(int(tokens[at].text), tokens, at) if _HOUR.fullmatch(tokens[at].text) else None


def _full_hour(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Time | None:
    hour = named_hour(tokens[at], vocabulary)
    return _at_hour(hour, tokens, at) if hour else None


def _at_hour(hour: int, tokens: Sequence[Token], at: int) -> Time | None:
    stop = at + 1
    late, after = part(tokens, stop)
    if tokens[stop].word == "uur":
        late, after = part(tokens, stop + 1)
        if late is None and tokens[at - 1].word not in _AT:
            return None
    elif tokens[stop].word == "o'clock":
        late, after = part(tokens, stop + 1)
    elif late is None:
        return None
    return placed(hour % 24 * 60, after, late=late, certain=hour > _LAST_HOUR)
