"""Articles made up for one test, and how they come into a desk."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from bot.assembly import Desk
from corpus.article import Article, Draft
from corpus.dates import PartialDate
from retrieval.curating.curator import Added

FERRY = (
    "The night ferry between Oosterzijl and Saltmarsh will cost 58 euros from June. "
    "The company blames the price of fuel. A return ticket for a car rises to 140 euros."
)
BRIDGE = (
    "The new bridge over the Drost was opened by the mayor on Saturday. "
    "It is 412 metres long. Cyclists have a lane of their own."
)
BEES = (
    "Beekeepers in Marrowdale have lost a third of their colonies this winter. "
    "Inspectors found foulbrood in 47 hives. Honey will be dearer in spring."
)


def draft(text: str, name: str, published: str | None = None, **said: str | None) -> Draft:
    """Return an article as if read from a page of that name."""
    url = f"https://news.example/{name}"
    date = PartialDate.parse(published) if published else None
    return Draft(text, url, url=url, published=date, **{"language": "en", **said})  # type: ignore[arg-type]


def add(desk: Desk, drafts: Iterable[Draft], guild: str | None = None) -> list[Article]:
    """Add articles and return them as they are stored."""
    stored = []
    for one in desk.curator.add(drafts, "test", guild):
        assert isinstance(one, Added), one
        stored.append(one.article)
    return stored


def three(desk: Desk) -> list[Article]:
    """Add an article each about a ferry, a bridge and bees."""
    return add(
        desk,
        [
            draft(FERRY, "ferry", "2025-05-21", title="Ferry fares rise", outlet="The Harbour Ledger"),
            draft(BRIDGE, "bridge", "2024-02", title="Bridge open", outlet="The Delta Monitor"),
            draft(BEES, "bees", "2023", title="Bees in trouble", outlet="The Marrowdale Echo"),
        ],
    )


def noon(day: datetime.date) -> datetime.datetime:
    """Return a moment that is of that day wherever the tests run but at the date line."""
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def now() -> datetime.datetime:
    """Return a time that never changes."""
    return datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
