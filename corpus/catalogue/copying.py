"""Copying the articles of a catalogue into another one, to try things out on them."""

from sqlalchemy import insert, select

from corpus.catalogue import acronyms, editing
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.schema import passages, versions

_BATCH = 500


def copy_articles(source: Catalogue, target: Catalogue) -> int:
    """Copy the live articles with their ids, passages and words into an empty catalogue.

    Vectors stay behind: the copy is for another model. Return the number of passages.

    Raises:
        CatalogueUnusable: a database does not do its work.
    """
    live = select(versions).where(versions.c.live)
    with source.reading() as connection:
        articles = [dict(row) for row in connection.execute(live).mappings()]
        cut = select(passages).where(passages.c.version_id.in_(live.with_only_columns(versions.c.id)))
        spans = [dict(row) for row in connection.execute(cut).mappings()]
    with target.writing() as connection:
        for table, rows in ((versions, articles), (passages, spans)):
            for start in range(0, len(rows), _BATCH):
                connection.execute(insert(table), rows[start : start + _BATCH])
        acronyms.learn(connection, {article["id"]: article["text"] for article in articles})
        editing.index_words_anew(connection)
    return len(spans)
