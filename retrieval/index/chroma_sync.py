"""Keeping Chroma, and what questions look up, in step with the catalogue while other processes change it."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TypeAlias

from corpus.catalogue import journal, models
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.warming import warm_counts, warm_words
from corpus.errors import CatalogueUnusable
from corpus.vector_space import Model
from retrieval.errors import IndexUnavailable
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_mending import MendingChroma

_LOG = logging.getLogger(__name__)
_State: TypeAlias = tuple[int, tuple[int, Model] | None]  # the newest change, and the model in use


class Follower:
    """A thread that synchronises a Chroma index soon after the catalogue changes.

    It reads what the first question would wait for, too: the bot answers meanwhile, only slower.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        index: ChromaIndex | MendingChroma,
        seconds: float = 2.0,
        turn: Callable[[], AbstractContextManager[bool]] = lambda: nullcontext(True),  # noqa: FBT003 - its value
    ) -> None:
        """Take what follows what.

        Args:
            catalogue: what is looked at.
            index: what follows it.
            seconds: how often it looks.
            turn: gives whether it is this process's turn, where several keep the same index.
        """
        self._catalogue = catalogue
        self._index = index
        self._seconds = seconds
        self._turn = turn
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="newsdesk-index", daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, once a synchronisation under way is done."""
        self._stopped.set()
        self._thread.join()

    def _follow(self) -> None:
        seen: _State | None = None
        told, warm = "", None
        while not self._stopped.wait(self._seconds):
            try:
                with self._catalogue.reading() as connection:
                    state = (journal.latest(connection), models.active(connection))
                seen = self._caught_up(seen, state)
                self._warm(warm, state[0])
                warm = state[0]
                if told:
                    _LOG.warning("The vector index is up to date again.")
                told = ""
            except (CatalogueUnusable, IndexUnavailable) as error:
                if str(error) != told:
                    _LOG.warning("%s Trying again every %g seconds.", error, self._seconds)
                told = str(error)

    def _warm(self, before: int | None, newest: int) -> None:
        """Have ready what a question looks up, all of it or what changed since `before`."""
        if newest != before:
            warm_counts(self._catalogue)
        if before is None:
            warm_words(self._catalogue, self._stopped.is_set)

    def _caught_up(self, seen: _State | None, state: _State) -> _State | None:
        """Synchronise unless catalogue and index are still as they were `seen`, and return how that is."""
        if state == seen and self._index.is_in_step(state[0]):
            return state
        with self._turn() as mine:
            if not mine:
                return seen
            came, went = self._index.synchronise()
        if came or went:
            _LOG.info("The vector index took in %d passages and dropped %d.", came, went)
        return state
