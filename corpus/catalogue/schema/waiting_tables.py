"""Questions that wait for an answer, or for a better one."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Table, Text

from corpus.catalogue.moments import Moment
from corpus.catalogue.schema.answer_tables import answers
from corpus.catalogue.schema.metadata import tables

unanswered = Table(
    "unanswered",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("guild", String, index=True),
    Column("reason", String, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Column("closed", Moment),
    Column("closed_by", String),
)

waiters = Table(
    "waiters",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("person", String, primary_key=True),
)

watches = Table(
    "watches",
    tables,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False, index=True),
    Column("guild", String, index=True),
    Column("channel", String, nullable=False),
    Column("message", String),
    Column("private", Boolean, nullable=False),
    Column("language", String, nullable=False),
    Column("question", Text, nullable=False),
    Column("standalone", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("created", Moment, nullable=False),
    Column("answer_id", ForeignKey(answers.c.id), nullable=False, index=True),
    Column("seen", Integer, nullable=False),
    Column("told", Moment),
    Column("marks", Integer, nullable=False, index=True),
    Column("found", ForeignKey(answers.c.id), index=True),
    Column("difference", String),
    Column("tried", Moment),
)
