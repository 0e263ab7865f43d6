"""The versions of articles with all that they are found by.

A version is never changed after it is written: a replaced or removed one only stops being live,
so every change can be undone without reading or embedding anything again.
"""

from sqlalchemy import (
    DDL,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    true,
)
from sqlalchemy.event import listen

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.catalogue_tables import models
from corpus.catalogue.schema.metadata import tables

versions = Table(
    "versions",
    tables,
    Column("id", Integer, primary_key=True),
    Column("article_id", String, nullable=False, index=True),
    Column("live", Boolean, nullable=False),
    Column("guild", String),
    Column("url", String, index=True),
    Column("address", String, index=True),
    Column("title", Text),
    Column("outlet", String),
    Column("outlet_folded", String),
    Column("headline_folded", Text),
    Column("author", Text),
    Column("published", String(10)),
    Column("published_first", Date),
    Column("published_last", Date),
    Column("modified", String(10)),
    Column("language", String),
    Column("genre", String),
    Column("shortfall", String),
    Column("source", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("added", Moment, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "one_live_version", versions.c.article_id, unique=True, sqlite_where=versions.c.live.is_(true())
).ddl_if(dialect="sqlite")
# The same for PostgreSQL. As an option of the index it would load all that SQLAlchemy has for PostgreSQL, a
# twentieth of the time of a question in a new process.
listen(
    versions,
    "after_create",
    DDL(  # type: ignore[no-untyped-call]  # SQLAlchemy has no types there
        "CREATE UNIQUE INDEX one_live_version ON versions (article_id) WHERE live IS true"
    ).execute_if(dialect="postgresql"),
)
# All that lists, suggestions and counts ask of articles, in the order of a list: SQLite reads no texts.
# It holds `live` to be read alone; first in it, that would be taken where numbers of passages are quicker.
# PostgreSQL keeps no headline longer than 2,700 bytes in an index.
Index(
    "live_articles",
    *(
        versions.c[name]
        for name in (
            "published_last",
            "id",
            "live",
            "guild",
            "language",
            "outlet_folded",
            "outlet",
            "genre",
            "published_first",
            "published",
            "headline_folded",
            "article_id",
        )
    ),
    sqlite_where=versions.c.live.is_(true()),
).ddl_if(dialect="sqlite")

passages = Table(
    "passages",
    tables,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey(versions.c.id), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    sqlite_autoincrement=True,
)

vectors = Table(
    "vectors",
    tables,
    Column("passage_id", ForeignKey(passages.c.id), primary_key=True),
    Column("model_id", ForeignKey(models.c.id), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

# Tables of their own, as all that came later: catalogues of before need no change of a column.
acronyms = Table(
    "acronyms",
    tables,
    Column("version_id", ForeignKey(versions.c.id), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("short", String, nullable=False, index=True),
    Column("long", String, nullable=False, index=True),
    Column("short_form", Text, nullable=False),
    Column("long_form", Text, nullable=False),
    Column("stated", Boolean, nullable=False),
)

# Ranges of terms need the order of code points, which PostgreSQL gives only where it is asked for.
_Term = String().with_variant(String(collation="C"), "postgresql")

# Counted for each guild by itself, "" for what everybody sees: what one guild writes must not show in how
# the questions of another are read.
vocabulary = Table(
    "vocabulary",
    tables,
    Column("guild", String, primary_key=True),
    Column("term", _Term, primary_key=True),
    Column("reversed", _Term, nullable=False),
    Column("passages", Integer, nullable=False),
)
Index("vocabulary_backwards", vocabulary.c.guild, vocabulary.c.reversed)
