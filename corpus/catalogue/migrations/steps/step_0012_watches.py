"""Questions that somebody wants to be told about."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the table."""
    create_table(
        "watches",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("person", sa.String, nullable=False, index=True),
        sa.Column("guild", sa.String, index=True),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("message", sa.String),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("standalone", sa.Text, nullable=False),
        sa.Column("filters", sa.JSON, nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), nullable=False, index=True),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("told", sa.DateTime(timezone=True)),
        sa.Column("marks", sa.Integer, nullable=False, index=True),
        sa.Column("found", sa.String, sa.ForeignKey("answers.id"), index=True),
        sa.Column("difference", sa.String),
        sa.Column("tried", sa.DateTime(timezone=True)),
    )
