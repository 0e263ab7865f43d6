"""The acronyms that articles give or suggest: they live, and are seen, as the versions they stand in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, insert, or_, select

from corpus.acronyms import Acronym
from corpus.acronyms import acronyms as found_in
from corpus.catalogue import facts
from corpus.catalogue.listed import one_of
from corpus.catalogue.schema import acronyms, versions
from corpus.catalogue.selection import STATEMENTS, visible
from corpus.tokens import words

_LEARNT = "acronyms"
_RULES = "1"  # raise it where `corpus.acronyms` learns what it did not: every version is then read anew
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Learnt:
    """A short and a long form as an article writes them, and the outlet of that article, if it has one.

    `stated` says that the article gives both; else the short form is the initials of the long one.
    """

    short: str
    long: str
    stated: bool
    outlet: str | None


def learn(connection: Connection, texts: Mapping[int, str]) -> None:
    """Keep the acronyms of the texts of versions, given by their number."""
    keep(connection, {version: found_in(text) for version, text in texts.items()})


def keep(connection: Connection, found: Mapping[int, Sequence[Acronym]]) -> None:
    """Keep the acronyms that were found in versions, given by their number."""
    rows = [
        {
            "version_id": version,
            "place": place,
            "short": _folded(one.short),
            "long": _folded(one.long),
            "short_form": one.short,
            "long_form": one.long,
            "stated": one.stated,
        }
        for version, several in found.items()
        for place, one in enumerate(several)
    ]
    if rows:
        connection.execute(insert(acronyms), rows)


def are_to_be_learnt(connection: Connection) -> bool:
    """Tell whether the articles were never read for acronyms, or by other rules."""
    return facts.read(connection, _LEARNT) != _RULES


def learn_all_once(connection: Connection) -> None:
    """Read the articles of a catalogue that was made before acronyms were kept; later calls do nothing."""
    if not are_to_be_learnt(connection):
        return
    connection.execute(acronyms.delete())
    last = 0
    while True:
        batch = connection.execute(
            select(versions.c.id, versions.c.text)
            .where(versions.c.id > last)
            .order_by(versions.c.id)
            .limit(_BATCH)
        ).all()
        if not batch:
            break
        learn(connection, {version: text for version, text in batch})  # noqa: C416 - rows
        last = batch[-1].id
    facts.write(connection, _LEARNT, _RULES)


def known(connection: Connection, names: Collection[str], guild: str | None) -> list[Learnt]:
    """Return the acronyms of which one form is among `names`, folded, from the articles that `guild` sees.

    Those that an article states come first, then the newest.
    """
    found = connection.execute(_known(guild), {"names": list(names)})
    return [Learnt(*row) for row in found]


@lru_cache(STATEMENTS)
def _known(guild: str | None) -> Select[Any]:
    column = acronyms.c
    return (
        select(column.short_form, column.long_form, column.stated, versions.c.outlet)
        .select_from(acronyms.join(versions))
        .where(
            versions.c.live.is_(True),
            visible(guild),
            or_(one_of(column.short, "names"), one_of(column.long, "names")),
        )
        .order_by(column.stated.desc(), versions.c.published_last.desc().nulls_last(), versions.c.id.desc())
    )


def _folded(name: str) -> str:
    return " ".join(words(name))
