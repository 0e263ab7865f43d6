"""The dates of feeds are those that stand in them, and none where nobody can tell."""

from __future__ import annotations

import datetime

import pytest

from corpus.reading.feed import parse
from corpus.reading.feed_entry import Feed

HOME = "https://bode.example/feed.xml"
TODAY = datetime.date(2026, 11, 28)


def rss(*dates: str, element: str = "pubDate") -> Feed:
    items = "".join(
        f"<item><title>Bericht {number}</title><link>/{number}</link><{element}>{date}</{element}></item>"
        for number, date in enumerate(dates)
    )
    body = f"<rss version='2.0'><channel><title>De Bode</title>{items}</channel></rss>"
    return parse(body.encode(), HOME, today=TODAY)


def date_of(written: str) -> str | None:
    (entry,) = rss(written).entries
    return str(entry.published) if entry.published else None


@pytest.mark.parametrize(
    "written",
    [
        "04-09-23",
        "12-11-10",
        "04.09.23 10:32",
        "04/09/23",
        "10:32 04-09-23",
        "04-09-23 10:00 +0200",
        "2023-13-04",
        "2023-02-31",
        "Tue, 31 Feb 2023 10:00:00 GMT",
        "4 Sep 10:00:00 +0200",
        "1693814400",
        "today",
        "vandaag 10:32",
        "03/04/2023",
        "0001-01-01T00:00:00",
        "",
    ],
)
def test_a_date_that_our_reader_refuses_is_never_guessed(written: str) -> None:
    assert date_of(written) is None


def test_a_time_before_a_day_never_makes_it_today() -> None:
    assert date_of("10:32 04-09-2023") in {None, "2023-09-04"}


@pytest.mark.parametrize(
    "written",
    [
        "Mon, 04 Sep 2023 23:30:00 -0500",
        "Mon, 04 Sep 2023 00:30:00 +0200",
        "Mon, 04 Sep 23 10:00:00 GMT",
        "4 Sep 23 10:00 +0200",
        "Monday, 4-Sep-23 10:00:00 GMT",
        "Mon,04 Sep 2023 10:00:00 UT",
        "Mon Sep  4 10:00:00 CEST 2023",
        "Mon, 04 Sep 2023 10:00:00 +0200 (CEST)",
        "ma, 04 sep 2023 10:00:00 +0200",
        "2023-09-04T10:00:00.123Z",
        "2023-09-04T10:00+02",
        "20230904T100000Z",
        "2023-09-04 10:00:00 +0000 UTC",
        "2023-09-04 10:00:00 Europe/Amsterdam",
        "2023-09-04T10:00:00[Europe/Amsterdam]",
        "4 september 2023",
        "04-09-2023",
    ],
)
def test_the_day_that_the_newspaper_writes_is_read_in_every_form_that_feeds_have(written: str) -> None:
    assert date_of(written) == "2023-09-04"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Sat, 28 Nov 2026 10:00:00 GMT", "2026-11-28"),
        ("Sun, 29 Nov 2026 00:30:00 +1300", "2026-11-29"),
        ("Mon, 30 Nov 2026 10:00:00 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Wed, 31 Dec 1969 19:00:00 -0500", None),
    ],
)
def test_no_article_is_of_after_tomorrow_nor_of_a_clock_that_was_never_set(
    written: str, date: str | None
) -> None:
    assert date_of(written) == date


def test_without_a_day_to_measure_by_every_date_is_believed() -> None:
    body = b"<rss version='2.0'><channel><item><link>https://a.example/1</link><pubDate>2099-01-02</pubDate></item></channel></rss>"
    assert str(parse(body, HOME).entries[0].published) == "2099-01-02"


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Atoom</title><entry><title>Brug</title><id>t:1</id>
<link href="https://bode.example/brug"/>{dates}</entry></feed>"""


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<updated>2023-09-04T10:00:00Z</updated>", "2023-09-04"),
        ("<updated>2023-09-09T10:00:00Z</updated><published>2023-09-04T10:00:00Z</published>", "2023-09-04"),
        ("<updated>2023-09-09T10:00:00Z</updated><published>04-09-23</published>", "2023-09-09"),
        ("<updated>gisteren</updated>", "None"),
    ],
)
def test_of_atom_the_last_change_counts_where_nothing_else_can_be_read(dates: str, date: str) -> None:
    (entry,) = parse(ATOM.format(dates=dates).encode(), HOME).entries
    assert str(entry.published) == date


def test_the_order_is_that_of_the_moments_written_and_of_the_feed_where_one_has_none() -> None:
    dated = rss("Mon, 04 Sep 2023 10:00:00 +0200", "Mon, 04 Sep 2023 09:30:00 GMT", "2023-09-03")
    assert [entry.title for entry in dated.entries] == ["Bericht 1", "Bericht 0", "Bericht 2"]
    odd = rss("2023-09-03", "10:32 gisteren", "2023-09-05")
    assert [entry.title for entry in odd.entries] == ["Bericht 0", "Bericht 1", "Bericht 2"]
