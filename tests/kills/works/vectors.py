"""Working on vectors until death: of another model, and in Chroma."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

import numpy as np

from bot.assembly import Desk
from corpus.article import Span
from corpus.catalogue import editing, models
from corpus.catalogue.editing import Author, Embedded
from corpus.vector_space import Matrix, Model
from retrieval.curating.curator import Curator
from retrieval.models.embedding import Embedder
from retrieval.models.reindexing import reindex as embed_anew
from tests.kills.orders import Mortal, Orders
from tests.kills.works.articles import draft
from tests.storage.newsroom import article

MODEL = "the model in use"
_PASSAGES = 200  # more than two batches
_MANY = 1100  # Chroma writes its vector files only once it holds a thousand
_MORE = 200
_AT = datetime.datetime(2026, 11, 29, tzinfo=datetime.UTC)


class Turned:
    """Another model than the bundled one: its vectors, each with its numbers moved one place on."""

    identity = Model("turned", "1", 384)

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def load(self) -> None:
        self._embedder.load()

    def embed(self, texts: Sequence[str]) -> Matrix:
        return np.roll(self._embedder.embed(texts), 1, axis=1)


def reindex(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Change between two models, to and fro."""
    bundled = desk.embedder
    both = [bundled, Turned(bundled)]
    if orders.number == 0:
        _put_long(mortal, desk, "lang", _PASSAGES)
    with desk.catalogue.reading() as connection:
        active = models.active(connection)
    assert active is not None
    mortal.done({MODEL: active[1].name})
    used = [one.identity for one in both].index(active[1])
    for number in itertools.count():
        one = draft(orders, number)
        with mortal.preparing({one.url or "": one.text}):
            list(Curator(desk.catalogue, both[used], desk.now).add([one], "another process"))
        used = 1 - used
        with mortal.dying({MODEL: both[used].identity.name}):
            for _ in embed_anew(desk.catalogue, both[used]):
                pass
        desk.opened_index.bring_up_to_date()


def write_chroma(mortal: Mortal, desk: Desk, orders: Orders) -> None:
    """Add articles of many passages, and have Chroma take them in and drop those of before."""
    assert desk.chroma is not None
    for number in itertools.count():
        name = f"{orders.number}-{number}"
        _put_long(mortal, desk, name, _MANY if orders.number == number == 0 else _MORE)
        one = draft(orders, number)
        with mortal.preparing({one.url or "": one.text}):
            list(desk.curator.add([one], "another process"))
        with mortal.dying({}):
            desk.opened_index.bring_up_to_date()
        if number:
            before = f"https://example.org/long/{orders.number}-{number - 1}"
            with mortal.preparing({before: None}):
                desk.curator.remove([before], "another process")


def _put_long(mortal: Mortal, desk: Desk, name: str, passages: int) -> None:
    """Store an article of so many passages with random vectors: to compute them would take seconds."""
    long = article(f"{name} brug " * passages, url=f"https://example.org/long/{name}")
    each = len(long.text) // passages
    spans = [Span(each * number, each * number + each - 1) for number in range(passages)]
    random = np.random.default_rng(1).normal(size=(passages, 384)).astype(np.float32)
    unit = random / np.linalg.norm(random, axis=1, keepdims=True)
    with mortal.preparing({long.url or "": long.text}), desk.catalogue.writing() as connection:
        active = models.active(connection)
        model_id = active[0] if active else models.remember(connection, desk.embedder.identity)
        editing.put(connection, long, Embedded(spans, unit), model_id, Author("a tester", None, _AT), None)
