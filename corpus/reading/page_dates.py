"""When a page's article was published and changed: of all that the page states, what is believed first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.reading import address_dates, microdata, shown_dates, written_dates
from corpus.reading.itself import Itself
from corpus.reading.own_part import OwnPart, shown
from corpus.reading.page_day import is_possible, stated
from corpus.reading.shown_dates import Shown

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml ships no types

    from corpus.dates import PartialDate

# The names of meta tags, in the order they are believed: first those that mean the first publication.
_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time og:pubdate datepublished "
    "article:published article.published parsely-pub-date bt:pubdate cxenseparse:recs:publishtime "
    "sailthru.date dcterms.created dcterms.issued dc.date.issued dc.date.created dc.created "
    "citation_publication_date originalpublicationdate article_date_original rnews:datepublished "
    "pubdate publishdate publish-date publish_date publication_date publication-date "
    "published-date date_published"
)
# Many systems give this one the day of the last change.
_LOOSE = "dc.date dcterms.date date citation_date displaydate release_date dcterms.available"
_MODIFIED = (
    "article:modified_time og:article:modified_time og:updated_time article:modified datemodified "
    "dcterms.modified dc.date.modified lastmod last-modified last_modified modified revised"
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """When published and when changed; `declared` tells that the page states the first for machines."""

    published: PartialDate | None = None
    modified: PartialDate | None = None
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a page when its dates are read."""

    tree: HtmlElement
    itself: Itself
    own: OwnPart
    article: Mapping[str, object]
    metas: Mapping[str, str]
    today: datetime.date


def read(page: Page) -> PageDates:
    """Return the dates of a page's article; None where it states none that can be believed."""
    lines = shown_dates.near_headline(page.own)
    addressed = _possible(map(address_dates.day, page.itself.addresses), page.today)
    shown_days = (one.words.published for one in lines if not one.is_change)
    seen = _possible((date for date in shown_days if date and date.day), page.today)
    declared = next(_settled(_declared(page), addressed or seen, page.today), None)
    loose = next(_settled(_loose(page, lines), seen, page.today), None)
    published = _first_of(declared, addressed) or loose or seen or _in_title(page)
    published = _sharpened(published, (addressed, seen))
    modified = next(_settled(_changes(page, lines), None, page.today), None)
    return PageDates(published, _not_before(published, modified), declared=bool(declared or loose))


def _not_before(published: PartialDate | None, modified: PartialDate | None) -> PartialDate | None:
    if published is None or modified is None or modified.last() >= published.first():
        return modified
    # A day before its publication is a day of Greenwich; more is another article's.
    return published if (published.first() - modified.last()).days == 1 else None


def _first_of(declared: PartialDate | None, addressed: PartialDate | None) -> PartialDate | None:
    # An address keeps the day that it was made; a declared day may be that of a new edition.
    if declared is None or addressed is None:
        return declared or addressed
    return addressed if addressed.first() < declared.first() else declared


def _sharpened(published: PartialDate | None, others: Iterable[PartialDate | None]) -> PartialDate | None:
    # Of a year or a month that is declared, the page may show the very day.
    within = [day for day in others if day and published and str(day).startswith(f"{published}-")]
    return within[0] if within else published


def _in_title(page: Page) -> PartialDate | None:
    said = [written_dates.within(title, marked=True) for title in page.itself.titles]
    return _possible((one.published for one in said if one), page.today)


def _declared(page: Page) -> Iterator[str | tuple[str | None, str]]:
    yield _text(page.article.get("datePublished"))
    yield from _metas(page.metas, _PUBLISHED)
    for tag in microdata.properties(page.tree, page.own, page.itself, "published"):
        yield microdata.stamp(tag), shown(tag)
    for tag in microdata.classed(page.own, "published"):
        yield microdata.stamp(tag), shown(tag)


def _loose(page: Page, lines: list[Shown]) -> Iterator[str | tuple[str | None, str]]:
    yield from (
        (one.stamp, one.line) for one in lines if one.stamp and not one.is_change and not one.words.modified
    )
    yield from _metas(page.metas, _LOOSE)


def _changes(page: Page, lines: list[Shown]) -> Iterator[str | tuple[str | None, str]]:
    yield _text(page.article.get("dateModified"))
    yield from _metas(page.metas, _MODIFIED)
    for tag in microdata.properties(page.tree, page.own, page.itself, "modified"):
        yield microdata.stamp(tag), shown(tag)
    for tag in microdata.classed(page.own, "modified"):
        yield microdata.stamp(tag), shown(tag)
    for one in lines:
        date = one.words.modified or (one.words.published if one.is_change else None)
        yield str(date or "")
        yield one.stamp or "" if one.is_change else ""


def _settled(
    candidates: Iterable[str | tuple[str | None, str]], seen: PartialDate | None, today: datetime.date
) -> Iterator[PartialDate]:
    for candidate in candidates:
        stamp, words = candidate if isinstance(candidate, tuple) else (candidate, "")
        beside = stated(words, today)
        found = stated(stamp, today) or beside
        if found:
            yield found.shown_as(beside.day if beside else found.said_as(words) or seen)


def _possible(dates: Iterable[PartialDate | None], today: datetime.date) -> PartialDate | None:
    return next((date for date in dates if date and is_possible(date, today)), None)


def _metas(metas: Mapping[str, str], names: str) -> Iterator[str]:
    return (metas[name] for name in names.split() if name in metas)


def _text(value: object) -> str:
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), "")
    if isinstance(value, dict):
        return _text(value.get("@value"))
    return value if isinstance(value, str) else ""
