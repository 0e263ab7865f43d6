"""Bringing a catalogue of an earlier format up to date, in the transaction that opens it."""

import datetime
import itertools
import logging
from collections.abc import Iterator

from sqlalchemy import Connection, Row, inspect, select, update
from sqlalchemy.schema import CreateColumn

from corpus.article import Article
from corpus.catalogue import editing, rows
from corpus.catalogue.editing import Author
from corpus.catalogue.schema import VERSION, versions
from corpus.genre import labels

_LOG = logging.getLogger(__name__)
_ACTOR = "newsdesk"


def upgrade(connection: Connection, found: str) -> None:
    """Bring a catalogue of the format `found` to the present one; articles of one address become one.

    Articles get the marks that they would have got on their way in; their texts stay, for quotes are spans.

    Where several live articles turn out to stand under spellings of one address, the newest text stays and
    the others are removed, each by a change that can be undone.
    """
    if found == VERSION:
        return
    _add_columns(connection)
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


def _add_columns(connection: Connection) -> None:
    there = {column["name"] for column in inspect(connection).get_columns(versions.name)}
    for column in versions.columns:
        if column.name not in there:
            written = CreateColumn(column).compile(dialect=connection.dialect)
            connection.exec_driver_sql(f"ALTER TABLE {versions.name} ADD COLUMN {written}")
    for index in versions.indexes:
        index.create(connection, checkfirst=True)


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
