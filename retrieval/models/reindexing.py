"""Changing the embedding model: new vectors beside the old ones, then the switch."""

from collections.abc import Iterator

from corpus.catalogue import editing, models, vectors
from corpus.catalogue.connection import Catalogue
from retrieval.models.embedding import Embedder, embedded_text

_BATCH = 64


def reindex(catalogue: Catalogue, embedder: Embedder) -> Iterator[int]:
    """Index all words anew, embed what lacks a vector of `embedder`'s model, then put that model to use.

    Yields the number of passages of each batch. Until the switch, which is one transaction, the
    old vectors stay in use; broken off, it goes on where it stopped.

    Raises:
        ModelUnavailable: the model cannot be loaded.
    """
    # It loads the model, for which nobody who writes should wait.
    identity = embedder.identity
    with catalogue.writing() as connection:
        editing.index_words_anew(connection)
        model_id = models.remember(connection, identity)
    while not _switched(catalogue, model_id):
        with catalogue.reading() as connection:
            lacking = vectors.lacking(connection, model_id, _BATCH)
        computed = embedder.embed([embedded_text(article.draft, span) for _, article, span in lacking])
        ids = [passage for passage, _, _ in lacking]
        with catalogue.writing() as connection:
            vectors.put(connection, model_id, dict(zip(ids, computed, strict=True)))
        yield len(lacking)


def _switched(catalogue: Catalogue, model_id: int) -> bool:
    """Put the model to use if no passage lacks its vector, in a transaction that nobody writes beside."""
    with catalogue.writing() as connection:
        complete = not vectors.lacking(connection, model_id, 1)
        if complete:
            models.switch(connection, model_id)
    return complete
