"""Requests that are under way, and whom the bot cannot answer where they asked."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables."""
    create_table(
        "barred",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("channel_id", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    create_table(
        "underway",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("guild", sa.String),
        sa.Column("channel_id", sa.String),
        sa.Column("message_id", sa.String),
        sa.Column("application_id", sa.String),
        sa.Column("token", sa.Text),
        sa.Column("custom_id", sa.String),
        sa.Column("proposal_id", sa.String),
    )
