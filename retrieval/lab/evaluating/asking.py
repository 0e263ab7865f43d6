"""Asking questions to measure by: each as people ask it, without leaving a trace in the catalogue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.article import Article
from corpus.catalogue import articles
from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.answering.choosing import MOST, shown
from retrieval.answering.considering import Considered
from retrieval.lab.evaluating.questions import Asked, holds_one
from retrieval.question.followup import standalone
from retrieval.search.results import Answer, Hit
from retrieval.search.search import Search

DEPTH = 10  # articles that the measures look at
_PASSAGES_PER_ARTICLE = 5  # passages fetched for each article wanted, since several can be of one article


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question.

    `asked` names the relevant articles by their ids; `expected` are those that the catalogue holds.
    `articles` are those found, best first. `answer` is what people get; `quotes` are the wordings that it
    quotes and those that would come next, three in all, sure enough or not. `words` are the likeliest of
    all, sure enough or not, and empty where there are none. `best` is the score of the best passage, None
    where nothing was found.
    """

    asked: Asked
    standalone: str
    expected: tuple[Article, ...]
    articles: tuple[Article, ...]
    answer: Answer
    quotes: tuple[str, ...]
    words: str
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

    @property
    def shown(self) -> list[bool]:
        """For each quotation that people get, whether it holds an accepted answer."""
        return [holds_one(one.citation.quote, self.asked.answers) for one in self.answer.answers]

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
        considered = answerer.consider(question, filters, asked.question)
        wanted = max(k, DEPTH)
        hits = search.find(question, wanted * _PASSAGES_PER_ARTICLE, filters).hits
        named, expected = _by_id(catalogue, asked)
        yield Outcome(
            asked=named,
            standalone=question,
            expected=expected,
            articles=_articles(hits)[:wanted],
            answer=considered.answer,
            quotes=_quotes(considered),
            words=_words(considered),
            best=hits[0].score if hits else None,
        )


def unknown(catalogue: Catalogue, questions: Iterable[Asked]) -> list[str]:
    """Return the relevant ids and addresses that are of no article there is, in order, once each."""
    names = list(dict.fromkeys(name for asked in questions for name in sorted(asked.relevant)))
    with catalogue.reading() as connection:
        known = articles.ids_of(connection, names)
        return [name for name in names if name not in known and articles.by_id(connection, name) is None]


def _quotes(considered: Considered) -> tuple[str, ...]:
    """Return the quotes that are shown, and after them those that come next, sure enough or not."""
    told = [one.citation.quote for one in considered.answer.answers]
    more = [one.text for one in shown(considered.quotes, dated=True, threshold=0.0)]
    return tuple(dict.fromkeys([*told, *more]))[:MOST]


def _words(considered: Considered) -> str:
    given = [one.words for one in considered.answer.answers] or [one.words for one in considered.quotes]
    return given[0] if given else ""


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
