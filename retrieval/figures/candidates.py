"""Finding what stands at one place of a text: a date, a time, a share or a quantity, in that order."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from corpus.dates import PartialDate
from retrieval.figures.clock import time
from retrieval.figures.days import dates
from retrieval.figures.figure import DayOfYear, Kind
from retrieval.figures.naming_numbers import means_year, only_name, vague
from retrieval.figures.not_counting import counts_nothing
from retrieval.figures.quantities import Read, share_of
from retrieval.figures.ranges import quantities
from retrieval.figures.shares import share
from retrieval.figures.token import Token
from retrieval.figures.vocabulary import Vocabulary

_ARTICLES = frozenset({"a", "an"})
# `een jaar` is a year, one year or the year after; `one time` is once.
_NEVER_ONE = {"een": (Kind.DURATION, Kind.MULTIPLE), "één": (Kind.MULTIPLE,), "one": (Kind.MULTIPLE,)}


class Candidate(NamedTuple):
    """A figure by the tokens it is made of, from `start` up to `stop`."""

    kind: Kind
    value: Decimal | PartialDate | DayOfYear
    unit: str | None
    start: int
    stop: int


def at(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> tuple[list[Candidate], int]:
    """Return the figures that begin at a token, two where a range does, and the token to go on from."""
    days = dates(tokens, place, vocabulary)
    if days:
        return [Candidate(Kind.DATE, day.value, None, day.start, day.stop) for day in days], days[-1].stop
    single = _single(tokens, place, vocabulary)
    return ([single], single.stop) if single else _quantities(tokens, place, vocabulary)


def _single(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> Candidate | None:
    moment = time(tokens, place, vocabulary)
    if moment:
        return Candidate(Kind.TIME, moment.minutes, moment.of, place, moment.stop)
    part = share(tokens, place, vocabulary)
    if part:
        whole = share_of(part.value, tokens, part.stop, vocabulary)
        if whole and whole.unit:
            return Candidate(whole.unit.kind, whole.value, whole.unit.code, place, whole.stop)
        if whole:
            return Candidate(Kind.COUNT, whole.value, None, place, whole.stop)
        return Candidate(Kind.MULTIPLE, part.value, part.unit, place, part.stop)
    return _ordinal(tokens, place, vocabulary)


def _ordinal(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> Candidate | None:
    """Read `3rd`, `derde`, `twenty-fifth`."""
    token, following = tokens[place], tokens[place + 1]
    if token.text.isdecimal() and following.tight and following.word in vocabulary.endings:
        return Candidate(Kind.ORDINAL, Decimal(token.text), None, place, place + 2)
    tens = vocabulary.numerals.get(token.word, Decimal(0))
    rank = vocabulary.ordinals.get(following.word, 0)
    if tens >= 20 and tens % 10 == 0 and 0 < rank < 10 and vocabulary.language == "en":  # noqa: PLR2004 - tens
        return Candidate(Kind.ORDINAL, tens + rank, None, place, place + 2)
    rank = vocabulary.ordinals.get(token.word, 0)
    return Candidate(Kind.ORDINAL, Decimal(rank), None, place, place + 1) if rank else None


def _quantities(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> tuple[list[Candidate], int]:
    found = quantities(tokens, place, vocabulary)
    if not found:
        return [], place + 1
    if only_name(found, tokens, vocabulary):
        return [], found[-1].stop
    kept = [_counted(read, tokens, vocabulary) for read in found]
    return [one for one in kept if one], found[-1].stop


def _counted(read: Read, tokens: Sequence[Token], vocabulary: Vocabulary) -> Candidate | None:
    one = read.number.one
    if vague(read, tokens):
        return None
    if read.unit is not None:
        article = one in _ARTICLES or read.unit.kind in _NEVER_ONE.get(one or "", ())
        return (
            None if article else Candidate(read.unit.kind, read.value, read.unit.code, read.start, read.stop)
        )
    if one is not None or counts_nothing(read, tokens, vocabulary):
        return None
    if means_year(read, tokens, vocabulary):
        return Candidate(Kind.DATE, PartialDate(int(tokens[read.start].text)), None, read.start, read.stop)
    return Candidate(Kind.COUNT, read.value, None, read.start, read.stop)
