"""Filters as conditions on the live versions of articles."""

from __future__ import annotations

from sqlalchemy import ColumnElement, or_

from corpus.catalogue.schema import versions
from corpus.filters import Filters


def conditions(filters: Filters) -> list[ColumnElement[bool]]:
    """Return what a live version must fulfil to be used under `filters`."""
    column = versions.c
    wanted: list[ColumnElement[bool]] = [column.live.is_(True), visible(filters.guild)]
    if filters.since:
        wanted.append(column.published_last >= filters.since.first())
    if filters.until:
        wanted.append(column.published_first <= filters.until.last())
    if filters.as_of:
        wanted.append(column.published_last <= filters.as_of.last())
    if filters.outlet:
        wanted.append(column.outlet_folded == filters.outlet.casefold())
    if filters.language:
        wanted.append(column.language == filters.language.lower())
    return wanted


def visible(guild: str | None) -> ColumnElement[bool]:
    """Return the condition for articles that `guild` may see: the shared ones and its own."""
    shared = versions.c.guild.is_(None)
    return shared if guild is None else or_(shared, versions.c.guild == guild)
