"""Marks of cards that are counted, tries of feeds, and headlines to search in."""

import sqlalchemy as sa
from alembic import op

from corpus.catalogue.migrations.lacking import add_column, add_filled_column, columns, create_index

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Change the columns; what was stale was marked once, and entries that were seen were seen at once."""
    create_index("ix_changes_before", "changes", ["before"])
    create_index("ix_changes_after", "changes", ["after"])
    add_column("versions", sa.Column("headline_folded", sa.Text))
    add_column("feeds", sa.Column("lost_because", sa.Text))
    add_filled_column("feeds", sa.Column("lost", sa.Integer), "0", sqlite_autoincrement=True)
    add_filled_column("entries", sa.Column("tries", sa.Integer), "0")
    if not columns("entries")["seen"]["nullable"]:
        with op.batch_alter_table("entries") as batch:
            batch.alter_column("seen", existing_type=sa.DateTime(timezone=True), nullable=True)
    if isinstance(columns("posted")["stale"]["type"], sa.Boolean):
        with op.batch_alter_table("posted") as batch:
            batch.alter_column(
                "stale",
                existing_type=sa.Boolean(),
                type_=sa.Integer(),
                existing_nullable=False,
                postgresql_using="stale::integer",
            )
