"""Corrections and withdrawals: what is to be said of an article wherever it is quoted."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, select

from corpus.article import Article
from corpus.catalogue import rows
from corpus.catalogue.journal import Action
from corpus.catalogue.schema import changes, notices, versions


class Kind(StrEnum):
    """What became of an article."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


_KINDS = {Action.CORRECT.value: Kind.CORRECTED, Action.WITHDRAW.value: Kind.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Notice:
    """What was said of an article, when (UTC), and the version that was live until then.

    `text_after` is the text that a correction brought; None where it says what was wrong and no more.
    """

    kind: Kind
    note: str
    at: datetime.datetime
    article_id: str
    version_before: int | None
    text_after: str | None = field(default=None, repr=False)

    def covers(self, article: Article) -> bool:
        """Whether it speaks of that version: a withdrawal says nothing of what was added after it."""
        return self.kind is Kind.CORRECTED or article.added <= self.at

    def overtakes(self, article: Article, quote: str) -> bool:
        """Whether it takes back a quote of that version: what the right text says too still holds."""
        if self.kind is Kind.WITHDRAWN:
            return True
        later = self.version_before is not None and article.version > self.version_before
        return not later and (self.text_after is None or quote not in self.text_after)


def put(connection: Connection, change: int, article_id: str, note: str) -> None:
    """Keep what the correction or withdrawal of that number says."""
    connection.execute(insert(notices).values(change_id=change, article_id=article_id, note=note))


def in_force(connection: Connection, article_ids: Collection[str]) -> dict[str, Notice]:
    """Return the newest notice of each article that is not taken back."""
    # The newest comes last and stays.
    return {row.article_id: _notice(row) for row in _standing(_told(connection, article_ids))}


def about(connection: Connection, quoted: Iterable[Article]) -> dict[int, Notice]:
    """Return the notice in force of each version quoted, by the version's number."""
    articles = list(quoted)
    found = in_force(connection, {one.id for one in articles})
    told = ((one, found.get(one.id)) for one in articles)
    return {one.version: notice for one, notice in told if notice and notice.covers(one)}


def said_since(connection: Connection, number: int, article_ids: Collection[str]) -> set[str]:
    """Return those of the articles that were corrected or withdrawn after the change of that number."""
    later = (changes.c.id > number, changes.c.action.in_(list(_KINDS)))
    wanted = select(changes.c.article_id).where(*later, changes.c.article_id.in_(list(article_ids)))
    return set(connection.scalars(wanted))


def is_put_right(connection: Connection, article: Article, text: str) -> bool:
    """Whether a correction in force replaced exactly that text: to read it again changes nothing."""
    digest = rows.text_hash(text)
    if digest == rows.text_hash(article.draft.text):
        return False
    standing = _standing(_told(connection, [article.id]))
    replaced = [row.before for row in standing if row.before != row.after and row.after is not None]
    found = select(versions.c.id).where(versions.c.id.in_(replaced), versions.c.text_hash == digest)
    return bool(replaced) and connection.scalar(found) is not None


def _told(connection: Connection, article_ids: Collection[str]) -> Sequence[Row[Any]]:
    """Return the corrections and withdrawals of those articles and everything undone, oldest first."""
    if not article_ids:
        return []
    telling = [*_KINDS, Action.UNDO.value]
    brought = and_(versions.c.id == changes.c.after, changes.c.after != changes.c.before)
    wanted = (
        select(changes, notices.c.note, versions.c.text.label("brought"))
        .join(notices, notices.c.change_id == changes.c.id, isouter=True)
        .join(versions, brought, isouter=True)
        .where(changes.c.article_id.in_(article_ids), changes.c.action.in_(telling))
    )
    return connection.execute(wanted.order_by(changes.c.id)).all()


def _standing(told: Sequence[Row[Any]]) -> list[Row[Any]]:
    undone_by = {row.undoes: row.id for row in told if row.undoes is not None}
    return [row for row in told if row.action in _KINDS and _stands(row.id, undone_by)]


def _stands(change: int, undone_by: Mapping[int, int]) -> bool:
    """Whether a change holds: an undo takes it back, and an undo of that undo restores it."""
    stands, following = True, undone_by.get(change)
    while following is not None:
        stands, following = not stands, undone_by.get(following)
    return stands


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        kind=_KINDS[row.action],
        note=row.note or "",
        at=row.at,
        article_id=row.article_id,
        version_before=row.before,
        text_after=row.brought if row.action == Action.CORRECT.value else None,
    )
