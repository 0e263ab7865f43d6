"""The stored articles that new ones are the same as or share their text with, several looked up at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from corpus.address import identity
from corpus.article import Article, Draft
from corpus.catalogue import rows
from corpus.catalogue.schema import versions
from corpus.catalogue.selection import visible


@dataclass(frozen=True, slots=True)
class Marks:
    """What an article of a guild is known again by: its id, its address if it has one, its text."""

    article_id: str
    address: str | None
    text_hash: str

    @property
    def every(self) -> set[str]:
        """All of them; two articles that share none are different ones."""
        return {one for one in (self.article_id, self.address, self.text_hash) if one is not None}


@dataclass(frozen=True, slots=True)
class Alike:
    """The live articles that a new one is the same as and that has its text; None where there is none.

    `same` is of exactly its guild: by the id, or else by the address, however that is spelled. `twin` is one
    that its guild sees, the oldest.
    """

    same: Article | None
    twin: Article | None


def marks(draft: Draft, guild: str | None) -> Marks:
    """Return what an article is known by if `guild` adds it."""
    address = identity(draft.url) if draft.url else None
    return Marks(rows.article_id(draft, guild), address, rows.text_hash(draft.text))


def alike(connection: Connection, known_by: Sequence[Marks], guild: str | None) -> list[Alike]:
    """Return for each of several new articles of `guild` what is stored of its kind."""
    column = versions.c
    any_mark = or_(
        column.article_id.in_([one.article_id for one in known_by]),
        column.address.in_([one.address for one in known_by if one.address is not None]),
        column.text_hash.in_([one.text_hash for one in known_by]),
    )
    wanted = select(versions).where(column.live.is_(True), any_mark, visible(guild)).order_by(column.id)
    # The oldest comes last and stays.
    found = list(reversed(connection.execute(wanted).all()))
    own = [row for row in found if row.guild == guild]
    by_id = {row.article_id: row for row in own}
    by_address = {row.address: row for row in own if row.address is not None}
    by_text = {row.text_hash: row for row in found}
    return [
        Alike(
            _article(by_id.get(one.article_id) or by_address.get(one.address or "")),
            _article(by_text.get(one.text_hash)),
        )
        for one in known_by
    ]


def _article(row: Row[Any] | None) -> Article | None:
    return None if row is None else rows.article(row)
