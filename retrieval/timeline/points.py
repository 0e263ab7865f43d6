"""The records that a timeline consists of."""

from dataclasses import dataclass, field
from decimal import Decimal

from corpus.dates import PartialDate
from retrieval.figures.figure import Figure
from retrieval.question.dates.narrowing import Narrowed
from retrieval.search.results import Citation


@dataclass(frozen=True, slots=True)
class Point:
    """What the articles of one origin say at one time.

    Attributes:
        published: when its first article appeared.
        citations: the sentences that say it, one for each article; copies of one report are one point.
        figure: the value that they give; None where the question asks for none.
        rate: what the value is counted per, such as `month`; None where that is not said.
        words: the words that answer, where they give no figure.
        number: its height on the axis of the plot; None for dates, and for units that do not go on it.
    """

    published: PartialDate
    citations: tuple[Citation, ...]
    figure: Figure | None = None
    rate: str | None = None
    words: str = ""
    number: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was written over time, oldest first.

    `language` is the question's, None where it is not known; `narrowed` are the dates that its words leave.
    """

    question: str
    language: str | None
    points: tuple[Point, ...]
    narrowed: Narrowed = field(default_factory=Narrowed)

    @property
    def plotted(self) -> tuple[Point, ...]:
        """The points of a plot: those that share its axis, none where fewer than two or below zero."""
        found = tuple(point for point in self.points if point.number is not None)
        whole = all(point.number is not None and point.number >= 0 for point in found)
        return found if whole and len(found) > 1 else ()
