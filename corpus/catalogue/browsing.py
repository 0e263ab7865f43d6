"""What there is to look through: outlets, headlines, and figures about both."""

import datetime
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, exists, func, or_, select

from corpus.catalogue import kept
from corpus.catalogue.schema import answers, feedback, feeds, passages, unanswered, versions
from corpus.catalogue.selection import conditions, visible
from corpus.dates import PartialDate
from corpus.filters import Filters
from corpus.text import folded, normalise

_DAYS = 30
_TOP = 10


@dataclass(frozen=True, slots=True)
class Headline:
    """A live article without its text. `guild` is None where it belongs to everyone."""

    id: str
    title: str | None
    outlet: str | None
    published: PartialDate | None
    guild: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """Some of the articles there are, how many there are in `total`, and on how many `leaves`."""

    listed: list[Headline]
    total: int
    leaves: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of what a guild sees and does.

    `own` and `shared` count live articles, `passages`, `languages` and the ten biggest `outlets` those
    of both; `oldest` and `newest` are when they were published. `answers` were given in this guild
    within 30 days, `abstained` of them were none, and people said of them so often that they were
    `helpful` or `not_helpful`. `unanswered` questions wait; `feeds` are the guild's own.
    """

    own: int
    shared: int
    passages: int
    languages: tuple[tuple[str | None, int], ...]
    outlets: tuple[tuple[str, int], ...]
    oldest: PartialDate | None
    newest: PartialDate | None
    answers: int
    abstained: int
    helpful: int
    not_helpful: int
    unanswered: int
    feeds: int


def outlets(
    connection: Connection, guild: str | None, typed: str = "", limit: int = 25
) -> list[tuple[str, int]]:
    """Return outlets whose name contains what is typed, each with its number of articles, most first.

    Neither case nor accents matter.
    """
    written: dict[str, list[str]] = {}
    number: Counter[str] = Counter()
    for name, held in kept.tally(connection, "outlets", partial(_outlets, connection), guild).items():
        written.setdefault(str(name).casefold(), []).append(str(name))
        number[str(name).casefold()] += held
    sought = folded(normalise(typed)).strip()
    ordered = sorted(number.items(), key=lambda one: (-one[1], one[0]))
    every = ((min(written[name]), held) for name, held in ordered)
    return list(islice(((name, held) for name, held in every if sought in folded(name)), limit))


def _outlets(
    connection: Connection, where: ColumnElement[bool]
) -> Iterator[tuple[str | None, Hashable, int]]:
    """Yield how many versions of some are of each outlet as it is written, by their guild."""
    grouped = (versions.c.guild, versions.c.outlet)
    counted = select(*grouped, func.count()).where(where, versions.c.outlet.is_not(None))
    yield from map(tuple, connection.execute(counted.group_by(*grouped)))


def titled(
    connection: Connection, guild: str | None, typed: str = "", limit: int = 25, *, own: bool = False
) -> list[Headline]:
    """Return articles whose title, outlet or id contains what is typed, newest publication first.

    Neither case nor accents matter. With `own` these are only the guild's own articles.
    """
    sought = folded(normalise(typed)).strip()
    holds = or_(
        versions.c.headline_folded.contains(sought, autoescape=True),
        versions.c.article_id.contains(sought, autoescape=True),
    )
    wanted = _headlines([*_seen(Filters(guild=guild), own=own), holds]).limit(limit)
    return [_headline(row) for row in connection.execute(wanted)]


def page(
    connection: Connection, filters: Filters, offset: int, limit: int, *, own: bool = False
) -> list[Headline]:
    """Return the articles that `filters` allow, newest publication first, from the one at `offset` on.

    Those without a date come last. With `own` these are only the articles of the filters' guild.
    """
    wanted = _headlines(_seen(filters, own=own)).offset(offset).limit(limit)
    return [_headline(row) for row in connection.execute(wanted)]


def total(connection: Connection, filters: Filters, *, own: bool = False) -> int:
    """Return how many articles `page` goes through."""
    seen = _seen(filters, own=own)
    return connection.scalar(select(func.count()).select_from(versions).where(*seen)) or 0


def any_usable(connection: Connection, filters: Filters) -> bool:
    """Tell whether the filters allow any article at all."""
    return bool(connection.scalar(select(exists().where(*conditions(filters)))))


def leaf(connection: Connection, filters: Filters, number: int, size: int, *, own: bool = False) -> Leaf:
    """Return leaf `number`, from 1, of what `page` goes through, `size` articles on each.

    Where there are fewer leaves it is the last: articles may have gone while somebody leafed.
    """
    every = total(connection, filters, own=own)
    leaves = max(-(-every // size), 1)
    offset = (min(number, leaves) - 1) * size
    return Leaf(page(connection, filters, offset, size, own=own), every, leaves)


def statistics(connection: Connection, guild: str, at: datetime.datetime) -> Statistics:
    """Return the figures of a guild as of `at`."""
    seen = visible(guild)
    live = versions.c.live.is_(True)
    number = func.count().label("number")
    held = select(number).select_from(passages.join(versions)).where(live, seen)
    language = versions.c.language
    languages = select(language, number).where(live, seen).group_by(language)
    dated = select(versions.c.published).where(live, seen, versions.c.published.is_not(None)).limit(1)
    recent = (answers.c.guild == guild, answers.c.asked >= at - datetime.timedelta(days=_DAYS))
    given = select(number, _sum(answers.c.abstained)).where(*recent)
    said = select(_sum(feedback.c.helpful), _sum(~feedback.c.helpful)).select_from(feedback.join(answers))
    waiting = select(number).where(unanswered.c.guild == guild, unanswered.c.closed.is_(None))
    everything = total(connection, Filters(guild=guild))
    own = total(connection, Filters(guild=guild), own=True)
    answered, abstained = connection.execute(given).one()
    helpful, not_helpful = connection.execute(said.where(*recent)).one()
    return Statistics(
        own=own,
        shared=everything - own,
        passages=connection.scalar(held) or 0,
        languages=tuple(
            (row[0], row[1]) for row in connection.execute(languages.order_by(number.desc(), language))
        ),
        outlets=tuple(outlets(connection, guild, limit=_TOP)),
        oldest=_date(connection.scalar(dated.order_by(versions.c.published_first))),
        newest=_date(connection.scalar(dated.order_by(versions.c.published_last.desc()))),
        answers=answered,
        abstained=abstained,
        helpful=helpful,
        not_helpful=not_helpful,
        unanswered=connection.scalar(waiting) or 0,
        feeds=connection.scalar(select(number).where(feeds.c.guild == guild)) or 0,
    )


def _seen(filters: Filters, *, own: bool) -> list[ColumnElement[bool]]:
    return [*conditions(filters), *([versions.c.guild == filters.guild] if own else [])]


def _headlines(where: Iterable[ColumnElement[bool]]) -> Select[Any]:
    columns = versions.c
    newest = (columns.published_last.desc().nulls_last(), columns.id.desc())
    light = select(
        columns.article_id, columns.title, columns.outlet, columns.published, columns.guild, columns.url
    )
    return light.where(*where).order_by(*newest)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _headline(row: Row[Any]) -> Headline:
    return Headline(row.article_id, row.title, row.outlet, _date(row.published), row.guild, row.url)


def _date(written: str | None) -> PartialDate | None:
    return PartialDate.parse(written) if written else None
