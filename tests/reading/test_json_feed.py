"""JSON Feed is read as RSS and Atom are, and damaged JSON is told."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

import httpx
import pytest

from corpus.reading.feed import parse
from corpus.reading.feed_entry import Feed
from corpus.reading.feed_source import ask_for_feed, find_feed
from corpus.reading.not_a_feed import NotAFeed
from tests.reading.loopback import Site

HOME = "https://bode.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"
TODAY = datetime.date(2026, 11, 28)
ITEMS = [
    {
        "id": 12,
        "url": "/pont vaart",
        "title": "Pont &amp; veer",
        "date_published": "2026-11-22T23:30:00-14:00",
        "authors": [{"name": "Jan Terpstra"}, {"name": "Mia Vos"}, {"url": "https://bode.example/redactie"}],
    },
    {
        "id": "b",
        "external_url": "https://ander.example/brug",
        "title": "Brug dicht",
        "date_published": "2026-11-23T12:00:00Z",
        "author": {"name": "mia@bode.example"},
    },
    {"id": "https://bode.example/kerk", "date_modified": "2026-11-20", "author": {"name": "Ada Smit"}},
    {"id": "c", "title": "Zonder adres"},
    {"id": "d", "url": ["https://bode.example/lijst"], "title": None},
    "geen bericht",
]


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


def written(items: object = ITEMS, **more: object) -> str:
    return json.dumps({"version": VERSION, "title": "De Bode", "items": items, **more})


def read(body: str | bytes) -> Feed:
    return parse(body.encode() if isinstance(body, str) else body, HOME, today=TODAY)


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", VERSION])
def test_the_entries_of_a_json_feed_are_read_newest_first(version: str) -> None:
    feed = read(written(version=version))
    assert feed.title == "De Bode"
    assert [(entry.url, entry.title, str(entry.published), entry.author) for entry in feed.entries] == [
        ("https://bode.example/pont%20vaart", "Pont & veer", "2026-11-22", "Jan Terpstra, Mia Vos"),
        ("https://ander.example/brug", "Brug dicht", "2026-11-23", None),
        ("https://bode.example/kerk", None, "2026-11-20", "Ada Smit"),
    ]
    assert len({entry.key for entry in feed.entries}) == 3
    assert all(len(entry.key) == 64 for entry in feed.entries)


def test_a_mark_blanks_and_other_encodings_before_it_do_no_harm() -> None:
    plain = json.dumps({"title": "Één Bode", "items": ITEMS, "version": VERSION}, ensure_ascii=False)
    for body in (
        plain.encode("utf-8-sig"),
        plain.encode("utf-16"),
        plain.encode("latin-1"),
        b"\n " + plain.encode(),
    ):
        assert read(body).title == "Één Bode"


def test_a_feed_that_forgot_its_version_is_read_and_other_json_is_none() -> None:
    assert len(read(json.dumps({"items": ITEMS})).entries) == 3
    others = ("{}", '{"items": []}', '{"items": [{"name": "x"}]}', '{"version": "2.0", "items": {}}')
    for other in others:
        with pytest.raises(NotAFeed, match="no feed at this address"):
            read(other)


def test_a_json_feed_that_holds_nothing_is_one() -> None:
    assert read(written([])).entries == ()


@pytest.mark.parametrize(
    "body",
    [written()[:-40], written(items=None), written(items={"1": ITEMS[0]}), '{"a":' * 100_000, "{\x00\x01"],
)
def test_damaged_json_is_told_as_that(body: str) -> None:
    with pytest.raises(NotAFeed, match="JSON feed at this address, but it is damaged: try again later"):
        read(body)


def test_dates_that_are_none_stay_out_of_json_too() -> None:
    for date in (
        "04-09-23",
        "1970-01-01T00:00:00Z",
        "2027-01-01T00:00:00Z",
        1693814400,
        None,
        ["2023-09-04"],
    ):
        (entry,) = read(written([{"id": "1", "url": "/1", "date_published": date}])).entries
        assert entry.published is None


@pytest.mark.parametrize(
    "links",
    [
        [("application/feed+json", "/feed json")],
        [("application/json", "/feed json")],
        [("application/json", "/wp-json/pages/2"), ("application/feed+json; charset=utf-8", "/feed json")],
    ],
)
def test_a_page_may_offer_a_json_feed(site: Site, client: httpx.Client, links: list[tuple[str, str]]) -> None:
    site.show("/feed%20json", written(), "application/feed+json")
    head = "".join(f"<link rel=alternate type='{kind}' href='{href}'>" for kind, href in links)
    page = site.show("/", f"<!doctype html><html><head>{head}</head><body>Bode</body></html>")
    url, feed = find_feed(page, client, today=TODAY)
    assert (url, feed.title, len(feed.entries)) == (site.url + "/feed%20json", "De Bode", 3)


@pytest.mark.parametrize("kind", ["application/feed+json", "application/json", "text/plain", "text/html"])
def test_what_the_site_calls_it_does_not_matter(site: Site, client: httpx.Client, kind: str) -> None:
    answer = ask_for_feed(site.show("/feed", written(), kind), client)
    assert answer.feed is not None
    assert "application/feed+json" in site.asked[0]["accept"]
