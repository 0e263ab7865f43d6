"""The figures that a quote gives for what a question asks, and whether it states them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Article
from corpus.dates import PartialDate
from corpus.tokens import words
from retrieval import function_words
from retrieval.figures.comparing import covers, same
from retrieval.figures.figure import Figure, Kind
from retrieval.figures.reading import figures
from retrieval.rates import rate
from retrieval.results import Citation
from retrieval.wanted_figure import LANGUAGES, is_about, stems, wanted

_BEHIND = 40  # characters behind a number in which the words stand that say what it counts
Key = tuple[Kind, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a citation gives, with what it can be compared by: its kind, unit and rate.

    `states` is not so where the sentence gives others of that key, or looks back at another time.
    """

    figure: Figure
    citation: Citation
    key: Key
    states: bool


class Asked:
    """What a question asks for, of which time, in which language."""

    def __init__(self, question: str) -> None:
        self._wanted = wanted(question)
        self._language = function_words.language(words(question), LANGUAGES)
        named = figures(question, self._language)
        self._times = [one for one in named if isinstance(one.value, PartialDate)]

    def given(self, citation: Citation) -> list[Stated]:
        """Return the figures of a quote that may answer."""
        language = citation.article.draft.language
        found = figures(citation.quote, language)
        about = is_about(self._wanted.matter, f"{citation.article.draft.title or ''} {citation.quote}")
        if not about or (self._times and not self._is_of_its_time(citation.article, found)):
            return []
        fitting = [one for one in found if self._fits(one, citation)]
        keys = [(one.kind, one.unit, rate(citation.quote, one.end)) for one in fitting]
        now = bool(self._times) or not _looks_back(citation.article, found)
        return [
            Stated(one, citation, key, states=keys.count(key) == 1 and now)
            for one, key in zip(fitting, keys, strict=True)
        ]

    def _fits(self, figure: Figure, citation: Citation) -> bool:
        if figure.kind not in self._wanted.kinds:
            return False
        if figure.kind is Kind.DATE:
            return _is_planned(figure, citation.article)
        return figure.kind is not Kind.COUNT or self._counts(figure, citation)

    def _counts(self, figure: Figure, citation: Citation) -> bool:
        """Tell whether a number counts what is asked; words of another language cannot tell."""
        behind = citation.quote[figure.end : figure.end + _BEHIND]
        known = citation.article.draft.language == self._language
        return known and not self._wanted.counted.isdisjoint(stems(behind))

    def _is_of_its_time(self, article: Article, found: Sequence[Figure]) -> bool:
        published = article.draft.published
        if any(covers(found, time) for time in self._times):
            return True
        return published is not None and any(_overlap(published, time.value) for time in self._times)


def agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can both be right: dates also where one is vaguer."""
    if isinstance(one.value, PartialDate):
        return _overlap(one.value, other.value)
    return same(one, other)


def _is_planned(figure: Figure, article: Article) -> bool:
    """Tell whether a date was still to come: of things past, a sentence may date any."""
    published = article.draft.published
    return (
        isinstance(figure.value, PartialDate)
        and published is not None
        and figure.value.first() > published.last()
    )


def _looks_back(article: Article, found: Sequence[Figure]) -> bool:
    """Tell whether a sentence names a time before its article: what it says may have been so then."""
    published = article.draft.published
    dates = [one.value for one in found if isinstance(one.value, PartialDate)]
    return published is not None and any(date.last() < published.first() for date in dates)


def _overlap(one: PartialDate, other: object) -> bool:
    return isinstance(other, PartialDate) and one.first() <= other.last() and other.first() <= one.last()
