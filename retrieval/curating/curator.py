"""Changing the corpus: adding, correcting, removing and taking back, with the vectors that go with it."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from corpus.article import Article, Draft
from corpus.catalogue import articles, editing, journal
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.decide import completed
from corpus.catalogue.editing import Author, Embedded
from corpus.catalogue.journal import Change
from corpus.errors import SourceUnreadable
from corpus.genre import labelled
from corpus.text import normalise
from retrieval.curating.adding import Added, Adding
from retrieval.curating.article_vectors import ArticleVectors, cut
from retrieval.models.embedding import Embedder

__all__ = ["Added", "Curator", "Then", "Undone", "amended"]

Then = Callable[[Connection, Change], object]


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
        """Store each article, whole or not at all, and report it once it is there for good.

        Articles are reported in the order they came; what could not be read is passed on. The next ones are
        read and embedded meanwhile, and a few are stored in one transaction, with `then` each in its own: of
        what follows when the iterator is closed, some may be there that was not reported.

        Raises:
            ModelChanged: the catalogue was embedded by another model.
            ModelUnavailable: the model cannot be loaded.
        """
        return Adding(self.catalogue, self._vectors, self.now, actor, guild, then).outcomes(read)

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


def _also(connection: Connection, then: Then | None, change: Change) -> None:
    if then is not None:
        then(connection, change)


def amended(draft: Draft, stored: Draft) -> Draft:
    """Return a stored article as `draft` puts it right; what that does not say stays as it is."""
    return labelled(completed(draft, stored))


def _line(note: str) -> str:
    """Return a note as it stands under a source: on one line, without characters that no text has."""
    return " ".join(normalise(note).split())
