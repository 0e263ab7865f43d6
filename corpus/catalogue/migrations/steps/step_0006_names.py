"""Acronyms that articles give, and how words of a question were read."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import create_table

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the tables; the acronyms of articles of before are learnt when the catalogue is opened."""
    create_table(
        "acronyms",
        sa.Column("version_id", sa.Integer, sa.ForeignKey("versions.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("short", sa.String, nullable=False, index=True),
        sa.Column("long", sa.String, nullable=False, index=True),
        sa.Column("short_form", sa.Text, nullable=False),
        sa.Column("long_form", sa.Text, nullable=False),
        sa.Column("stated", sa.Boolean, nullable=False),
    )
    create_table(
        "readings",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("written", sa.Text, nullable=False),
        sa.Column("read_as", sa.Text, nullable=False),
        sa.Column("cause", sa.String, nullable=False),
        sa.Column("outlet", sa.Text),
    )
