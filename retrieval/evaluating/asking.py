"""Asking questions to measure by: each as people ask it, without leaving a trace in the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from retrieval.answering import Answerer
from retrieval.evaluating.accepted import holds_one
from retrieval.evaluating.questions import Asked
from retrieval.followup import standalone
from retrieval.quoting import chosen
from retrieval.results import Answer, Hit
from retrieval.search import Search

DEPTH = 10  # articles that the measures look at
_PASSAGES_PER_ARTICLE = 5  # passages fetched for each article wanted, since several can be of one article


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    `asked` names the relevant articles by their ids; `expected` are those that the catalogue holds.
    `articles` are those found, best first. `answer` is what people get; `quotes` are the wordings that it
    quotes or, where it abstains, would have quoted. `best` is the score of the best passage, None where
    nothing was found.
    """

    asked: Asked
    standalone: str
    expected: tuple[Article, ...]
    articles: tuple[Article, ...]
    answer: Answer
    quotes: tuple[str, ...]
    best: float | None

    @property
    def found(self) -> list[str]:
        """The ids of the articles found, best first."""
        return [article.id for article in self.articles]

    @property
    def first_holds(self) -> bool:
        """Whether the first quote holds an accepted answer."""
        return self._hold(self.quotes[:1])

    @property
    def any_holds(self) -> bool:
        """Whether any quote holds an accepted answer."""
        return self._hold(self.quotes)

    def _hold(self, quotes: Sequence[str]) -> bool:
        return any(holds_one(quote, self.asked.answers) for quote in quotes)


def outcomes(
    search: Search, answerer: Answerer, catalogue: Catalogue, questions: Iterable[Asked], k: int = DEPTH
) -> Iterator[Outcome]:
    """Ask each question for an answer, and for at least `k` articles, and yield what became of it.

    Raises:
        RetrievalError: the search cannot work.
    """
    for asked in questions:
        question = standalone(asked.question, asked.follows)
        filters = Filters(guild=asked.guild, as_of=asked.asked)
        # The answer first: what it is timed with must not profit from the search.
        considered = answerer.considered(question, filters, asked.question)
        wanted = max(k, DEPTH)
        hits = search.find(question, wanted * _PASSAGES_PER_ARTICLE, filters).hits
        groups = chosen(considered.quotes, considered.found.hits)
        named, expected = _by_id(catalogue, asked)
        yield Outcome(
            asked=named,
            standalone=question,
            expected=expected,
            articles=_articles(hits)[:wanted],
            answer=considered.answer,
            quotes=tuple(group[0].text for group in groups),
            best=hits[0].score if hits else None,
        )


def _by_id(catalogue: Catalogue, asked: Asked) -> tuple[Asked, tuple[Article, ...]]:
    """Name the relevant articles by their ids; an unknown one stays as it is and is never found."""
    with catalogue.reading() as connection:
        known = articles.ids_of(connection, sorted(asked.relevant))
        names = [known.get(name, name) for name in sorted(asked.relevant)]
        stored = [articles.by_id(connection, name) for name in names]
    there = tuple(article for article in stored if article is not None)
    return replace(asked, relevant=frozenset(names)), there


def _articles(hits: Sequence[Hit]) -> tuple[Article, ...]:
    return tuple({hit.article.id: hit.article for hit in hits}.values())
