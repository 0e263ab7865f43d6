"""The feeds that are followed, with the entries that were seen in them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.metadata import tables

feeds = Table(
    "feeds",
    tables,
    Column("id", Integer, primary_key=True),
    Column("guild", String, index=True),
    Column("url", String, nullable=False),
    Column("title", Text),
    Column("adds", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("added_by", String, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("polled", Moment),
    Column("due", Moment, nullable=False, index=True),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("lost", Integer, nullable=False),
    Column("lost_because", Text),
    sqlite_autoincrement=True,
)
Index("one_feed_of_an_address", feeds.c.guild, feeds.c.url, unique=True)

entries = Table(
    "entries",
    tables,
    Column("feed_id", ForeignKey(feeds.c.id), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("seen", Moment),
    Column("tries", Integer, nullable=False),
)
