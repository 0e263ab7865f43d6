"""What stands in a newsdesk after a kill, by the names of claims, and whether all of it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import select

from bot.assembly import Desk
from corpus.catalogue import articles, integrity, models, notices, proposals
from corpus.catalogue.connection import Catalogue, Connection
from corpus.catalogue.schema import changes, passages, versions
from corpus.filters import Filters
from retrieval.search.search import Search
from tests.kills.works.vectors import MODEL, Turned
from tests.small_discord.state.people import GUILD_ID
from tests.storage.newsroom import assert_chroma_agrees, assert_words_agree

_LONGEST_ASKED = 500
_SEEN = Filters(guild=GUILD_ID)  # the shared articles, and those that digests tell of


def standing(catalogue: Catalogue) -> dict[str, str | None]:
    """Return the articles, the notes on them, what is proposed and the model in use, by names of claims."""
    with catalogue.reading() as connection:
        live = {one.draft.url or one.id: one.draft.text for one in articles.every(connection)}
        named = set(connection.scalars(select(changes.c.article_id)))
        noted = {f"note on {one}": said.note for one, said in notices.in_force(connection, named).items()}
        waiting = {
            f"proposal of {one.draft.url}": one.draft.text for one in proposals.waiting(connection, None)
        }
        active = models.active(connection)
    return {**live, **noted, **waiting, **({MODEL: active[1].name} if active else {})}


def unsound(desk: Desk, home: Path) -> Iterator[str]:
    """Say what of a newsdesk is not whole, or does not agree with the rest."""
    with desk.catalogue.reading() as connection:
        yield from (fault.what for fault in integrity.faults(connection))
        yield from _orphans(connection)
        empty = models.active(connection) is None
    try:
        assert_words_agree(desk.catalogue)
        if not empty:
            assert_chroma_agrees(desk.catalogue, home / "chroma")
    except AssertionError as error:
        yield " ".join(str(error).split())[:300]


def _orphans(connection: Connection) -> Iterator[str]:
    """Say which versions no change made, and which have no passages."""
    made = select(changes.c.after).where(changes.c.after.is_not(None))
    unmade = connection.scalars(select(versions.c.id).where(versions.c.id.not_in(made))).all()
    cut = select(passages.c.version_id)
    empty = connection.scalars(select(versions.c.id).where(versions.c.id.not_in(cut))).all()
    if unmade or empty:
        yield f"versions that no change made: {unmade}; without passages: {empty}"


def unfound(desk: Desk, texts: Iterable[str]) -> Iterator[str]:
    """Say which of these articles a search for their own words does not find."""
    with desk.catalogue.reading() as connection:
        active = models.active(connection)
    turned = Turned(desk.embedder)
    embedder = turned if active and active[1] == turned.identity else desk.embedder
    search = Search(desk.catalogue, embedder, desk.index, desk.now)
    for text in texts:
        if len(text) <= _LONGEST_ASKED:
            hits = search.find(text, 10, _SEEN).hits
            if text not in {hit.article.draft.text for hit in hits}:
                yield f"not found: {text}"
