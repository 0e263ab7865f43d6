"""Short articles for the store, and ways to look at what the store holds of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.config import Settings
from sqlalchemy import Connection, select, text

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import articles, editing, facts, models, vectors
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.schema import vocabulary
from corpus.dates import PartialDate
from corpus.errors import SourceUnreadable
from corpus.filters import Filters
from retrieval.curating.curator import Added

BONUS = "Rusland betaalt een tekenbonus van 495 duizend roebel aan nieuwe soldaten."
BRIDGE = "The new bridge over the river opens in June and has cost 12 million euros."


def article(written: str, published: str | None = None, **known: Any) -> Draft:
    """Write an article as if it had been read from somewhere."""
    known = {"source": "a test", "language": "nl", **known}
    return Draft(text=written, published=PartialDate.parse(published) if published else None, **known)


def add(desk: Desk, *drafts: Draft, guild: str | None = None) -> list[Added]:
    """Add articles, all of which can be stored."""
    return [_stored(one) for one in desk.curator.add(drafts, "a tester", guild)]


def add_one(desk: Desk, draft: Draft, guild: str | None = None) -> Added:
    (added,) = add(desk, draft, guild=guild)
    return added


def found(desk: Desk, question: str, filters: Filters | None = None) -> list[str]:
    """Return the texts of the articles that a search gives, best first."""
    hits = desk.search.find(question, 10, filters or Filters()).hits
    return list(dict.fromkeys(hit.article.draft.text for hit in hits))


def listed(desk: Desk, guild: str | None = None) -> list[str]:
    """Return the texts of all live articles that a guild sees."""
    with desk.catalogue.reading() as connection:
        return [one.draft.text for one in articles.every(connection, Filters(guild=guild))]


def live_ids(catalogue: Catalogue) -> set[str]:
    """Return the ids of all live articles."""
    with catalogue.reading() as connection:
        return {one.id for one in articles.every(connection)}


def word_index(connection: Connection) -> dict[str, Any]:
    """Return everything that the word index holds."""
    words = connection.execute(text("SELECT rowid, tokens FROM words ORDER BY rowid"))
    counts = connection.execute(select(vocabulary).order_by(vocabulary.c.guild, vocabulary.c.term))
    return {"words": [tuple(row) for row in words], "vocabulary": [tuple(row) for row in counts]}


def assert_words_agree(catalogue: Catalogue) -> None:
    """The word index is exactly what it would be if it were made from scratch."""
    with catalogue.writing() as connection:
        held = word_index(connection)
        editing.index_words_anew(connection)
        assert held == word_index(connection)


def assert_index_agrees(desk: Desk) -> None:
    """The Chroma of a desk, in its home or on a server, holds exactly the vectors of the live passages."""
    url = desk.settings.chroma_url
    with chroma_at(url) if url else chroma(desk.settings.home / "chroma") as client:
        assert_collection_agrees(desk.catalogue, client)


def assert_chroma_agrees(catalogue: Catalogue, folder: Path) -> None:
    """Chroma holds exactly the vectors of the live passages, and no text."""
    with chroma(folder) as client:
        assert_collection_agrees(catalogue, client)


def assert_collection_agrees(catalogue: Catalogue, client: ClientAPI) -> None:
    with catalogue.reading() as connection:
        collection = client.get_collection(f"passages-{facts.identity(connection)}")
    held = collection.get(include=["embeddings", "documents", "metadatas"])
    places = {int(name): place for place, name in enumerate(held["ids"])}
    with catalogue.reading() as connection:
        active = models.active(connection)
        assert active is not None
        live = vectors.live_ids(connection)
        ids, matrix = vectors.read(connection, active[0], live)
        assert set(places) == set(ids) == set(live)
    if ids:
        kept = np.asarray(held["embeddings"], dtype=np.float32)[[places[passage] for passage in ids]]
        np.testing.assert_allclose(kept, matrix, atol=1e-6)
    assert set(held["documents"] or []) <= {None}
    assert {key for one in held["metadatas"] or [] for key in one} <= {
        "guild", "outlet", "language", "kind", "first", "last"
    }  # fmt: skip


def chroma(folder: Path) -> Any:
    """Look into an embedded Chroma as any other program of this process would."""
    return chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))


def chroma_at(url: str) -> Any:
    """Look into the Chroma of a server."""
    address = urlsplit(url)
    settings = Settings(anonymized_telemetry=False)
    return chromadb.HttpClient(address.hostname or "", address.port or 8000, settings=settings)


def _stored(one: Added | SourceUnreadable) -> Added:
    assert isinstance(one, Added)
    return one
