"""What is noted of one server, person or message changes nothing of another."""

import datetime

from bot.assembly import Desk
from corpus.catalogue import answers, barred, feeds, looks, posted, servers, shares
from corpus.catalogue.looks import Look
from corpus.catalogue.posted import Posted
from corpus.catalogue.shares import Share
from corpus.catalogue.uses import Uses, uses
from tests.storage.asked import KNOWN, MINE, NOON, THEIRS, ask, later
from tests.storage.newsroom import BONUS, add_one, article

FEED = "https://krant.example/feed"


def shared(desk: Desk, guild: str, message: str, article_id: str) -> Share:
    """Keep a look of a guild, and the message that shares it."""
    share = Share(message, "3000", f"look {guild}", "4000", "all", embedded=True)
    with desk.catalogue.writing() as connection:
        looks.keep(connection, Look(share.look_id, guild, "search", "nl", {}), [article_id], NOON)
        shares.remember(connection, share, later(1))
    return share


def test_an_article_is_counted_as_used_where_it_was_quoted_and_nowhere_else(desk: Desk) -> None:
    used, other = (add_one(desk, article(text)).article for text in (BONUS, "Dit verhaal noemt niemand."))
    mine, theirs = ask(desk, KNOWN, MINE), ask(desk, KNOWN, THEIRS)
    with desk.catalogue.writing() as connection:
        for message, answer in (("91", mine), ("92", theirs), ("93", theirs)):
            posted.remember(connection, Posted(message, "77", answer.id, "nl", embedded=True))
        assert uses(connection, used.id, MINE) == Uses(1, 1)
        assert uses(connection, used.id, THEIRS) == Uses(1, 2)
        assert uses(connection, other.id, MINE) == Uses(0, 0)


def test_the_last_questions_of_a_guild_are_its_own_in_the_channels_that_one_sees(desk: Desk) -> None:
    add_one(desk, article(BONUS))
    mine, theirs = ask(desk, KNOWN, MINE), ask(desk, KNOWN, THEIRS)
    with desk.catalogue.writing() as connection:
        for message, answer in (("91", mine), ("92", theirs)):
            posted.remember(connection, Posted(message, "77", answer.id, "nl", embedded=True))
        assert [one.id for one in answers.recent(connection, MINE)] == [mine.id]
        assert [one.id for one in answers.recent(connection, THEIRS, channels=["77"])] == [theirs.id]
        assert answers.recent(connection, MINE, channels=["78"]) == []
        assert answers.recent(connection, None) == []


def test_a_look_is_found_in_its_guild_alone_and_goes_stale_and_fresh_by_itself(desk: Desk) -> None:
    one, two = (
        add_one(desk, article(text)).article.id for text in (BONUS, "Dit verhaal gaat over wat anders.")
    )
    mine, theirs = shared(desk, MINE, "91", one), shared(desk, THEIRS, "92", two)
    with desk.catalogue.writing() as connection:
        assert (
            looks.find(connection, mine.look_id, THEIRS) is looks.find(connection, mine.look_id, None) is None
        )
        assert looks.find(connection, mine.look_id, MINE) == Look(mine.look_id, MINE, "search", "nl", {})
        shares.mark_stale(connection, one)
        assert [share.message_id for share in shares.stale(connection)] == ["91"]
        shares.mark_stale(connection, two)
        shares.note_refreshed(connection, shares.stale(connection)[0])
        assert [share.message_id for share in shares.stale(connection)] == ["91"]
        shares.forget(connection, "91")
        assert shares.of_look(connection, mine.look_id) is None
        assert shares.of_look(connection, theirs.look_id) == theirs


def test_old_looks_are_forgotten_but_not_those_that_somebody_shared(desk: Desk) -> None:
    kept = shared(desk, MINE, "91", add_one(desk, article(BONUS)).article.id)
    month = looks.KEPT + datetime.timedelta(minutes=1)
    with desk.catalogue.writing() as connection:
        for name, at in (("unshared", NOON), ("young", later(2)), ("new", NOON + month)):
            looks.keep(connection, Look(name, MINE, "search", "nl", {}), [], at)
        left = [name for name in ("unshared", "young", kept.look_id) if looks.find_any(connection, name)]
    assert left == ["young", kept.look_id]


def test_greeting_one_server_greets_no_other(desk: Desk) -> None:
    with desk.catalogue.writing() as connection:
        for guild in (MINE, THEIRS):
            servers.join(connection, guild, NOON)
        servers.note_greeted(connection, MINE, NOON)
        assert servers.ungreeted(connection, NOON) == [THEIRS]


def test_how_a_feed_went_is_noted_of_that_feed_alone(desk: Desk) -> None:
    with desk.catalogue.writing() as connection:
        mine, other, theirs = (
            feeds.add(connection, guild, url, None, adds=True, by="Mia", at=NOON)
            for guild, url in ((MINE, FEED), (MINE, f"{FEED}/2"), (THEIRS, FEED))
        )
        feeds.note_failed(connection, mine.id, due=later(9), error="It is down.", paused=True)
        feeds.lose(connection, mine.id, "A wall.")
        feeds.note_polled(
            connection, mine.id, at=later(1), due=later(2), url=f"{FEED}/3", title="Krant", etag="e"
        )
        assert [feeds.of_guild(connection, THEIRS), feeds.of_guild(connection, MINE)[1:]] == [
            [theirs],
            [other],
        ]
        assert feeds.of_guild(connection, MINE)[0].url == f"{FEED}/3"


def test_telling_one_person_of_a_channel_leaves_what_others_were_told(desk: Desk) -> None:
    with desk.catalogue.writing() as connection:
        for person, channel in (("4000", "3000"), ("4001", "3000"), ("4000", "3001")):
            barred.note_told(connection, MINE, person, channel, NOON)
        barred.note_told(connection, MINE, "4000", "3000", later(1))
        assert all(barred.is_told(connection, *one) for one in (("4001", "3000"), ("4000", "3001")))
