"""What came into the corpus between two changes, as far as a guild sees it and it still stands."""

import datetime

from sqlalchemy import Connection, func, select

from corpus.article import Article
from corpus.catalogue import notices, rows
from corpus.catalogue.journal import Action
from corpus.catalogue.notices import Kind
from corpus.catalogue.schema import changes, versions
from corpus.catalogue.selection import conditions
from corpus.filters import Filters


def arrived(connection: Connection, filters: Filters, after: int, until: int) -> list[Article]:
    """Return the articles that were added by the changes from `after`, itself left out, up to `until`.

    Those that `filters` leave out, that were removed since, or that were withdrawn, are not among them. The
    newest publication comes first; those without a date come last.
    """
    added = select(changes.c.article_id).where(
        changes.c.id > after, changes.c.id <= until, changes.c.action == Action.ADD.value
    )
    wanted = select(versions).where(*conditions(filters), versions.c.article_id.in_(added))
    newest = (versions.c.published_last.desc().nulls_last(), versions.c.id.desc())
    found = [rows.article(row) for row in connection.execute(wanted.order_by(*newest))]
    told = notices.about(connection, found)
    withdrawn = {version for version, notice in told.items() if notice.kind is Kind.WITHDRAWN}
    return [one for one in found if one.version not in withdrawn]


def last_before(connection: Connection, at: datetime.datetime) -> int:
    """Return the number of the last change made before that moment; 0 where there was none."""
    wanted = select(func.coalesce(func.max(changes.c.id), 0)).where(changes.c.at < at)
    return connection.scalar(wanted) or 0
