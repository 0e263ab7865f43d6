"""Changing the corpus: adding, correcting, removing and taking back, with the vectors that go with it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.article import Article, Draft, Span
from corpus.catalogue import articles, editing, journal, notices, rows
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.decide import Decision, Status, completed, decide
from corpus.catalogue.editing import Author, Embedded
from corpus.catalogue.journal import Change
from corpus.errors import SourceUnreadable
from corpus.genre import labelled
from corpus.text import normalise
from retrieval.curating.article_vectors import ArticleVectors, cut
from retrieval.models.embedding import Embedder

Then = Callable[[Connection, Change], object]
_BATCH = 64  # passages embedded together; more gains nothing on two cores and waits longer for a report


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


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back, and the change that did so."""

    change: Change
    by: Change


class Curator:
    """Adds, removes and restores the articles of one catalogue; each method returns the changes it made.

    What belongs to a change and must not be without it, such as that the proposal of it is dealt with, goes
    along as `then`: it is given the change, last in the same transaction, and what it raises takes that back.

    Attributes:
        catalogue: that of the articles.
        now: the clock that changes are dated by, in UTC.
    """

    def __init__(
        self, catalogue: Catalogue, embedder: Embedder, now: Callable[[], datetime.datetime]
    ) -> None:
        self.catalogue = catalogue
        self.now = now
        self._vectors = ArticleVectors(catalogue, embedder)

    def add(
        self,
        read: Iterable[Draft | SourceUnreadable],
        actor: str,
        guild: str | None = None,
        then: Callable[[Connection, Added], object] | None = None,
    ) -> Iterator[Added | SourceUnreadable]:
        """Store each article in a transaction of its own and report it once it is there for good.

        Articles are reported in the order they came; what could not be read is passed on.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """

        def store(author: Author) -> Iterator[Added | SourceUnreadable]:
            return self._store(waiting, spans, author, then)

        waiting: list[Draft | SourceUnreadable] = []
        spans: dict[Draft, Sequence[Span]] = {}
        for found in read:
            one = labelled(found) if isinstance(found, Draft) else found
            waiting.append(one)
            if isinstance(one, Draft):
                spans |= self._cut(one, guild)
            if sum(map(len, spans.values())) >= _BATCH:
                yield from store(Author(actor, guild, self.now()))
                waiting, spans = [], {}
        yield from store(Author(actor, guild, self.now()))

    def remove(
        self, names: Iterable[str], actor: str, guild: str | None = None, then: Then | None = None
    ) -> dict[Article, Change]:
        """Take the articles of those ids or addresses out, all of them or, if one is unknown, none.

        Return each with the change that removed it; `then` is given one after the other.

        Raises:
            ArticleNotFound: a name is unknown or means several.
            NotYours: one is shared by the operator and `guild` would change it.
        """
        with self.catalogue.writing() as connection:
            found = list(dict.fromkeys(articles.changeable(connection, name, guild) for name in names))
            author = Author(actor, guild, self.now())
            removed = {article: editing.remove(connection, article, author) for article in found}
            for change in removed.values():
                _also(connection, then, change)
        return removed

    def correct(
        self,
        name: str,
        note: str,
        actor: str,
        guild: str | None = None,
        draft: Draft | None = None,
        then: Then | None = None,
    ) -> Change:
        """Say of an article what was wrong and, with `draft`, put its text right; it keeps its id.

        What `draft` does not say stays as it is. Past and new answers that quote the article say the note.

        Raises:
            ArticleNotFound: the name is unknown or means several.
            NotYours: it is shared by the operator and `guild` would change it.
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        ready: dict[Draft, Embedded] = {}
        if draft is not None:
            with self.catalogue.reading() as connection:
                article = articles.changeable(connection, name, guild)
            complete = amended(draft, article.draft)
            ready = self._vectors.of({complete: cut(complete)})
        with self.catalogue.writing() as connection:
            article = articles.changeable(connection, name, guild)
            complete = amended(draft, article.draft) if draft is not None else article.draft
            author = Author(actor, guild, self.now())
            if complete == article.draft:
                change = editing.correct(connection, article, _line(note), author)
            else:
                # Another process may have changed the article since it was embedded.
                embedded = ready.get(complete) or self._vectors.of_one(complete)
                model_id = self._vectors.ensure_model(connection)
                _, change = editing.put(
                    connection, complete, embedded, model_id, author, article, _line(note)
                )
            _also(connection, then, change)
        return change

    def withdraw(
        self, name: str, note: str, actor: str, guild: str | None = None, then: Then | None = None
    ) -> Change:
        """Take an article out and say why; past answers that quote it say so, new ones do not find it.

        Added again it comes back as after a removal, and the withdrawal holds for what was quoted before.

        Raises:
            ArticleNotFound: the name is unknown or means several.
            NotYours: it is shared by the operator and `guild` would change it.
        """
        with self.catalogue.writing() as connection:
            article = articles.changeable(connection, name, guild)
            change = editing.withdraw(connection, article, _line(note), Author(actor, guild, self.now()))
            _also(connection, then, change)
        return change

    def undo(
        self, number: int | None, actor: str, guild: str | None = None, then: Then | None = None
    ) -> Undone:
        """Take back the change of that number, or the newest one; return it and the one that did.

        It is the latter that `then` is given.

        A guild takes back only what was changed in it, among its last 100 changes.

        Raises:
            ChangeNotUndoable: it is unknown or undone already.
            BuiltUpon: there are later changes on top of it.
        """
        with self.catalogue.writing() as connection:
            change = journal.undoable(connection, number, guild)
            by = editing.undo(connection, change, Author(actor, guild, self.now()))
            _also(connection, then, by)
        return Undone(change, by)

    def _cut(self, draft: Draft, guild: str | None) -> dict[Draft, Sequence[Span]]:
        """Return the article as it will be stored with its passages; nothing where it will not be."""
        with self.catalogue.reading() as connection:
            decision = decided(connection, draft, guild)
        return {decision.draft: cut(decision.draft)} if decision.kept is None else {}

    def _store(
        self,
        waiting: Sequence[Draft | SourceUnreadable],
        spans: Mapping[Draft, Sequence[Span]],
        author: Author,
        then: Callable[[Connection, Added], object] | None,
    ) -> Iterator[Added | SourceUnreadable]:
        embedded = self._vectors.of(spans)
        for one in waiting:
            if isinstance(one, SourceUnreadable):
                yield one
                continue
            with self.catalogue.writing() as connection:
                added = self._put(connection, one, embedded, author)
                if then is not None:
                    then(connection, added)
            yield added

    def _put(
        self, connection: Connection, draft: Draft, embedded: Mapping[Draft, Embedded], author: Author
    ) -> Added:
        decision = decided(connection, draft, author.guild)
        if decision.kept is not None:
            passages_held = len(articles.spans(connection, decision.kept.version))
            return Added(decision.status, draft, decision.kept, passages_held)
        complete = decision.draft
        # Another process may have changed the article since it was embedded.
        ready = embedded.get(complete) or self._vectors.of_one(complete)
        model_id = self._vectors.ensure_model(connection)
        article, change = editing.put(connection, complete, ready, model_id, author, decision.existing)
        return Added(decision.status, complete, article, len(ready.spans), change)


def decided(connection: Connection, draft: Draft, guild: str | None) -> Decision:
    """Return what will become of `draft` if `guild` adds it."""
    draft = labelled(draft)
    same = articles.own(connection, rows.article_id(draft, guild), draft.url, guild)
    if same is not None and notices.is_put_right(connection, same, draft.text):
        return Decision(Status.UNCHANGED, same.draft, same)
    return decide(draft, same, twin=articles.twin(connection, rows.text_hash(draft.text), guild))


def _also(connection: Connection, then: Then | None, change: Change) -> None:
    if then is not None:
        then(connection, change)


def amended(draft: Draft, stored: Draft) -> Draft:
    """Return a stored article as `draft` puts it right; what that does not say stays as it is."""
    return labelled(completed(draft, stored))


def _line(note: str) -> str:
    """Return a note as it stands under a source: on one line, without characters that no text has."""
    return " ".join(normalise(note).split())
