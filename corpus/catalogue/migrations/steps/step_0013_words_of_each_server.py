"""Words are counted, and who was told of a channel is kept, for each server by itself."""

from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

# Ranges of terms need the order of code points.
_TERM = sa.String().with_variant(sa.String(collation="C"), "postgresql")
_BATCH = 1000


def upgrade() -> None:
    """Count the words of what is indexed anew; who was told before is told once more."""
    counted = op.create_table(
        "vocabulary",
        sa.Column("guild", sa.String, primary_key=True),
        sa.Column("term", _TERM, primary_key=True),
        sa.Column("reversed", _TERM, nullable=False),
        sa.Column("passages", sa.Integer, nullable=False),
        sa.Index("vocabulary_backwards", "guild", "reversed"),
    )
    rows = [
        {"guild": guild, "term": term, "reversed": term[::-1], "passages": number}
        for (guild, term), number in sorted(_counts().items())
    ]
    for start in range(0, len(rows), _BATCH):
        op.bulk_insert(counted, rows[start : start + _BATCH])
    op.drop_table("terms")
    op.create_table(
        "barred_channels",
        sa.Column("guild", sa.String, nullable=False, index=True),
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("channel_id", sa.String, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.drop_table("barred")


def _counts() -> Counter[tuple[str, str]]:
    """Count the indexed passages that hold each term, by guild; "" is everybody's."""
    indexed = op.get_bind().execute(
        sa.text(
            "SELECT COALESCE(versions.guild, ''), words.tokens FROM words "
            "JOIN passages ON passages.id = words.rowid JOIN versions ON versions.id = passages.version_id"
        )
    )
    return Counter((guild, term) for guild, tokens in indexed for term in set(tokens.split()))
