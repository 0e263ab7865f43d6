"""Questions to begin with, made from headlines and kept only where that very article answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Protocol

from corpus.article import REPORT
from corpus.catalogue import browsing, journal
from corpus.catalogue.browsing import Headline
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from corpus.text import normalise
from retrieval.answering.considering import Considered

_ASKED = {
    "nl": "Wat is het nieuws over \u201c{title}\u201d?",
    "en": "What is the news about \u201c{title}\u201d?",
}
_NEWEST = 24  # articles looked through
_TRIED = 6  # questions asked at most: each takes as long as any
_SHORTEST, _SHORT, _LONGEST = 25, 55, 100  # characters of a headline: those that are short come first
_CLAUSE = re.compile(r"(?:[,;:]| [-\u2013\u2014|]) ")
_SURE = (
    0.75  # probability; five in six of the sample articles' questions have it, pages of no matter have not
)
_REMEMBERED = 200  # places of which the questions are kept until an article changes


class Answers(Protocol):
    """Answers a question and remembers nothing of it."""

    def consider(self, question: str, filters: Filters) -> Considered:
        """Return the answer with what it came from."""
        ...


class Examples:
    """Makes questions from the newest articles; they are made anew when an article has changed."""

    def __init__(self, catalogue: Catalogue, answers: Answers) -> None:
        self._catalogue = catalogue
        self._answers = answers
        self._made: dict[tuple[object, ...], tuple[str, ...]] = {}

    def made(self, filters: Filters, language: str, most: int) -> tuple[str, ...]:
        """Return up to `most` questions in a language, each answered from the article it was made from.

        Args:
            filters: the articles that may be used.
            language: `nl` or `en`: articles in it come first.
            most: how many questions are wanted.

        Raises:
            RetrievalError: a model or an index fails.
        """
        with self._catalogue.reading() as connection:
            key = (journal.latest(connection), filters, language, most)
            known = self._made.get(key)
            if known is not None:
                return known
            reports = replace(filters, kind=REPORT)
            own = browsing.page(connection, replace(reports, language=language), 0, _NEWEST)
            others = browsing.page(connection, reports, 0, _NEWEST)
        made = tuple(islice(self._answered(_candidates(own, others), filters, language), most))
        # Put in place as a whole: several workers make questions at once.
        self._made = {**(self._made if len(self._made) < _REMEMBERED else {}), key: made}
        return made

    def _answered(self, headlines: Sequence[Headline], filters: Filters, language: str) -> Iterator[str]:
        for headline in headlines:
            question = _ASKED[language].format(title=_subject(headline.title))
            answer = self._answers.consider(question, filters).answer
            sure = not answer.abstained and answer.confidence >= _SURE
            if sure and answer.citations[0].article.id == headline.id:
                yield question


def _candidates(own: Sequence[Headline], others: Sequence[Headline]) -> list[Headline]:
    each = list({one.id: one for one in (*own, *others)}.values())
    fitting = [one for one in each if 0 < len(_subject(one.title)) <= _LONGEST]
    own_ids = {one.id for one in own}
    order = sorted(fitting, key=lambda one: (one.id not in own_ids, len(_subject(one.title)) > _SHORT))
    return order[:_TRIED]


def _subject(headline: str | None) -> str:
    """Return a headline on one line, without the clauses at its end that make it long."""
    line = " ".join(normalise(headline or "").split())
    cut = [line[: clause.start()] for clause in _CLAUSE.finditer(line)]
    short = [one for one in cut if _SHORTEST <= len(one) <= _SHORT]
    return line if len(line) <= _SHORT or not short else short[-1]
