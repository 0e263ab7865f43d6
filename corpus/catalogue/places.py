"""Where passages stand, and what of their articles orders them: the texts are read for the best alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from corpus.article import Span
from corpus.catalogue import rows
from corpus.catalogue.schema import passages, versions
from corpus.dates import PartialDate

_PLACES = (
    select(
        passages.c.id,
        passages.c.start,
        passages.c.end,
        passages.c.version_id,
        versions.c.language,
        versions.c.published,
    )
    .select_from(passages.join(versions))
    .where(passages.c.id.in_(bindparam("ids", expanding=True)), versions.c.live.is_(True))
)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a version of an article, with the language and the date of that article."""

    version: int
    span: Span
    language: str | None
    published: PartialDate | None


def places(connection: Connection, passage_ids: Sequence[int]) -> dict[int, Place]:
    """Return the place of each live passage of `passage_ids`, in any order."""
    found = connection.execute(_PLACES, {"ids": list(passage_ids)})
    return {
        passage: Place(version, Span(start, end), language, rows.date(published))
        for passage, start, end, version, language, published in found
    }
