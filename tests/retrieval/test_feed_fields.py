"""What a feed says of an article fills what its page lacks, and its date goes before a guess."""

from __future__ import annotations

import datetime
import json

import httpx
import pytest

from bot.assembly import Desk
from corpus.article import Draft
from corpus.catalogue import feeds, proposals
from corpus.dates import PartialDate
from corpus.reading.feed_entry import Entry
from corpus.reading.page import read_page
from corpus.reading.parsing.here import HERE
from corpus.reading.web import read_web
from retrieval.curating.entry_fields import completed, first_published
from retrieval.curating.polling import Poller
from tests.reading.loopback import Site

START = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
STORY = "<p>De pont naar de Oosterkade vaart sinds maandag weer elk half uur, zegt de gemeente Sluisdorp.</p>"


def date(written: str | None) -> PartialDate | None:
    return PartialDate.parse(written) if written else None


@pytest.mark.parametrize(
    ("page", "feed", "first"),
    [
        (None, None, None),
        (None, "2026-11-20", "2026-11-20"),
        ("2026-11-20", None, "2026-11-20"),
        ("2026-11-21", "2026-11-20", "2026-11-21"),
        ("2026-11-19", "2026-11-20", "2026-11-19"),
        ("2026-11-22", "2026-11-20", "2026-11-20"),
        ("2026-11-10", "2026-11-20", "2026-11-10"),
        ("2026", "2026-11-20", "2026-11-20"),
        ("2026-11", "2026-11-20", "2026-11-20"),
        ("2026-11-20", "2026-11", "2026-11-20"),
        ("2025", "2026-11-20", "2025"),
        ("2027", "2026-11-20", "2026-11-20"),
    ],
)
def test_an_article_is_of_the_day_it_was_first_published(
    page: str | None, feed: str | None, first: str | None
) -> None:
    assert first_published(date(page), date(feed)) == date(first)


def test_the_page_goes_before_the_feed_where_it_says_something() -> None:
    entry = Entry("k", "https://bode.example/1", "Uit de feed", date("2026-11-20"), "Jan Terpstra", "De Bode")
    bare = completed(Draft("Tekst.", "x"), entry)
    assert (bare.title, bare.author, bare.outlet, str(bare.published)) == (
        "Uit de feed",
        "Jan Terpstra",
        "De Bode",
        "2026-11-20",
    )
    said = Draft("Tekst.", "x", title="Van de pagina", author="Mia Vos", outlet="Klok")
    full = completed(said, entry)
    assert (full.title, full.author, full.outlet) == ("Van de pagina", "Mia Vos", "Klok")


def test_a_newspaper_that_signs_with_its_own_name_is_no_author() -> None:
    entry = Entry("k", "https://bode.example/1", None, None, "De Bode", "De Bode")
    assert completed(Draft("Tekst.", "x"), entry).author is None


def test_a_page_that_declares_no_date_is_of_the_day_that_its_feed_gives() -> None:
    page = f"<html><head><title>Pont</title></head><body><article>{STORY}</article></body></html>".encode()
    known = read_page(page, "x", "https://bode.example/pont", published=date("2026-11-20"))
    assert known.published == date("2026-11-20")
    declared = page.replace(b"</head>", b"<meta name='date' content='2026-11-18'></head>")
    assert read_page(declared, "x", published=date("2026-11-20")).published == date("2026-11-18")


def test_what_reads_an_address_is_told_the_day_that_a_feed_gives(site: Site) -> None:
    url = site.show("/pont", f"<html><head></head><body><article>{STORY}</article></body></html>")
    with httpx.Client() as client:
        read = read_web(url, client, date("2026-11-20"))
    assert isinstance(read, Draft)
    assert read.published == date("2026-11-20")


def find(desk: Desk, site: Site, feed: str, body: str) -> Draft:
    """Follow a feed of one article and return what came of it."""
    site.show("/pont", f"<html><head></head><body><article>{body}</article></body></html>")
    url = site.show("/feed", feed.replace("{site}", site.url))
    with desk.catalogue.writing() as connection:
        feeds.add(connection, "g", url, None, adds=False, by="Mia", at=START)
    Poller(desk.catalogue, desk.curator, lambda: START, lambda: 0.5, httpx.Client, HERE, pause=0).poll_due()
    with desk.catalogue.reading() as connection:
        (found,) = proposals.waiting(connection, "g")
    return found.draft


def test_an_article_of_a_json_feed_is_taken_in_with_all_that_the_feed_says(desk: Desk, site: Site) -> None:
    item = {
        "id": "1",
        "url": "{site}/pont",
        "title": "Pont terug",
        "date_published": "2026-11-20T09:00:00+01:00",
        "authors": [{"name": "Jan Terpstra"}],
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "De Bode", "items": [item]}
    draft = find(desk, site, json.dumps(feed), STORY)
    assert (draft.title, draft.author, str(draft.published)) == ("Pont terug", "Jan Terpstra", "2026-11-20")


@pytest.mark.parametrize(
    "written", ["04-09-23", "Thu, 01 Jan 1970 00:00:00 GMT", "Wed, 25 Nov 2026 10:00:00 GMT"]
)
def test_a_date_of_the_feed_that_is_none_dates_no_article(desk: Desk, site: Site, written: str) -> None:
    feed = (
        "<rss version='2.0'><channel><title>De Bode</title><item><title>Pont terug</title>"
        f"<link>{{site}}/pont</link><pubDate>{written}</pubDate></item></channel></rss>"
    )
    draft = find(desk, site, feed, STORY)
    assert (draft.title, draft.published) == ("Pont terug", None)
