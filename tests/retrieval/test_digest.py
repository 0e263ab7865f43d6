"""A digest: when it is due, what came in by story, and which questions that answers."""

from __future__ import annotations

import datetime
import itertools
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from bot.assembly import Desk
from corpus.article import Article
from corpus.catalogue import journal
from corpus.catalogue.digests import Digest, Every
from corpus.dates import PartialDate
from corpus.filters import Filters
from retrieval.curating.digest.answered_since import is_answered_by
from retrieval.curating.digest.due import due, is_due
from retrieval.curating.digest.gathering import CameIn, came_in, stories
from tests.storage.newsroom import add_one, article

AMSTERDAM, UTC = ZoneInfo("Europe/Amsterdam"), datetime.UTC

QUAY = (
    "The quay wall at Hollum gave way on Tuesday night and took two parked vans with it. Nobody was hurt. "
    "The port says that the wall dates from 1931 and will be rebuilt before the winter, for 4 million euros."
)
QUAY_CUT = f"{QUAY[:150]}. Read on at the site of the paper, where the whole report stands."
QUAY_LATER = (
    "Divers have lifted both vans out of the port of Hollum, a week after the quay wall there gave way. The "
    "port will rebuild the old wall before the winter and closes the quay until then."
)
CHEESE = (
    "De kaasmakerij in Ternaard wint de nationale prijs voor de beste oude kaas. De jury prees de smaak. "
    "Het is de derde keer dat de prijs naar een Friese boerin gaat."
)
CHOIR = "The choir of Wessum sings the whole of the old hymn book in one night, for the roof of its church."


def moment(written: str, zone: ZoneInfo = AMSTERDAM) -> datetime.datetime:
    return datetime.datetime.fromisoformat(written).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("every", "since", "next_one"),
    [
        (Every.DAY, "2026-11-25T07:59", "2026-11-25T08:00"),
        (Every.DAY, "2026-11-25T08:00", "2026-11-26T08:00"),
        (Every.WEEK, "2026-11-25T07:59", "2026-11-30T08:00"),
        (Every.WEEK, "2026-11-30T08:00:01", "2026-12-07T08:00"),
        (Every.DAY, "2026-03-28T08:00", "2026-03-29T08:00"),  # the clocks go forward
        (Every.DAY, "2026-10-24T08:00", "2026-10-25T08:00"),  # and back
    ],
)
def test_a_digest_is_due_at_its_hour_in_the_zone_of_the_server(
    every: Every, since: str, next_one: str
) -> None:
    digest = Digest("1", "77", every, 8, since=moment(since))
    assert due(digest, AMSTERDAM) == moment(next_one)


def test_an_hour_that_the_clocks_leave_out_or_show_twice_comes_once() -> None:
    spring = Digest("1", "77", Every.DAY, 2, since=moment("2026-03-28T02:00"))
    autumn = Digest("1", "77", Every.DAY, 2, since=moment("2026-10-24T02:00"))
    assert due(spring, AMSTERDAM) == datetime.datetime(2026, 3, 29, 1, tzinfo=UTC)
    first = due(autumn, AMSTERDAM)
    assert first == datetime.datetime(2026, 10, 25, 0, tzinfo=UTC)
    assert due(Digest("1", "77", Every.DAY, 2, since=first), AMSTERDAM) == moment("2026-10-26T02:00")


def test_missed_digests_are_due_at_once_and_one_that_is_put_off_is_not() -> None:
    since, now = moment("2026-11-20T08:00"), moment("2026-11-25T15:00")
    late = Digest("1", "77", since=since)
    assert is_due(late, AMSTERDAM, now)
    assert not is_due(Digest("1", "77", since=since, not_before=moment("2026-11-25T15:01")), AMSTERDAM, now)
    assert not is_due(Digest("1", "77", Every.NEVER, since=since), AMSTERDAM, now)
    assert due(Digest("1", None, since=since), AMSTERDAM) is None


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    add_one(desk, article(CHOIR, "2026-11-01", title="A night of hymns", language="en"))
    add_one(
        desk, article(QUAY_CUT, "2026-11-19", title="Hollum quay collapses", language="en", outlet="Copy")
    )
    add_one(desk, article(CHEESE, "2026-11-22", title="Ternaardse kaas wint prijs"))
    add_one(desk, article(QUAY, "2026-11-18", title="Quay wall at Hollum gives way", language="en"))
    add_one(desk, article(QUAY_LATER, "2026-11-25", title="Vans lifted from port of Hollum", language="en"))
    return desk


def gathered(desk: Desk, after: int = 0) -> CameIn:
    with desk.catalogue.reading() as connection:
        until = journal.latest(connection)
    return came_in(desk.catalogue, Filters(guild="1"), after, until)


def test_near_articles_are_one_story_and_copies_one_report_of_it(stocked: Desk) -> None:
    found = gathered(stocked)
    titles = [[[one.draft.title for one in report] for report in story.reports] for story in found.stories]
    assert titles == [
        [
            ["Vans lifted from port of Hollum"],
            ["Quay wall at Hollum gives way", "Hollum quay collapses"],
        ],
        [["Ternaardse kaas wint prijs"]],
        [["A night of hymns"]],
    ]
    assert found.total == 5
    assert len(gathered(stocked, after=4).articles) == 1
    assert gathered(stocked, after=5) == CameIn((), 0)


def test_stories_do_not_depend_on_the_order_of_the_articles() -> None:
    made = [
        Article(f"{n}", n, None, article(f"{word} " * 9, "2026-11-20"), datetime.datetime.now(UTC))
        for n, word in enumerate(("alfa", "beta", "gamma", "delta"))
    ]
    vectors = np.array([[1, 0], [0.9, 0.436], [0, 1], [0.436, 0.9]], dtype=np.float32)
    ways = {
        stories([made[n] for n in order], vectors[list(order)]) for order in itertools.permutations(range(4))
    }
    assert len(ways) == 1
    assert [len(story.reports) for story in ways.pop()] == [2, 2]
    assert stories([], np.zeros((0, 0), dtype=np.float32)) == ()


def test_a_question_is_answered_by_what_came_in_alone(stocked: Desk) -> None:
    answer = stocked.answerer.consider("What will rebuilding the quay wall at Hollum cost?", Filters()).answer
    nothing = stocked.answerer.consider("Wie won het schaaktoernooi in Reykjavik?", Filters()).answer
    quoted = {one.article.id for one in answer.citations}
    assert is_answered_by(answer, quoted)
    assert not is_answered_by(answer, {"another"})
    assert not is_answered_by(nothing, quoted)
    assert PartialDate.parse("2026-11-18") in {one.article.draft.published for one in answer.citations}
