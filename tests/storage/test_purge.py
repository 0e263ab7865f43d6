import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.assembly import Desk, now
from corpus.catalogue import (
    journal,
    purge,
)
from corpus.catalogue.schema import tables
from corpus.errors import ChangeNotUndoable
from corpus.filters import Filters
from retrieval.index.chroma_sync import Follower
from tests.conftest import OpenDesk
from tests.storage.asked import MINE, THEIRS, UNKNOWN, ask
from tests.storage.newsroom import (
    BONUS,
    BRIDGE,
    add_one,
    article,
    assert_words_agree,
    found,
    listed,
    word_index,
)
from tests.storage.settled import settle


def everything(desk: Desk) -> dict[str, Any]:
    """Return all rows of all tables but the journal, and what the word index holds."""
    with desk.catalogue.reading() as connection:
        held = {
            table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables.sorted_tables
        }
        return held | word_index(connection)


def purged(desk: Desk, guild: str) -> dict[str, int]:
    with desk.catalogue.writing() as connection:
        return purge.purge(connection, guild, by="the operator", at=now())


def test_a_purge_leaves_what_was_there_before_the_guild_came_and_a_line_in_the_journal(
    newsdesk: Desk,
) -> None:
    add_one(newsdesk, article(BRIDGE))
    ask(newsdesk, UNKNOWN, None)
    settle(newsdesk, THEIRS)
    before = everything(newsdesk)
    settle(newsdesk, MINE)
    with newsdesk.catalogue.reading() as connection:
        held, last = purge.holdings(connection, MINE), journal.latest(connection)
    assert purged(newsdesk, MINE) == held
    assert held == {
        "articles": 2, "versions": 3, "passages": 3, "vectors": 3, "changes": 6, "notices": 1,
        "answers": 2, "citations": 1, "posted": 1, "askers": 1, "feedback": 1, "unanswered": 1, "watches": 1,
        "feeds": 1, "entries": 1, "proposals": 1, "settings": 1, "replies": 1, "waiters": 1, "digests": 1,
        "looks": 1, "seen": 1, "shares": 1, "servers": 1, "barred_channels": 1, "underway": 1,
    }  # fmt: skip
    after = everything(newsdesk)
    assert set(after.pop("changes")) > set(before.pop("changes"))
    assert after == before
    assert_words_agree(newsdesk.catalogue)
    with newsdesk.catalogue.reading() as connection:
        assert purge.holdings(connection, MINE) == {}
        line, *_ = journal.recent(connection)
    assert line.id == last + 1
    assert (line.action, line.actor, line.guild, line.article_id) == ("purge", "the operator", None, MINE)


def test_a_purge_is_not_undone(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BRIDGE))
    settle(newsdesk, MINE)
    purged(newsdesk, MINE)
    with newsdesk.catalogue.reading() as connection:
        number = journal.latest(connection)
    with pytest.raises(ChangeNotUndoable, match="gone for good"):
        newsdesk.curator.undo(number, "the operator")
    newsdesk.curator.undo(None, "the operator")
    assert listed(newsdesk) == listed(newsdesk, MINE) == []


def test_a_guild_that_is_unknown_is_not_purged(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BRIDGE))
    before = everything(newsdesk)
    assert purged(newsdesk, MINE) == {}
    assert everything(newsdesk) == before


def test_running_processes_notice_a_purge(open_desk: OpenDesk) -> None:
    comparing, indexing, other = open_desk(), open_desk(long_running=True), open_desk()
    add_one(other, article(BONUS), guild=MINE)
    add_one(other, article(BRIDGE))
    mine = Filters(guild=MINE)
    assert (
        set(found(comparing, "tekenbonus", mine))
        == set(found(indexing, "tekenbonus", mine))
        == {BONUS, BRIDGE}
    )
    chroma = indexing.chroma
    assert chroma is not None
    follower = Follower(indexing.catalogue, chroma, seconds=0.02)
    follower.start()
    try:
        asked = indexing.embedder.embed(["tekenbonus"])[0]
        assert becomes(lambda: len(chroma.nearest(asked, 9, mine)), 2)
        purged(other, MINE)
        assert found(comparing, "tekenbonus", mine) == found(indexing, "tekenbonus", mine) == [BRIDGE]
        assert becomes(lambda: len(chroma.nearest(asked, 9, mine)), 1)
    finally:
        follower.stop()


def becomes(look: Callable[[], int], number: int) -> bool:
    """Wait until one sees that number."""
    for _ in range(3000):
        if look() == number:
            return True
        time.sleep(0.02)
    return False
