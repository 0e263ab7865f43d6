from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest
from sqlalchemy import Engine, event

from bot.assembly import Desk
from corpus.article import Article, Draft
from corpus.catalogue import articles, feed_entries, feeds, journal, proposals
from corpus.catalogue.feed_entries import MOST
from corpus.catalogue.feeds import FeedRow
from corpus.catalogue.proposals import Proposal
from corpus.filters import Filters
from corpus.reading.guard import Guard
from corpus.reading.guarded_client import guarded_client
from corpus.reading.parsing.here import HERE
from retrieval.curating.poll_times import next_poll
from retrieval.curating.polling import Polled, Poller
from tests.reading.loopback import Answer, Site

START = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class Paper:
    """A newspaper's site whose feed names the articles that it has written, newest first."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.feed = site.url + "/feed"
        self.items: list[str] = []
        self.print()

    def write(self, *names: str) -> None:
        for name in names:
            story = f"De {name} naar de Oosterkade is sinds maandag weer open, zegt de gemeente."
            self.site.show(f"/{name}", f"<html><body><article><p>{story}</p></article></body></html>")
            self.name(name)

    def name(self, name: str) -> None:
        self.items.insert(
            0,
            f"<item><title>Bericht: {name}</title><link>{self.site.url}/{name}</link>"
            "<pubDate>Sun, 22 Nov 2026 10:00:00 +0100</pubDate></item>",
        )
        self.print()

    def print(self) -> None:
        body = f"<rss version='2.0'><channel><title>Stad</title>{''.join(self.items)}</channel></rss>"
        self.site.answer("/feed", Answer(body.encode(), headers={"ETag": f'"{len(self.items)}"'}))


class Newsroom:
    """A desk that follows the paper's feed, with a clock that a test moves."""

    def __init__(
        self,
        desk: Desk,
        url: str,
        clients: Callable[[], AbstractContextManager[httpx.Client]],
        longest: float = 60.0,
    ) -> None:
        self.desk = desk
        self.at = START
        self.url = url
        self.poller = Poller(
            desk.catalogue,
            desk.curator,
            lambda: self.at,
            lambda: 0.5,
            clients,
            HERE,
            pause=0,
            seconds=0.01,
            longest=longest,
        )

    def follow(self, *, adds: bool) -> FeedRow:
        with self.desk.catalogue.writing() as connection:
            return feeds.add(connection, "g", self.url, "Stad", adds=adds, by="Mia", at=self.at)

    def poll(self, wait: datetime.timedelta = DAY) -> Polled:
        self.at += wait
        (polled,) = self.poller.poll_due()
        return polled

    def feed(self) -> FeedRow:
        with self.desk.catalogue.reading() as connection:
            (feed,) = feeds.of_guild(connection, "g")
        return feed

    def articles(self) -> list[Article]:
        with self.desk.catalogue.reading() as connection:
            return articles.every(connection, Filters(guild="g"))

    def waiting(self) -> list[Proposal]:
        with self.desk.catalogue.reading() as connection:
            return proposals.waiting(connection, "g")


@pytest.fixture
def paper(site: Site) -> Paper:
    return Paper(site)


@pytest.fixture
def newsroom(desk: Desk, paper: Paper) -> Newsroom:
    return Newsroom(desk, paper.feed, httpx.Client)


def test_new_articles_are_added_by_themselves_where_the_feed_says_so(
    newsroom: Newsroom, paper: Paper
) -> None:
    paper.write("pont")
    newsroom.follow(adds=True)
    assert newsroom.poll().added == 1
    (article,) = newsroom.articles()
    assert article.guild == "g"
    assert article.draft.url == paper.site.url + "/pont"
    assert (article.draft.title, str(article.draft.published)) == ("Bericht: pont", "2026-11-22")
    with newsroom.desk.catalogue.reading() as connection:
        assert journal.recent(connection)[0].actor == "feed Stad"
    paper.write("brug")
    assert newsroom.poll().added == 1
    assert len(newsroom.articles()) == 2
    assert not newsroom.waiting()


def test_an_article_is_added_with_the_note_that_it_was_seen_or_not_at_all(
    newsroom: Newsroom, paper: Paper
) -> None:
    def die(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("INSERT INTO entries"):
            raise KeyboardInterrupt

    paper.write("pont")
    newsroom.follow(adds=True)
    event.listen(Engine, "before_cursor_execute", die)
    try:
        with pytest.raises(KeyboardInterrupt):
            newsroom.poll()
    finally:
        event.remove(Engine, "before_cursor_execute", die)
    assert newsroom.articles() == []
    assert newsroom.poll().added == 1
    assert [one.draft.title for one in newsroom.articles()] == ["Bericht: pont"]


def test_else_they_are_put_before_the_moderators(newsroom: Newsroom, paper: Paper) -> None:
    paper.write("pont", "brug")
    feed = newsroom.follow(adds=False)
    assert newsroom.poll().proposed == 2
    assert newsroom.poll().proposed == 0
    first, second = newsroom.waiting()
    assert {first.draft.title, second.draft.title} == {"Bericht: pont", "Bericht: brug"}
    assert (first.feed_id, first.by, first.announced) == (feed.id, "feed Stad", False)
    assert not newsroom.articles()


def test_an_article_that_is_there_or_waits_already_is_no_proposal(newsroom: Newsroom, paper: Paper) -> None:
    paper.write("pont", "brug")
    newsroom.follow(adds=False)
    newsroom.poll()
    for proposal in newsroom.waiting():
        list(newsroom.desk.curator.add([proposal.draft], "Mia", "g"))
    paper.site.show("/pont2", paper.site.answers["/pont"].body)
    paper.name("pont2")
    assert newsroom.poll().proposed == 0


def test_a_new_feed_brings_five_articles_and_no_flood(newsroom: Newsroom, paper: Paper) -> None:
    paper.write(*(f"brug{number}" for number in range(20)))
    newsroom.follow(adds=False)
    assert newsroom.poll().proposed == 5
    newest = {f"Bericht: brug{number}" for number in range(15, 20)}
    assert {one.draft.title for one in newsroom.waiting()} == newest
    assert newsroom.poll().proposed == 0


def test_many_new_articles_come_ten_at_a_poll_and_none_is_lost(newsroom: Newsroom, paper: Paper) -> None:
    newsroom.follow(adds=False)
    newsroom.poll()
    paper.write(*(f"brug{number}" for number in range(12)))
    assert newsroom.poll().proposed == 10
    assert newsroom.feed().etag is None  # else the site would say that nothing has changed
    assert newsroom.poll().proposed == 2
    assert newsroom.feed().etag == '"12"'


def test_an_unchanged_feed_is_not_sent_again(newsroom: Newsroom, paper: Paper) -> None:
    paper.write("pont")
    newsroom.follow(adds=False)
    newsroom.poll()
    paper.site.answer("/feed", Answer(status=304))
    assert newsroom.poll().error is None
    assert paper.site.asked[-1]["if-none-match"] == '"1"'
    assert newsroom.feed().etag == '"1"'


def test_a_page_that_cannot_be_read_is_tried_three_times(newsroom: Newsroom, paper: Paper) -> None:
    paper.name("muur")
    paper.site.answer("/muur", Answer(b"no", 403))
    newsroom.follow(adds=False)
    assert [newsroom.poll().lost for _ in range(4)] == [0, 0, 1, 0]
    assert paper.site.paths.count("/muur") == 3
    assert newsroom.feed().lost == 1
    assert "/muur: The site refuses" in (newsroom.feed().lost_because or "")
    assert newsroom.feed().error is None


def test_a_page_that_can_be_read_the_second_time_is_not_lost(newsroom: Newsroom, paper: Paper) -> None:
    paper.name("pont")
    newsroom.follow(adds=False)
    assert newsroom.poll().proposed == 0
    paper.items.clear()
    paper.write("pont")
    assert newsroom.poll().proposed == 1
    assert newsroom.feed().lost == 0


def test_a_failing_feed_is_asked_ever_less_and_says_why(newsroom: Newsroom, paper: Paper) -> None:
    newsroom.follow(adds=False)
    paper.site.answer("/feed", Answer(b"no", 500))
    waits = []
    for _ in range(9):
        assert "problem of its own" in (newsroom.poll(newsroom.feed().due - newsroom.at).error or "")
        waits.append(newsroom.feed().due - newsroom.at)
    assert waits[:3] == [30 * MINUTE, 60 * MINUTE, 120 * MINUTE]
    assert waits[-1] == DAY
    assert (newsroom.feed().failures, newsroom.feed().polled) == (9, None)
    paper.write("pont")
    assert newsroom.poll().proposed == 1
    assert (newsroom.feed().failures, newsroom.feed().error) == (0, None)
    assert newsroom.feed().due - newsroom.at == 15 * MINUTE


def test_a_site_that_asks_for_time_gets_it(newsroom: Newsroom, paper: Paper) -> None:
    newsroom.follow(adds=False)
    busy = Answer(b"no", 429, headers={"Retry-After": "7200"})
    paper.site.answer("/feed", busy)
    newsroom.poll()
    assert newsroom.feed().due - newsroom.at == 2 * HOUR
    paper.write("pont", "brug")
    paper.site.answer("/pont", busy)
    assert newsroom.poll().proposed == 0
    assert newsroom.feed().due - newsroom.at == 2 * HOUR
    assert "/brug" not in paper.site.paths


def test_a_page_that_is_too_slow_ends_the_poll_for_an_hour(desk: Desk, paper: Paper) -> None:
    port = paper.site.server.server_port
    guard = Guard(allows=lambda ip: ip.is_loopback, ports={port})
    newsroom = Newsroom(desk, paper.feed, lambda: guarded_client(guard, seconds=1.0))
    newsroom.follow(adds=False)
    paper.write("brug", "pont")
    paper.site.answer("/brug", Answer(b"late", pause=60))
    assert newsroom.poll().proposed == 0
    assert newsroom.feed().due - newsroom.at == HOUR
    assert paper.site.paths == ["/feed", "/brug"]


def test_a_poll_that_has_taken_long_leaves_the_rest_for_the_next(desk: Desk, paper: Paper) -> None:
    newsroom = Newsroom(desk, paper.feed, httpx.Client, longest=-1)
    newsroom.follow(adds=False)
    paper.write("brug", "pont")
    assert newsroom.poll().proposed == 0
    assert newsroom.feed().due - newsroom.at == 15 * MINUTE
    assert newsroom.feed().etag is None
    assert paper.site.paths == ["/feed"]


def test_a_feed_that_names_ever_new_articles_is_remembered_in_part(newsroom: Newsroom, paper: Paper) -> None:
    feed = newsroom.follow(adds=False)
    old = [f"old{number}" for number in range(MOST)]
    with newsroom.desk.catalogue.writing() as connection:
        feed_entries.see(connection, feed.id, old, START)
    paper.write("pont", "brug")
    newsroom.poll()
    newsroom.poll()
    with newsroom.desk.catalogue.reading() as connection:
        assert not feed_entries.seen(connection, feed.id, old)
    assert len(newsroom.waiting()) == 2


def test_finds_that_nobody_decides_about_do_not_pile_up(newsroom: Newsroom, paper: Paper) -> None:
    feed = newsroom.follow(adds=False)
    with newsroom.desk.catalogue.writing() as connection:
        for number in range(99):
            find = Draft(f"Bericht {number}.", f"https://old.example/{number}")
            waiting = proposals.put(connection, find, guild="g", by="Stad", at=START, feed_id=feed.id)
    paper.write("pont", "brug")
    assert newsroom.poll().proposed == 1
    assert newsroom.poll().proposed == 0
    assert newsroom.feed().etag is None  # the other is asked for again
    with newsroom.desk.catalogue.writing() as connection:
        proposals.drop(connection, waiting.id, "g")
    assert newsroom.poll().proposed == 1


def test_a_feed_that_is_gone_is_paused_and_one_that_moved_is_followed(
    newsroom: Newsroom, paper: Paper
) -> None:
    newsroom.follow(adds=False)
    moved = paper.site.show("/new", "<rss version='2.0'><channel><title>Stad</title></channel></rss>")
    paper.site.answer("/feed", Answer(status=301, headers={"Location": "/new"}))
    newsroom.poll()
    assert newsroom.feed().url == moved
    paper.site.answer("/new", Answer(b"no", 410))
    newsroom.poll()
    assert newsroom.feed().paused
    newsroom.at += DAY
    assert not newsroom.poller.poll_due()


def test_a_feed_removed_in_the_middle_of_its_poll_adds_nothing(desk: Desk, paper: Paper) -> None:
    paper.write("pont", "brug")

    def remove(request: httpx.Request) -> None:
        if request.url.path == "/pont":
            with desk.catalogue.writing() as connection:
                feeds.remove(connection, feed.id, "g")

    newsroom = Newsroom(desk, paper.feed, lambda: httpx.Client(event_hooks={"request": [remove]}))
    feed = newsroom.follow(adds=True)
    assert newsroom.poll().added == 0
    assert not newsroom.articles()
    assert "/brug" not in paper.site.paths


def test_a_feed_on_a_private_network_is_refused(desk: Desk, paper: Paper) -> None:
    newsroom = Newsroom(desk, paper.feed, guarded_client)
    newsroom.follow(adds=True)
    assert "port" in (newsroom.poll().error or "")
    assert not paper.site.paths


def test_the_thread_polls_on_after_an_error(newsroom: Newsroom, paper: Paper) -> None:
    clock = iter([ZeroDivisionError])

    def now() -> datetime.datetime:
        for error in clock:
            raise error
        return START

    paper.write("pont")
    newsroom.follow(adds=False)
    desk = newsroom.desk
    poller = Poller(desk.catalogue, desk.curator, now, lambda: 0.5, httpx.Client, HERE, pause=0, seconds=0.01)
    poller.start()
    deadline = time.monotonic() + 60
    while not newsroom.waiting() and time.monotonic() < deadline:
        time.sleep(0.02)
    poller.stop()
    assert len(newsroom.waiting()) == 1


def test_what_a_page_says_of_itself_counts_for_more_than_its_feed(newsroom: Newsroom, paper: Paper) -> None:
    story = "<p>De pont naar de Oosterkade vaart weer.</p>"
    meta = "<meta property='og:title' content='Pont terug'><meta name='date' content='2026-11-20'>"
    paper.site.show("/pont", f"<html><head>{meta}</head><body><article>{story}</article></body></html>")
    paper.name("pont")
    newsroom.follow(adds=False)
    newsroom.poll()
    draft: Draft = newsroom.waiting()[0].draft
    assert (draft.title, str(draft.published)) == ("Pont terug", "2026-11-20")


@pytest.mark.parametrize(
    ("failures", "chance", "retry_after", "minutes"),
    [
        (0, 0, None, 12),
        (0, 1, None, 18),
        (1, 0.5, None, 30),
        (99, 0.5, None, 24 * 60),
        (0, 0.5, "60", 15),
        (0, 0.5, "3600", 60),
        (0, 0.5, "Sun, 22 Nov 2026 14:00:00 GMT", 120),
        (0, 0.5, "Sun, 22 Nov 2020 14:00:00 GMT", 15),
        (0, 0.5, "99999999999999", 7 * 24 * 60),
        (0, 0.5, "later", 15),
        (0, 0.5, "-5", 15),
    ],
)
def test_the_next_poll_drifts_backs_off_and_obeys(
    failures: int, chance: float, retry_after: str | None, minutes: int
) -> None:
    assert next_poll(START, chance, failures, retry_after) == START + minutes * MINUTE
