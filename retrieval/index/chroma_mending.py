"""The embedded Chroma, mended while it is in use: until it is, questions are compared exactly."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.catalogue.connection import Catalogue
from corpus.filters import Filters
from corpus.vector_space import Model
from retrieval.errors import IndexUnavailable
from retrieval.index.chroma_errors import answered
from retrieval.index.chroma_index import ChromaIndex
from retrieval.index.chroma_opening import embedded, rebuilt
from retrieval.index.exact import ExactIndex
from retrieval.index.near import Near

_LOG = logging.getLogger(__name__)


class MendingChroma:
    """The Chroma of one folder. What fails in it is told in the log and made anew, never to who asks."""

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        """Open the Chroma of a folder, which this process owns, and bring it up to date.

        Raises:
            IndexUnavailable: it cannot be made anew either.
        """
        self._folder = folder
        self._catalogue = catalogue
        self._exact = ExactIndex(catalogue)
        self._index: ChromaIndex | None = embedded(folder, catalogue)
        self._failed: ChromaIndex | None = None
        self._asking = 0
        self._turn = threading.Condition()

    def nearest(self, question: npt.NDArray[np.float32], k: int, filters: Filters) -> dict[int, float]:
        """Return about the `k` passages nearest to a unit vector, shape (dimensions,), with cosines."""
        with self._used() as index:
            if index is not None:
                try:
                    return index.nearest(question, k, filters)
                except IndexUnavailable:
                    self._note_failure(index)
        return self._exact.nearest(question, k, filters)

    def near(
        self, model: Model, question: npt.NDArray[np.float32], k: int, filters: Filters, tried: int = 0
    ) -> Near:
        """Return passages among which about the `k` nearest to a unit vector, shape (dimensions,), are."""
        with self._used() as index:
            if index is not None:
                try:
                    return index.near(model, question, k, filters, tried)
                except IndexUnavailable:
                    self._note_failure(index)
        return self._exact.near(model, question, k, filters, tried)

    def synchronise(self) -> tuple[int, int]:
        """Make Chroma hold exactly the catalogue's live passages; return how many came and went.

        One that fails is made anew, which brings it up to date.

        Raises:
            IndexUnavailable: it cannot be made anew.
        """
        index = self._index
        if index is not None:
            try:
                return index.synchronise()
            except IndexUnavailable:
                self._note_failure(index)
        self._close_failed()
        self._index = rebuilt(self._folder, self._catalogue)
        self._exact = ExactIndex(self._catalogue)  # lets go of the vectors it held
        return 0, 0

    def is_in_step(self, change: int) -> bool:
        """Tell whether this process has synchronised since the change of that number was made."""
        index = self._index
        return index is not None and index.is_in_step(change)

    @property
    def synchronised_to(self) -> int:
        """The newest change that Chroma holds; -1 while it fails, for then it is to be made anew."""
        index = self._index
        return index.synchronised_to if index is not None else -1

    def close(self) -> None:
        """Let go of the store, so that this process can open it anew."""
        with self._turn:
            self._index, self._failed = None, self._index or self._failed
        self._close_failed()

    @contextmanager
    def _used(self) -> Iterator[ChromaIndex | None]:
        """Keep Chroma open while somebody asks it; None while it fails."""
        with self._turn:
            index = self._index
            self._asking += index is not None
        try:
            yield index
        finally:
            with self._turn:
                self._asking -= index is not None
                self._turn.notify_all()

    def _note_failure(self, index: ChromaIndex) -> None:
        with self._turn:
            if self._index is not index:
                return
            self._index, self._failed = None, index
        _LOG.warning(
            "The vector index in %s fails; until it is rebuilt, questions are compared with the catalogue's "
            "own vectors.",
            self._folder,
        )

    def _close_failed(self) -> None:
        """Close what failed, once nobody asks it any more."""
        with self._turn:
            self._turn.wait_for(lambda: not self._asking)
            failed, self._failed = self._failed, None
        if failed is not None:
            with suppress(IndexUnavailable):
                answered(failed.close)
