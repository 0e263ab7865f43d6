"""What was searched in private, to be shared."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables."""
    create_table(
        "looks",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("guild", sa.String, nullable=False, index=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("document", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, index=True),
    )
    create_table(
        "seen",
        sa.Column("look_id", sa.String, sa.ForeignKey("looks.id"), primary_key=True),
        sa.Column("article_id", sa.String, primary_key=True, index=True),
    )
    create_table(
        "shares",
        sa.Column("message_id", sa.String, primary_key=True),
        sa.Column("channel_id", sa.String, nullable=False),
        sa.Column("look_id", sa.String, sa.ForeignKey("looks.id"), nullable=False, unique=True),
        sa.Column("person", sa.String, nullable=False),
        sa.Column("how", sa.String, nullable=False),
        sa.Column("embedded", sa.Boolean, nullable=False),
        sa.Column("stale", sa.Integer, nullable=False, index=True),
    )
