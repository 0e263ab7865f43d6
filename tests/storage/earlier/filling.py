"""Fill a catalogue by the release that is on the path: articles and an answer, then a row for every table.

    python filling.py HOME ADDRESS-ON-POSTGRESQL

makes `catalogue.db` in that folder from the texts that lie there, and copies it to the other database.
"""

from __future__ import annotations

import contextlib
import datetime
import sys
from typing import Any

from sqlalchemy import Boolean, Connection, Integer, create_engine, func, insert, select, text

from bot.commands.app import app
from corpus.catalogue.connection import Catalogue
from corpus.catalogue.schema import tables
from retrieval.errors import RetrievalError

AT = datetime.datetime(2026, 11, 22, 15, 0, tzinfo=datetime.UTC)


def fill(connection: Connection) -> None:
    """Fill the tables of one release, the named before those that name them."""
    if not connection.scalar(select(func.count()).select_from(tables.tables["answers"])):
        _answer(connection)
    known = _known(connection)
    for table in tables.sorted_tables:
        if table.name in known and not connection.scalar(select(func.count()).select_from(table)):
            row = {name: value for name, value in known[table.name].items() if name in table.columns}
            if table.name == "posted" and isinstance(table.c.stale.type, Boolean):
                row["stale"] = True  # later releases count
            connection.execute(insert(table).values(**row))


def _answer(connection: Connection) -> None:
    """Write down an answer by hand: the commit that brought the reader's code had no model for it yet."""
    versions = tables.tables["versions"]
    wolves = connection.scalar(select(versions.c.id).where(versions.c.title == "Wolven"))
    answer = {
        "id": "wolves", "asked": AT, "question": "Hoeveel wolven leven er in het Drostenwoud?",
        "standalone": "Hoeveel wolven leven er in het Drostenwoud?", "filters": {}, "abstained": False,
        "confidence": 0.9, "text": "In het Drostenwoud leven 39 wolven. [1]", "candidates": [],
        "milliseconds": 1.0,
    }  # fmt: skip
    connection.execute(insert(tables.tables["answers"]).values(**answer))
    cited = {"answer_id": "wolves", "number": 1, "version_id": wolves, "start": 0, "end": 35}
    connection.execute(insert(tables.tables["citations"]).values(**cited))


def _known(connection: Connection) -> dict[str, dict[str, Any]]:
    versions, answers, changes = (tables.tables[name] for name in ("versions", "answers", "changes"))
    article = connection.scalar(select(versions.c.article_id).order_by(versions.c.id).limit(1))
    version = connection.scalar(select(versions.c.id).order_by(versions.c.id).limit(1))
    answer = connection.scalar(select(answers.c.id))
    change = connection.scalar(select(changes.c.id).order_by(changes.c.id).limit(1))
    filters = connection.scalar(select(answers.c.filters))
    return {
        "notices": {"change_id": change, "article_id": article, "note": "Het was 62 miljoen."},
        "posted": {
            "message_id": "900", "channel_id": "800", "answer_id": answer, "language": "nl",
            "embedded": True, "stale": 1,
        },
        "feedback": {
            "answer_id": answer, "person": "700", "helpful": False, "comment": "Welke brug?", "at": AT,
        },
        "unanswered": {
            "answer_id": answer, "guild": "600", "reason": "abstained", "told": True, "at": AT,
            "closed": AT, "closed_by": "701",
        },
        "guilds": {"guild": "600", "settings": {"language": "nl"}},
        "feeds": {
            "guild": "600", "url": "https://krant.example/feed", "title": "De Krant", "adds": True,
            "paused": False, "added_by": "701", "etag": "W/1", "polled": AT, "due": AT,
            "failures": 0, "lost": 2,
        },
        "entries": {"feed_id": 1, "key": "0" * 64, "seen": AT, "tries": 0},
        "proposals": {
            "id": "500", "guild": "600", "by": "701", "at": AT, "draft": {"text": "Nog een brug."},
            "feed_id": 1, "answers": [], "announced": False, "state": "open",
        },
        "replies": {"answer_id": answer, "number": 1, "start": 37, "end": 53, "confidence": 0.5},
        "acronyms": {
            "version_id": version, "place": 0, "short": "ns", "long": "nationale spoorwegen",
            "short_form": "NS", "long_form": "Nationale Spoorwegen", "stated": True,
        },
        "readings": {
            "answer_id": answer, "place": 0, "written": "brugg", "read_as": "brug", "cause": "spelling",
        },
        "looks": {
            "id": "400", "guild": "600", "kind": "search", "language": "nl", "document": {"hits": []},
            "at": AT,
        },
        "seen": {"look_id": "400", "article_id": article},
        "shares": {
            "message_id": "901", "channel_id": "800", "look_id": "400", "person": "700", "how": "search",
            "embedded": True, "stale": 0,
        },
        "servers": {
            "guild": "600", "name": "De server", "met": AT, "greeted": AT, "present": True, "lacks": [],
        },
        "barred": {"person": "700", "channel_id": "800", "at": AT},
        "underway": {"id": "300", "at": AT, "run": "1", "language": "nl", "token": "t"},
        # The first form of this table was of those who wait.
        "askers": {"message_id": "900", "answer_id": answer, "person": "700"},
        "waiters": {"answer_id": answer, "person": "700"},
        "digests": {
            "guild": "600", "channel": "800", "every": "week", "hour": 8, "told": 1, "since": AT,
            "complained": False,
        },
        "watches": {
            "id": "200", "person": "700", "guild": "600", "channel": "800", "private": False,
            "language": "nl", "question": "Wat kostte de brug?", "standalone": "Wat kostte de brug?",
            "filters": filters, "created": AT, "answer_id": answer, "seen": 1, "marks": 0,
        },
    }  # fmt: skip


def copy(old: Connection, new: Connection) -> None:
    """Put the rows of one database into the tables that this release has made in another."""
    for table in tables.sorted_tables:
        new.execute(table.delete())
        rows = [dict(row) for row in old.execute(select(table)).mappings()]
        if rows:
            new.execute(insert(table), rows)
        if rows and "id" in table.c and isinstance(table.c.id.type, Integer):
            numbers = func.pg_get_serial_sequence(table.name, "id")
            new.execute(select(func.setval(numbers, max(row["id"] for row in rows))))
    for row in old.execute(text("SELECT rowid AS passage, tokens FROM words")).mappings().all():
        new.execute(text("INSERT INTO words (rowid, tokens) VALUES (:passage, :tokens)"), dict(row))


def _say(*said: str) -> None:
    sys.argv = ["newsdesk", *said]
    with contextlib.suppress(SystemExit, RetrievalError):
        app(prog_name="newsdesk")


if __name__ == "__main__":
    home, beside = sys.argv[1:]
    for said in (
        *(["add", name] for name in ("old.txt", "new.txt", "wolves.txt")),
        ["ask", "Hoeveel wolven leven er in het Drostenwoud?"],
        ["remove", "https://krant.example/brug"],
        ["undo"],
    ):
        _say(*said)
    Catalogue(beside).close()
    engine, other = create_engine(f"sqlite:///{home}/catalogue.db"), create_engine(beside)
    with engine.begin() as made, other.begin() as copied:
        fill(made)
        copy(made, copied)
