"""What an article's address has in common with its other spellings, its kind, and what it lacks."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import add_column, create_index

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns; `corpus.catalogue.upgrading` fills them, for no SQL can."""
    for name in ("address", "genre", "shortfall"):
        add_column("versions", sa.Column(name, sa.String))
    create_index("ix_versions_address", "versions", ["address"])
