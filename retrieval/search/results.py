"""The records a search and an answer consist of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.article import Article, Genre, Span
from corpus.catalogue.notices import Notice
from retrieval.figures.figure import Figure
from retrieval.question.dates.narrowing import Narrowed
from retrieval.question.names.readings import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: where it stands and what it scored.

    `score` orders the hits, higher first; `scores` holds each part of it by name.
    """

    rank: int
    passage_id: int
    article: Article
    span: Span
    score: float
    scores: Mapping[str, float]

    @property
    def text(self) -> str:
        """The passage, exactly as it stands in the article."""
        return self.span.of(self.article.draft.text)


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quote: whole sentences, exactly as they stand in the article.

    `link` opens the article at the quoted sentence; None where the article has no address.
    `notice` says that the article was since corrected or withdrawn; None where it was not. `context` stands
    before the quote and gives it sense, as the header of a row or the question of a reply, if it needs any.
    `genre` says that the article is satire or opinion, `refuted` that the article calls false what is quoted.
    """

    number: int
    article: Article
    span: Span
    link: str | None
    notice: Notice | None = None
    context: Span | None = None
    genre: Genre | None = None
    refuted: bool = False

    @property
    def quote(self) -> str:
        """The quoted sentences, exactly `text[start:end]` of the article."""
        return self.span.of(self.article.draft.text)


@dataclass(frozen=True, slots=True)
class Reply:
    """The words of an article that answer: a span of it that lies within the quote of the citation.

    `confidence` is the probability in [0, 1] that they do. `passed` says that they name a day that was ahead
    when the article appeared, and is no longer.
    """

    citation: Citation
    span: Span
    confidence: float
    passed: bool = False

    @property
    def words(self) -> str:
        """The words, exactly `text[start:end]` of the article."""
        return self.span.of(self.citation.article.draft.text)

    @property
    def within(self) -> Span:
        """Where they stand in the quote."""
        begun = self.citation.span.start
        return Span(self.span.start - begun, self.span.end - begun)


@dataclass(frozen=True, slots=True)
class Value:
    """A value and the citations that give it, newest first; the figure is as the newest one states it."""

    figure: Figure
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that can be checked word for word, or an abstention.

    `text` carries markers `[1]`, `[2]`, … which are exactly the numbers of `citations`.
    Citations with the same wording share one quotation in `text`, with all their markers.
    An abstention has no citations. `nearest` holds the closest passages, best first.
    `confidence` is a probability in [0, 1]; `milliseconds` leaves model loading out.
    `language` is that of the question, where it is known. `narrowed` says which dates its words left.
    `values` are those that the citations give where they differ, newest first; none where they agree.
    `answers` are the words that answer, one of each wording quoted, the first the one to go by.
    `readings` say which of its words and names were read as others.
    Of an abstention, `unknown` are the names and figures of the question that stand in no article found, and
    `unread` is the ISO 639-1 code of its language where that is none that questions are read in.
    """

    id: str
    question: str
    abstained: bool
    text: str
    confidence: float
    citations: tuple[Citation, ...]
    nearest: tuple[Hit, ...]
    milliseconds: float
    language: str | None = None
    narrowed: Narrowed = field(default_factory=Narrowed)
    values: tuple[Value, ...] = ()
    answers: tuple[Reply, ...] = ()
    unknown: tuple[str, ...] = ()
    unread: str | None = None
    readings: tuple[Reading, ...] = ()
