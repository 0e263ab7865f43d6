"""What a change would do, before it is made: what becomes of the article, and which answers change."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from corpus.article import Article, Draft
from corpus.catalogue import answers, articles
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.decide import Status
from retrieval.curating.article_vectors import cut
from retrieval.curating.curator import Added, Curator, amended
from retrieval.curating.deciding import decided
from retrieval.curating.near_duplicates import Near, near
from retrieval.curating.progress import Progress, Step, Told, untold
from retrieval.curating.rehearsal import ChangedAnswer, Effect, Rehearsal
from retrieval.models.embedding import Embedder, embedded_text
from retrieval.models.kept import KeepingEmbedder, KeepingReader
from retrieval.models.patient import PatientEmbedder, PatientReader
from retrieval.models.precedence import Precedence
from retrieval.models.reader import Reader
from retrieval.search.reranking import Reranker
from retrieval.search.search import VectorIndex

QUESTIONS = 50  # the answers given last that are asked again
_ACTOR = "preview"


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of an article.

    `draft` is the article as it would be stored, `existing` the one it replaces or is the same as, `near`
    are other articles with nearly the same text. `changed` are the answers that would differ, of the last
    ones given, which are `asked` again but for those `left_out`; none is where nothing would be stored.
    """

    status: Status
    draft: Draft
    existing: Article | None
    near: tuple[Near, ...]
    changed: tuple[ChangedAnswer, ...]
    asked: int
    left_out: int = 0


class Previewer:
    """Looks ahead at changes of one catalogue; nothing that it does remains."""

    def __init__(
        self,
        catalogue: Catalogue,
        embedder: Embedder,
        reader: Reader,
        index: VectorIndex,
        now: Callable[[], datetime.datetime],
        reranker: Reranker | None = None,
        precedence: Precedence | None = None,
    ) -> None:
        """Take the parts of the real search: what it finds is what people would be told.

        With a `precedence` previews give way to questions.
        """
        self._catalogue = catalogue
        self._index = index
        precedence = precedence or Precedence()
        self._embedder = KeepingEmbedder(PatientEmbedder(embedder, precedence))
        patient = KeepingReader(PatientReader(reader, precedence))
        self._rehearsal = Rehearsal(catalogue, self._embedder, patient, index, now, reranker, precedence)

    def adding(self, draft: Draft, guild: str | None, told: Told = untold) -> Preview:
        """Return what would become of `draft` if `guild` added it.

        Args:
            draft: the article.
            guild: who would add it; None: the operator.
            told: is told between two pieces of the work how far it is; what it raises ends the work.

        Raises:
            RetrievalError: a model or an index fails.
        """
        with self._catalogue.reading() as connection:
            decision = decided(connection, draft, guild)
        existing = decision.existing

        def add(curator: Curator) -> Article | None:
            (added,) = curator.add([draft], _ACTOR, guild)
            return added.article if isinstance(added, Added) and added.stored else None

        if decision.kept is not None:
            return Preview(
                decision.status, decision.draft, existing, self._near(draft, guild, existing), (), 0
            )
        effect = self._effect(add, guild, existing, decision.draft, told)
        alike = self._near(decision.draft, guild, existing)
        return _previewed(decision.status, decision.draft, existing, alike, effect)

    def correcting(self, name: str, draft: Draft | None, guild: str | None, told: Told = untold) -> Preview:
        """Return what would become of an article if `guild` corrected it; without `draft` its text stays.

        `told` is as in `adding`.

        Raises:
            ArticleNotFound: the name is unknown or means several.
            NotYours: it is shared by the operator and `guild` would change it.
            RetrievalError: a model or an index fails.
        """
        with self._catalogue.reading() as connection:
            existing = articles.changeable(connection, name, guild)
        complete = amended(draft, existing.draft) if draft else existing.draft
        if complete == existing.draft:
            return Preview(Status.UNCHANGED, complete, existing, (), (), 0)

        def correct(curator: Curator) -> Article | None:
            change = curator.correct(existing.id, _ACTOR, _ACTOR, guild, draft)
            return (
                Article(existing.id, change.after, existing.guild, complete, change.at)
                if change.after
                else None
            )

        effect = self._effect(correct, guild, existing, complete, told)
        alike = self._near(complete, guild, existing)
        return _previewed(Status.REPLACED, complete, existing, alike, effect)

    def removing(self, name: str, guild: str | None) -> Effect:
        """Return which answers would change if `guild` removed or withdrew an article.

        Raises:
            ArticleNotFound: the name is unknown or means several.
            NotYours: it is shared by the operator and `guild` would change it.
            RetrievalError: a model or an index fails.
        """
        with self._catalogue.reading() as connection:
            existing = articles.changeable(connection, name, guild)

        def remove(curator: Curator) -> None:
            curator.remove([existing.id], _ACTOR, guild)

        return self._effect(remove, guild, existing, None)

    def _effect(
        self,
        change: Callable[[Curator], Article | None],
        guild: str | None,
        goes: Article | None,
        comes: Draft | None,
        told: Told = untold,
    ) -> Effect:
        if comes is not None:
            self._embed(comes, told)
        with self._catalogue.reading() as connection:
            recent = answers.recent(connection, guild, QUESTIONS)
        return self._rehearsal.of(change, recent, goes, comes, told)

    def _embed(self, draft: Draft, told: Told) -> None:
        """Embed an article beforehand, passage by passage: what needs its vectors later has them."""
        spans = cut(draft)
        for place, span in enumerate(spans):
            told(Progress(Step.EMBEDDING, place, len(spans)))
            self._embedder.embed([embedded_text(draft, span)])

    def _near(self, draft: Draft, guild: str | None, existing: Article | None) -> tuple[Near, ...]:
        found = near(self._catalogue, self._index, self._embedder, draft, guild)
        return tuple(one for one in found if existing is None or one.article.id != existing.id)


def _previewed(
    status: Status, draft: Draft, existing: Article | None, alike: tuple[Near, ...], effect: Effect
) -> Preview:
    return Preview(status, draft, existing, alike, effect.changed, effect.asked, effect.left_out)
