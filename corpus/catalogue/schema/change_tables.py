"""What was done to articles or is proposed, for moderators to decide or readers to be told."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.article_tables import versions
from corpus.catalogue.schema.feed_tables import feeds
from corpus.catalogue.schema.metadata import tables

changes = Table(
    "changes",
    tables,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String, nullable=False),
    Column("guild", String, index=True),
    Column("action", String, nullable=False),
    Column("article_id", String, nullable=False, index=True),
    Column("before", ForeignKey(versions.c.id), index=True),
    Column("after", ForeignKey(versions.c.id), index=True),
    Column("undoes", ForeignKey("changes.id"), unique=True),
    sqlite_autoincrement=True,
)

notices = Table(
    "notices",
    tables,
    Column("change_id", ForeignKey(changes.c.id), primary_key=True),
    Column("article_id", String, nullable=False, index=True),
    Column("note", Text, nullable=False),
)

proposals = Table(
    "proposals",
    tables,
    Column("id", String, primary_key=True),
    Column("guild", String, index=True),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("draft", JSON, nullable=False),
    Column("feed_id", ForeignKey(feeds.c.id)),
    Column("corrects", String),
    Column("note", Text),
    Column("answers", JSON, nullable=False),
    Column("announced", Boolean, nullable=False),
    Column("state", String, nullable=False),
)
