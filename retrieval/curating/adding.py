"""Adding articles: cut and embedded some at a time, and stored a few in one transaction."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Article, Draft, Span
from corpus.catalogue import articles, editing
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.decide import Status
from corpus.catalogue.editing import Author, Embedded, Ready
from corpus.catalogue.journal import Change
from corpus.errors import SourceUnreadable
from corpus.genre import labelled
from retrieval.curating.article_vectors import ArticleVectors, cut
from retrieval.curating.deciding import decided_all, decided_together

_EMBEDDED = 64  # passages embedded together; more gains nothing on two cores and waits longer for a report
_EMBEDDED_FIRST = 8  # each next twice as many: while one is embedded the one after it is read
_STORED = 24  # passages stored together, for which other writers wait some hundredths of a second
_PASSAGE = 800  # characters of a passage, about


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article, `read`; `article` is the one now stored, the original of a duplicate.

    `change` is the one that stored it; None where nothing was stored.
    """

    status: Status
    read: Draft
    article: Article
    passages: int
    change: Change | None = None

    @property
    def stored(self) -> bool:
        """Whether it changed the corpus."""
        return self.change is not None


Read = Draft | SourceUnreadable
Then = Callable[[Connection, Added], object]


class Adding:
    """Articles on their way into one catalogue, added by somebody."""

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: ArticleVectors,
        now: Callable[[], datetime.datetime],
        actor: str,
        guild: str | None,
        then: Then | None,
    ) -> None:
        """Take where they go.

        Args:
            catalogue: where they are stored.
            vectors: embeds their passages.
            now: tells the time, in UTC.
            actor: who adds them.
            guild: whose they are; None: everybody's.
            then: is given each outcome in the transaction that makes it, which is then its own.
        """
        self._catalogue = catalogue
        self._vectors = vectors
        self._now = now
        self._actor = actor
        self._guild = guild
        self._then = then

    def outcomes(self, read: Iterable[Read]) -> Iterator[Added | SourceUnreadable]:
        """Store articles and yield what became of each, in their order, once it is there for good.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        for batch, embedded in self._vectors.ahead(self._batches(read)):
            left: Sequence[Read] = batch
            author = Author(self._actor, self._guild, self._now())
            while left:
                if isinstance(left[0], SourceUnreadable):
                    done: Sequence[Added | SourceUnreadable] = [left[0]]
                else:
                    done = self._stored(_first(left) if self._then is None else [left[0]], embedded, author)
                yield from done
                left = left[len(done) :]

    def _batches(
        self, read: Iterable[Read]
    ) -> Iterator[tuple[list[Read], dict[Draft, Sequence[Span]]] | None]:
        """Yield articles some at a time, with the passages of those that will be stored; None in between."""
        batch: list[Read] = []
        passages, enough = 0, _EMBEDDED_FIRST
        for found in read:
            batch.append(labelled(found) if isinstance(found, Draft) else found)
            passages += _passages(batch[-1])
            if passages < enough:
                yield None
            else:
                yield batch, self._cut(batch)
                batch, passages, enough = [], 0, min(2 * enough, _EMBEDDED)
        if batch:
            yield batch, self._cut(batch)

    def _cut(self, batch: Sequence[Read]) -> dict[Draft, Sequence[Span]]:
        drafts = [one for one in batch if isinstance(one, Draft)]
        with self._catalogue.reading() as connection:
            decisions = decided_all(connection, drafts, self._guild)
        return {one.draft: cut(one.draft) for one in decisions if one.kept is None}

    def _stored(
        self, drafts: Sequence[Draft], embedded: Mapping[Draft, Embedded], author: Author
    ) -> list[Added]:
        """Store the first of several articles, at least one, in one transaction."""
        try:
            with self._catalogue.writing() as connection:
                added = self._put(connection, drafts, embedded, author)
                if self._then is not None:
                    self._then(connection, added[0])
        except Exception:
            if len(drafts) == 1:
                raise
            # One of them may be at fault: those before it are stored all the same.
            return self._stored(drafts[:1], embedded, author)
        return added

    def _put(
        self,
        connection: Connection,
        drafts: Sequence[Draft],
        embedded: Mapping[Draft, Embedded],
        author: Author,
    ) -> list[Added]:
        decisions = decided_together(connection, drafts, self._guild)
        # Another process may have changed an article since it was embedded.
        ready = [
            Ready(one.draft, embedded.get(one.draft) or self._vectors.of_one(one.draft), one.existing)
            for one in decisions
            if one.kept is None
        ]
        stored: list[tuple[Article, Change]] = []
        if ready:
            model_id = self._vectors.ensure_model(connection)
            stored = editing.put_all(connection, ready, model_id, author)
        put = {one.draft: (one, *done) for one, done in zip(ready, stored, strict=True)}
        added = []
        for draft, decision in zip(drafts, decisions, strict=False):
            if decision.kept is not None:
                held = len(articles.spans(connection, decision.kept.version))
                added.append(Added(decision.status, draft, decision.kept, held))
            else:
                one, article, change = put[decision.draft]
                added.append(Added(decision.status, one.draft, article, len(one.embedded.spans), change))
        return added


def _first(left: Sequence[Read]) -> list[Draft]:
    """Return the first articles, as many as may be stored in one transaction."""
    first: list[Draft] = []
    passages = 0
    for one in left:
        if isinstance(one, SourceUnreadable) or passages >= _STORED:
            break
        first.append(one)
        passages += _passages(one)
    return first


def _passages(one: Read) -> int:
    """Return about how many passages will be cut of what was read."""
    return 1 + len(one.text) // _PASSAGE if isinstance(one, Draft) else 0
