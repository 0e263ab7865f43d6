"""Cards in Discord, feedback, feeds, proposals, and questions as they were understood."""

import sqlalchemy as sa

from corpus.catalogue.migrations.lacking import add_filled_column, create_table

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; a question of before was understood as it was asked."""
    add_filled_column("answers", sa.Column("standalone", sa.Text), "question")
    _cards()
    _queues()
    _feeds()


def _cards() -> None:
    create_table(
        "posted",
        sa.Column("message_id", sa.String, primary_key=True),
        sa.Column("channel_id", sa.String, nullable=False),
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), nullable=False, index=True),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("embedded", sa.Boolean, nullable=False),
        sa.Column("stale", sa.Boolean, nullable=False, index=True),
    )
    create_table(
        "feedback",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("comment", sa.Text),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    create_table(
        "notices",
        sa.Column("change_id", sa.Integer, sa.ForeignKey("changes.id"), primary_key=True),
        sa.Column("article_id", sa.String, nullable=False, index=True),
        sa.Column("note", sa.Text, nullable=False),
    )
    create_table(
        "guilds",
        sa.Column("guild", sa.String, primary_key=True),
        sa.Column("settings", sa.JSON, nullable=False),
    )


def _feeds() -> None:
    create_table(
        "feeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("guild", sa.String, index=True),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("adds", sa.Boolean, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("added_by", sa.String, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("polled", sa.DateTime(timezone=True)),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False, index=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("error", sa.Text),
        sa.Index("one_feed_of_an_address", "guild", "url", unique=True),
        sqlite_autoincrement=True,
    )
    create_table(
        "entries",
        sa.Column("feed_id", sa.Integer, sa.ForeignKey("feeds.id"), primary_key=True),
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
    )
    create_table(
        "proposals",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("guild", sa.String, index=True),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("draft", sa.JSON, nullable=False),
        sa.Column("feed_id", sa.Integer, sa.ForeignKey("feeds.id")),
        sa.Column("corrects", sa.String),
        sa.Column("note", sa.Text),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("announced", sa.Boolean, nullable=False),
        sa.Column("state", sa.String, nullable=False),
    )


def _queues() -> None:
    create_table(
        "unanswered",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answers.id"), primary_key=True),
        sa.Column("guild", sa.String, index=True),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed", sa.DateTime(timezone=True)),
        sa.Column("closed_by", sa.String),
    )
