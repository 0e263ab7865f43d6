"""The tables of the catalogue, all of them: whoever imports one finds every other made."""

from corpus.catalogue.schema.answer_tables import answers, citations, feedback, readings, replies
from corpus.catalogue.schema.article_tables import acronyms, passages, terms, vectors, versions
from corpus.catalogue.schema.catalogue_tables import facts, models
from corpus.catalogue.schema.change_tables import changes, notices, proposals
from corpus.catalogue.schema.feed_tables import entries, feeds
from corpus.catalogue.schema.message_tables import askers, looks, posted, seen, shares, underway
from corpus.catalogue.schema.metadata import tables
from corpus.catalogue.schema.server_tables import barred, digests, guilds, servers
from corpus.catalogue.schema.waiting_tables import unanswered, waiters, watches

__all__ = [
    "acronyms",
    "answers",
    "askers",
    "barred",
    "changes",
    "citations",
    "digests",
    "entries",
    "facts",
    "feedback",
    "feeds",
    "guilds",
    "looks",
    "models",
    "notices",
    "passages",
    "posted",
    "proposals",
    "readings",
    "replies",
    "seen",
    "servers",
    "shares",
    "tables",
    "terms",
    "unanswered",
    "underway",
    "vectors",
    "versions",
    "waiters",
    "watches",
]
