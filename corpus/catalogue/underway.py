"""The requests that a bot is working on, so that one that starts after a crash knows what was left."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select, update

from corpus.catalogue.schema import underway


@dataclass(frozen=True, slots=True)
class Begun:
    """A request that was begun at `at`, in UTC, by the run of a bot that is named `run`.

    `id` is that of the interaction or of the message. `language` is that of the bot's own words. `channel_id`
    is where it was. Of an interaction `application_id` and `token` lead to its answer; `message_id` and
    `custom_id` are what was clicked. `proposal_id` is the proposal whose preview it is to show.
    """

    id: str
    at: datetime.datetime
    run: str
    language: str
    guild: str | None
    channel_id: str | None
    message_id: str | None = None
    application_id: str | None = None
    token: str | None = None
    custom_id: str | None = None
    proposal_id: str | None = None


def begin(connection: Connection, begun: Begun) -> None:
    """Keep a request until it is ended, in place of what was known of it."""
    end(connection, [begun.id])
    connection.execute(insert(underway).values(**asdict(begun)))


def concerns(connection: Connection, request_id: str, proposal_id: str) -> None:
    """Note which proposal's preview a request is to show."""
    same = underway.c.id == request_id
    connection.execute(update(underway).where(same).values(proposal_id=proposal_id))


def end(connection: Connection, request_ids: Sequence[str]) -> None:
    """Forget requests that were dealt with."""
    connection.execute(delete(underway).where(underway.c.id.in_(list(request_ids))))


def left(connection: Connection) -> list[Begun]:
    """Return every request that was begun and not ended, the oldest first, whoever works on it."""
    found = connection.execute(select(underway).order_by(underway.c.at, underway.c.id)).mappings()
    return [Begun(**row) for row in found]
