"""Changing the corpus: adding, removing and taking back, with the vectors that go with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sqlalchemy import Connection

from corpus.article import Article, Draft, Span
from corpus.catalogue import articles, editing, journal, models, rows
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.decide import Decision, Status, decide
from corpus.catalogue.editing import Author, Embedded
from corpus.catalogue.journal import Change
from corpus.errors import SourceUnreadable
from corpus.passages import passages
from retrieval.embedding import Embedder, embedded_text
from retrieval.search import require_same

_BATCH = 64  # passages embedded together; more gains nothing on two cores and waits longer for a report


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article, `read`; `article` is the one now stored, the original of a duplicate."""

    status: Status
    read: Draft
    article: Article
    passages: int

    @property
    def stored(self) -> bool:
        """Whether it changed the corpus."""
        return self.status in {Status.ADDED, Status.REPLACED}


class Curator:
    """Adds, removes and restores the articles of one catalogue."""

    def __init__(
        self, catalogue: Catalogue, embedder: Embedder, now: Callable[[], datetime.datetime]
    ) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._now = now

    def add(
        self, read: Iterable[Draft | SourceUnreadable], actor: str, guild: str | None = None
    ) -> Iterator[Added | SourceUnreadable]:
        """Store each article in a transaction of its own and report it once it is there for good.

        Articles are reported in the order they came; what could not be read is passed on.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        waiting: list[Draft | SourceUnreadable] = []
        cut: dict[Draft, Sequence[Span]] = {}
        for one in read:
            waiting.append(one)
            if isinstance(one, Draft):
                cut |= self._cut(one, guild)
            if sum(map(len, cut.values())) >= _BATCH:
                yield from self._store(waiting, cut, Author(actor, guild, self._now()))
                waiting, cut = [], {}
        yield from self._store(waiting, cut, Author(actor, guild, self._now()))

    def remove(self, names: Iterable[str], actor: str, guild: str | None = None) -> list[Article]:
        """Take the articles of those ids or addresses out, all of them or, if one is unknown, none.

        Raises:
            ArticleNotFound: a name is unknown or means several.
        """
        with self._catalogue.writing() as connection:
            found = list(dict.fromkeys(articles.find(connection, name) for name in names))
            for article in found:
                editing.remove(connection, article, Author(actor, guild, self._now()))
        return found

    def undo(self, number: int | None, actor: str, guild: str | None = None) -> Change:
        """Take back the change of that number, or the newest one, and return it.

        Raises:
            ChangeNotUndoable: it is unknown, undone already, or has later changes on top.
        """
        with self._catalogue.writing() as connection:
            change = journal.undoable(connection, number)
            editing.undo(connection, change, Author(actor, guild, self._now()))
        return change

    def _cut(self, draft: Draft, guild: str | None) -> dict[Draft, Sequence[Span]]:
        """Return the article as it will be stored with its passages; nothing where it will not be."""
        with self._catalogue.reading() as connection:
            decision = _decide(connection, draft, guild)
        return {decision.draft: _spans(decision.draft)} if decision.kept is None else {}

    def _store(
        self,
        waiting: Sequence[Draft | SourceUnreadable],
        cut: Mapping[Draft, Sequence[Span]],
        author: Author,
    ) -> Iterator[Added | SourceUnreadable]:
        embedded = self._embedded(cut)
        for one in waiting:
            if isinstance(one, SourceUnreadable):
                yield one
                continue
            with self._catalogue.writing() as connection:
                added = self._put(connection, one, embedded, author)
            yield added

    def _put(
        self, connection: Connection, draft: Draft, embedded: Mapping[Draft, Embedded], author: Author
    ) -> Added:
        decision = _decide(connection, draft, author.guild)
        if decision.kept is not None:
            passages_held = len(articles.spans(connection, decision.kept.version))
            return Added(decision.status, draft, decision.kept, passages_held)
        complete = decision.draft
        # Another process may have changed the article since it was embedded.
        ready = embedded.get(complete) or self._embedded({complete: _spans(complete)})[complete]
        model_id = self._model(connection)
        article = editing.put(connection, complete, ready, model_id, author, decision.existing)
        return Added(decision.status, complete, article, len(ready.spans))

    def _embedded(self, cut: Mapping[Draft, Sequence[Span]]) -> dict[Draft, Embedded]:
        texts = [embedded_text(draft, span) for draft, spans in cut.items() for span in spans]
        if not texts:
            return {}
        with self._catalogue.reading() as connection:
            active = models.active(connection)
        if active is not None:
            require_same(active[1], self._embedder.identity)
        vectors = self._embedder.embed(texts)
        ends = list(accumulate(len(spans) for spans in cut.values()))
        return {
            draft: Embedded(spans, vectors[end - len(spans) : end])
            for (draft, spans), end in zip(cut.items(), ends, strict=True)
        }

    def _model(self, connection: Connection) -> int:
        model_id = models.remember(connection, self._embedder.identity)
        active = models.active(connection)
        if active is not None:
            require_same(active[1], self._embedder.identity)
        return model_id


def _spans(draft: Draft) -> Sequence[Span]:
    return passages(draft.text, draft.language)


def _decide(connection: Connection, draft: Draft, guild: str | None) -> Decision:
    return decide(
        draft,
        same=articles.by_id(connection, rows.article_id(draft, guild)),
        twin=articles.twin(connection, rows.text_hash(draft.text), guild),
    )
