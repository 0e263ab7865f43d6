"""Whoever adds a feed, an OPML file or a sitemap in the terminal reads what it is and what to do."""

from __future__ import annotations

import pytest

from tests.commands.program import Newsdesk

RSS = "<rss version='2.0'><channel><title>De Bode</title></channel></rss>"
JSON = '{"version": "https://jsonfeed.org/version/1.1", "title": "De Bode", "items": []}'
OPML = "<opml version='2.0'><body><outline xmlUrl='https://bode.example/feed'/></body></opml>"
SITEMAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>"


@pytest.mark.parametrize(
    ("name", "body", "what"),
    [
        ("feed.xml", RSS, "a feed, a list of articles"),
        ("feed.json", JSON, "a feed, a list of articles"),
        ("feeds.opml", OPML, "an OPML file, a list of feeds"),
        ("sitemap.xml", SITEMAP, "a sitemap, a site's list of its pages"),
    ],
)
def test_it_is_named_in_one_sentence_and_nothing_is_added(
    newsdesk: Newsdesk, name: str, body: str, what: str
) -> None:
    (newsdesk.home / name).write_text(body)
    failed = newsdesk("add", name, "--json")
    assert failed.code == 1
    assert failed.document["articles"] == []
    (complaint,) = failed.document["failed"]
    assert complaint["source"] == name
    assert complaint["error"].startswith(f"It is {what}")
    assert "in Discord with `/corpus feed add`" in complaint["error"]
    piped = newsdesk("add", "-", stdin=body)
    assert (piped.code, piped.out) == (1, "")
    assert f"not added: -: It is {what}" in piped.err
