"""The answers that were given with all that belongs to them."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, String, Table, Text

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.article_tables import versions
from corpus.catalogue.schema.metadata import tables

answers = Table(
    "answers",
    tables,
    Column("id", String, primary_key=True),
    Column("asked", Moment, nullable=False),
    Column("guild", String, index=True),
    Column("question", Text, nullable=False),
    Column("standalone", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("abstained", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("text", Text, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("milliseconds", Float, nullable=False),
)

citations = Table(
    "citations",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("version_id", ForeignKey(versions.c.id), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# A table of its own: catalogues of before have no words that answer, and need no change.
replies = Table(
    "replies",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
)

readings = Table(
    "readings",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("written", Text, nullable=False),
    Column("read_as", Text, nullable=False),
    Column("cause", String, nullable=False),
    Column("outlet", Text),
)

feedback = Table(
    "feedback",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("person", String, primary_key=True),
    Column("helpful", Boolean, nullable=False),
    Column("comment", Text),
    Column("at", Moment, nullable=False),
)
