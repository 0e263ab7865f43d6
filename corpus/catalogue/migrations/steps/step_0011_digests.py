"""When and where a server is told what came in."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table."""
    create_table(
        "digests",
        sa.Column("guild", sa.String, primary_key=True),
        sa.Column("channel", sa.String),
        sa.Column("every", sa.String, nullable=False),
        sa.Column("hour", sa.Integer, nullable=False),
        sa.Column("told", sa.Integer, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("complained", sa.Boolean, nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True)),
        sa.Column("mark", sa.String),
        sa.Column("until", sa.Integer),
        sa.Column("place", sa.String),
        sa.Column("began", sa.DateTime(timezone=True)),
    )
