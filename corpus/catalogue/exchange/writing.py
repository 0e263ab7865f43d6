"""Writing the history of an article into a catalogue, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from corpus.address import identity
from corpus.article import Draft
from corpus.catalogue import articles, journal, notices, posted, shares, versioning
from corpus.catalogue.exchange import reading
from corpus.catalogue.exchange.history import Coming, History, PastChange, compare
from corpus.catalogue.schema import versions
from corpus.catalogue.versioning import Embedded


class Unfit(Exception):
    """An article cannot be here beside what is here; the message is a sentence."""


def coming(connection: Connection, history: History) -> Coming:
    """Return what would become of an article.

    Raises:
        Unfit: it has another history here, or its address is another article's.
    """
    there = reading.of(connection, [history.id]).get(history.id)
    found = compare(there, history)
    if found is Coming.DIFFERENT:
        raise Unfit(
            f"article {history.id} has another history here: it stays as it is. "
            f"`newsdesk show {history.id}` shows it."
        )
    if found is not Coming.UNCHANGED:
        _require_own_address(connection, history)
    return found


def put(
    connection: Connection, history: History, embedded: Mapping[Draft, Embedded], model_id: int
) -> Coming:
    """Write what is not there yet of an article, whose new versions are `embedded` by the model of that id.

    Raises:
        Unfit: it has another history here, or its address is another article's.
        KeyError: the article has been changed since it was looked at, and a version is not embedded.
    """
    found = coming(connection, history)
    if found is Coming.UNCHANGED:
        return found
    version_numbers, change_numbers = reading.numbers(connection, history.id)
    _put_versions(connection, history, version_numbers, embedded, model_id)
    for change in history.changes[len(change_numbers) :]:
        change_numbers.append(_put_change(connection, history.id, change, version_numbers, change_numbers))
    return found


def _put_versions(
    connection: Connection,
    history: History,
    numbers: list[int],
    embedded: Mapping[Draft, Embedded],
    model_id: int,
) -> None:
    """Write the versions that are not there, add their numbers to the others, and let the live one live."""
    live = articles.by_id(connection, history.id)
    standing = live.version if live else None
    for version in history.versions[len(numbers) :]:
        if standing is not None:
            versioning.retire(connection, standing)
        ready, draft = embedded[version.draft], version.draft
        new = versioning.New(history.id, history.guild, draft, ready, version.added)
        (standing,) = versioning.write(connection, [new], model_id)
        numbers.append(standing)
    wanted = numbers[history.live - 1] if history.live else None
    if standing is not None and standing != wanted:
        versioning.retire(connection, standing)
    if wanted is not None and standing != wanted:
        versioning.revive(connection, wanted)


def _put_change(
    connection: Connection, article_id: str, change: PastChange, versions_: list[int], changes: list[int]
) -> int:
    (number,) = journal.note(
        connection,
        {
            "at": change.at,
            "actor": change.actor,
            "guild": change.guild,
            "action": change.action.value,
            "article_id": article_id,
            "before": versions_[change.before - 1] if change.before else None,
            "after": versions_[change.after - 1] if change.after else None,
            "undoes": changes[change.undoes - 1] if change.undoes else None,
        },
    )
    if change.note is not None:
        notices.put(connection, number, article_id, change.note)
    # Cards that quote it say what was corrected, and no longer what is taken back.
    posted.mark_stale(connection, article_id)
    shares.mark_stale(connection, article_id)
    return number


def _require_own_address(connection: Connection, history: History) -> None:
    """Make sure that no other article of the same server has the live version's address."""
    url = history.versions[history.live - 1].draft.url if history.live else None
    if url is None:
        return
    other = connection.scalar(
        select(versions.c.article_id).where(
            versions.c.live.is_(True),
            versions.c.address == identity(url),
            versions.c.guild.is_not_distinct_from(history.guild),
            versions.c.article_id != history.id,
        )
    )
    if other is not None:
        raise Unfit(f"its address is here already, as that of article {other}.")
