"""Outcomes of questions made up for a test: which articles were found, what was quoted, how sure it was."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from corpus.article import Article, Draft, Span
from corpus.dates import PartialDate
from retrieval.lab.evaluating.asking import Outcome
from retrieval.lab.evaluating.questions import Asked
from retrieval.search.results import Answer, Citation

ADDED = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def article(name: str, text: str = "A text.", title: str | None = None) -> Article:
    """Return an article of that id."""
    read = Draft(text, name, title=title, outlet="The Echo", published=PartialDate(2025, 5), language="en")
    return Article(name, 1, None, read, ADDED)


def judged(
    found: str = "a",
    relevant: str = "",
    *,
    question: str = "?",
    answers: Sequence[str] = (),
    answerable: bool | None = None,
    quotes: Sequence[str] = (),
    words: str = "",
    sure: float = 0.9,
    abstained: bool = False,
    milliseconds: float = 1.0,
    tags: Sequence[str] = (),
) -> Outcome:
    """Return what became of a question; each letter of `found` and `relevant` is an article."""
    asked = Asked(question, frozenset(relevant), tuple(answers), answerable, tags=tuple(tags))
    cited = [
        Citation(number, article(found[0], quote), Span(0, len(quote)), None)
        for number, quote in enumerate(quotes, start=1)
    ]
    shown = () if abstained else tuple(cited)
    answer = Answer("0", question, abstained, "", sure, shown, (), milliseconds)
    articles = tuple(article(name, title=f"Article {name}") for name in found)
    expected = tuple(article(name, title=f"Article {name}") for name in sorted(relevant))
    return Outcome(asked, question, expected, articles, answer, tuple(quotes), words, 0.8)
