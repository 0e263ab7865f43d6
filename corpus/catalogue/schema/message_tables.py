"""What stands in Discord or is on its way there, for a correction or an apology to find it."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.answer_tables import answers
from corpus.catalogue.schema.metadata import tables

posted = Table(
    "posted",
    tables,
    Column("message_id", String, primary_key=True),
    Column("channel_id", String, nullable=False),
    Column("answer_id", ForeignKey(answers.c.id), nullable=False, index=True),
    Column("language", String, nullable=False),
    Column("embedded", Boolean, nullable=False),
    Column("stale", Integer, nullable=False, index=True),
)

# A table of its own: of cards that were posted before it nobody is known to have asked.
askers = Table(
    "askers",
    tables,
    Column("message_id", String, primary_key=True),
    Column("person", String, nullable=False),
)

looks = Table(
    "looks",
    tables,
    Column("id", String, primary_key=True),
    Column("guild", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("document", JSON, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

# Which articles a look shows, for a correction to find it.
seen = Table(
    "seen",
    tables,
    Column("look_id", ForeignKey(looks.c.id), primary_key=True),
    Column("article_id", String, primary_key=True, index=True),
)

shares = Table(
    "shares",
    tables,
    Column("message_id", String, primary_key=True),
    Column("channel_id", String, nullable=False),
    Column("look_id", ForeignKey(looks.c.id), nullable=False, unique=True),
    Column("person", String, nullable=False),
    Column("how", String, nullable=False),
    Column("embedded", Boolean, nullable=False),
    Column("stale", Integer, nullable=False, index=True),
)

underway = Table(
    "underway",
    tables,
    Column("id", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("run", String, nullable=False),
    Column("language", String, nullable=False),
    Column("guild", String),
    Column("channel_id", String),
    Column("message_id", String),
    Column("application_id", String),
    Column("token", Text),
    Column("custom_id", String),
    Column("proposal_id", String),
)
