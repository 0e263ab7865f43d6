"""The servers that the bot has met."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the table."""
    create_table(
        "servers",
        sa.Column("guild", sa.String, primary_key=True),
        sa.Column("name", sa.Text),
        sa.Column("met", sa.DateTime(timezone=True), nullable=False),
        sa.Column("greeted", sa.DateTime(timezone=True)),
        sa.Column("present", sa.Boolean, nullable=False),
        sa.Column("lacks", sa.JSON, nullable=False),
    )
