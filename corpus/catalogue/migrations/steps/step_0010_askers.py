"""Who asked for the answer in a message, and who waits for a better one."""

import sqlalchemy as sa
from alembic import op

from corpus.catalogue.migrations.lacking import columns, create_table, has_table

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables; for some hours those who wait stood in one called `askers`."""
    create_table(
        "waiters",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("person", sa.String, primary_key=True),
    )
    if has_table("askers") and "answer_id" in columns("askers"):
        op.execute(
            "INSERT INTO waiters (answer_id, person) SELECT answer_id, person FROM askers WHERE true "
            "ON CONFLICT DO NOTHING"
        )
        op.drop_table("askers")
    create_table(
        "askers",
        sa.Column("message_id", sa.String, primary_key=True),
        sa.Column("person", sa.String, nullable=False),
    )
