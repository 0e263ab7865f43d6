"""Something of a guild in every table, for tests of what deletes it."""

from __future__ import annotations

from bot.assembly import Desk
from corpus.catalogue import (
    askers,
    barred,
    digests,
    feed_entries,
    feedback,
    feeds,
    guild_settings,
    looks,
    posted,
    proposals,
    servers,
    shares,
    unanswered,
    underway,
    waiters,
    watches,
)
from corpus.catalogue.guild_settings import GuildSettings
from corpus.catalogue.looks import Look
from corpus.catalogue.posted import Posted
from corpus.catalogue.shares import Share
from corpus.catalogue.unanswered import Reason
from corpus.catalogue.underway import Begun
from tests.storage.asked import KNOWN, NOON, UNKNOWN, ask
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article
from tests.storage.test_watches import watch

URL = "https://www.example.org/bonus"


def settle(desk: Desk, guild: str, person: str = "5", name: str | None = None) -> None:
    """Leave something of a guild in every table, all done by one person, who goes by a name."""
    by = name or person
    add_one(desk, article(BONUS, url=URL), guild=guild)
    kept = add_one(desk, article(BONUS.replace("495", "595"), url=URL), guild=guild).article
    gone = add_one(desk, article("Dit verhaal gaat weer weg."), guild=guild).article
    desk.curator.remove([gone.id], by, guild)
    desk.curator.undo(None, by, guild)
    desk.curator.correct(kept.id, "It was 595.", by, guild)
    known, unknown = ask(desk, KNOWN, guild), ask(desk, UNKNOWN, guild)
    with desk.catalogue.writing() as connection:
        posted.remember(connection, Posted(f"9{guild}", "77", known.id, "nl", embedded=True))
        askers.remember(connection, f"9{guild}", person)
        feedback.give(connection, known.id, person, helpful=True, comment=None, at=NOON)
        unanswered.put(connection, unknown.id, Reason.ABSTAINED, NOON)
        unanswered.close(connection, [unknown.id], guild, by, NOON)
        waiters.add(connection, unknown.id, person)
        digests.settle(connection, guild, NOON, channel="77")
        feed = feeds.add(connection, guild, "https://a.example/feed", None, adds=False, by=by, at=NOON).id
        feed_entries.see(connection, feed, ["an entry"], NOON)
        proposals.put(connection, article(BRIDGE), guild=guild, by=by, at=NOON, feed_id=feed)
        watches.start(connection, watch(unknown.id, person, guild=guild))
        guild_settings.write(connection, guild, GuildSettings(language="nl"))
        looks.keep(connection, Look(f"look {guild}", guild, "search", "nl", {}), [kept.id], NOON)
        shares.remember(
            connection, Share(f"8{guild}", "77", f"look {guild}", person, "all", embedded=True), NOON
        )
        servers.join(connection, guild, NOON)
        barred.note_told(connection, guild, person, f"77{guild}", NOON)
        underway.begin(connection, Begun(f"6{guild}", NOON, "a run", "nl", guild, "77"))
