"""The facts of a catalogue with the models of its vectors."""

from sqlalchemy import Boolean, Column, Integer, String, Table, Text

from corpus.catalogue.schema.metadata import tables

facts = Table(
    "facts",
    tables,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

models = Table(
    "models",
    tables,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("dimensions", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
)
