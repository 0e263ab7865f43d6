"""The lookout: what the journal says is new is held against what people watch, and asked again."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.catalogue import answers, journal, notices, watches
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.journal import Change
from corpus.catalogue.watches import Watch
from corpus.dates import day_of
from corpus.filters import Filters
from retrieval.answering.answerer import Answerer
from retrieval.answering.composing import Abstention
from retrieval.answering.explaining import recall
from retrieval.curating.watching.difference import Difference, difference
from retrieval.curating.watching.timing import LONGEST
from retrieval.curating.watching.touching import touched
from retrieval.models.embedding import Embedder
from retrieval.models.kept import KeepingEmbedder
from retrieval.models.reader import Reader
from retrieval.search.results import Answer
from retrieval.search.search import Search

Scope = Callable[[Watch], Filters]
_AT_ONCE = 25  # changes looked at in one piece


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the guilds, by a name that no other part has: how far was looked is kept for each."""

    name: str = ""
    concerns: Callable[[str | None], bool] = lambda _: True


EVERY = Part()


class Lookout:
    """Finds what is to be told to whom; each step is a transaction, and may be the last before a restart."""

    def __init__(
        self,
        catalogue: Catalogue,
        embedder: Embedder,
        search: Search,
        reader: Reader,
        now: Callable[[], datetime.datetime],
        abstention: Abstention,
    ) -> None:
        """Take the parts that answer, and what writes the text of an abstention.

        Watched questions are answered without a chat model.
        """
        self._catalogue = catalogue
        self._embedder = KeepingEmbedder(embedder)
        self._answerer = Answerer(catalogue, search, reader, now, abstention=abstention)
        self._now = now

    def look(self, scope: Scope, part: Part = EVERY) -> bool:
        """Mark what the next changes since the last look can touch; False where there were none.

        The marks and how far was looked are written together, so that no change is passed over or taken
        twice. Where nothing is new, what was watched for too long ends.

        Args:
            scope: returns the articles that a watch may be told of.
            part: whose watches are held against the changes.

        Raises:
            RetrievalError: a model fails.
        """
        with self._catalogue.reading() as connection:
            before = watches.position(connection, part.name)
            if before == journal.latest(connection):
                held, made = [], []
            else:
                held = [one for one in watches.every(connection) if part.concerns(one.guild)]
                known = min((one.seen for one in held), default=journal.latest(connection))
                made = journal.since(connection, known if before is None else before, _AT_ONCE)
            reached = self._reached(connection, held, made, scope) if made else set()
        if not made:
            self._end_old()
            return False
        with self._catalogue.writing() as connection:
            if watches.advance(connection, before, made[-1].id, part.name):
                watches.mark(connection, reached)
        return True

    def ask(self, watched: Sequence[Watch], filters: Filters) -> None:
        """Ask a watched question again, once for all, and note what is to be told to whom.

        Args:
            watched: watches that ask the same.
            filters: the articles that they may be told of.

        Raises:
            RetrievalError: a model or an index fails.
        """
        first = watched[0]
        with self._catalogue.reading() as connection:
            seen = journal.latest(connection)
        considered = self._answerer.consider(first.standalone, filters, first.question)
        knowing: dict[tuple[str, int], list[Watch]] = {}
        for one in watched:
            knowing.setdefault((one.answer_id, one.seen), []).append(one)
        differing = [(some, self._difference(some[0], considered.answer)) for some in knowing.values()]
        if any(how is not None for _, how in differing):
            self._answerer.remember(considered)
        with self._catalogue.writing() as connection:
            for some, how in differing:
                if how is None:
                    watches.unmark(connection, some)
                else:
                    watches.note_found(connection, some, considered.answer.id, how.value, seen)

    def _end_old(self) -> None:
        with self._catalogue.reading() as connection:
            over = watches.begun_before(connection, self._now() - LONGEST)
        if over:
            with self._catalogue.writing() as connection:
                watches.end(connection, over)

    def _reached(
        self, connection: Connection, held: Sequence[Watch], made: Sequence[Change], scope: Scope
    ) -> set[str]:
        """Return the watches that the changes can touch: by the answer that is known, or is to be told."""
        scopes = {name: scope(one) for one in held for name in _answers_of(one)}
        given = [replace(one, filters=scopes[one.id]) for one in answers.named(connection, scopes)]
        found = touched(connection, self._embedder, given, made, day_of(self._now()))
        return {one.id for one in held if not found.isdisjoint(_answers_of(one))}

    def _difference(self, watch: Watch, after: Answer) -> Difference | None:
        known = recall(self._catalogue, watch.answer_id, watch.guild)
        if known is None:
            return None
        quoted = {one.article.id for one in known.answer.citations}
        with self._catalogue.reading() as connection:
            noticed = notices.said_since(connection, watch.seen, quoted)
        return difference(known.answer, after, noticed)


def _answers_of(watch: Watch) -> list[str]:
    return [name for name in (watch.answer_id, watch.found) if name is not None]
