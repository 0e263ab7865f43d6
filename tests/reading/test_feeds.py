from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from corpus.errors import SourceUnreadable
from corpus.reading.feed import parse
from corpus.reading.feed_entry import Feed
from corpus.reading.feed_source import ask_for_feed, find_feed
from corpus.reading.not_a_feed import NotAFeed
from corpus.reading.refusals import SiteRefused
from tests.reading.loopback import Answer, Site

HOME = "https://krant.example/nieuws/feed.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>De Stadskrant</title>
<item><title>Brug &amp;amp; dicht</title><link>/brug?utm_source=rss</link><guid isPermaLink="false">b1</guid>
<pubDate>Sun, 22 Nov 2026 00:30:00 +0100</pubDate></item>
<item><title>Zonder id</title><link>https://krant.example/pont</link>
<pubDate>Mon, 23 Nov 2026 09:00:00 +0100</pubDate></item>
<item><title>Zonder link</title><guid isPermaLink="false">x</guid></item>
<item><title>Zonder web</title><link>mailto:redactie@krant.example</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://krant.example/a/"><title>Atoom</title>
<entry><id>tag:1</id><title type="html">&lt;b&gt;Brug&lt;/b&gt; &amp;amp; weg</title><link href="brug"/>
<published>2026-11-20T10:00:00Z</published><updated>2026-11-21T10:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://krant.example/"><title>Oud</title></channel>
<item rdf:about="https://krant.example/1"><title>Een</title><link>https://krant.example/1</link>
<dc:date>2026-11-19</dc:date></item></rdf:RDF>"""
PAGE = """<!doctype html><html><head><base href="/krant/">
<link rel="alternate" type="application/rss+xml" href="bij/reacties.xml">
<link rel="Alternate feed" type="application/atom+xml; charset=utf-8" href="feed.xml">
</head><body>Krant</body></html>"""


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


def listed(feed: Feed) -> list[tuple[str, str | None, str]]:
    return [(entry.url, entry.title, str(entry.published)) for entry in feed.entries]


def test_the_entries_of_rss_are_read_newest_first() -> None:
    feed = parse(RSS.encode(), HOME)
    assert feed.title == "De Stadskrant"
    assert listed(feed) == [
        ("https://krant.example/pont", "Zonder id", "2026-11-23"),
        ("https://krant.example/brug?utm_source=rss", "Brug & dicht", "2026-11-22"),
    ]


def test_the_entries_of_atom_and_of_old_rss_are_read() -> None:
    assert listed(parse(ATOM.encode(), HOME)) == [
        ("https://krant.example/a/brug", "Brug & weg", "2026-11-20")
    ]
    assert listed(parse(RDF.encode(), HOME)) == [("https://krant.example/1", "Een", "2026-11-19")]


def test_an_entry_keeps_its_key_when_its_link_changes() -> None:
    first, second = (parse(one.encode(), HOME) for one in (RSS, RSS.replace("/brug?", "/brug2?")))
    assert {entry.key for entry in first.entries} == {entry.key for entry in second.entries}
    assert all(len(entry.key) == 64 for entry in first.entries)


def test_of_a_broken_feed_what_can_be_read_is_used() -> None:
    broken = RSS.partition("<item><title>Zonder link")[0].replace("De Stadskrant", "Stad & krant")
    assert {url for url, _, _ in listed(parse(broken.encode(), HOME))} == {
        "https://krant.example/brug?utm_source=rss",
        "https://krant.example/pont",
    }


def test_half_a_character_in_an_id_does_no_harm() -> None:
    feed = parse(RSS.replace(">b1<", "&amp;#xD800;&#xD800;<").replace("</rss>", "").encode(), HOME)
    assert feed.entries


def test_the_declared_encoding_holds() -> None:
    body = RSS.replace('encoding="utf-8"', "").replace("De Stadskrant", "Één krant").encode("latin-1")
    assert parse(body, HOME, "iso-8859-1").title == "Één krant"


@pytest.mark.parametrize("body", [b"nothing", b"{}", b"\x89PNG", b"/etc/passwd", b"<a/>", b"<" * 500])
def test_what_is_no_feed_gets_one_sentence(body: bytes) -> None:
    with pytest.raises(NotAFeed, match="no feed at this address"):
        parse(body, HOME)


def test_a_feed_is_never_a_file_of_this_machine_nor_an_entity_that_swells(tmp_path: object) -> None:
    with open(f"{tmp_path}/feed.xml", "w", encoding="utf-8") as file:  # noqa: PTH123 - its name is the body
        file.write(RSS)
    with pytest.raises(NotAFeed):
        parse(file.name.encode(), HOME)
    secret = f'<!DOCTYPE r [<!ENTITY a SYSTEM "file://{file.name}"><!ENTITY b "bbbb">]>'
    feed = parse((secret + RSS.replace("De Stadskrant", "x&a;y")).encode(), HOME)
    assert "Brug" not in (feed.title or "")


def test_an_endless_feed_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="5 MB"):
        parse(b" " * 5_000_001, HOME)


def test_a_page_names_its_feed_and_adding_uses_it(site: Site, client: httpx.Client) -> None:
    page = site.show("/", PAGE)
    site.show("/krant/feed.xml", ATOM, "application/atom+xml")
    url, feed = find_feed(page, client)
    assert (url, feed.title) == (site.url + "/krant/feed.xml", "Atoom")
    with pytest.raises(NotAFeed, match=r"names .*/krant/feed\.xml as its feed"):
        ask_for_feed(page, client)


def test_a_page_without_a_feed_is_told(site: Site, client: httpx.Client) -> None:
    with pytest.raises(NotAFeed, match="no feed at this address"):
        find_feed(site.show("/", "<html><body>Krant</body></html>"), client)
    with pytest.raises(SourceUnreadable, match="Only http and https"):
        find_feed("/etc/passwd", client)


def test_a_feed_is_asked_for_only_what_is_new(site: Site, client: httpx.Client) -> None:
    headers = {"ETag": '"1"', "Last-Modified": "Sun, 22 Nov 2026 10:00:00 GMT"}
    url = site.answer("/feed", Answer(RSS.encode(), headers=headers))
    first = ask_for_feed(url, client)
    assert (first.etag, first.last_modified) == ('"1"', headers["Last-Modified"])
    assert not {"if-none-match", "if-modified-since"} & site.asked[0].keys()
    site.answer("/feed", Answer(status=304))
    second = ask_for_feed(url, client, etag=first.etag, last_modified=first.last_modified)
    assert site.asked[1]["if-none-match"] == '"1"'
    assert site.asked[1]["if-modified-since"] == headers["Last-Modified"]
    assert (second.feed, second.etag) == (None, '"1"')


def test_only_a_permanent_redirect_changes_the_address(site: Site, client: httpx.Client) -> None:
    end = site.show("/end", RSS)
    middle = site.answer("/middle", Answer(status=302, headers={"Location": "/end"}))
    start = site.answer("/start", Answer(status=301, headers={"Location": "/middle"}))
    assert ask_for_feed(start, client).url == middle
    assert ask_for_feed(middle, client).url == middle
    assert ask_for_feed(end, client).url == end


def test_a_refusal_says_how_long_to_wait(site: Site, client: httpx.Client) -> None:
    url = site.answer("/feed", Answer(status=503, headers={"Retry-After": "3600"}))
    with pytest.raises(SiteRefused) as refused:
        ask_for_feed(url, client)
    assert (refused.value.status, refused.value.retry_after) == (503, "3600")
    with pytest.raises(SiteRefused, match="304"):
        ask_for_feed(site.answer("/feed", Answer(status=304)), client)
