"""The words of a quote that answer."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table; answers of before have no such words."""
    create_table(
        "replies",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
    )
