"""Who has been told that the bot may not write in a channel: each person once of each channel."""

import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from corpus.catalogue.schema import barred


def is_told(connection: Connection, person: str, channel_id: str) -> bool:
    """Say whether a person has been told of a channel."""
    return connection.scalar(select(barred.c.at).where(*_of(person, channel_id))) is not None


def note_told(
    connection: Connection, guild: str, person: str, channel_id: str, at: datetime.datetime
) -> None:
    """Note that a person has been told of a channel of a guild, at `at` in UTC."""
    connection.execute(delete(barred).where(*_of(person, channel_id)))
    connection.execute(insert(barred).values(guild=guild, person=person, channel_id=channel_id, at=at))


def _of(person: str, channel_id: str) -> tuple[ColumnElement[bool], ...]:
    return barred.c.person == person, barred.c.channel_id == channel_id
