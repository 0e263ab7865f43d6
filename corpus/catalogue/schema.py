"""The tables of the catalogue.

An article's versions are never changed after they are written: a replaced or removed version only
stops being live, so every change can be undone without reading or embedding anything again.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    true,
)

from corpus.catalogue.moments import Moment

VERSION = "2"

tables = MetaData()

# Ranges of terms need the order of code points, which PostgreSQL gives only where it is asked for.
_Term = String().with_variant(String(collation="C"), "postgresql")

facts = Table(
    "facts",
    tables,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

models = Table(
    "models",
    tables,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("revision", String, nullable=False),
    Column("dimensions", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
)

versions = Table(
    "versions",
    tables,
    Column("id", Integer, primary_key=True),
    Column("article_id", String, nullable=False, index=True),
    Column("live", Boolean, nullable=False),
    Column("guild", String),
    Column("url", String, index=True),
    Column("address", String, index=True),
    Column("title", Text),
    Column("outlet", String),
    Column("outlet_folded", String),
    Column("headline_folded", Text),
    Column("author", Text),
    Column("published", String(10)),
    Column("published_first", Date),
    Column("published_last", Date),
    Column("modified", String(10)),
    Column("language", String),
    Column("genre", String),
    Column("shortfall", String),
    Column("source", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_hash", String(64), nullable=False, index=True),
    Column("added", Moment, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "one_live_version",
    versions.c.article_id,
    unique=True,
    sqlite_where=versions.c.live.is_(true()),
    postgresql_where=versions.c.live.is_(true()),
)

passages = Table(
    "passages",
    tables,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey(versions.c.id), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    sqlite_autoincrement=True,
)

vectors = Table(
    "vectors",
    tables,
    Column("passage_id", ForeignKey(passages.c.id), primary_key=True),
    Column("model_id", ForeignKey(models.c.id), primary_key=True),
    Column("vector", LargeBinary, nullable=False),
)

# Tables of their own, as all that came later: catalogues of before need no change of a column.
acronyms = Table(
    "acronyms",
    tables,
    Column("version_id", ForeignKey(versions.c.id), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("short", String, nullable=False, index=True),
    Column("long", String, nullable=False, index=True),
    Column("short_form", Text, nullable=False),
    Column("long_form", Text, nullable=False),
    Column("stated", Boolean, nullable=False),
)

terms = Table(
    "terms",
    tables,
    Column("term", _Term, primary_key=True),
    Column("reversed", _Term, nullable=False, index=True),
    Column("passages", Integer, nullable=False),
)

changes = Table(
    "changes",
    tables,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor", String, nullable=False),
    Column("guild", String, index=True),
    Column("action", String, nullable=False),
    Column("article_id", String, nullable=False, index=True),
    Column("before", ForeignKey(versions.c.id), index=True),
    Column("after", ForeignKey(versions.c.id), index=True),
    Column("undoes", ForeignKey("changes.id"), unique=True),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    tables,
    Column("id", String, primary_key=True),
    Column("asked", Moment, nullable=False),
    Column("guild", String, index=True),
    Column("question", Text, nullable=False),
    Column("standalone", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("abstained", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("text", Text, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("milliseconds", Float, nullable=False),
)

citations = Table(
    "citations",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("version_id", ForeignKey(versions.c.id), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# A table of its own: catalogues of before have no words that answer, and need no change.
replies = Table(
    "replies",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
)

readings = Table(
    "readings",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("written", Text, nullable=False),
    Column("read_as", Text, nullable=False),
    Column("cause", String, nullable=False),
    Column("outlet", Text),
)

notices = Table(
    "notices",
    tables,
    Column("change_id", ForeignKey(changes.c.id), primary_key=True),
    Column("article_id", String, nullable=False, index=True),
    Column("note", Text, nullable=False),
)

posted = Table(
    "posted",
    tables,
    Column("message_id", String, primary_key=True),
    Column("channel_id", String, nullable=False),
    Column("answer_id", ForeignKey(answers.c.id), nullable=False, index=True),
    Column("language", String, nullable=False),
    Column("embedded", Boolean, nullable=False),
    Column("stale", Integer, nullable=False, index=True),
)

feedback = Table(
    "feedback",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("person", String, primary_key=True),
    Column("helpful", Boolean, nullable=False),
    Column("comment", Text),
    Column("at", Moment, nullable=False),
)

unanswered = Table(
    "unanswered",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("guild", String, index=True),
    Column("reason", String, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
    Column("closed", Moment),
    Column("closed_by", String),
)

guilds = Table(
    "guilds",
    tables,
    Column("guild", String, primary_key=True),
    Column("settings", JSON, nullable=False),
)

feeds = Table(
    "feeds",
    tables,
    Column("id", Integer, primary_key=True),
    Column("guild", String, index=True),
    Column("url", String, nullable=False),
    Column("title", Text),
    Column("adds", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("added_by", String, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("polled", Moment),
    Column("due", Moment, nullable=False, index=True),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("lost", Integer, nullable=False),
    Column("lost_because", Text),
    sqlite_autoincrement=True,
)
Index("one_feed_of_an_address", feeds.c.guild, feeds.c.url, unique=True)

entries = Table(
    "entries",
    tables,
    Column("feed_id", ForeignKey(feeds.c.id), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("seen", Moment),
    Column("tries", Integer, nullable=False),
)

proposals = Table(
    "proposals",
    tables,
    Column("id", String, primary_key=True),
    Column("guild", String, index=True),
    Column("by", String, nullable=False),
    Column("at", Moment, nullable=False),
    Column("draft", JSON, nullable=False),
    Column("feed_id", ForeignKey(feeds.c.id)),
    Column("corrects", String),
    Column("note", Text),
    Column("answers", JSON, nullable=False),
    Column("announced", Boolean, nullable=False),
    Column("state", String, nullable=False),
)

looks = Table(
    "looks",
    tables,
    Column("id", String, primary_key=True),
    Column("guild", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("document", JSON, nullable=False),
    Column("at", Moment, nullable=False, index=True),
)

# Which articles a look shows, for a correction to find it.
seen = Table(
    "seen",
    tables,
    Column("look_id", ForeignKey(looks.c.id), primary_key=True),
    Column("article_id", String, primary_key=True, index=True),
)

shares = Table(
    "shares",
    tables,
    Column("message_id", String, primary_key=True),
    Column("channel_id", String, nullable=False),
    Column("look_id", ForeignKey(looks.c.id), nullable=False, unique=True),
    Column("person", String, nullable=False),
    Column("how", String, nullable=False),
    Column("embedded", Boolean, nullable=False),
    Column("stale", Integer, nullable=False, index=True),
)

servers = Table(
    "servers",
    tables,
    Column("guild", String, primary_key=True),
    Column("name", Text),
    Column("met", Moment, nullable=False),
    Column("greeted", Moment),
    Column("present", Boolean, nullable=False),
    Column("lacks", JSON, nullable=False),
)

barred = Table(
    "barred",
    tables,
    Column("person", String, primary_key=True),
    Column("channel_id", String, primary_key=True),
    Column("at", Moment, nullable=False),
)

underway = Table(
    "underway",
    tables,
    Column("id", String, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("run", String, nullable=False),
    Column("language", String, nullable=False),
    Column("guild", String),
    Column("channel_id", String),
    Column("message_id", String),
    Column("application_id", String),
    Column("token", Text),
    Column("custom_id", String),
    Column("proposal_id", String),
)

# A table of its own: of cards that were posted before it nobody is known to have asked.
askers = Table(
    "askers",
    tables,
    Column("message_id", String, primary_key=True),
    Column("person", String, nullable=False),
)

digests = Table(
    "digests",
    tables,
    Column("guild", String, primary_key=True),
    Column("channel", String),
    Column("every", String, nullable=False),
    Column("hour", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("complained", Boolean, nullable=False),
    Column("not_before", Moment),
    Column("mark", String),
    Column("until", Integer),
    Column("place", String),
    Column("began", Moment),
)

waiters = Table(
    "waiters",
    tables,
    Column("answer_id", ForeignKey(answers.c.id), primary_key=True),
    Column("person", String, primary_key=True),
)

watches = Table(
    "watches",
    tables,
    Column("id", String, primary_key=True),
    Column("person", String, nullable=False, index=True),
    Column("guild", String, index=True),
    Column("channel", String, nullable=False),
    Column("message", String),
    Column("private", Boolean, nullable=False),
    Column("language", String, nullable=False),
    Column("question", Text, nullable=False),
    Column("standalone", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("created", Moment, nullable=False),
    Column("answer_id", ForeignKey(answers.c.id), nullable=False, index=True),
    Column("seen", Integer, nullable=False),
    Column("told", Moment),
    Column("marks", Integer, nullable=False, index=True),
    Column("found", ForeignKey(answers.c.id), index=True),
    Column("difference", String),
    Column("tried", Moment),
)
