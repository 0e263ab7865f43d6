"""What a language needs words for, so that periods are found in its questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from retrieval.question.dates.periods import Season, Unit


class Relation(Enum):
    """How a question relates to the period that it names."""

    IN = auto()
    SINCE = auto()
    FROM = auto()
    AFTER = auto()
    BEFORE = auto()
    BEFORE_OR_FOR = auto()
    UNTIL = auto()
    OF = auto()
    BETWEEN = auto()
    ABOUT = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's words; those that are patterns are written as regular expressions without groups.

    `units` and `several` name one and more of a unit. `ranks` are the ordinals of quarters.
    `days` says how many days ago a word means. `last` is the one before this, `past` the stretch up to now.
    `relations` are the words before a period, and `fillers` may stand between the two; `alone` are those
    fillers that do without the other. `joining` puts a second period beside a first, `to` makes it its end.
    """

    units: Mapping[str, Unit]
    several: Mapping[str, Unit]
    seasons: Mapping[str, Season]
    ranks: Mapping[str, int]
    numbers: Mapping[str, int]
    days: Mapping[str, int]
    last: str
    past: str
    recent: str
    this: str
    next: str
    ago: str
    of: str
    ordinal: str
    relations: Mapping[Relation, str]
    fillers: str
    alone: str
    joining: str
    to: str


FEW = 5  # what "a few" is taken for: rather too many than too few, since that hides less


def numbers(counted: str, vague: str) -> dict[str, int]:
    """Return the words that count from one, in order, with those that mean a few."""
    return {word: number for number, word in enumerate(counted.split(), start=1)} | dict.fromkeys(
        vague.split(), FEW
    )
