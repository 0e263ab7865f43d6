import dataclasses
from collections.abc import Callable

import pytest

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import feeds, proposals
from corpus.catalogue.proposals import Proposal, State
from corpus.dates import PartialDate
from corpus.errors import DecidedAlready, ProposalNotFound
from tests.storage.asked import MINE, NOON, THEIRS, later
from tests.storage.newsroom import BONUS, BRIDGE, article

FULL = Draft(
    text=BONUS,
    source="https://www.example.org/bonus",
    url="https://www.example.org/bonus",
    title="Bonus: “café”",
    outlet="De Noorderpost",
    author="A. Writer",
    published=PartialDate(2026, 3),
    modified=PartialDate(2026, 3, 5),
    language="nl",
)


@pytest.fixture
def feed(newsdesk: Desk) -> int:
    """The id of a feed of one guild."""
    with newsdesk.catalogue.writing() as connection:
        return feeds.add(connection, MINE, "https://a.example/feed", None, adds=False, by="5", at=NOON).id


def put(desk: Desk, draft: Draft = FULL, minute: int = 0, feed_id: int | None = None) -> Proposal:
    with desk.catalogue.writing() as connection:
        return proposals.put(connection, draft, guild=MINE, by="5", at=later(minute), feed_id=feed_id)


def test_a_proposal_is_kept_whole_and_found_by_its_guild_alone(newsdesk: Desk) -> None:
    with newsdesk.catalogue.writing() as connection:
        kept = proposals.put(
            connection, FULL, guild=MINE, by="5", at=NOON, corrects="abc", note="a typo", answers=["a1", "a2"]
        )
        shared = proposals.put(connection, article(BRIDGE), guild=None, by="the operator", at=NOON)
    assert len(kept.id) == 12
    assert (kept.state, kept.announced, kept.answers) == (State.OPEN, False, ("a1", "a2"))
    with newsdesk.catalogue.reading() as connection:
        assert proposals.find(connection, kept.id, MINE) == kept
        assert proposals.find(connection, kept.id, THEIRS) is None
        assert proposals.find(connection, kept.id, None) is None
        assert proposals.find(connection, shared.id, None) == shared
        assert proposals.find(connection, shared.id, MINE) is None


@pytest.mark.parametrize(
    ("decide", "state"), [(proposals.take, State.TAKEN), (proposals.drop, State.DROPPED)]
)
def test_of_two_clicks_one_decides(newsdesk: Desk, decide: Callable[..., Proposal], state: State) -> None:
    kept = put(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        with pytest.raises(ProposalNotFound):
            decide(connection, kept.id, THEIRS)
        assert proposals.undecided(connection, kept.id, MINE) == kept
        assert decide(connection, kept.id, MINE) == dataclasses.replace(kept, state=state)
        for late in (proposals.take, proposals.drop, proposals.undecided):
            with pytest.raises(DecidedAlready):
                late(connection, kept.id, MINE)
        with pytest.raises(DecidedAlready):
            proposals.change(connection, kept.id, MINE, article(BRIDGE))
        assert proposals.find(connection, kept.id, MINE) == dataclasses.replace(kept, state=state)


def test_an_open_proposal_is_edited_by_its_guild(newsdesk: Desk) -> None:
    kept, better = put(newsdesk), article(BRIDGE, title="The bridge")
    with newsdesk.catalogue.writing() as connection:
        with pytest.raises(ProposalNotFound):
            proposals.change(connection, kept.id, THEIRS, article(BONUS))
        changed = proposals.change(connection, kept.id, MINE, better)
        assert changed == proposals.find(connection, kept.id, MINE) == dataclasses.replace(kept, draft=better)


def test_what_feeds_found_waits_oldest_first_and_is_announced_once(newsdesk: Desk, feed: int) -> None:
    newer, older = put(newsdesk, minute=2, feed_id=feed), put(newsdesk, minute=1, feed_id=feed)
    dropped, preview = put(newsdesk, feed_id=feed), put(newsdesk)
    with newsdesk.catalogue.writing() as connection:
        proposals.drop(connection, dropped.id, MINE)
        assert proposals.waiting(connection, MINE) == [older, newer]
        assert proposals.waiting(connection, MINE, feed) == [older, newer]
        assert proposals.waiting(connection, MINE, feed + 1) == proposals.waiting(connection, THEIRS) == []
        proposals.note_announced(connection, [older.id])
        assert proposals.unannounced(connection) == [newer]
        assert proposals.find(connection, preview.id, MINE) == preview


def test_previews_that_nobody_clicked_are_swept_away_and_finds_are_not(newsdesk: Desk, feed: int) -> None:
    forgotten, fresh, found = put(newsdesk), put(newsdesk, minute=10), put(newsdesk, feed_id=feed)
    with newsdesk.catalogue.writing() as connection:
        assert proposals.sweep(connection, later(10)) == 1
        assert proposals.find(connection, forgotten.id, MINE) is None
        assert proposals.find(connection, fresh.id, MINE) == fresh
        assert proposals.find(connection, found.id, MINE) == found
