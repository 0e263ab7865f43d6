"""Feeds as people see them: one line, a preview before it is followed, and five on a page of the list."""

import datetime
from collections.abc import Mapping, Sequence

import discord

from bot.bilingual import counted
from bot.discord.display.card import DESCRIPTION
from bot.discord.display.card_words import CARD
from bot.discord.display.escape import inline
from bot.discord.display.sources import source
from bot.discord.feeds.words import FEEDS, FeedWords
from corpus.catalogue.browsing import Headline
from corpus.catalogue.feeds import FeedRow
from corpus.dates import PartialDate
from corpus.reading.feed_entry import Feed
from retrieval.curating.followed_feeds import is_undecided

ON_A_PAGE = 5
_NEWEST = 3
_LINK = 300
# The longest link and the longest sentence about a failure: tried in turn until a page fits.
_MEASURES = ((300, 300), (150, 150), (0, 100))


def line(feed: FeedRow, language: str, longest_link: int = _LINK) -> str:
    """Return a feed as its site and its title, which leads to it."""
    return _line(feed.title or feed.url, feed.url, None, language, longest_link)


def mode(feed: FeedRow, words: FeedWords) -> str:
    """Return what becomes of the articles of a feed, as a sentence."""
    return words.adds if feed.adds else words.asks


def preview_embed(row: FeedRow, feed: Feed, language: str) -> discord.Embed:
    """Return what a feed holds, before it is followed."""
    words = FEEDS.of(language)
    held = [
        words.newest.format(article=_line(one.title or "", one.url, one.published, language, _LINK))
        for one in feed.entries[:_NEWEST]
    ]
    heading = counted(words.holds, len(feed.entries)) if held else words.holds_nothing
    lines = [line(row, language), "", heading, *held, "", mode(row, words), words.first_time]
    return discord.Embed(description="\n".join(lines)).set_author(name=words.heading)


def list_embed(
    feeds: Sequence[FeedRow], waiting: Mapping[int, int], number: int, language: str, most: int
) -> discord.Embed:
    """Return a page of the list.

    Args:
        feeds: all that the server follows.
        waiting: how many articles of each wait, by the feed's id.
        number: of the page, from 1.
        language: that of the bot's own words.
        most: how many feeds the server may follow.
    """
    shown = on_page(feeds, number)
    written = (
        "\n\n".join(
            f"**{place}.** {_described(feed, waiting.get(feed.id, 0), language, measure)}"
            for place, feed in shown
        )
        for measure in _MEASURES
    )
    embed = discord.Embed(description=next(text for text in written if len(text) <= DESCRIPTION))
    listed = FEEDS.of(language).listed
    return embed.set_footer(text=listed[len(feeds) != 1].format(count=len(feeds), most=most))


def on_page(feeds: Sequence[FeedRow], number: int) -> list[tuple[int, FeedRow]]:
    """Return the feeds of a page, each with its place in the list."""
    start = (number - 1) * ON_A_PAGE
    return list(enumerate(feeds[start : start + ON_A_PAGE], start + 1))


def _described(feed: FeedRow, waiting: int, language: str, measure: tuple[int, int]) -> str:
    words, (link, sentence) = FEEDS.of(language), measure
    lost = inline(feed.lost_because or "", sentence)
    return "\n".join(
        [
            line(feed, language, link),
            mode(feed, words),
            *_course(feed, words, sentence),
            *([counted(words.waits, waiting)] if waiting else []),
            *([words.lost[feed.lost != 1].format(count=feed.lost, because=lost)] if feed.lost else []),
        ]
    )


def _course(feed: FeedRow, words: FeedWords, longest: int) -> list[str]:
    """Return how reading it goes."""
    if is_undecided(feed):
        return [words.undecided]
    if feed.failures:
        return _failing(feed, words, longest)
    if feed.paused:
        return [words.paused]
    if feed.polled is None:
        return [words.soon]
    return [words.polled.format(polled=_moment(feed.polled), due=_moment(feed.due))]


def _failing(feed: FeedRow, words: FeedWords, longest: int) -> list[str]:
    error = inline(feed.error or "", longest)
    times = [
        *([words.last_read.format(polled=_moment(feed.polled))] if feed.polled else []),
        words.paused if feed.paused else words.next_try.format(due=_moment(feed.due)),
    ]
    return [words.failing[feed.failures != 1].format(count=feed.failures, error=error), " ".join(times)]


def _moment(at: datetime.datetime) -> str:
    return f"<t:{int(at.timestamp())}:R>"


def _line(title: str, url: str, published: PartialDate | None, language: str, longest_link: int) -> str:
    headline = Headline("", title, None, published, None, url)
    return source(headline, url, CARD.of(language), longest_link)
