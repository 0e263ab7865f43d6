"""The messages that share a look with a channel, and which of them a change of an article has made stale."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, fields
from itertools import islice

from sqlalchemy import Connection, delete, func, insert, select, update

from corpus.catalogue.posted import TELLING
from corpus.catalogue.schema import changes, looks, seen, shares


@dataclass(frozen=True, slots=True)
class Share:
    """A message that shows a look.

    `person` shared it, `how` says which part of the look it shows, `embedded` whether it is a card; `stale`
    counts how often it has been marked since it was last refreshed.
    """

    message_id: str
    channel_id: str
    look_id: str
    person: str
    how: str
    embedded: bool
    stale: int = 0


def remember(connection: Connection, share: Share, since: datetime.datetime) -> None:
    """Keep a message, stale from the beginning where an article was corrected `since` it was drawn up."""
    of_it = select(seen.c.article_id).where(seen.c.look_id == share.look_id)
    told = (changes.c.article_id.in_(of_it), changes.c.action.in_(TELLING), changes.c.at >= since)
    overtaken = connection.scalar(select(changes.c.id).where(*told).limit(1)) is not None
    connection.execute(
        insert(shares).values(
            message_id=share.message_id,
            channel_id=share.channel_id,
            look_id=share.look_id,
            person=share.person,
            how=share.how,
            embedded=share.embedded,
            stale=int(overtaken),
        )
    )


def of_look(connection: Connection, look_id: str) -> Share | None:
    """Return the message that shares a look; None where it was not shared."""
    row = connection.execute(select(shares).where(shares.c.look_id == look_id)).one_or_none()
    return Share(*row) if row else None


def mark_stale(connection: Connection, article_id: str) -> None:
    """Mark every message that shows any version of that article."""
    showing = select(seen.c.look_id).where(seen.c.article_id == article_id)
    connection.execute(update(shares).where(shares.c.look_id.in_(showing)).values(stale=shares.c.stale + 1))


def stale(
    connection: Connection, limit: int = 50, concerns: Callable[[str | None], bool] = lambda _: True
) -> list[Share]:
    """Return messages that are to be edited, the newest first, of those guilds that are of concern."""
    newest = (func.length(shares.c.message_id).desc(), shares.c.message_id.desc())
    of_guilds = select(shares, looks.c.guild).join(looks, looks.c.id == shares.c.look_id)
    marked = connection.execute(of_guilds.where(shares.c.stale > 0).order_by(*newest))
    mine = islice((row for row in marked if concerns(row.guild)), limit)
    return [Share(**{one.name: getattr(row, one.name) for one in fields(Share)}) for row in mine]


def note_refreshed(connection: Connection, share: Share) -> None:
    """Note that a message shows how things are, unless it has been marked again since."""
    same = (shares.c.message_id == share.message_id, shares.c.stale == share.stale)
    connection.execute(update(shares).where(*same).values(stale=0))


def forget(connection: Connection, message_id: str) -> None:
    """Forget a message that was deleted."""
    connection.execute(delete(shares).where(shares.c.message_id == message_id))
