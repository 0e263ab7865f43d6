import threading
import time
from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from corpus.vector_space import Matrix, Model
from retrieval.curating.embedding_ahead import embedded_ahead
from retrieval.errors import ModelUnavailable

SECONDS = 10  # more than anything here takes


class Lengths:
    """Embeds a text as its length, when it may; says what it began with."""

    identity = Model("lengths", "1", 1)

    def __init__(self, *, fails_at: str | None = None) -> None:
        self.begun: list[str] = []
        self.may = threading.Event()
        self.may.set()
        self._fails_at = fails_at

    def load(self) -> None:
        pass

    def embed(self, texts: Sequence[str]) -> Matrix:
        self.begun += texts
        assert self.may.wait(SECONDS)
        if self._fails_at in texts:
            raise ModelUnavailable(f"no vector for {self._fails_at}")
        return np.array([[len(text)] for text in texts], dtype=np.float32)

    def await_beginning(self, text: str) -> None:
        until = time.monotonic() + SECONDS
        while text not in self.begun:
            assert time.monotonic() < until
            time.sleep(0.001)


class Parts(Lengths):
    """Says how many texts came at once."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def embed(self, texts: Sequence[str]) -> Matrix:
        self.sizes.append(len(texts))
        return super().embed(texts)


def batches(*texts: str) -> Iterator[tuple[str, list[str]]]:
    """Name each text, as a batch of its own, by itself."""
    yield from ((text, [text]) for text in texts)


def threads() -> set[str]:
    return {one.name for one in threading.enumerate() if one.name.startswith("newsdesk-embedding")}


def test_batches_come_in_their_order_each_with_its_vectors() -> None:
    given = [("two", ["a", "bbb"]), ("none", []), ("many", ["x" * n for n in range(150)])]
    found = list(embedded_ahead(Lengths(), given))
    assert [name for name, _ in found] == ["two", "none", "many"]
    assert found[0][1].tolist() == [[1], [3]]
    assert len(found[1][1]) == 0
    assert found[2][1].ravel().tolist() == list(range(150))


def test_a_batch_is_parted_evenly_and_a_few_texts_are_never_by_themselves() -> None:
    embedder = Parts()
    given = [(f"{many}", ["x"] * many) for many in (0, 1, 64, 68, 95, 96, 150, 1000)]
    assert [len(vectors) for _, vectors in embedded_ahead(embedder, given)] == [int(one) for one, _ in given]
    assert embedder.sizes == [1, 64, 68, 95, 48, 48, 75, 75, *[62, 63] * 7, 62, 63]


def test_the_next_batch_is_embedded_while_one_is_stored() -> None:
    embedder = Lengths()
    ahead = embedded_ahead(embedder, batches("a", "b", "c"))
    assert next(ahead)[0] == "a"
    embedder.await_beginning("b")
    ahead.close()


def test_only_one_batch_is_read_before_one_is_stored() -> None:
    embedder, read = Lengths(), []
    embedder.may.clear()

    def reading() -> Iterator[tuple[str, list[str]]]:
        for batch in batches("a", "b", "c", "d"):
            read.append(batch[0])
            if len(read) > 1:
                embedder.may.set()
            yield batch

    ahead = embedded_ahead(embedder, reading())
    assert next(ahead)[0] == "a"
    assert read == ["a", "b"]
    ahead.close()


def test_who_reads_slowly_keeps_nothing_waiting_that_is_embedded() -> None:
    embedder, told = Lengths(), []

    def reading() -> Iterator[tuple[str, list[str]] | None]:
        yield from batches("a")
        while "a" not in told:
            yield None
        yield from batches("b")

    for name, _ in embedded_ahead(embedder, reading()):
        told.append(name)
    assert told == ["a", "b"]


def test_what_fails_to_be_read_is_raised_after_what_came_before_it() -> None:
    def reading() -> Iterator[tuple[str, list[str]]]:
        yield from batches("a", "b")
        raise OSError("the disk is gone")

    ahead = embedded_ahead(Lengths(), reading())
    assert [next(ahead)[0], next(ahead)[0]] == ["a", "b"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(ahead)
    assert not threads()


def test_what_fails_to_be_embedded_is_raised_after_what_came_before_it() -> None:
    ahead = embedded_ahead(Lengths(fails_at="b"), batches("a", "b", "c"))
    assert next(ahead)[0] == "a"
    with pytest.raises(ModelUnavailable, match="no vector for b"):
        next(ahead)
    assert not threads()


def test_who_stops_early_leaves_no_thread_and_waits_for_no_more_than_a_piece() -> None:
    embedder = Lengths()
    long = [f"{number}" for number in range(1000)]
    ahead = embedded_ahead(embedder, [("a", ["a"]), ("long", long), ("b", ["b"])])
    assert next(ahead)[0] == "a"
    embedder.may.clear()
    assert threads()
    threading.Timer(0.05, embedder.may.set).start()
    ahead.close()
    assert not threads()
    assert "b" not in embedder.begun
