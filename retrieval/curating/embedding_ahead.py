"""Embedding what comes next while what came before is stored."""

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np

from corpus.vector_space import Matrix
from retrieval.models.embedding import Embedder

_Batch = TypeVar("_Batch")
_PIECE = 64  # texts, about: whoever stops waits for half as many more at most
_AHEAD = 1  # batches that are embedded while another is stored: more would only wait in memory


def embedded_ahead(
    embedder: Embedder, batches: Iterable[tuple[_Batch, Sequence[str]] | None]
) -> Generator[tuple[_Batch, Matrix], None, None]:
    """Yield batches in their order, each with the vectors of its texts, shape (texts, dimensions).

    The next one is read, and a thread of its own begins to embed it, before one is yielded: while that is
    stored no core is idle. What fails, reading or embedding, is raised once all that came before it was
    yielded. The thread ends with the iterator, also where that is closed before its end.

    Args:
        embedder: embeds the texts.
        batches: are read on the thread of the caller. None says that the next is not complete yet, for
            which one that is embedded need not wait.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    begun: deque[_Begun[_Batch]] = deque()
    pool = ThreadPoolExecutor(1, "newsdesk-embedding")
    try:
        for batch in _to_the_end(batches):
            if isinstance(batch, tuple):
                name, texts = batch
                begun.append(_Begun(name, [pool.submit(embedder.embed, piece) for piece in _pieces(texts)]))
            most = _AHEAD if isinstance(batch, tuple) else 0
            while len(begun) > most and (batch is not None or begun[0].is_done):
                first = begun.popleft()
                yield first.batch, first.vectors()
            if isinstance(batch, _End) and batch.failure is not None:
                raise batch.failure
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Begun(Generic[_Batch]):
    """A batch of which the thread embeds one piece after the other."""

    batch: _Batch
    pieces: Sequence[Future[Matrix]]

    @property
    def is_done(self) -> bool:
        return all(piece.done() for piece in self.pieces)

    def vectors(self) -> Matrix:
        """Wait for the vectors."""
        embedded = [piece.result() for piece in self.pieces]
        return np.concatenate(embedded) if embedded else np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _End:
    """The end of the batches, with what ended them early."""

    failure: Exception | None


def _pieces(texts: Sequence[str]) -> list[Sequence[str]]:
    """Part texts evenly: at the end of each piece a core is idle, and a few alone would be one more end."""
    count = max(round(len(texts) / _PIECE), 1)
    ends = [len(texts) * place // count for place in range(count + 1)]
    return [texts[start:end] for start, end in pairwise(ends) if start < end]


def _to_the_end(
    batches: Iterable[tuple[_Batch, Sequence[str]] | None],
) -> Iterator[tuple[_Batch, Sequence[str]] | _End | None]:
    try:
        yield from batches
    except Exception as failure:  # noqa: BLE001 - whatever it is, it is raised in its turn
        yield _End(failure)
    else:
        yield _End(None)
