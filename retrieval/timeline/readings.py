"""Reading what a sentence gives for a timeline: the figures that hold when it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from corpus.article import Article
from corpus.dates import PartialDate
from retrieval.embedding import Embedder
from retrieval.figures.figure import Figure, Kind
from retrieval.figures.reading import figures
from retrieval.rates import rate
from retrieval.timeline.reading import Reading, dated
from retrieval.values import names
from retrieval.values.earlier import is_beside, last_day
from retrieval.values.matter import Matter
from retrieval.values.sought import RATES, sought
from retrieval.wanted_figure import stems

_BEHIND = 40  # characters behind a number in which the words stand that say what it counts
_PHRASE = re.compile(r"[^,.;:()\u2013]*")
# Cosines of what is asked for with what a number counts, in the bundled model: "seals" with "gewone zeehonden
# geteld" 0.73, with "weesjes binnen" 0.34; "dwellings" with "woningen aangesloten" 0.31, with "dagen" 0.27.
_SAME_THING = 0.4
_SAME_THING_ABROAD = 0.2
# What is asked of the past is answered by no plan.
_PAST = re.compile(r"\b(?:was|were|did|werd|werden|stamt|stammen)\b", re.IGNORECASE)


class Reader:
    """Reads figures of the kinds that a question asks for."""

    def __init__(self, question: str, language: str | None, embedder: Embedder) -> None:
        """Take the question, its language, and what compares words across languages."""
        self.asked = sought(question, language)
        self._matter = Matter(question, self.asked.counted)
        self._past = _PAST.search(question) is not None
        self._question = question
        self._language = language
        self._embedder = embedder

    def readings(self, sentence: str, article: Article) -> list[Reading]:
        """Return the figures of a sentence that may answer, of each kind, unit and rate only a single one."""
        published = article.draft.published
        if published is None:
            return []
        language = article.draft.language
        found = [one for one in figures(sentence, language) if one.kind in self.asked.kinds]
        found = [one for one in found if not is_beside(sentence, one)]
        if Kind.DATE in self.asked.kinds:
            days = [one for figure in found if (one := dated(figure, published))]
            return _single([one for one in days if not (one.now and self._past)])
        found = [one for one in found if self._is_so_named(sentence, one, article)]
        read = [one for figure in found if (one := self._read(sentence, figure, language, published))]
        return _single(self._counting(sentence, read, foreign=language != self._language))

    def named(self, title: str, article: Article) -> list[Figure]:
        """Return the figures of a headline that are of a kind asked for."""
        found = figures(title, article.draft.language)
        return [one for one in found if one.kind in self.asked.kinds]

    def formers(self, sentence: str, article: Article) -> frozenset[Decimal]:
        """Return the numbers that a sentence gives as what something was before, of whatever kind."""
        language, published = article.draft.language, article.draft.published
        if published is None:
            return frozenset()
        return frozenset(
            one.value
            for one in figures(sentence, language)
            if isinstance(one.value, Decimal)
            and (is_beside(sentence, one) or last_day(sentence, one, language, published.first()))
        )

    def _is_so_named(self, sentence: str, figure: Figure, article: Article) -> bool:
        if figure.kind is Kind.COUNT:
            named = names.counted(_counted(sentence, figure))
            alike = not self._matter.things or bool(self._matter.things & named)
            return alike and self._matter.is_not_apart(sentence, figure)
        return self._matter.is_named_so(sentence, figure, article)

    def _read(
        self, sentence: str, figure: Figure, language: str | None, published: PartialDate
    ) -> Reading | None:
        """Read a number; one that is said to be of the year before last or earlier is an old one."""
        told = rate(sentence, figure.end)
        as_asked = told is not None and told == self.asked.rate
        per = told if told in RATES and not as_asked else None
        past = last_day(sentence, figure, language, published.first())
        if past is not None and past.year < published.year - 1:
            return None
        return Reading(figure, per, now=past is None, as_asked=as_asked)

    def _counting(self, sentence: str, read: list[Reading], *, foreign: bool) -> list[Reading]:
        """Keep of the numbers the one that counts or measures what is asked, where it names one."""
        if not self.asked.counted:
            return read
        holding = [one for one in read if one.now] or read
        alike = self._likeness([_counted(sentence, one.figure) for one in holding], foreign=foreign)
        best = max(alike, default=0.0)
        least = _SAME_THING_ABROAD if foreign else _SAME_THING
        return [one for one, cosine in zip(holding, alike, strict=True) if cosine == best >= least]

    def _likeness(self, behind: Sequence[str], *, foreign: bool) -> list[float]:
        if not behind:
            return []
        vectors = self._embedder.embed([self.asked.counted, self._question, *behind])
        cosines = [float(max(vectors[:2] @ vector)) for vector in vectors[2:]]
        if foreign:
            return cosines
        shared = [not self.asked.stems.isdisjoint(stems(words)) for words in behind]
        return [max(cosine, float(same)) for cosine, same in zip(cosines, shared, strict=True)]


def _counted(sentence: str, figure: Figure) -> str:
    """Return the words behind a number to the end of their phrase; where there are none, those before it."""
    phrase = _PHRASE.match(sentence[figure.end : figure.end + _BEHIND])
    return (phrase[0].strip() if phrase else "") or sentence[: figure.start].strip() or "-"


def _single(found: Sequence[Reading]) -> list[Reading]:
    """Leave out figures that a sentence gives several different ones of: none of them is its value."""
    values = {(one.key, str(one.figure.value)) for one in found}
    different = Counter(key for key, _ in values)
    kept = {one.key: one for one in reversed(found) if different[one.key] == 1}
    return [one for one in found if kept.get(one.key) is one]
