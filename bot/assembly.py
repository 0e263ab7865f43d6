"""Building the real parts from the settings, each when it is first used."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bot.settings import Settings
from bot.vector_index import OpenedIndex
from corpus.catalogue.connection import Catalogue
from retrieval.models.embedding import Embedder, SentenceEmbedder

# Each part is imported where it is built: `newsdesk list` needs neither Chroma nor a model.
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import httpx

    from bot.outside.seen import Seen
    from corpus.catalogue.backups.nightly import Nightly
    from corpus.reading.parsing.parsers import Parsers
    from retrieval.answering.answerer import Answerer
    from retrieval.answering.suggesting import Suggester
    from retrieval.curating.curator import Curator
    from retrieval.curating.polling import Poller
    from retrieval.curating.preview import Previewer
    from retrieval.index.chroma_index import ChromaIndex
    from retrieval.index.chroma_mending import MendingChroma
    from retrieval.models.precedence import Precedence
    from retrieval.models.reader import Reader
    from retrieval.phrasing.chat_model import ChatModel
    from retrieval.phrasing.phraser import Phraser
    from retrieval.question.utterances.kinds import Utterance
    from retrieval.search.reranking import Reranker
    from retrieval.search.search import Search, VectorIndex
    from retrieval.timeline.timelines import Timelines


def now() -> datetime.datetime:
    """Return the time, in UTC, by this machine's clock."""
    return datetime.datetime.now(datetime.UTC)


class Desk:
    """The parts of one newsdesk."""

    def __init__(
        self,
        settings: Settings,
        *,
        long_running: bool = False,
        reads_only: bool = False,
        now: Callable[[], datetime.datetime] = now,
    ) -> None:
        """Take the settings.

        Args:
            settings: what the parts are built from.
            long_running: whether the process searches through Chroma and keeps it up to date.
            reads_only: whether a catalogue of an earlier release is refused instead of brought up to date.
            now: tells the time, in UTC; all parts go by it.
        """
        self.settings = settings
        self.now = now
        self._long_running = long_running
        self._reads_only = reads_only

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of the articles; a process that lives long needs one that it can write.

        Raises:
            CatalogueUnusable: it cannot be opened; the sentence says why and what mends it.
        """
        catalogue = Catalogue(
            self.settings.database_url,
            upgrades=not self._reads_only,
            followed_by=lambda: self.opened_index.holds_passages,
            keeps_words=self._long_running,
        )
        if self._long_running and catalogue.unwritable:
            catalogue.close()
            raise catalogue.unwritable
        return catalogue

    @cached_property
    def embedder(self) -> Embedder:
        """The embedding model, bundled or chosen."""
        chosen = self.settings.embedding_model
        if chosen:
            return SentenceEmbedder(chosen)
        return self._bundled

    @cached_property
    def _bundled(self) -> Embedder:
        from retrieval.models.bundled_embedder import bundled_embedder

        return bundled_embedder(self.settings.home, self.settings.embedding_threads)

    @cached_property
    def tell(self) -> Callable[[str], Utterance]:
        """What tells questions from remarks: by the bundled model, whichever one the articles have."""
        from retrieval.question.utterances.classifying import utterance

        model = self._bundled if self.settings.embedding_model else self.embedder
        return lambda message: utterance(message, model.embed)

    @cached_property
    def reader(self) -> Reader:
        """What reads passages and finds the words that answer."""
        from retrieval.models.reader import bundled_reader

        reader = bundled_reader(self.settings.home, self.settings.embedding_threads)
        if not self._long_running:
            return reader
        from retrieval.models.kept import KeepingReader

        # What was read for an answer is not read again where a preview tries the question.
        return KeepingReader(reader)

    @cached_property
    def opened_index(self) -> OpenedIndex:
        """The vector index with what opens, follows and closes it."""
        return OpenedIndex(self.settings, lambda: self.catalogue, long_running=self._long_running)

    @cached_property
    def index(self) -> VectorIndex:
        """What finds the nearest passages."""
        return self.opened_index.index

    @property
    def chroma(self) -> ChromaIndex | MendingChroma | None:
        """Chroma, up to date; None while another process owns the embedded one."""
        return self.opened_index.chroma

    @cached_property
    def search(self) -> Search:
        """The search."""
        from retrieval.search.search import Search

        return Search(self.catalogue, self.embedder, self.index, self.now, self.reranker)

    @cached_property
    def reranker(self) -> Reranker | None:
        """What reads the best passages again, where a model for that is set."""
        from retrieval.search.reranking import Reranker

        name = self.settings.reranker_model
        return Reranker(name) if name else None

    @cached_property
    def answerer(self) -> Answerer:
        """What answers questions."""
        from bot.telling.abstention_sentence import abstention
        from retrieval.answering.answerer import Answerer

        return Answerer(
            self.catalogue,
            self.search,
            self.reader,
            self.now,
            self.phraser,
            self.precedence,
            self.opened_index.is_in_step,
            abstention,
            *((self.seen.metrics.stage,) if self._long_running else ()),
        )

    @cached_property
    def seen(self) -> Seen:
        """What those see who look from outside at a process that runs long."""
        from bot.outside.counted_elsewhere import parser_kills
        from bot.outside.seen import Seen

        seen = Seen()
        seen.metrics.read("parsers", parser_kills(lambda: self.parsers.stops))
        return seen

    @cached_property
    def precedence(self) -> Precedence:
        """What makes long work of this process give way to questions."""
        from retrieval.models.precedence import Precedence

        return Precedence()

    @cached_property
    def suggester(self) -> Suggester:
        """What finds the word that was meant in a question without an answer."""
        from retrieval.answering.suggesting import Suggester

        return Suggester(self.catalogue, self.answerer.consider, self.precedence)

    @cached_property
    def timelines(self) -> Timelines:
        """What makes timelines."""
        from retrieval.timeline.timelines import Timelines

        return Timelines(self.catalogue, self.search, self.reader, self.now)

    @cached_property
    def chat_model(self) -> ChatModel | None:
        """The chat model, where one is set; loaded when it is first used."""
        name, settings = self.settings.chat_model, self.settings
        if not name:
            return None
        from retrieval.phrasing.chat_model import ChatModel

        seconds = float(settings.chat_model_seconds)
        return ChatModel(name, settings.chat_model_url, settings.chat_model_key, seconds=seconds)

    @cached_property
    def phraser(self) -> Phraser | None:
        """What phrases answers, where a chat model is set."""
        if self.chat_model is None:
            return None
        from retrieval.phrasing.listening import Patience
        from retrieval.phrasing.phraser import Phraser

        return Phraser(self.chat_model, Patience(seconds=float(self.settings.chat_model_seconds)))

    @cached_property
    def standalone(self) -> Callable[[str, Sequence[str]], str]:
        """What makes follow-ups stand alone: the chat model where one is set, else rules; it may block."""
        if self.chat_model is None:
            from retrieval.question.followup import standalone

            return standalone
        from retrieval.phrasing.condensing import Condenser

        return Condenser(self.chat_model).standalone

    @cached_property
    def curator(self) -> Curator:
        """What changes the corpus."""
        from retrieval.curating.curator import Curator

        return Curator(
            self.catalogue, self._patient_embedder if self._long_running else self.embedder, self.now
        )

    @cached_property
    def previewer(self) -> Previewer:
        """What says beforehand which answers a change would alter."""
        from retrieval.curating.preview import Previewer

        embedder, precedence = self._patient_embedder, self.precedence
        return Previewer(
            self.catalogue, embedder, self.reader, self.index, self.now, self.reranker, precedence=precedence
        )

    @cached_property
    def web_client(self) -> Callable[[], httpx.Client]:
        """What opens the addresses that people in Discord and feeds name; it refuses private ones."""
        from corpus.reading.guarded_client import guarded_client

        return guarded_client

    @cached_property
    def parsers(self) -> Parsers:
        """What parses documents and feeds, in processes of their own."""
        from corpus.reading.parsing.limits import IN_DISCORD, IN_TERMINAL
        from corpus.reading.parsing.parsers import Parsers

        return Parsers(IN_DISCORD if self._long_running else IN_TERMINAL)

    @cached_property
    def poller(self) -> Poller:
        """What follows feeds."""
        from random import Random

        from retrieval.curating.polling import Poller

        spread = Random().random  # nosec B311 # noqa: S311 - it guards nothing
        return Poller(
            self.catalogue,
            self.curator,
            self.now,
            spread,
            self.web_client,
            self.parsers,
            heard=self.seen.metrics.polled,
        )

    @cached_property
    def nightly(self) -> Nightly | None:
        """What makes a backup every night, where a folder is set for them."""
        folder = self.settings.backup_folder
        if folder is None:
            return None
        from corpus.catalogue.backups.nightly import Nightly

        return Nightly(self.catalogue, self.settings.database_url, folder, self.now)

    def close(self) -> None:
        """Let go of the stores that are open and of the lock on Chroma, for whoever comes next."""
        if "parsers" in self.__dict__:
            self.parsers.close()
        self.opened_index.close()
        if "catalogue" in self.__dict__:
            self.catalogue.close()

    @cached_property
    def _patient_embedder(self) -> Embedder:
        """What embeds whole articles: what a preview has embedded is there when it is added."""
        from retrieval.models.kept import KeepingEmbedder
        from retrieval.models.patient import PatientEmbedder

        return KeepingEmbedder(PatientEmbedder(self.embedder, self.precedence))
