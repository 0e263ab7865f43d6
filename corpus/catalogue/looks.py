"""What somebody was shown in private and may share: a search or a timeline, as it was."""

import datetime
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from corpus.catalogue.schema import looks, seen, shares

KEPT = datetime.timedelta(days=30)  # for as long it can be shared


@dataclass(frozen=True, slots=True)
class Look:
    """What was shown: `kind` says how to read the `document`, `language` is that of the bot's own words."""

    id: str
    guild: str
    kind: str
    language: str
    document: Mapping[str, Any]


def keep(
    connection: Connection,
    look: Look,
    article_ids: Collection[str],
    at: datetime.datetime,
) -> None:
    """Keep a look and which articles it shows; those of long ago that nobody shared are forgotten."""
    shared = select(shares.c.look_id)
    old = select(looks.c.id).where(looks.c.at < at - KEPT, looks.c.id.not_in(shared))
    connection.execute(delete(seen).where(seen.c.look_id.in_(old)))
    connection.execute(delete(looks).where(looks.c.at < at - KEPT, looks.c.id.not_in(shared)))
    connection.execute(
        insert(looks).values(
            id=look.id,
            guild=look.guild,
            kind=look.kind,
            language=look.language,
            document=dict(look.document),
            at=at,
        )
    )
    shown = [{"look_id": look.id, "article_id": one} for one in sorted(set(article_ids))]
    if shown:
        connection.execute(insert(seen), shown)


def find(connection: Connection, look_id: str, guild: str | None) -> Look | None:
    """Return a look of a guild; outside of guilds there are none."""
    look = find_any(connection, look_id)
    return look if look is not None and look.guild == guild else None


def find_any(connection: Connection, look_id: str) -> Look | None:
    """Return a look, wherever it was."""
    row = connection.execute(select(looks).where(looks.c.id == look_id)).one_or_none()
    return Look(row.id, row.guild, row.kind, row.language, row.document) if row else None


def new_id() -> str:
    """Return an id that nobody can guess."""
    return secrets.token_hex(6)
