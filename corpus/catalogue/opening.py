"""What opening a catalogue does to it: nothing, or it is made, brought up to date or refused."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from corpus.catalogue import acronyms, facts, revisions, words
from corpus.catalogue.copy_beside import copied
from corpus.catalogue.revisions import Age, Standing
from corpus.catalogue.schema import tables
from corpus.errors import CatalogueOutdated, CatalogueUnusable

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What a catalogue was before it was brought up to date, and where a copy of that is; None if nowhere."""

    was: str
    copy: Path | None


def is_ready(connection: Connection, *, upgrades: bool) -> bool:
    """Tell whether a catalogue can be used as it is; False where it is to be made or brought up to date.

    Args:
        connection: any, for it is only read.
        upgrades: whether the caller may change a catalogue that is there.

    Raises:
        CatalogueOutdated: an earlier release made it, and the caller may not change it.
        CatalogueUnusable: a later release made it.
    """
    found = revisions.standing(connection)
    _require_known(found)
    if found.age is Age.EARLIER and not upgrades:
        raise CatalogueOutdated(found.name)
    return found.age is Age.CURRENT and not (upgrades and acronyms.are_to_be_learnt(connection))


def make_ready(connection: Connection) -> Upgraded | None:
    """Make a catalogue where none is, or bring it up to date; return what that changed of one that was there.

    What another process has done meanwhile is not done again.

    Args:
        connection: one that holds the lock of writers, and on SQLite keeps no foreign keys.

    Raises:
        CatalogueUnusable: it is damaged, of a later release, or there is no room for a copy of it.
    """
    found = revisions.standing(connection)
    _require_known(found)
    if found.age is Age.EARLIER:
        return _upgrade(connection, found)
    if found.age is Age.NEW:
        _create(connection)
    acronyms.learn_all_once(connection)
    return None


def tell(done: Upgraded) -> None:
    """Log in one line that a catalogue was brought up to date."""
    kept = (
        f"{done.copy} is a copy of it as it was"
        if done.copy
        else "the database keeps no copy of it as it was"
    )
    _LOG.warning(
        "The catalogue was of an earlier release (%s) and has been brought up to date; %s.", done.was, kept
    )


def _create(connection: Connection) -> None:
    tables.create_all(connection)
    words.create(connection)
    facts.begin(connection)
    revisions.stamp(connection)


def _upgrade(connection: Connection, found: Standing) -> Upgraded:
    # Alembic and all that changing articles takes are imported where a catalogue needs them: seldom.
    from corpus.catalogue.upgrading import upgrade  # noqa: PLC0415

    with _kept(connection, found.name) as copy:
        upgrade(connection)
    return Upgraded(found.name, copy)


@contextmanager
def _kept(connection: Connection, name: str) -> Iterator[Path | None]:
    if connection.dialect.name == "sqlite":
        main = connection.exec_driver_sql("PRAGMA database_list").all()[0]
        with copied(Path(main.file), name) as copy:
            yield copy
    else:
        yield None


def _require_known(found: Standing) -> None:
    if found.age is Age.LATER:
        newest = revisions.known()[-1]
        raise CatalogueUnusable(
            f"This catalogue has {found.name}, which this newsdesk does not know; it knows revisions up to "
            f"{newest}: use the newsdesk that made it, or another NEWSDESK_HOME."
        )
