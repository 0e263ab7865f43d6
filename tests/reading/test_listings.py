"""A feed, an OPML file or a sitemap is no article: it is told by name, with what to name instead."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator

import httpx
import pytest

from corpus.article import Draft
from corpus.errors import SourceUnreadable
from corpus.reading.attachment import read_attachment
from corpus.reading.feed_source import ask_for_feed, find_feed
from corpus.reading.listings import told
from corpus.reading.not_a_feed import NotAFeed
from corpus.reading.sources import read
from tests.reading.loopback import Site

RSS = '<?xml version="1.0"?><!-- by hand --><rss version="2.0"><channel><title>Bode</title></channel></rss>'
ATOM = '<?xml-stylesheet href="a.xsl"?>\n<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"></atom:feed>'
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"></rdf:RDF>'
JSON = '{"title": "De Bode", "items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}'
OPML = (
    '<?xml version="1.0"?><!DOCTYPE opml><OPML version="2.0"><head><title>Kranten</title></head><body>'
    '<outline text="Streek"><outline text="Bode" xmlUrl=" https://bode.example/feed een.xml "/></outline>'
    '<outline text="Klok" xmlUrl="https://klok.example/feed.xml"/></body></OPML>'
)
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://bode.example/a</loc></url></urlset>'
INDEX = (
    '\ufeff<?xml version="1.0"?>\n<sm:sitemapindex xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"/>'
)
FEEDS = {"RSS": RSS, "Atom": ATOM, "RSS 1.0": RDF, "JSON Feed": JSON}
SITEMAPS = {"sitemap": SITEMAP, "index": INDEX}
KINDS = [
    *((body, "It is a feed, a list of articles, not an article: follow it") for body in FEEDS.values()),
    (OPML, "It is an OPML file, a list of feeds, not an article: follow each of its feeds"),
    *((body, "It is a sitemap, a site's list of its pages") for body in SITEMAPS.values()),
]
NAMES = ("feed.xml", "feed.rss", "feed.atom", "feeds.opml", "feed.json", "saved.txt", "saved.html", "note.md")


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


def sentence(source: str) -> str:
    (found,) = read(source)
    assert isinstance(found, SourceUnreadable), found
    return str(found)


@pytest.mark.parametrize(("body", "said"), KINDS)
def test_a_file_of_any_name_is_told_by_what_is_in_it(
    save: Callable[[str, str], str], body: str, said: str
) -> None:
    for name in NAMES:
        found = sentence(save(name, body))
        assert found.startswith(said)
        assert "`/corpus feed add`" in found
        attached = read_attachment(name, body.encode())
        assert str(attached) == found


@pytest.mark.parametrize("kind", ["application/xml", "text/html", "text/plain", "application/json", ""])
@pytest.mark.parametrize(("body", "said"), KINDS)
def test_an_address_is_told_whatever_the_site_calls_it(site: Site, body: str, said: str, kind: str) -> None:
    assert sentence(site.show("/list", body, kind)).startswith(said)


def test_a_packed_sitemap_and_one_in_another_encoding_are_told_too(site: Site) -> None:
    assert sentence(site.show("/sitemap.xml.gz", gzip.compress(SITEMAP.encode()))).startswith(
        "It is a sitemap"
    )
    packed = read_attachment("sitemap.xml.gz", gzip.compress(SITEMAP.encode()))
    assert str(packed).startswith("It is a sitemap")
    assert told(INDEX.encode("utf-16")) is told(SITEMAP.encode("utf-16-le")) is told(SITEMAP.encode())
    assert told(b"\x1f\x8bnothing") is None


@pytest.mark.parametrize(
    "body",
    [
        "<html><body><p>Over een <rss> en een <feed>.</p></body></html>",
        "<!doctype html><html><head><title>rss</title></head></html>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'></rdf:RDF>",
        "<feedback>Goed</feedback>",
        "<kml></kml>",
        '{"version": "1.1", "text": "Over https://jsonfeed.org/ en RSS."}',
        "De gemeente zet haar nieuws als <rss> op het web.",
        "",
    ],
)
def test_what_only_speaks_of_them_is_none(body: str) -> None:
    assert told(body.encode()) is None


def test_a_file_of_other_xml_or_json_is_still_refused_by_its_ending(save: Callable[[str, str], str]) -> None:
    assert "end in `.xml` are not read" in sentence(save("a.xml", "<kml></kml>"))
    assert "end in `.json` are not read" in sentence(save("a.json", "{}"))


def test_an_article_about_feeds_is_added(
    article: Callable[[str], Draft], save: Callable[[str, str], str]
) -> None:
    text = "De Bode heeft weer een feed: <rss> is terug, zegt de hoofdredacteur van de krant."
    assert article(save("bode.txt", text)).text == text


def test_an_opml_file_in_place_of_a_feed_names_one_of_its_feeds(site: Site, client: httpx.Client) -> None:
    url = site.show("/feeds.opml", OPML, "text/x-opml")
    for ask in (find_feed, ask_for_feed):
        with pytest.raises(
            NotAFeed, match=r"OPML file, a list of feeds.*names, https://bode\.example/feed%20"
        ):
            ask(url, client)
    with pytest.raises(NotAFeed, match=r"one of the feeds that it names\.$"):
        find_feed(site.show("/empty", "<opml><body/></opml>"), client)


@pytest.mark.parametrize("body", [*SITEMAPS.values(), gzip.compress(SITEMAP.encode())])
def test_a_sitemap_in_place_of_a_feed_leads_to_the_front_page(
    site: Site, client: httpx.Client, body: str | bytes
) -> None:
    with pytest.raises(NotAFeed, match="This is a sitemap") as refused:
        find_feed(site.show("/kaart/sitemap.xml", body, "application/xml"), client)
    assert str(refused.value).endswith(f"the site's feed, or of its front page, {site.url}/.")
