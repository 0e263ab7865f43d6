import time
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.assembly import Desk, now
from corpus.catalogue import (
    askers,
    digests,
    feed_entries,
    feedback,
    feeds,
    guild_settings,
    journal,
    looks,
    posted,
    proposals,
    purge,
    shares,
    unanswered,
    waiters,
    watches,
)
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.looks import Look
from corpus.catalogue.posted import Posted
from corpus.catalogue.schema import tables
from corpus.catalogue.shares import Share
from corpus.catalogue.unanswered import Reason
from corpus.errors import ChangeNotUndoable
from corpus.filters import Filters
from retrieval.index.chroma_sync import Follower
from tests.conftest import OpenDesk
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, UNKNOWN, ask
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
from tests.storage.test_watches import watch

URL = "https://www.example.org/bonus"


def settle(desk: Desk, guild: str) -> None:
    """Leave something of a guild in every table."""
    add_one(desk, article(BONUS, url=URL), guild=guild)
    kept = add_one(desk, article(BONUS.replace("495", "595"), url=URL), guild=guild).article
    gone = add_one(desk, article("Dit verhaal gaat weer weg."), guild=guild).article
    desk.curator.remove([gone.id], "5", guild)
    desk.curator.undo(None, "5", guild)
    desk.curator.correct(kept.id, "It was 595.", "5", guild)
    known, unknown = ask(desk, KNOWN, guild), ask(desk, UNKNOWN, guild)
    with desk.catalogue.writing() as connection:
        posted.remember(connection, Posted(f"9{guild}", "77", known.id, "nl", embedded=True))
        askers.remember(connection, f"9{guild}", "5")
        feedback.give(connection, known.id, "5", helpful=True, comment=None, at=NOON)
        unanswered.put(connection, unknown.id, Reason.ABSTAINED, NOON)
        waiters.add(connection, unknown.id, "5")
        digests.settle(connection, guild, NOON, channel="77")
        feed = feeds.add(connection, guild, "https://a.example/feed", None, adds=False, by="5", at=NOON).id
        feed_entries.see(connection, feed, ["an entry"], NOON)
        proposals.put(connection, article(BRIDGE), guild=guild, by="5", at=NOON, feed_id=feed)
        watches.start(connection, watch(unknown.id, guild=guild))
        guild_settings.write(connection, guild, GuildSettings(language="nl"))
        looks.keep(connection, Look(f"look {guild}", guild, "search", "nl", {}), [kept.id], NOON)
        shares.remember(
            connection, Share(f"8{guild}", "77", f"look {guild}", "5", "all", embedded=True), NOON
        )


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
        "looks": 1, "seen": 1, "shares": 1,
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
