"""The changes that moderators make, each naming the change that it became; all of this blocks."""

from __future__ import annotations

from collections.abc import Callable

from bot.discord.adding.filing import open_proposal, take
from bot.discord.adding.refusals import changed_meanwhile, in_own_words
from bot.discord.connection.newsroom import Parts
from bot.discord.curating.in_the_way import is_built_upon
from bot.discord.curating.named_article import own
from bot.discord.curating.refused_changes import built_upon, not_undoable
from corpus.article import Article
from corpus.catalogue import articles, journal
from corpus.catalogue.connection import Connection
from corpus.catalogue.journal import Change
from corpus.errors import ChangeNotUndoable, Obstacle
from retrieval.curating.curator import Then, Undone


def remove(parts: Parts, article_id: str, version: int, guild: str, actor: str) -> tuple[Article, int]:
    """Remove an article as it stood when it was asked about; return it and the number of the change.

    Raises:
        Refusal: it is gone, not this server's, or another version.
    """
    article = _as_asked(parts, article_id, version, guild)
    with in_own_words():
        removed = parts.curator.remove(
            [article.id], actor, guild, lambda connection: _require_unchanged(connection, article)
        )
    return article, removed[article]


def withdraw(parts: Parts, proposal_id: str, guild: str, actor: str) -> tuple[Article, Change]:
    """Withdraw an article with the note that was proposed, once; return it and the change.

    Raises:
        Refusal: somebody was quicker, or the article has changed.
    """
    return _once(
        parts,
        proposal_id,
        guild,
        lambda article, note, then: parts.curator.withdraw(article.id, note, actor, guild, then),
    )


def correct(parts: Parts, proposal_id: str, guild: str, actor: str) -> tuple[Article, Change]:
    """Say of an article what was proposed, once; return it and the change.

    Raises:
        Refusal: somebody was quicker, or the article has changed.
    """
    return _once(
        parts,
        proposal_id,
        guild,
        lambda article, note, then: parts.curator.correct(article.id, note, actor, guild, then=then),
    )


def undo(parts: Parts, number: int, guild: str, actor: str) -> Undone:
    """Take a change back; return it and the change that took it back.

    Raises:
        Refusal: it cannot be taken back, and why.
    """
    undoable(parts, number, guild)
    try:
        return parts.curator.undo(number, actor, guild)
    except ChangeNotUndoable as error:
        # Somebody changed something since it was looked at: looking again says what.
        undoable(parts, number, guild)
        raise not_undoable(error.reason, number) from error


def undoable(parts: Parts, number: int | None, guild: str) -> Change:
    """Return the change of that number, or the newest, that can be taken back now.

    Raises:
        Refusal: it cannot be, and why.
    """
    with parts.catalogue.reading() as connection:
        try:
            change = journal.undoable(connection, number, guild)
        except ChangeNotUndoable as error:
            raise not_undoable(error.reason, number) from error
        article = articles.by_id(connection, change.article_id)
        changes = journal.of_article(connection, change.article_id)
    live = article.version if article else None
    if is_built_upon(change, live):
        raise built_upon(change, changes, live) from ChangeNotUndoable(Obstacle.BUILT_UPON, str(change.id))
    return change


def _once(
    parts: Parts, proposal_id: str, guild: str, act: Callable[[Article, str, Then], Change]
) -> tuple[Article, Change]:
    with parts.catalogue.reading() as connection:
        asked = open_proposal(connection, proposal_id, guild)
        article = own(connection, asked.corrects or "", guild)
    if article.draft != asked.draft:
        raise changed_meanwhile()

    def deal_with(connection: Connection) -> None:
        take(connection, asked, guild)
        _require_unchanged(connection, article)

    with in_own_words():
        return article, act(article, asked.note or "", deal_with)


def _require_unchanged(connection: Connection, article: Article) -> None:
    """Have the change just made, whose transaction this is, taken back where it met another version."""
    if journal.recent(connection, 1)[0].before != article.version:
        raise changed_meanwhile()


def _as_asked(parts: Parts, article_id: str, version: int, guild: str) -> Article:
    with parts.catalogue.reading() as connection:
        article = own(connection, article_id, guild)
    if article.version != version:
        raise changed_meanwhile()
    return article
