"""Keeping Chroma in step with the catalogue while other processes change it."""

import logging
import threading

from corpus.catalogue import journal, models
from corpus.catalogue.connection import Catalogue
from corpus.errors import CatalogueUnusable
from retrieval.errors import IndexUnavailable
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_mending import MendingChroma

_LOG = logging.getLogger(__name__)
_LONGEST = 60.0  # seconds between tries of what fails again and again, such as on a full disk


class Follower:
    """A thread that synchronises a Chroma index soon after the catalogue changes."""

    def __init__(
        self, catalogue: Catalogue, index: ChromaIndex | MendingChroma, seconds: float = 2.0
    ) -> None:
        """Look at the catalogue every so many `seconds`."""
        self._catalogue = catalogue
        self._index = index
        self._seconds = seconds
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
        seen: object = None
        pause = self._seconds
        while not self._stopped.wait(pause):
            try:
                seen, pause = self._caught_up(seen), self._seconds
            except (CatalogueUnusable, IndexUnavailable) as error:
                pause = min(2 * pause, max(_LONGEST, self._seconds))
                _LOG.warning("%s Trying again in %g seconds.", error, pause)

    def _caught_up(self, seen: object) -> object:
        """Synchronise unless the catalogue is still as it was `seen`, and return how it is."""
        with self._catalogue.reading() as connection:
            state = (journal.latest(connection), models.active(connection))
        if state != seen or not self._index.is_in_step(state[0]):
            came, went = self._index.synchronise()
            if came or went:
                _LOG.info("The vector index took in %d passages and dropped %d.", came, went)
        return state
