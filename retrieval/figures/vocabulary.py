"""What a language's words mean in figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from retrieval.figures.figure import Kind, Unit
from retrieval.figures.units import CODES


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language's words mean in figures, all in lower case.

    Attributes:
        decimal: its decimal sign.
        numerals: words that count by themselves.
        ones: words for one that are more often an article or a pronoun.
        scales: words that multiply the number before them.
        suffixes: abbreviated scales, which may touch the digits before them.
        units: words of unit, up to three of them with single spaces.
        names: one and more of a unit, by kind and code.
        halves: words for half.
        shares: a numerator makes a fraction with them.
        factors: words that are a multiple by themselves.
        months: by name and abbreviation; `abbreviated` are those that want a day or a year beside them.
        ordinals: from the third on.
        endings: what makes an ordinal of digits.
        about: words before a figure that make it approximate, up to three of them.
        years: words before a year.
        labels: words before a number that only names something.
        links: words between the ends of a range; `pairs` between two figures that share their unit.
        between: words that make a pair a range.
        of: words between the numbers of `one in three`.
        fillers: articles between such words and the figure.
        clock: words a time of day may begin with.
        minus: words that make a number negative.
        points: the decimal sign in words.
        rounded: numerals that are approximate by themselves.
        openers: words a figure may begin with; made by `complete`.
        unit_openers: first words of units; made by `complete`.
    """

    language: str | None
    decimal: str
    numerals: Mapping[str, Decimal] = field(default_factory=dict)
    ones: frozenset[str] = frozenset()
    scales: Mapping[str, Decimal] = field(default_factory=dict)
    suffixes: Mapping[str, Decimal] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    names: Mapping[tuple[Kind, str | None], tuple[str, str]] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    shares: Mapping[str, int] = field(default_factory=dict)
    factors: Mapping[str, Decimal] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    abbreviated: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    endings: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    minus: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    unit_openers: frozenset[str] = frozenset()


def complete(vocabulary: Vocabulary) -> Vocabulary:
    """Add the words that figures and units begin with, so that all others are passed by quickly."""
    opening = (
        vocabulary.numerals, vocabulary.ones, vocabulary.scales, vocabulary.halves, vocabulary.factors,
        vocabulary.months, vocabulary.ordinals, vocabulary.clock, vocabulary.minus, map(str.lower, CODES),
    )  # fmt: skip
    return replace(
        vocabulary,
        openers=frozenset(word for words in opening for word in words),
        unit_openers=frozenset(written.partition(" ")[0] for written in vocabulary.units),
    )
