"""The servers that the bot is in, with what they have set."""

from sqlalchemy import JSON, Boolean, Column, Integer, String, Table, Text

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.metadata import tables

guilds = Table(
    "guilds",
    tables,
    Column("guild", String, primary_key=True),
    Column("settings", JSON, nullable=False),
)

servers = Table(
    "servers",
    tables,
    Column("guild", String, primary_key=True),
    Column("name", Text),
    Column("met", Moment, nullable=False),
    Column("greeted", Moment),
    Column("present", Boolean, nullable=False),
    Column("lacks", JSON, nullable=False),
)

barred = Table(
    "barred_channels",
    tables,
    Column("guild", String, nullable=False, index=True),
    Column("person", String, primary_key=True),
    Column("channel_id", String, primary_key=True),
    Column("at", Moment, nullable=False),
)

digests = Table(
    "digests",
    tables,
    Column("guild", String, primary_key=True),
    Column("channel", String),
    Column("every", String, nullable=False),
    Column("hour", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("complained", Boolean, nullable=False),
    Column("not_before", Moment),
    Column("mark", String),
    Column("until", Integer),
    Column("place", String),
    Column("began", Moment),
)
