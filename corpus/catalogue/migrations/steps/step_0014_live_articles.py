"""SQLite lists, suggests and counts articles from an index, without reading their texts."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the index; a second for 100,000 articles."""
    if op.get_bind().dialect.name == "sqlite":
        op.create_index(
            "live_articles",
            "versions",
            [
                "published_last",
                "id",
                "live",
                "guild",
                "language",
                "outlet_folded",
                "outlet",
                "genre",
                "published_first",
                "published",
                "headline_folded",
                "article_id",
            ],
            sqlite_where=sa.column("live", sa.Boolean).is_(sa.true()),
            if_not_exists=True,
        )
