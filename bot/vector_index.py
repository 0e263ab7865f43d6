"""The vector index of one newsdesk: Chroma, or exact comparison, opened when it is first asked for."""

from __future__ import annotations

import logging
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.catalogue import vectors

# As in the assembly: who needs no Chroma imports none.
if TYPE_CHECKING:
    from collections.abc import Callable

    from filelock import BaseFileLock

    from bot.settings import Settings
    from corpus.catalogue.connection import Catalogue
    from retrieval.index.chroma_index import ChromaIndex
    from retrieval.index.chroma_mending import MendingChroma
    from retrieval.search.search import VectorIndex

_LOG = logging.getLogger(__name__)
EXACT_UP_TO = 150_000  # passages; below, comparing all is quicker than importing and opening Chroma


class OpenedIndex:
    """What finds the nearest passages, and the Chroma behind it if there is one."""

    def __init__(self, settings: Settings, catalogue: Callable[[], Catalogue], *, long_running: bool) -> None:
        """Take the settings, what opens the catalogue, and whether the process searches through Chroma."""
        self._settings = settings
        self._catalogue = catalogue
        self._long_running = long_running
        self._folder = settings.home / "chroma"
        self._lock: BaseFileLock | None = None

    @cached_property
    def chroma(self) -> ChromaIndex | MendingChroma | None:
        """Chroma, up to date; None while another process owns the embedded one."""
        from retrieval.index import chroma_opening
        from retrieval.index.chroma_mending import MendingChroma

        url, token = self._settings.chroma_url, self._settings.chroma_token
        if url:
            return chroma_opening.served(url, token, self._catalogue())
        self._lock = chroma_opening.own(self._folder)
        return MendingChroma(self._folder, self._catalogue()) if self._lock else None

    @cached_property
    def index(self) -> VectorIndex:
        """What finds the nearest passages: Chroma, or exact comparison where that is quicker."""
        from retrieval.index.exact import ExactIndex

        if not self._long_running and self._is_small():
            return ExactIndex(self._catalogue())
        return self._chroma_or_none() or ExactIndex(self._catalogue())

    def _chroma_or_none(self) -> ChromaIndex | MendingChroma | None:
        """Return Chroma, where there is one to ask; a command can do without the embedded one."""
        from retrieval.errors import IndexUnavailable

        try:
            if self.chroma is None:
                _LOG.info("Another process owns the vector index: comparing with the catalogue's vectors.")
        except IndexUnavailable as error:
            if self._long_running or self._settings.chroma_url:
                raise
            _LOG.warning("%s Until then, comparing with the catalogue's vectors.", error)
            return None
        return self.chroma

    def _is_small(self) -> bool:
        with self._catalogue().reading() as connection:
            return vectors.count(connection) <= EXACT_UP_TO

    @property
    def holds_passages(self) -> bool:
        """Whether the embedded Chroma holds passages of a catalogue; opens nothing."""
        from retrieval.index.chroma_held import holds_passages

        return holds_passages(self._folder)

    @property
    def _opened(self) -> ChromaIndex | MendingChroma | None:
        """Chroma, if it was opened: `ask` must not open it for less than a search."""
        return self.chroma if "chroma" in self.__dict__ else None

    @property
    def synchronised_to(self) -> int | None:
        """The newest change that Chroma holds; None where none is asked."""
        return self._opened.synchronised_to if self._opened is not None else None

    def is_in_step(self, change: int) -> bool:
        """Tell whether what is asked holds what the change of that number made."""
        # Comparing with the catalogue's own vectors always does.
        chroma = self._opened
        return chroma is None or self.index is not chroma or chroma.is_in_step(change)

    def bring_up_to_date(self) -> None:
        """Index what has changed; where another process owns Chroma, that one does so within seconds.

        Raises:
            IndexUnavailable: Chroma does not answer.
        """
        # Opening it indexes what has changed: only one that was open already has anything left to do.
        opened_before = self._opened is not None
        if self.chroma is not None and opened_before:
            self.chroma.synchronise()

    def make_anew(self) -> bool:
        """Make Chroma from scratch; where another process owns it that does so next time: False."""
        from retrieval.index import chroma_opening

        if self._settings.chroma_url is None:
            chroma_opening.give_up(self._folder)
        self.bring_up_to_date()
        return self.chroma is not None

    def close(self) -> None:
        """Let go of Chroma and of the lock on its folder, for whoever comes next."""
        if self._opened is not None:
            self._opened.close()
        if self._lock:
            self._lock.release()
