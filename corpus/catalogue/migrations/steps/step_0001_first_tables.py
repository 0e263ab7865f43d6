"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

from corpus.catalogue.migrations.lacking import create_table, has_table

revision = "0001"
down_revision = None


_Term = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_SQLITE_WORDS = """
CREATE VIRTUAL TABLE IF NOT EXISTS words
    USING fts5(tokens, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")
"""
_POSTGRESQL_WORDS = """
CREATE TABLE IF NOT EXISTS words (
    rowid bigint PRIMARY KEY,
    tokens text NOT NULL,
    lexemes tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED
);
CREATE INDEX IF NOT EXISTS words_lexemes ON words USING gin (lexemes)
"""


def upgrade() -> None:
    """Make what a catalogue of nothing lacks."""
    _facts()
    _articles()
    _found_by()
    _changes()
    _answers()
    words = _SQLITE_WORDS if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL_WORDS
    op.get_bind().exec_driver_sql(words)


def _facts() -> None:
    create_table(
        "facts",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    create_table(
        "models",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("revision", sa.String, nullable=False),
        sa.Column("dimensions", sa.Integer, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
    )


def _articles() -> None:
    if not has_table("versions"):
        op.create_table(
            "versions",
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("article_id", sa.String, nullable=False, index=True),
            sa.Column("live", sa.Boolean, nullable=False),
            sa.Column("guild", sa.String),
            sa.Column("url", sa.String, index=True),
            sa.Column("title", sa.Text),
            sa.Column("outlet", sa.String),
            sa.Column("outlet_folded", sa.String),
            sa.Column("author", sa.Text),
            sa.Column("published", sa.String(10)),
            sa.Column("published_first", sa.Date),
            sa.Column("published_last", sa.Date),
            sa.Column("modified", sa.String(10)),
            sa.Column("language", sa.String),
            sa.Column("source", sa.Text, nullable=False),
            sa.Column("text", sa.Text, nullable=False),
            sa.Column("text_hash", sa.String(64), nullable=False, index=True),
            sa.Column("added", sa.DateTime(timezone=True), nullable=False),
            sqlite_autoincrement=True,
        )
        live = sa.column("live", sa.Boolean).is_(sa.true())
        op.create_index(
            "one_live_version",
            "versions",
            ["article_id"],
            unique=True,
            sqlite_where=live,
            postgresql_where=live,
        )
    create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version_id", sa.Integer, sa.ForeignKey("versions.id"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )


def _found_by() -> None:
    create_table(
        "vectors",
        sa.Column("passage_id", sa.Integer, sa.ForeignKey("passages.id"), primary_key=True),
        sa.Column("model_id", sa.Integer, sa.ForeignKey("models.id"), primary_key=True),
        sa.Column("vector", sa.LargeBinary, nullable=False),
    )
    create_table(
        "terms",
        sa.Column("term", _Term, primary_key=True),
        sa.Column("reversed", _Term, nullable=False, index=True),
        sa.Column("passages", sa.Integer, nullable=False),
    )


def _changes() -> None:
    create_table(
        "changes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("guild", sa.String, index=True),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("article_id", sa.String, nullable=False, index=True),
        sa.Column("before", sa.Integer, sa.ForeignKey("versions.id")),
        sa.Column("after", sa.Integer, sa.ForeignKey("versions.id")),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("changes.id"), unique=True),
        sqlite_autoincrement=True,
    )


def _answers() -> None:
    create_table(
        "answers",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("guild", sa.String, index=True),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("filters", sa.JSON, nullable=False),
        sa.Column("abstained", sa.Boolean, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("candidates", sa.JSON, nullable=False),
        sa.Column("milliseconds", sa.Float, nullable=False),
    )
    create_table(
        "citations",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("version_id", sa.Integer, sa.ForeignKey("versions.id"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
