"""Moderators read in their own language why there is no feed, and that a feed is no article."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from bot.assembly import Desk
from bot.discord.adding.batch_card import batch_message
from bot.discord.adding.feed_reasons import in_words
from corpus.errors import SourceUnreadable
from corpus.reading.listings import Listing, ListsArticles
from corpus.reading.not_a_feed import NotAFeed, Reason
from corpus.reading.parsing.stopped import ParserMissing, ParsingStopped, Stop
from tests.discord.news_site import page, reading
from tests.reading.loopback import Site
from tests.small_discord.loopback import Loopback
from tests.small_discord.state.people import ADMIN

StartOn = Callable[..., Awaitable[Any]]
STORY = "De kerk van Bargstede is elke zaterdag open voor bezoekers uit de hele streek."
OPML = "<opml version='2.0'><body><outline xmlUrl='https://bode.example/feed'/></body></opml>"
SITEMAP = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>"
DAMAGED = '{"version": "https://jsonfeed.org/version/1.1", "items": ['
JSON = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "De Bode", '
    '"items": [{"id": "1", "url": "/kerk", "title": "Kerk open", "date_published": "2025-03-04"}]}'
)


@pytest.fixture
def site(desk: Desk) -> Iterator[Site]:
    with reading(desk) as site:
        yield site


async def answered(discord: Loopback, command: str, url: str, locale: str, sign: str) -> str:
    options = {"url": url, "mode": "ask"} if command == "corpus feed add" else {"url": url}
    turn = await discord.use(command, options, by=ADMIN, locale=locale)
    await discord.until(lambda: sign in turn.text)
    return turn.text


async def test_what_is_named_as_a_feed_and_is_none_is_told_by_name(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    await start_on(desk)
    shown = {
        "/feeds.opml": (OPML, "an OPML file, a list of feeds", "een OPML-bestand, een lijst van feeds"),
        "/sitemap.xml": (SITEMAP, "This is a sitemap", "Dit is een sitemap"),
        "/feed.json": (DAMAGED, "it is damaged", "hij is beschadigd"),
        "/kerk": (page("Kerk", STORY), "There is no feed at this address", "Op dit adres staat geen feed"),
    }
    for path, (body, english, dutch) in shown.items():
        url = site.show(path, body)
        said = await answered(discord, "corpus feed add", url, "en-GB", "There is no feed to follow.")
        assert english in said
        said = await answered(discord, "corpus feed add", url, "nl", "Er is geen feed om te volgen.")
        assert dutch in said
        assert "This" not in said
    said = await answered(discord, "corpus feed add", f"{site.url}/feeds.opml", "nl", "OPML-bestand")
    assert "bode.example" in said


async def test_a_json_feed_is_previewed_as_any_other(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    await start_on(desk)
    site.show("/feed.json", JSON, "application/feed+json")
    home = site.show("/", "<html><link rel=alternate type=application/feed+json href=/feed.json></html>")
    said = await answered(discord, "corpus feed add", home, "nl", "Er staat één artikel in")
    assert "De Bode" in said
    assert f"<t:1741089600:D>: [Kerk open](<{site.url}/kerk>)" in said
    later = site.show("/later.json", JSON.replace("2025-03-04", "2999-03-04"))
    said = await answered(discord, "corpus feed add", later, "nl", "Er staat één artikel in")
    assert "<t:" not in said


async def test_a_feed_that_is_named_as_an_article_is_told_how_to_follow_it(
    discord: Loopback, start_on: StartOn, desk: Desk, site: Site
) -> None:
    await start_on(desk)
    url = site.show("/feed.json", JSON, "application/json")
    said = await answered(discord, "corpus add", url, "en-GB", "could not be read")
    assert "It is a feed, a list of articles, not an article" in said
    assert "/corpus feed add" in said
    said = await answered(discord, "corpus add", url, "nl", "kon niet worden gelezen")
    assert "Het is een feed, een lijst van artikelen, en geen artikel" in said
    assert "/corpus feed add" in said


@pytest.mark.parametrize("listing", list(Listing))
def test_among_several_links_it_is_told_whole_in_both_languages(listing: Listing) -> None:
    error = ListsArticles("https://bode.example/lijst", listing)
    for language, last in (("en", ("names.", "articles.", "add`.")), ("nl", ("staan.", "toe.", "add`."))):
        sentence = in_words(error, language)
        assert sentence.endswith(last)
        (_, unread) = batch_message([], [error], language)["embeds"]
        assert "…" not in unread.description
        assert sentence.partition(",")[0] in unread.description


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence_of_its_own_in_both_languages(reason: Reason) -> None:
    for address in ("https://bode.example/feed", None):
        error = NotAFeed("https://bode.example/", reason, address)
        english, dutch = in_words(error, "en"), in_words(error, "nl")
        assert english == str(error)
        assert dutch not in {english, ""}
        assert not {"{", "}"} & set(english + dutch)


@pytest.mark.parametrize("stop", list(Stop))
def test_every_reason_why_parsing_stopped_has_a_sentence_in_both_languages(stop: Stop) -> None:
    error = ParsingStopped("https://bode.example/", stop)
    english, dutch = in_words(error, "en"), in_words(error, "nl")
    assert english == str(error)
    assert dutch.endswith(".txt-bestand.")
    assert in_words(ParserMissing("x"), "nl").startswith("Het proces dat")


def test_other_errors_keep_their_sentence() -> None:
    error = SourceUnreadable("x", "The page is gone.")
    assert in_words(error, "nl") == "The page is gone."
