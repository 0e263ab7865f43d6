"""The whole history of an article: its versions and changes, numbered from 1 as they came."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from corpus.article import Draft
from corpus.catalogue.journal import Action


@dataclass(frozen=True, slots=True)
class PastVersion:
    """A version of an article, and when (UTC) it came."""

    draft: Draft
    added: datetime.datetime


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change of an article: `before` and `after` are its versions, `undoes` a change, by number."""

    at: datetime.datetime
    actor: str
    guild: str | None
    action: Action
    before: int | None
    after: int | None
    undoes: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """An article, of which the version of the number `live` is found; none where it was taken out."""

    id: str
    guild: str | None
    live: int | None
    versions: tuple[PastVersion, ...]
    changes: tuple[PastChange, ...]


class Coming(StrEnum):
    """What an imported history is to the one that is there."""

    ADDED = "added"
    CONTINUED = "continued"
    UNCHANGED = "unchanged"
    DIFFERENT = "different"


def compare(there: History | None, coming: History) -> Coming:
    """Return what becomes of an article whose history is `coming`, and `there` is what is there of it.

    One that goes on where the other ends continues it; one that ends earlier changes nothing.
    """
    if there is None:
        return Coming.ADDED
    if there.guild != coming.guild:
        return Coming.DIFFERENT
    if _begins_with(there, coming):
        return Coming.UNCHANGED
    return Coming.CONTINUED if _begins_with(coming, there) else Coming.DIFFERENT


def _begins_with(longer: History, shorter: History) -> bool:
    same_versions = longer.versions[: len(shorter.versions)] == shorter.versions
    same_changes = longer.changes[: len(shorter.changes)] == shorter.changes
    if (len(longer.versions), len(longer.changes)) == (len(shorter.versions), len(shorter.changes)):
        return same_versions and same_changes and longer.live == shorter.live
    return same_versions and same_changes
