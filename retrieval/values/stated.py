"""The figures that a quote states of what a question asks for, and nothing that it says by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.dates import PartialDate
from corpus.tokens import words
from retrieval import function_words
from retrieval.figures.comparing import covers, in_base_unit
from retrieval.figures.figure import Figure, Kind
from retrieval.figures.reading import figures
from retrieval.rates import rate
from retrieval.results import Citation
from retrieval.values.earlier import is_beside, last_day
from retrieval.values.matter import Matter
from retrieval.values.sought import RATES, sought
from retrieval.wanted_figure import LANGUAGES

Key = tuple[Kind, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a citation states, with what it can be compared by: its kind, base unit and rate."""

    figure: Figure
    citation: Citation
    key: Key


class Asked:
    """What a question asks for, of which time, in which language."""

    def __init__(self, question: str) -> None:
        self._language = function_words.language(words(question), LANGUAGES)
        self._sought = sought(question, self._language)
        self._matter = Matter(question, self._sought.counted)
        named = figures(question, self._language)
        self._times = [one for one in named if isinstance(one.value, PartialDate)]

    def stated(self, citation: Citation) -> list[Stated]:
        """Return the figures of a quote that answer: of each kind, unit and rate a single one."""
        published = citation.article.draft.published
        if published is None or not self._sought.kinds:
            return []
        found = figures(citation.quote, citation.article.draft.language)
        if self._times and not _is_of(self._times, published, found):
            return []
        fitting = [one for one in found if self._fits(one, citation, published)]
        keys = [self._key(one, citation.quote) for one in fitting]
        return [
            Stated(one, citation, key)
            for one, key in zip(fitting, keys, strict=True)
            if key is not None and keys.count(key) == 1
        ]

    def _fits(self, figure: Figure, citation: Citation, published: PartialDate) -> bool:
        if figure.kind not in self._sought.kinds or is_beside(citation.quote, figure):
            return False
        if figure.kind is Kind.DATE:
            planned = isinstance(figure.value, PartialDate) and figure.value.first() > published.last()
            return planned and self._matter.is_of(citation)
        return self._is_now(figure, citation, published) and self._answers(figure, citation)

    def _is_now(self, figure: Figure, citation: Citation, published: PartialDate) -> bool:
        """Tell whether a figure is of the time asked for: that of its article, where none is named."""
        language = citation.article.draft.language
        return bool(self._times) or last_day(citation.quote, figure, language, published.first()) is None

    def _answers(self, figure: Figure, citation: Citation) -> bool:
        foreign = citation.article.draft.language != self._language
        if figure.kind is Kind.COUNT:
            return self._matter.is_counted(citation, figure, foreign=foreign)
        return self._matter.is_called_so(citation, figure, foreign=foreign)

    def _key(self, figure: Figure, quote: str) -> Key | None:
        """Return what a figure is compared by; None where it is not per what the question names."""
        told = rate(quote, figure.end)
        if self._sought.rate and told != self._sought.rate:
            return None
        return figure.kind, in_base_unit(figure)[0], told if told in RATES else None


def _is_of(times: Sequence[Figure], published: PartialDate, found: Sequence[Figure]) -> bool:
    if any(covers(found, time) for time in times):
        return True
    return any(overlap(published, time.value) for time in times)


def overlap(one: PartialDate, other: object) -> bool:
    """Tell whether two dates can be of one day."""
    return isinstance(other, PartialDate) and one.first() <= other.last() and other.first() <= one.last()
