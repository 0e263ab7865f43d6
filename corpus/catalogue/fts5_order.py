"""The order in which FTS5 finds passages: its BM25, by its own formula, as `fts5_aux.c` of SQLite has it.

Of a million passages most hold a word such as "the", which counts next to nothing: those that hold no rarer
word are left out as soon as enough are better, by what the common words can add at most (Turtle and Flood
1995, "Query evaluation: strategies and optimizations"). That changes no place in the order.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.int32]

_K1 = 1.2
_B = 0.75
_ROUNDED = 1e-9  # more than sums in another order can differ by, of their size
_LEAST = 1e-6  # what a term counts for its rarity that more than half of the passages hold


@dataclass(frozen=True, slots=True)
class Places:
    """The passages that hold a term, in order, and how often each does."""

    passages: Numbers
    times: Numbers


@dataclass(frozen=True, slots=True)
class Lengths:
    """The length of each passage in tokens by its number, -1 where there is none; and of all together."""

    of: Numbers
    count: int = 0
    total: int = 0

    @property
    def mean(self) -> float:
        """The mean length in tokens, above 0."""
        return self.total / max(self.count, 1) or 1.0

    def without(self, passages: Sequence[int]) -> Lengths:
        """Return the lengths without those passages; any may be missing already."""
        gone = self.of.copy()
        some = [one for one in passages if one < len(gone)]
        taken = gone[some][gone[some] >= 0]
        gone[some] = -1
        return Lengths(gone, self.count - len(taken), self.total - int(taken.sum()))

    def with_those(self, passages: Numbers, lengths: Numbers) -> Lengths:
        """Return the lengths with those of passages that had none."""
        size = max(len(self.of), int(passages.max(initial=-1)) + 1)
        filled = np.full(size, -1, np.int32)
        filled[: len(self.of)] = self.of
        filled[passages] = lengths
        return Lengths(filled, self.count + len(passages), self.total + int(lengths.sum()))


@dataclass(frozen=True, slots=True)
class Best:
    """Passages, best first, and how often each holds each term, shape (terms, passages)."""

    passages: Sequence[int]
    times: Numbers


@dataclass(frozen=True, slots=True)
class Term:
    """A term among all passages: its places, what it counts for its rarity, what it brings each passage."""

    places: Places
    weight: float
    brought: npt.NDArray[np.float64]

    @classmethod
    def of(cls, places: Places, lengths: Lengths) -> Term:
        """Weigh a term by its places among passages of those lengths."""
        rarity = math.log((lengths.count - len(places.passages) + 0.5) / (len(places.passages) + 0.5))
        weight = rarity if rarity > 0 else _LEAST
        damping = _K1 * (1 - _B + _B * lengths.of[places.passages] / lengths.mean)
        return cls(places, weight, weight * ((places.times * (_K1 + 1)) / (places.times + damping)))

    @property
    def most(self) -> float:
        """What it can bring a passage, and no more."""
        return self.weight * (_K1 + 1)

    def among(self, found: Numbers) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Return which of its places are in some passages, in their order, and which of these they are."""
        passages = self.places.passages
        at = np.searchsorted(passages, found)
        inside = at < len(passages)
        there = np.flatnonzero(inside)[passages[at[inside]] == found[inside]]
        return at[there], there


def found_best(passages: int, terms: Sequence[Term], most: int) -> Best:
    """Return the passages of the greatest BM25, first those of smaller numbers where it is the same.

    Args:
        passages: above the number of any passage.
        terms: any may stand in a passage.
        most: how many to find; those that are as good as the last are found too.
    """
    found = _possible(passages, terms, most)
    scores, times = np.zeros(len(found)), np.zeros((len(terms), len(found)), np.int32)
    for one, of_term in zip(terms, times, strict=True):
        held, there = one.among(found)
        scores[there] += one.brought[held]
        of_term[there] = one.places.times[held]
    good = scores >= _nth(scores, most)
    order = np.flatnonzero(good)[np.lexsort((found[good], -scores[good]))]
    return Best(found[order].tolist(), times[:, order])


def _possible(passages: int, terms: Sequence[Term], most: int) -> Numbers:
    """Return passages, in order, among which the best are: those that can still be best after each term.

    As soon as passages without a rarer term cannot be, only those with one are looked up in what follows.
    """
    rarest = sorted((one for one in terms if len(one.places.passages)), key=lambda one: -one.weight)
    rest = [sum(one.most for one in rarest[place:]) for place in range(len(rarest) + 1)]
    every = np.zeros(passages)
    for place, (one, less) in enumerate(zip(rarest, rest[1:], strict=True), start=1):
        every[one.places.passages] += one.brought
        if less < one.most:  # else a passage without this one can be as good
            found = np.flatnonzero(every).astype(np.int32)
            least = _nth(every[found], most)
            if least > less + _ROUNDED * least:
                return _narrowed(rarest[place:], found, every[found], most)
    return np.flatnonzero(every).astype(np.int32)


def _narrowed(
    terms: Sequence[Term],
    found: Numbers,
    scores: npt.NDArray[np.float64],
    most: int,
) -> Numbers:
    """Return those of the passages found, scored by other terms, that can be best with these too."""
    less = sum(one.most for one in terms)
    for one in terms:
        least = _nth(scores, most)
        good = scores >= least - less - _ROUNDED * least
        found, scores = found[good], scores[good]
        held, there = one.among(found)
        scores[there] += one.brought[held]
        less -= one.most
    return found


def _nth(scores: npt.NDArray[np.float64], most: int) -> float:
    """Return the score that only `most` reach; 0 where fewer are there."""
    return float(np.partition(scores, len(scores) - most)[len(scores) - most]) if len(scores) > most else 0.0
