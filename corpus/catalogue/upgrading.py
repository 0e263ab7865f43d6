"""Bringing a catalogue of an earlier release up to date, in one transaction."""

import datetime
import itertools
import logging
from collections.abc import Iterator

from sqlalchemy import Connection, Row, select, update

from corpus.article import Article
from corpus.catalogue import acronyms, editing, facts, rows
from corpus.catalogue.editing import Author
from corpus.catalogue.migrations.running import run
from corpus.catalogue.schema import versions
from corpus.errors import CatalogueUnusable
from corpus.genre import labels

_LOG = logging.getLogger(__name__)
_ACTOR = "newsdesk"
_FIRST_FORMAT = "1"  # it had no columns for what `_complete` fills in


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest revision, then what stands in them.

    Raises:
        CatalogueUnusable: rows name others that are not there, by which the catalogue was damaged before.
    """
    found = facts.read(connection, "format")
    run(connection)
    if found == _FIRST_FORMAT:
        _complete(connection)
    facts.write_format(connection)
    acronyms.learn_all_once(connection)
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise CatalogueUnusable(
            "The catalogue is of an earlier release and damaged: some of its rows name others that are not "
            "there. Put back a copy of it; nothing is changed."
        )


def _complete(connection: Connection) -> None:
    """Give articles the marks that they would have got on their way in; those of one address become one.

    Their texts stay, for quotes are spans. Where several live articles turn out to stand under spellings of
    one address, the newest text stays and the others are removed, each by a change that can be undone.
    """
    for row in connection.execute(select(versions)).all():
        complete = rows.columns(labels(rows.article(row).draft))
        connection.execute(update(versions).where(versions.c.id == row.id).values(**complete))
    gone = [article for one in _of_one_address(connection) for article in _older(one)]
    author = Author(_ACTOR, None, datetime.datetime.now(datetime.UTC))
    for article in gone:
        editing.remove(connection, article, author)
    if gone:
        _LOG.warning(
            "%d article(s) stood here under another spelling of the address of a newer one and are out: "
            "`newsdesk history` shows them and `newsdesk undo` brings each back.",
            len(gone),
        )


def _of_one_address(connection: Connection) -> Iterator[list[Article]]:
    """Yield the live articles of a guild that share an address, where those are several."""

    def home(row: Row[tuple[object, ...]]) -> tuple[str, str]:
        return row.guild or "", row.address

    wanted = select(versions).where(versions.c.live.is_(True), versions.c.address.is_not(None))
    for _, held in itertools.groupby(sorted(connection.execute(wanted), key=home), home):
        found = [rows.article(row) for row in held]
        if len(found) > 1:
            yield found


def _older(articles: list[Article]) -> list[Article]:
    """Return all but the newest: by what they say themselves, where all do, else by when they were added."""
    said = {one.version: one.draft.modified or one.draft.published for one in articles}

    def age(article: Article) -> tuple[datetime.date, datetime.datetime, int]:
        date = said[article.version]
        return (
            date.last() if date and all(said.values()) else datetime.date.min,
            article.added,
            article.version,
        )

    return sorted(articles, key=age)[:-1]
