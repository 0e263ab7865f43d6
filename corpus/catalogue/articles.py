"""Finding articles: by name, by address, by text, in order."""

import re
from collections.abc import Collection, Hashable, Iterator, Sequence
from functools import partial

from sqlalchemy import ColumnElement, Connection, exists, func, select

from corpus.address import identity
from corpus.article import Article, Span
from corpus.catalogue import kept, rows
from corpus.catalogue.listed import one_of
from corpus.catalogue.schema import passages, versions
from corpus.catalogue.selection import conditions, of_kind, visible
from corpus.errors import ArticleNotFound, NotYours
from corpus.filters import Filters

_VERSIONS = select(versions).where(one_of(versions.c.id, "numbers"))
_LOCATED = (
    select(passages.c.id.label("passage_id"), passages.c.start, passages.c.end, *versions.c)
    .select_from(passages.join(versions))
    .where(one_of(passages.c.id, "ids"))
)
_LOCATED_LIVE = _LOCATED.where(versions.c.live.is_(True))
_SHORTEST_PREFIX = 4
_HEXADECIMAL = re.compile(r"[0-9a-f]+")


def find(connection: Connection, name: str) -> Article:
    """Return the live article with that id, unmistakable beginning of an id, or address, of any guild.

    Raises:
        ArticleNotFound: there is none, or several.
    """
    return _only(name, _by_name(connection, name))


def find_seen(connection: Connection, name: str, guild: str | None) -> Article:
    """Return the live article of that name among those that `guild` sees; None sees the shared ones.

    Raises:
        ArticleNotFound: there is none, or several.
    """
    return _only(name, _by_name(connection, name, visible(guild)))


def changeable(connection: Connection, name: str, guild: str | None) -> Article:
    """Return the live article of that name that `guild` may change, its own; None, the operator, may any.

    Raises:
        ArticleNotFound: there is none that the guild sees, or several.
        NotYours: the guild sees it, but it is shared by the operator.
    """
    if guild is None:
        return find(connection, name)
    seen = _by_name(connection, name, visible(guild))
    own = [article for article in seen if article.guild == guild]
    if seen and not own:
        raise NotYours(seen[0])
    return _only(name, own)


def by_id(connection: Connection, article_id: str) -> Article | None:
    """Return the live article with exactly that id."""
    return next(iter(_read(connection, versions.c.article_id == article_id)), None)


def ids_of(connection: Connection, addresses: Sequence[str]) -> dict[str, str]:
    """Return the ids of the live articles with those addresses, however they are spelled."""
    sought = {address: identity(address) for address in addresses}
    wanted = select(versions.c.address, versions.c.article_id).where(
        versions.c.live.is_(True), versions.c.address.in_(list(sought.values()))
    )
    held = {address: name for address, name in connection.execute(wanted)}  # noqa: C416 - rows
    return {address: held[one] for address, one in sought.items() if one in held}


def every(
    connection: Connection,
    filters: Filters | None = None,
    limit: int | None = None,
    kind: str | None = None,
) -> list[Article]:
    """Return the live articles, newest publication first; those without a date come last.

    Without `filters` these are the articles of all guilds; with `kind` only those of that kind.
    """
    where = [versions.c.live.is_(True)] if filters is None else conditions(filters)
    where += [of_kind(kind)] if kind else []
    newest = (versions.c.published_last.desc().nulls_last(), versions.c.id.desc())
    found = connection.execute(select(versions).where(*where).order_by(*newest).limit(limit))
    return [rows.article(row) for row in found]


def allowed(connection: Connection, numbers: Collection[int], filters: Filters) -> set[int]:
    """Return those of the versions of these numbers that live and that `filters` allow."""
    wanted = select(versions.c.id).where(versions.c.id.in_(list(numbers)), *conditions(filters))
    return set(connection.scalars(wanted))


def spans(connection: Connection, version: int) -> list[Span]:
    """Return the passages of a version, in the order of its text."""
    wanted = select(passages.c.start, passages.c.end).where(passages.c.version_id == version)
    return [Span(start, end) for start, end in connection.execute(wanted.order_by(passages.c.start))]


def of_versions(connection: Connection, numbers: Collection[int]) -> dict[int, Article]:
    """Return the articles as they stood in those versions, live or not."""
    found = connection.execute(_VERSIONS, {"numbers": list(numbers)})
    return {row.id: rows.article(row) for row in found}


def located(
    connection: Connection, passage_ids: Sequence[int], *, live: bool = True
) -> dict[int, tuple[Article, Span]]:
    """Return the article and the place of each live passage of `passage_ids`; or of any, live or not."""
    found = connection.execute(_LOCATED_LIVE if live else _LOCATED, {"ids": passage_ids}).all()
    # Several passages of one article come together: it is read once.
    read = {version: rows.article(row) for version, row in {row.id: row for row in found}.items()}
    return {row.passage_id: (read[row.id], Span(row.start, row.end)) for row in found}


def languages(connection: Connection, guild: str | None) -> list[str | None]:
    """Return the languages of the live articles that `guild` sees; None stands for unknown."""
    found = kept.tally(connection, "languages", partial(_languages, connection), guild)
    return [name for name in found if name is None or isinstance(name, str)]


def _languages(
    connection: Connection, where: ColumnElement[bool]
) -> Iterator[tuple[str | None, Hashable, int]]:
    """Yield how many versions of some are in each language, by their guild."""
    grouped = (versions.c.guild, versions.c.language)
    yield from map(tuple, connection.execute(select(*grouped, func.count()).where(where).group_by(*grouped)))


def any_seen(connection: Connection, guild: str | None) -> bool:
    """Tell whether there is a live article that `guild` sees; None sees the shared ones."""
    seen = exists().where(versions.c.live.is_(True), visible(guild))
    return bool(connection.scalar(select(seen)))


def count(connection: Connection) -> tuple[int, int]:
    """Return the numbers of live articles and of their passages."""
    live = versions.c.live.is_(True)
    articles = connection.scalar(select(func.count()).select_from(versions).where(live))
    held = connection.scalar(select(func.count()).select_from(passages.join(versions)).where(live))
    return articles or 0, held or 0


def _only(name: str, found: Sequence[Article]) -> Article:
    if not found:
        raise ArticleNotFound(f"There is no article {name!r}: `newsdesk list` shows those there are.")
    if len(found) > 1:
        ids = ", ".join(article.id for article in found)
        raise ArticleNotFound(f"{name!r} can mean several articles ({ids}): give the whole id.")
    return found[0]


def _by_name(connection: Connection, name: str, *among: ColumnElement[bool]) -> list[Article]:
    named = _read(connection, versions.c.article_id == name, *among)
    if not named:
        named = _read(connection, versions.c.address == identity(name), *among)
    if not named and len(name) >= _SHORTEST_PREFIX and _HEXADECIMAL.fullmatch(name):
        named = _read(connection, versions.c.article_id.startswith(name), *among)
    return named


def _read(connection: Connection, *where: ColumnElement[bool]) -> list[Article]:
    wanted = select(versions).where(versions.c.live.is_(True), *where).order_by(versions.c.id)
    return [rows.article(row) for row in connection.execute(wanted)]
