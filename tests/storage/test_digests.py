"""A guild's digest: what is set, how far it has told, and a post that was begun."""

import datetime

from bot.assembly import Desk
from corpus.catalogue import arrivals, digests, feedback, journal, waiters
from corpus.catalogue.digests import Digest, Every
from corpus.filters import Filters
from tests.storage.asked import MINE, NOON, THEIRS, UNKNOWN, ask, later
from tests.storage.newsroom import BONUS, BRIDGE, add_one, article


def settled(desk: Desk, guild: str = MINE, minutes: int = 0, **chosen: object) -> Digest:
    with desk.catalogue.writing() as connection:
        return digests.settle(connection, guild, later(minutes), **chosen)


def held(desk: Desk, guild: str = MINE) -> Digest:
    with desk.catalogue.reading() as connection:
        return digests.find(connection, guild)


def test_a_digest_tells_of_what_comes_in_once_it_is_posted(newsdesk: Desk) -> None:
    add_one(newsdesk, article(BONUS))
    assert not held(newsdesk).on
    assert not settled(newsdesk, hour=20).on
    first = settled(newsdesk, minutes=1, channel="77")
    assert (first.on, first.every, first.hour, first.told, first.since) == (True, "day", 20, 1, later(1))
    add_one(newsdesk, article(BRIDGE))
    assert settled(newsdesk, minutes=2, channel="78").since == later(1)
    weekly = settled(newsdesk, minutes=3, every=Every.WEEK)
    assert (weekly.told, weekly.since, weekly.channel) == (1, later(3), "78")
    settled(newsdesk, minutes=4, every=Every.NEVER)
    assert settled(newsdesk, minutes=5, every=Every.DAY).told == 2
    with newsdesk.catalogue.reading() as connection:
        assert [one.guild for one in digests.switched_on(connection)] == [MINE]


def test_a_post_that_was_begun_is_told_once_and_what_is_not_is_still_due(newsdesk: Desk) -> None:
    digest = settled(newsdesk, channel="77")
    add_one(newsdesk, article(BONUS))
    with newsdesk.catalogue.writing() as connection:
        begun = digests.begin(connection, digest, 1, later(1))
        assert begun is not None
        assert digests.begin(connection, digest, 1, later(1)) is None
        assert not digests.pass_over(connection, digest, 1, later(1))
        assert digests.complain(connection, MINE, later(20))
        assert not digests.complain(connection, MINE, later(40))
    waiting = held(newsdesk)
    assert (waiting.sending, waiting.told, waiting.not_before) == (begun, 0, later(40))
    with newsdesk.catalogue.writing() as connection:
        assert digests.give_up(connection, MINE, begun)
        assert not digests.note_posted(connection, MINE, begun, later(2))
        again = digests.begin(connection, held(newsdesk), 1, later(3))
        assert again is not None
        assert again.mark != begun.mark
        assert digests.note_posted(connection, MINE, again, later(4))
        assert not digests.note_posted(connection, MINE, again, later(5))
    done = held(newsdesk)
    assert (done.told, done.since, done.sending, done.complained) == (1, later(4), None, False)


def test_no_post_is_begun_that_has_been_switched_off(newsdesk: Desk) -> None:
    digest = settled(newsdesk, channel="77")
    settled(newsdesk, every=Every.NEVER)
    with newsdesk.catalogue.writing() as connection:
        assert digests.begin(connection, digest, 1, later(1)) is None


def test_what_came_in_is_what_a_guild_sees_of_it_and_still_stands(newsdesk: Desk) -> None:
    old = add_one(newsdesk, article(BRIDGE)).article
    with newsdesk.catalogue.reading() as connection:
        before = journal.latest(connection)
    kept = add_one(newsdesk, article(BONUS, "2026-03", outlet="De Stad"), guild=MINE)
    add_one(newsdesk, article("Elders is er een markt.", outlet="De Stad"), guild=THEIRS)
    shared = add_one(newsdesk, article("De toren is af.", "2026-05", outlet="Het Dorp"))
    gone = add_one(newsdesk, article("Dit verhaal gaat weer weg."), guild=MINE).article
    newsdesk.curator.remove([gone.id], "5", MINE)
    false = add_one(newsdesk, article("Dit verhaal klopt niet."), guild=MINE).article
    newsdesk.curator.withdraw(false.id, "It is false.", "5", MINE)
    newsdesk.curator.correct(kept.article.id, "Meant per year.", "5", MINE)
    newsdesk.curator.correct(old.id, "It opens in July.", "5")
    with newsdesk.catalogue.reading() as connection:
        until = journal.latest(connection)
        seen = arrivals.arrived(connection, Filters(guild=MINE), before, until)
        assert [one.id for one in seen] == [shared.article.id, kept.article.id]
        left_out = Filters(guild=MINE, outlets_left_out=("het dorp",))
        assert [one.id for one in arrivals.arrived(connection, left_out, before, until)] == [kept.article.id]
        assert arrivals.arrived(connection, Filters(guild=MINE), until, until) == []
        ever = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
        assert arrivals.last_before(connection, ever) == 0
        assert arrivals.last_before(connection, datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)) == until


def test_who_waits_for_an_answer_is_known_once_each(newsdesk: Desk) -> None:
    first, second, nobody = (ask(newsdesk, UNKNOWN).id for _ in range(3))
    with newsdesk.catalogue.writing() as connection:
        for person in ("5", "6", "5"):
            waiters.add(connection, first, person)
        waiters.add(connection, "0123456789ab", "5")
        feedback.give(connection, second, "5", helpful=False, comment=None, at=NOON)
        feedback.give(connection, second, "7", helpful=True, comment=None, at=NOON)
        feedback.give(connection, first, "6", helpful=False, comment=None, at=NOON)
        found = waiters.of(connection, [first, second, nobody])
    assert found == {first: {"5", "6"}, second: {"5"}}
