"""Filters as conditions on the live versions of articles."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from sqlalchemy import ColumnElement, or_

from corpus.article import REPORT
from corpus.catalogue.schema import versions
from corpus.filters import Filters

Condition: TypeAlias = ColumnElement[bool]

# Statements that are kept by the filters that they are made for: to make one takes longer than to run it.
STATEMENTS = 128
_TOGETHER = 500  # versions asked for at once: databases limit the values of a statement


def conditions(filters: Filters) -> list[Condition]:
    """Return what a live version must fulfil to be used under `filters`."""
    column = versions.c
    wanted = [column.live.is_(True), visible(filters.guild), *_dated(filters)]
    if filters.outlet:
        wanted.append(column.outlet_folded == filters.outlet.casefold())
    if filters.folded_left_out:
        other = column.outlet_folded.not_in(filters.folded_left_out)
        wanted.append(or_(column.outlet_folded.is_(None), other))
    if filters.language:
        wanted.append(column.language == filters.language.lower())
    if filters.kind:
        wanted.append(of_kind(filters.kind))
    return wanted


def visible(guild: str | None) -> Condition:
    """Return the condition for articles that `guild` may see: the shared ones and its own."""
    shared = versions.c.guild.is_(None)
    return shared if guild is None else or_(shared, versions.c.guild == guild)


def among(numbers: Iterable[int]) -> Iterator[Condition]:
    """Yield conditions that each hold for some of the versions of those numbers, together for all."""
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _TOGETHER):
        yield versions.c.id.in_(ordered[start : start + _TOGETHER])


def of_kind(kind: str) -> Condition:
    """Return the condition for articles of a kind: the value of a `Genre`, or `report` for those of none."""
    return versions.c.genre.is_not_distinct_from(None if kind == REPORT else kind)


def _dated(filters: Filters) -> Iterator[Condition]:
    if filters.since:
        yield versions.c.published_last >= filters.since.first()
    if filters.until:
        yield versions.c.published_first <= filters.until.last()
    if filters.as_of:
        yield versions.c.published_last <= filters.as_of.last()
